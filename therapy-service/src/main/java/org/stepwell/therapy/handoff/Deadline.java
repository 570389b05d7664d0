package org.stepwell.therapy.handoff;

import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** By which day a summary is signed, and how far somebody was asked for it. It moves with the end of the episode. */
@Embeddable
class Deadline {

    private @Nullable LocalDate dueOn;
    private @Nullable Instant askedAt;
    private @Nullable Instant overdueAt;

    protected Deadline() {}

    /** It is due by a day; asked for anew where the last day is ahead. */
    void moves(Ending end, LocalDate by, LocalDate today) {
        if (!by.equals(dueOn)) {
            overdueAt = null;
        }
        dueOn = by;
        if (end.lastDay().isAfter(today)) {
            askedAt = null;
        }
    }

    /** Nothing is late any more. */
    void isMet() {
        overdueAt = null;
    }

    /** When somebody looks at it next: as the last day begins, and as it is late. */
    Optional<LocalDate> looksOn(Ending end) {
        if (askedAt == null) {
            return Optional.of(end.lastDay());
        }
        return end.left() && overdueAt == null
                ? Optional.of(Objects.requireNonNull(dueOn).plusDays(1))
                : Optional.empty();
    }

    /** Somebody looks at it: true where it is asked for. From the day after it was due on, it is late. */
    boolean lookedAt(Ending end, LocalDate today, Instant now) {
        if (!hasCome(end, today)) {
            return false;
        }
        boolean asked = askedAt == null;
        askedAt = asked ? now : askedAt;
        if (hasCome(end, today)) {
            overdueAt = now;
        }
        return asked;
    }

    private boolean hasCome(Ending end, LocalDate today) {
        return looksOn(end).filter(day -> !day.isAfter(today)).isPresent();
    }

    @Nullable
    LocalDate dueOn() {
        return dueOn;
    }

    @Nullable
    Instant overdueAt() {
        return overdueAt;
    }
}
