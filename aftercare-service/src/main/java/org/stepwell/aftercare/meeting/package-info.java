/** Mutual-help meetings from public Meeting Guide feeds, and how to find one that fits a week. */
@NullMarked
package org.stepwell.aftercare.meeting;

import org.jspecify.annotations.NullMarked;
