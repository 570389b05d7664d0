/** Visits of one patient alone: which ones a plan asks for, which are booked, and when one could be. */
@NullMarked
package org.stepwell.scheduling.visit;

import org.jspecify.annotations.NullMarked;
