package org.stepwell.enrollment.waiting;

import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.contracts.id.OfferId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.enrollment.episode.PassedOver;
import org.stepwell.platform.problem.FieldError;
import org.stepwell.platform.problem.Refusal;

/** A place that is kept for somebody until they answer, or the time is over. */
@Entity
class Offer {

    private static final Duration AT_LEAST = Duration.ofHours(1);
    private static final Duration AT_MOST = Duration.ofDays(14);

    @EmbeddedId
    private OfferId id;

    @Version
    private int version;

    private EpisodeId episode;
    private PatientId patient;

    @Enumerated(EnumType.STRING)
    private Status status;

    private Instant madeAt;
    private Instant answerBy;

    @Enumerated(EnumType.STRING)
    private @Nullable PassedOver passedOver;

    @Enumerated(EnumType.STRING)
    private @Nullable Refused refused;

    private @Nullable Instant endedAt;

    /** Where it stands; whoever accepted keeps the place until they are admitted. */
    enum Status {
        OPEN,
        ACCEPTED,
        DECLINED,
        EXPIRED,
        WITHDRAWN;

        Set<Status> next() {
            return switch (this) {
                case OPEN -> EnumSet.of(ACCEPTED, DECLINED, EXPIRED, WITHDRAWN);
                case ACCEPTED -> EnumSet.of(DECLINED, WITHDRAWN);
                case DECLINED, EXPIRED, WITHDRAWN -> EnumSet.noneOf(Status.class);
            };
        }
    }

    /** Why somebody does not take a place. */
    enum Refused {
        ANOTHER_TIME_WANTED,
        NOT_NOW,
        ANOTHER_PROGRAM,
        TRANSPORT,
        COST,
        OTHER
    }

    @SuppressWarnings("NullAway.Init")
    protected Offer() {}

    Offer(
            OfferId id,
            EpisodeId episode,
            PatientId patient,
            Instant answerBy,
            @Nullable PassedOver passedOver,
            Instant now) {
        if (answerBy.isBefore(now.plus(AT_LEAST)) || answerBy.isAfter(now.plus(AT_MOST))) {
            throw new Refusal(
                    OfferRule.ANSWERED_IN_DUE_TIME,
                    "Choose a time from %s to %s.".formatted(now.plus(AT_LEAST), now.plus(AT_MOST)),
                    List.of(new FieldError("/answerBy", "an hour to two weeks ahead")));
        }
        this.id = id;
        this.episode = episode;
        this.patient = patient;
        this.status = Status.OPEN;
        this.madeAt = now;
        this.answerBy = answerBy;
        this.passedOver = passedOver;
    }

    void accept(Instant now) {
        mustBeInTime(now);
        become(Status.ACCEPTED, now);
    }

    void decline(Refused because, Instant now) {
        become(Status.DECLINED, now);
        refused = because;
    }

    void expire(Instant now) {
        become(Status.EXPIRED, now);
    }

    void withdraw(Instant now) {
        become(Status.WITHDRAWN, now);
    }

    boolean isOpen() {
        return status == Status.OPEN;
    }

    private void mustBeInTime(Instant now) {
        if (!now.isBefore(answerBy)) {
            throw new Refusal(OfferRule.OFFER_IS_OVER, "The time was over at %s.".formatted(answerBy));
        }
    }

    private void become(Status next, Instant now) {
        if (!status.next().contains(next)) {
            throw new Refusal(OfferRule.OFFER_IS_OVER, "It is %s since %s.".formatted(status, endedAt));
        }
        status = next;
        endedAt = now;
    }

    OfferId id() {
        return id;
    }

    int version() {
        return version;
    }

    EpisodeId episode() {
        return episode;
    }

    PatientId patient() {
        return patient;
    }

    Status status() {
        return status;
    }

    Instant madeAt() {
        return madeAt;
    }

    Instant answerBy() {
        return answerBy;
    }

    @Nullable
    PassedOver passedOver() {
        return passedOver;
    }

    @Nullable
    Refused refused() {
        return refused;
    }

    @Nullable
    Instant endedAt() {
        return endedAt;
    }
}
