/** Neutral reminders of appointments: once for each day, by a way that is safe, and again only where something changed. */
@NullMarked
package org.stepwell.scheduling.reminder;

import org.jspecify.annotations.NullMarked;
