/** Diagnoses and their codes. */
@NullMarked
package org.stepwell.enrollment.diagnosis;

import org.jspecify.annotations.NullMarked;
