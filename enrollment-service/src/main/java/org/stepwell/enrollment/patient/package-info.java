/** Who the patient is and how they may be reached. */
@NullMarked
package org.stepwell.enrollment.patient;

import org.jspecify.annotations.NullMarked;
