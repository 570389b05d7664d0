/** What is put together to ask a payer for more: a draft for staff, from what was attended, measured and certified. */
@NullMarked
package org.stepwell.enrollment.renewal;

import org.jspecify.annotations.NullMarked;
