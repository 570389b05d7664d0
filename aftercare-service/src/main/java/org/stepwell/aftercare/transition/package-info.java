/** What the beginning and the end of aftercare mean for everything that hangs on a plan. */
@NullMarked
package org.stepwell.aftercare.transition;

import org.jspecify.annotations.NullMarked;
