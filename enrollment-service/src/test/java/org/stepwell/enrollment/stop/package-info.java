/** The table of what stops an admission, and findings as they are dealt with. */
@NullMarked
package org.stepwell.enrollment.stop;

import org.jspecify.annotations.NullMarked;
