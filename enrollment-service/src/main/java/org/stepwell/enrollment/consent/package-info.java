/** What was signed, by whom, and what was revoked. */
@NullMarked
package org.stepwell.enrollment.consent;

import org.jspecify.annotations.NullMarked;
