package org.stepwell.scheduling.session;

import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.contracts.id.PatientId;

/**
 * A patient's seat in a session, with the times they came and went.
 *
 * @param away how long of the session they were gone, before they came again
 */
public record Seat(
        PatientId patient,
        EpisodeId episode,
        Kind kind,
        @Nullable Instant checkedInAt,
        @Nullable Instant checkedOutAt,
        Duration away) {

    /** Why somebody sits there: as a member of the group, or to make up for a session missed elsewhere. */
    @Schema(name = "SeatKind")
    public enum Kind {
        MEMBER,
        MAKE_UP,
        /** More than the week was planned with, for no session that was missed. */
        EXTRA,
        /** The one seat of a visit; whoever gives it up cancels the visit. */
        VISIT,
        /** The same after the last day in the program: it counts in no week of it. */
        AFTERCARE
    }
}
