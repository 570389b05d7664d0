/** What stops an admission, how each stop is dealt with, and the findings of it: they are added to and never taken back. */
@NullMarked
package org.stepwell.enrollment.stop;

import org.jspecify.annotations.NullMarked;
