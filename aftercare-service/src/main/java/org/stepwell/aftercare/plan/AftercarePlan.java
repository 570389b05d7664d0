package org.stepwell.aftercare.plan;

import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.aftercare.AftercareFact.AftercareClosed;
import org.stepwell.contracts.aftercare.AftercareFact.AftercareOpened;
import org.stepwell.contracts.id.AftercarePlanId;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.platform.problem.Refusal;

/** What is arranged for a patient after an episode. */
@Entity
class AftercarePlan {

    @EmbeddedId
    private AftercarePlanId id;

    @Version
    private int version;

    private PatientId patient;
    private EpisodeId episode;

    @Enumerated(EnumType.STRING)
    private Status status;

    private @Nullable LocalDate dischargePlannedFor;
    private @Nullable LocalDate activeFrom;
    private Instant openedAt;
    private @Nullable Instant closedAt;

    @Enumerated(EnumType.STRING)
    private @Nullable ClosingReason closedBecause;

    /** Where a plan stands. */
    @Schema(name = "AftercarePlanStatus")
    enum Status {
        DRAFT,
        ACTIVE,
        CLOSED;

        Set<Status> next() {
            return switch (this) {
                case DRAFT -> EnumSet.of(ACTIVE, CLOSED);
                case ACTIVE -> EnumSet.of(CLOSED);
                case CLOSED -> EnumSet.noneOf(Status.class);
            };
        }
    }

    @SuppressWarnings("NullAway.Init")
    AftercarePlan() {}

    AftercarePlan(AftercarePlanId id, PatientId patient, EpisodeId episode, Instant now) {
        this.id = id;
        this.patient = patient;
        this.episode = episode;
        this.status = Status.DRAFT;
        this.openedAt = now;
    }

    AftercareOpened opened() {
        return new AftercareOpened(patient, episode, id, openedAt);
    }

    /** Discharge is planned for a day, which may move. */
    void dischargeIsPlannedFor(LocalDate day) {
        if (status == Status.DRAFT) {
            dischargePlannedFor = day;
        }
    }

    /** The patient left the program; from this day on aftercare is what carries them. */
    void activate(LocalDate lastDay) {
        become(Status.ACTIVE);
        activeFrom = lastDay;
    }

    /** The patient left on another day than was said. */
    ActivePlan isActiveSince(LocalDate lastDay) {
        var active = asActive();
        activeFrom = lastDay;
        return active;
    }

    /** Somebody decides that aftercare is over, and why. */
    AftercareClosed end(ClosingReason reason, Instant now) {
        asOpen();
        if (status == Status.DRAFT) {
            throw new Refusal(
                    PlanRule.DRAFT_FOLLOWS_DISCHARGE,
                    "Discharge is planned for %s. Cancel it in enrollment, or close the plan afterwards."
                            .formatted(dischargePlannedFor));
        }
        if (!reason.decidedByPeople()) {
            throw new Refusal(
                    PlanRule.REASON_FOLLOWS_ENROLLMENT,
                    "%s is no reason to choose. Cancel the discharge or admit the patient in enrollment."
                            .formatted(reason));
        }
        return close(reason, now);
    }

    /** The plan ends, because of what happened elsewhere. */
    AftercareClosed close(ClosingReason reason, Instant now) {
        become(Status.CLOSED);
        closedAt = now;
        closedBecause = reason;
        return new AftercareClosed(patient, episode, id, reason.decidedByPeople(), now);
    }

    /** The plan, where something may still be arranged. */
    OpenPlan asOpen() {
        if (status == Status.CLOSED) {
            throw new Refusal(PlanRule.PLAN_CLOSED, "It was closed at %s (%s).".formatted(closedAt, closedBecause));
        }
        return new OpenPlan(id, patient, episode);
    }

    /** The plan, where check-ins are due. */
    ActivePlan asActive() {
        if (status != Status.ACTIVE) {
            throw new Refusal(
                    PlanRule.PLAN_NOT_ACTIVE, "It is %s. Check-ins begin with the discharge.".formatted(status));
        }
        return new ActivePlan(id, patient, episode);
    }

    private void become(Status next) {
        if (!status.next().contains(next)) {
            throw new Refusal(PlanRule.PLAN_CLOSED, "It is %s and can not become %s.".formatted(status, next));
        }
        status = next;
    }

    AftercarePlanId id() {
        return id;
    }

    int version() {
        return version;
    }

    PatientId patient() {
        return patient;
    }

    EpisodeId episode() {
        return episode;
    }

    Status status() {
        return status;
    }

    @Nullable
    LocalDate dischargePlannedFor() {
        return dischargePlannedFor;
    }

    @Nullable
    LocalDate activeFrom() {
        return activeFrom;
    }

    Instant openedAt() {
        return openedAt;
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
