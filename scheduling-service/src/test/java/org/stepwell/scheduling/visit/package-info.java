/** Visits of one patient alone, in tests. */
@NullMarked
package org.stepwell.scheduling.visit;

import org.jspecify.annotations.NullMarked;
