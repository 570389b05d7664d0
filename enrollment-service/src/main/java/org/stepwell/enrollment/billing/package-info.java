/** What of the attended days can be billed, what waits and why, and what was sent. A hold is for billing only, never for care. */
@NullMarked
package org.stepwell.enrollment.billing;

import org.jspecify.annotations.NullMarked;
