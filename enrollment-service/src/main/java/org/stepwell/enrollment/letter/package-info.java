/** Letters to those whom a patient wants told: that they are in the program, or how they attend. */
@NullMarked
package org.stepwell.enrollment.letter;

import org.jspecify.annotations.NullMarked;
