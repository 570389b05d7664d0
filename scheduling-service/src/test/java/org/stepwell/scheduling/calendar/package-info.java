/** Clinic time, weekly slots, and the rooms people meet in. */
@NullMarked
package org.stepwell.scheduling.calendar;

import org.jspecify.annotations.NullMarked;
