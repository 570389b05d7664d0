/** Tests of the codes, rules and figures of reports. */
@NullMarked
package org.stepwell.enrollment.reporting;

import org.jspecify.annotations.NullMarked;
