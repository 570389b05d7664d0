/** What a patient is diagnosed with, in codes of the ICD-10-CM: added and ended, never deleted. */
@NullMarked
package org.stepwell.enrollment.diagnosis;

import org.jspecify.annotations.NullMarked;
