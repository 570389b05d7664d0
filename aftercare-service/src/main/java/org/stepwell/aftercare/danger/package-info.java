/** Thoughts of suicide that were named, and the risk of it: who is asked the C-SSRS, and what stands until somebody looked after them. */
@NullMarked
package org.stepwell.aftercare.danger;

import org.jspecify.annotations.NullMarked;
