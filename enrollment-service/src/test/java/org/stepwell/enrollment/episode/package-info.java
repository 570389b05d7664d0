/** One stay in a program: waiting, admitted, discharge planned, discharged. */
@NullMarked
package org.stepwell.enrollment.episode;

import org.jspecify.annotations.NullMarked;
