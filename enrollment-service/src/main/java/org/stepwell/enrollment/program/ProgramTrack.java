package org.stepwell.enrollment.program;

import jakarta.persistence.Embeddable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a track of a program is called. One that was given up stays on record: those who were in it were in it.
 *
 * @param endedAt since when nobody is in it any more
 */
@Embeddable
record ProgramTrack(String name, @Nullable Instant endedAt) {

    boolean isOffered() {
        return endedAt == null;
    }

    ProgramTrack ended(Instant now) {
        return isOffered() ? new ProgramTrack(name, now) : this;
    }
}
