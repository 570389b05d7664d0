/** The six risk dimensions, the suggested level of care and what stops an admission. */
@NullMarked
package org.stepwell.enrollment.consent;

import org.jspecify.annotations.NullMarked;
