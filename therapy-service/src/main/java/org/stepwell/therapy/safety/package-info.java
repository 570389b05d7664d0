/** Warnings that stand until somebody has looked after the patient. */
@NullMarked
package org.stepwell.therapy.safety;

import org.jspecify.annotations.NullMarked;
