/** Who waits for a place, to whom one is offered and until when, and how full the tracks are. */
@NullMarked
package org.stepwell.enrollment.waiting;

import org.jspecify.annotations.NullMarked;
