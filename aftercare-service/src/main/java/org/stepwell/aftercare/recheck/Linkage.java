package org.stepwell.aftercare.recheck;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.stepwell.aftercare.plan.ActivePlan;
import org.stepwell.contracts.aftercare.AftercareFact.ReadmissionRecommended;
import org.stepwell.contracts.aftercare.AftercareFact.ReadmissionRecommended.Because;
import org.stepwell.contracts.id.AftercarePlanId;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.contracts.id.LinkageId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.contracts.id.RecheckId;

/** One offer of treatment to somebody who left, from the finding that they may need it to the day on which they have stayed. */
@Entity
class Linkage {

    @EmbeddedId
    private LinkageId id;

    @Version
    private int version;

    private AftercarePlanId plan;
    private PatientId patient;
    private EpisodeId episode;

    @Enumerated(EnumType.STRING)
    private Because because;

    private @Nullable RecheckId recheck;
    private String factors;

    @Enumerated(EnumType.STRING)
    private Status status;

    private Instant offeredAt;
    private Instant endsAt;
    private @Nullable Instant settledAt;

    @AttributeOverride(name = "value", column = @Column(name = "readmitted_id"))
    private @Nullable EpisodeId readmitted;

    private @Nullable Instant engagedAt;
    private @Nullable Instant endedAt;

    /** How far the way back into treatment has been gone. */
    @Schema(name = "LinkageStatus")
    enum Status {
        OFFERED,
        ACCEPTED,
        DECLINED,
        NOT_REACHED,
        ELSEWHERE,
        /** Nobody recorded what came of it while it held. */
        LAPSED,
        ENGAGED,
        RETAINED,
        LEFT_EARLY,
        WITHDRAWN;

        Set<Status> next() {
            return switch (this) {
                case OFFERED -> EnumSet.of(ACCEPTED, DECLINED, NOT_REACHED, ELSEWHERE, LAPSED, ENGAGED, WITHDRAWN);
                case ACCEPTED -> EnumSet.of(DECLINED, NOT_REACHED, ELSEWHERE, ENGAGED, WITHDRAWN);
                case DECLINED, NOT_REACHED -> EnumSet.of(ACCEPTED);
                case ENGAGED -> EnumSet.of(RETAINED, LEFT_EARLY);
                case ELSEWHERE, LAPSED, RETAINED, LEFT_EARLY, WITHDRAWN -> EnumSet.noneOf(Status.class);
            };
        }
    }

    /** What somebody answered to the offer, or how it was known. */
    @Schema(name = "LinkageOutcome")
    enum Outcome {
        ACCEPTED(Status.ACCEPTED),
        DECLINED(Status.DECLINED),
        NOT_REACHED(Status.NOT_REACHED),
        ELSEWHERE(Status.ELSEWHERE);

        private final Status status;

        Outcome(Status status) {
            this.status = status;
        }
    }

    @SuppressWarnings("NullAway.Init")
    Linkage() {}

    /** Records what came of the offer; whoever accepts it is recommended for readmission. */
    Optional<ReadmissionRecommended> settle(Outcome outcome, Instant now) {
        if (isOver(now)) {
            throw RecheckRule.OFFER_IS_OVER.because(
                    ("It was made at %s and held until %s. Whoever wants treatment now is brought to intake;"
                                    + " the next recheck may offer it anew.")
                            .formatted(offeredAt, endsAt));
        }
        become(outcome.status);
        settledAt = now;
        return outcome == Outcome.ACCEPTED
                ? Optional.of(new ReadmissionRecommended(patient, episode, id, because, factors(), now))
                : Optional.empty();
    }

    /** Whether nothing can be said to it any more; who accepted it is on their way, however long that takes. */
    private boolean isOver(Instant now) {
        return switch (status) {
            case OFFERED, DECLINED, NOT_REACHED, LAPSED -> !now.isBefore(endsAt);
            case ACCEPTED, ELSEWHERE, ENGAGED, RETAINED, LEFT_EARLY, WITHDRAWN -> false;
        };
    }

    /** Aftercare is over: nobody offers it any more, and who declined it can not accept it any more. */
    void withdraw(Instant at) {
        if (isOpen()) {
            become(Status.WITHDRAWN);
        }
        endsAt = at.isBefore(endsAt) ? at : endsAt;
    }

    /** It held for long enough. */
    void lapse() {
        become(Status.LAPSED);
    }

    /** The patient was admitted again. */
    void engage(EpisodeId admitted, Instant at) {
        become(Status.ENGAGED);
        readmitted = admitted;
        engagedAt = at;
    }

    /** Two weeks later they are still in treatment, or are not. */
    void stayed(boolean still, Instant at) {
        become(still ? Status.RETAINED : Status.LEFT_EARLY);
        endedAt = at;
    }

    private void become(Status next) {
        if (!status.next().contains(next)) {
            throw RecheckRule.LINKAGE_GOES_FORWARD.because(
                    "It is %s and can not become %s. The next recheck may offer anew.".formatted(status, next));
        }
        status = next;
    }

    /** Whose it is, as an active plan says it. */
    ActivePlan of() {
        return new ActivePlan(plan, patient, episode);
    }

    LinkageId id() {
        return id;
    }

    int version() {
        return version;
    }

    Because because() {
        return because;
    }

    @Nullable
    RecheckId recheck() {
        return recheck;
    }

    List<String> factors() {
        return factors.isEmpty() ? List.of() : Arrays.asList(factors.split(",", -1));
    }

    Status status() {
        return status;
    }

    /** Whether it is still to be answered, or was accepted. */
    boolean isOpen() {
        return status == Status.OFFERED || status == Status.ACCEPTED;
    }

    Instant offeredAt() {
        return offeredAt;
    }

    Instant endsAt() {
        return endsAt;
    }

    @Nullable
    Instant settledAt() {
        return settledAt;
    }

    @Nullable
    EpisodeId readmitted() {
        return readmitted;
    }

    @Nullable
    Instant engagedAt() {
        return engagedAt;
    }

    @Nullable
    Instant endedAt() {
        return endedAt;
    }
}
