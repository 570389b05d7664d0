/** People whom somebody sent to us, and what the sender may be told of them. */
@NullMarked
package org.stepwell.enrollment.referral;

import org.jspecify.annotations.NullMarked;
