package org.stepwell.scheduling.feed;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One line of a calendar.
 *
 * @param id the same for the same session and owner, so that a moved one moves; two owners can not tell that it is one session
 * @param place the room, for those who work here; nothing for patients
 */
record Entry(
        UUID id,
        Instant from,
        Instant until,
        boolean cancelled,
        @Nullable String place) {}
