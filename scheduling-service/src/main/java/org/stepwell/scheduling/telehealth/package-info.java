/** Groups that meet by a link: who is told it and when, and who was in the meeting for how long. */
@NullMarked
package org.stepwell.scheduling.telehealth;

import org.jspecify.annotations.NullMarked;
