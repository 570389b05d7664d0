/** Questionnaires a patient answered, scored by the instrument's own rules. */
@NullMarked
package org.stepwell.therapy.measure;

import org.jspecify.annotations.NullMarked;
