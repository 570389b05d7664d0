/** Who pays for care, and what each payer wants: codes, units, rules. States and payers differ, so it is data. */
@NullMarked
package org.stepwell.enrollment.payer;

import org.jspecify.annotations.NullMarked;
