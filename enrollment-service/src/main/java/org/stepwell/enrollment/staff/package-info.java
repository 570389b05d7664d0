/** Who works at the clinic; scheduling owns it. */
@NullMarked
package org.stepwell.enrollment.staff;

import org.jspecify.annotations.NullMarked;
