/** Calendars that a phone subscribes to by a secret link: when one has to be there, and nothing that says what for. */
@NullMarked
package org.stepwell.scheduling.feed;

import org.jspecify.annotations.NullMarked;
