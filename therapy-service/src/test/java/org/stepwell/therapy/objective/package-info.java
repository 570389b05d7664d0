/** Tests of what patients work on. */
@NullMarked
package org.stepwell.therapy.objective;

import org.jspecify.annotations.NullMarked;
