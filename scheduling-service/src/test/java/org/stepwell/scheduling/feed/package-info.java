/** Tests of calendars. */
@NullMarked
package org.stepwell.scheduling.feed;

import org.jspecify.annotations.NullMarked;
