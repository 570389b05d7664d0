package org.stepwell.aftercare.plan;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.stepwell.platform.problem.Refusal;

/** Where a plan stands; of a closed one, since when and why. */
@Embeddable
class Standing {

    @Enumerated(EnumType.STRING)
    private Status status;

    private @Nullable Instant closedAt;

    @Enumerated(EnumType.STRING)
    private @Nullable ClosingReason closedBecause;

    /** Where a plan stands. */
    @Schema(name = "AftercarePlanStatus")
    enum Status {
        DRAFT,
        ACTIVE,
        /** The patient is in treatment again. */
        PAUSED,
        CLOSED;

        Set<Status> next() {
            return switch (this) {
                case DRAFT -> EnumSet.of(ACTIVE, CLOSED);
                case ACTIVE -> EnumSet.of(PAUSED, CLOSED);
                case PAUSED -> EnumSet.of(ACTIVE, CLOSED);
                case CLOSED -> EnumSet.of(ACTIVE);
            };
        }
    }

    /** Discharge is planned, and nothing is arranged yet. */
    Standing() {
        status = Status.DRAFT;
    }

    /** Whatever it was closed for is over, too. */
    void become(Status next) {
        if (!status.next().contains(next)) {
            throw new IllegalStateException("a plan that is %s can not become %s".formatted(status, next));
        }
        status = next;
        closedAt = null;
        closedBecause = null;
    }

    void close(ClosingReason reason, Instant now) {
        become(Status.CLOSED);
        closedAt = now;
        closedBecause = reason;
    }

    /** Refuses what is arranged in a plan that is over. */
    void mustBeOpen() {
        if (status == Status.CLOSED) {
            throw closed();
        }
    }

    Refusal closed() {
        return PlanRule.PLAN_CLOSED.because("It was closed at %s (%s).".formatted(closedAt, closedBecause));
    }

    Status status() {
        return status;
    }

    @Nullable
    Instant closedAt() {
        return closedAt;
    }

    @Nullable
    ClosingReason closedBecause() {
        return closedBecause;
    }
}
