package org.stepwell.scheduling.session;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.RoomId;

/**
 * Where a group meets: in a room, or by a link.
 *
 * @param sealedLink opens for its group only; it is never shown with a group or a session
 */
public record Venue(@Nullable RoomId room, @Nullable String sealedLink) {

    /** The bare id of the room, if there is one. */
    @Nullable
    public UUID roomId() {
        return room == null ? null : room.value();
    }
}
