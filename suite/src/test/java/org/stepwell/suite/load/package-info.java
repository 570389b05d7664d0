@NullMarked
package org.stepwell.suite.load;

import org.jspecify.annotations.NullMarked;
