/** How consents are drafted, signed and ended. */
@NullMarked
package org.stepwell.enrollment.consent;

import org.jspecify.annotations.NullMarked;
