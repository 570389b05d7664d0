/** A physician's word that a patient needs intensive outpatient care, and until when it stands. */
@NullMarked
package org.stepwell.therapy.certification;

import org.jspecify.annotations.NullMarked;
