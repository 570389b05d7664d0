/** Tests of letters. */
@NullMarked
package org.stepwell.enrollment.letter;

import org.jspecify.annotations.NullMarked;
