/** The clinic, its wall clock and its week. */
@NullMarked
package org.stepwell.enrollment.clinic;

import org.jspecify.annotations.NullMarked;
