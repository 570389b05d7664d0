/** Next week's relapse risk: named factors, points anybody can add up, and how it proved on the clinic's own data. */
@NullMarked
package org.stepwell.aftercare.risk;

import org.jspecify.annotations.NullMarked;
