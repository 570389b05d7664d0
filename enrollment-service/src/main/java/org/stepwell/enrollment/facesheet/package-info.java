/** A patient on one page, to be printed. */
@NullMarked
package org.stepwell.enrollment.facesheet;

import org.jspecify.annotations.NullMarked;
