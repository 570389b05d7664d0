package org.stepwell.aftercare.letter;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.stepwell.platform.problem.Rule;

/** Where a letter to a receiver stands, and when what became of it. */
@Embeddable
class LetterCourse {

    private static final Duration A_DAY = Duration.ofDays(1);

    @Enumerated(EnumType.STRING)
    private Status status;

    private @Nullable Instant sentAt;
    private @Nullable Instant openedAt;
    private @Nullable String stoppedBy;
    private @Nullable Instant endedAt;
    private @Nullable Instant keptAt;

    /** Where it stands. */
    @Schema(name = "ReferralLetterStatus")
    enum Status {
        QUEUED,
        SENT,
        /** By its reader, through the link. */
        ANSWERED,
        /** A rule said no when it was to leave. */
        STOPPED,
        /** By staff, before it left or after. */
        WITHDRAWN,
        /** There is no such mailbox, or nobody took it for days. */
        UNDELIVERABLE,
        /** Its day was over, or the step was answered otherwise, when another one was written. */
        EXPIRED;

        Set<Status> next() {
            return switch (this) {
                case QUEUED -> EnumSet.of(SENT, STOPPED, WITHDRAWN, UNDELIVERABLE, EXPIRED);
                case SENT -> EnumSet.of(ANSWERED, WITHDRAWN, EXPIRED);
                case ANSWERED, STOPPED, WITHDRAWN, UNDELIVERABLE, EXPIRED -> EnumSet.noneOf(Status.class);
            };
        }
    }

    /** It is written, and has not left. */
    LetterCourse() {
        status = Status.QUEUED;
    }

    void sent(Instant now) {
        become(Status.SENT);
        sentAt = now;
    }

    void stopped(Rule rule, Instant now) {
        end(Status.STOPPED, now);
        stoppedBy = rule.slug();
    }

    void end(Status next, Instant now) {
        become(next);
        endedAt = now;
    }

    private void become(Status next) {
        if (!status.next().contains(next)) {
            throw new IllegalStateException("%s does not follow %s".formatted(next, status));
        }
        status = next;
    }

    /** Its reader saw what it says. */
    void opened(Instant now) {
        if (openedAt == null) {
            openedAt = now;
        }
    }

    /** Its link is kept shut: whether for the first time in a day. */
    boolean isKeptAnew(Instant now) {
        boolean anew = keptAt == null || !now.isBefore(keptAt.plus(A_DAY));
        if (anew) {
            keptAt = now;
        }
        return anew;
    }

    Status status() {
        return status;
    }

    @Nullable
    Instant sentAt() {
        return sentAt;
    }

    @Nullable
    Instant openedAt() {
        return openedAt;
    }

    @Nullable
    String stoppedBy() {
        return stoppedBy;
    }

    @Nullable
    Instant endedAt() {
        return endedAt;
    }
}
