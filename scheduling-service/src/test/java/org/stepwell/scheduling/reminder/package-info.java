/** Tests of reminders. */
@NullMarked
package org.stepwell.scheduling.reminder;

import org.jspecify.annotations.NullMarked;
