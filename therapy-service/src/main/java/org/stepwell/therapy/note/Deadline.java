package org.stepwell.therapy.note;

import jakarta.persistence.Embeddable;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** By when somebody's word is needed on a note, since when it is late, and how late the words came that are there. */
@Embeddable
class Deadline {

    private Instant owedSince;
    private @Nullable Instant dueAt;
    private @Nullable Instant overdueAt;

    @SuppressWarnings("UnusedVariable") // the late-note report reads it
    private @Nullable Instant signedLateSince;

    @SuppressWarnings("UnusedVariable") // as above
    private @Nullable Instant cosignedLateSince;

    @SuppressWarnings("NullAway.Init")
    protected Deadline() {}

    /** @param owedSince counts where it is later than the session's end */
    Deadline(Instant owedSince) {
        this.owedSince = owedSince;
    }

    /** It is owed again, from a time on: whoever owes it is no later than that. */
    void owedAgain(Instant at) {
        owedSince = at.isAfter(owedSince) ? at : owedSince;
    }

    /** A time after the session's end, or after what made the note owed later. */
    void after(Instant end, Duration time) {
        dueAt = (owedSince.isAfter(end) ? owedSince : end).plus(time);
    }

    /** False where it is known to be late already. */
    boolean passed(Instant due) {
        if (overdueAt != null) {
            return false;
        }
        overdueAt = due;
        return true;
    }

    /** Nobody's word is missing any more, or another's. */
    void met() {
        overdueAt = null;
    }

    /** Its author signs; where that is late, it stays known. */
    void signed(Instant now) {
        signedLateSince = dueAt != null && now.isAfter(dueAt) ? dueAt : null;
        cosignedLateSince = null;
    }

    /** A supervisor signs; where they were waited for too long, it stays known. */
    void cosigned() {
        cosignedLateSince = overdueAt;
    }

    @Nullable
    Instant dueAt() {
        return dueAt;
    }

    @Nullable
    Instant overdueAt() {
        return overdueAt;
    }
}
