/** What the state and the clinic's own people learn of admissions and discharges: TEDS records, outcomes, figures. */
@NullMarked
package org.stepwell.enrollment.reporting;

import org.jspecify.annotations.NullMarked;
