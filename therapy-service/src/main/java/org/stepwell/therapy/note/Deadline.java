package org.stepwell.therapy.note;

import jakarta.persistence.Embeddable;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** By when somebody's word is needed on a note, and since when it is late. */
@Embeddable
class Deadline {

    private Instant owedSince;
    private @Nullable Instant dueAt;
    private @Nullable Instant overdueAt;

    @SuppressWarnings("NullAway.Init")
    protected Deadline() {}

    /** @param owedSince counts where it is later than the session's end */
    Deadline(Instant owedSince) {
        this.owedSince = owedSince;
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

    void met() {
        overdueAt = null;
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
