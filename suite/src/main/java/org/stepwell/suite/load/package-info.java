/** Measured runs: what it takes, beside what the same costs without us, in the same run. */
@NullMarked
package org.stepwell.suite.load;

import org.jspecify.annotations.NullMarked;
