package org.stepwell.therapy.plan;

import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.code.ReviewReason;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.contracts.therapy.TherapyFact.PlanSigned;
import org.stepwell.contracts.therapy.TherapyFact.ReviewDue;

/** The next look at an episode's plan: by when, why, and whether it was asked for. It goes with the episode's end. */
@Entity
class PlanReview {

    @EmbeddedId
    private EpisodeId episode;

    @Version
    private int version;

    private PatientId patient;
    private LocalDate started;
    private @Nullable LocalDate dueOn;

    @Enumerated(EnumType.STRING)
    private ReviewReason reason = ReviewReason.NO_PLAN_YET;

    private @Nullable Instant askedAt;
    private @Nullable Instant signedAt;
    private @Nullable LocalDate heldFrom;

    @SuppressWarnings("NullAway.Init")
    protected PlanReview() {}

    PlanReview(EpisodeId episode, PatientId patient, LocalDate started) {
        this.episode = episode;
        this.patient = patient;
        this.started = started;
    }

    /** Once the program's rules are known, the first plan has a day. */
    void firstPlanBy(LocalDate day) {
        dueOn = day;
    }

    /** A plan holds: the clock begins anew. */
    void signed(PlanSigned plan) {
        signedAt = plan.at();
        dueOn = plan.reviewOn();
        reason = ReviewReason.PERIODIC;
        askedAt = null;
    }

    /** Something happened that the plan did not know of; false where it knew, or is looked at for that already. */
    boolean outOfTurn(ReviewReason why, Instant at, LocalDate by) {
        if (signedAt == null || !at.isAfter(signedAt) || reason == why) {
            return false;
        }
        reason = why;
        dueOn = dueOn == null || by.isBefore(dueOn) ? by : dueOn;
        askedAt = null;
        return true;
    }

    /** The day has come; asked once, and of nobody who is away. */
    Optional<ReviewDue> ask(LocalDate today, Instant now) {
        if (dueOn == null || askedAt != null || (heldFrom != null && !today.isBefore(heldFrom))) {
            return Optional.empty();
        }
        askedAt = now;
        return Optional.of(new ReviewDue(patient, episode, reason, dueOn, now));
    }

    /** The patient is away from a day on. */
    void held(LocalDate from) {
        heldFrom = from;
    }

    /** The patient is back: what fell due meanwhile is due on that day. */
    void resumed(LocalDate from) {
        heldFrom = null;
        if (dueOn != null && askedAt == null && dueOn.isBefore(from)) {
            dueOn = from;
        }
    }

    EpisodeId episode() {
        return episode;
    }

    PatientId patient() {
        return patient;
    }

    LocalDate started() {
        return started;
    }

    @Nullable
    LocalDate dueOn() {
        return dueOn;
    }

    boolean isAsked() {
        return askedAt != null;
    }
}
