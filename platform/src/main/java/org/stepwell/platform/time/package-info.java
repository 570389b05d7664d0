/** Clinic time and wall time, and what falls due. */
@NullMarked
package org.stepwell.platform.time;

import org.jspecify.annotations.NullMarked;
