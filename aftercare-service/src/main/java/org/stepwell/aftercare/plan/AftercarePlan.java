package org.stepwell.aftercare.plan;

import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.stepwell.aftercare.plan.Standing.Status;
import org.stepwell.contracts.aftercare.AftercareFact.AftercareClosed;
import org.stepwell.contracts.aftercare.AftercareFact.AftercareOpened;
import org.stepwell.contracts.aftercare.AftercareFact.AftercarePaused;
import org.stepwell.contracts.id.AftercarePlanId;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.contracts.id.PatientId;

/** What is arranged for a patient after an episode. */
@Entity
class AftercarePlan {

    @EmbeddedId
    private AftercarePlanId id;

    @Version
    private int version;

    private PatientId patient;

    @Embedded
    private Following following;

    @Embedded
    private Standing standing;

    private @Nullable LocalDate dischargePlannedFor;

    @Enumerated(EnumType.STRING)
    private Pace pace;

    private @Nullable String channels;
    private Instant openedAt;

    @SuppressWarnings("NullAway.Init")
    AftercarePlan() {}

    AftercarePlan(AftercarePlanId id, PatientId patient, EpisodeId episode, Instant now) {
        this.id = id;
        this.patient = patient;
        this.following = new Following(episode);
        this.standing = new Standing();
        this.pace = Pace.BY_TIME;
        this.openedAt = now;
    }

    AftercareOpened opened() {
        return new AftercareOpened(patient, following.episode(), id, openedAt);
    }

    /** Discharge is planned for a day, which may move; null where the patient stays after all. */
    void dischargeIsPlannedFor(@Nullable LocalDate day) {
        if (status() == Status.DRAFT || status() == Status.PAUSED) {
            dischargePlannedFor = day;
        }
    }

    /** The patient left the program; from this day on aftercare is what carries them. */
    void activate(LocalDate lastDay) {
        standing.mustBeOpen();
        standing.become(Status.ACTIVE);
        following.since(lastDay);
    }

    /** The patient is in treatment again: nobody asks them anything from outside. */
    AftercarePaused pause(EpisodeId again, Instant now) {
        standing.become(Status.PAUSED);
        following.waitsFor(again, now);
        return new AftercarePaused(patient, following.episode(), id, now);
    }

    /** The patient left once more: aftercare begins anew after the episode that paused it. Answers what it followed before. */
    Stint resume(LocalDate lastDay) {
        standing.become(Status.ACTIVE);
        return followsNext(lastDay);
    }

    /** The patient was expected in treatment and never came: it goes on as if nothing had been. */
    void goOn() {
        standing.become(Status.ACTIVE);
        following.waitsForNothing();
    }

    /** Whoever was said to have died lives, and left on a day; what the plan followed before, if it was paused. */
    Optional<Stint> lives(LocalDate lastDay) {
        standing.become(Status.ACTIVE);
        if (following.waits()) {
            return Optional.of(followsNext(lastDay));
        }
        following.since(lastDay);
        return Optional.empty();
    }

    /** The weeks after a discharge are the dangerous ones: whatever pace was set before, it begins by time. */
    private Stint followsNext(LocalDate lastDay) {
        pace = Pace.BY_TIME;
        return following.next(id, lastDay);
    }

    /** The patient left on another day than was said. */
    void isActiveSince(LocalDate lastDay) {
        following.since(lastDay);
    }

    /** Somebody decides that aftercare is over, and why. */
    AftercareClosed end(ClosingReason reason, Instant now) {
        switch (status()) {
            case ACTIVE -> {}
            case CLOSED -> throw standing.closed();
            case PAUSED ->
                throw PlanRule.PAUSE_ENDS_WITH_TREATMENT.because(
                        "The patient is in treatment again since %s. Close it after their discharge."
                                .formatted(following.pausedAt()));
            case DRAFT ->
                throw PlanRule.DRAFT_FOLLOWS_DISCHARGE.because(
                        "Discharge is planned for %s. Cancel it in enrollment, or close the plan afterwards."
                                .formatted(dischargePlannedFor));
        }
        if (!reason.decidedByPeople()) {
            throw PlanRule.REASON_FOLLOWS_ENROLLMENT.because(
                    "%s is no reason to choose. Cancel the discharge or admit the patient in enrollment."
                            .formatted(reason));
        }
        return close(reason, now);
    }

    /** The plan ends, because of what happened elsewhere. */
    AftercareClosed close(ClosingReason reason, Instant now) {
        standing.mustBeOpen();
        standing.close(reason, now);
        return new AftercareClosed(patient, following.toFollow(), id, reason.decidedByPeople(), now);
    }

    /** What was closed goes on from today: the door was never shut. The rhythm begins anew, as after a discharge. */
    AftercareOpened reopen(LocalDate today, Instant now) {
        if (status() != Status.CLOSED) {
            throw PlanRule.PLAN_IS_OPEN.because("It is %s.".formatted(status()));
        }
        if (following.activeFrom() == null || following.waits()) {
            throw PlanRule.OPENED_AGAIN_WHERE_NOTHING_FOLLOWED.because(
                    "It was closed (%s) before the patient left. Another one opens with the discharge."
                            .formatted(closedBecause()));
        }
        standing.become(Status.ACTIVE);
        pace = Pace.BY_TIME;
        following.openedAgainOn(today);
        return openedAgain(now);
    }

    AftercareOpened openedAgain(Instant now) {
        return new AftercareOpened(patient, following.episode(), id, now);
    }

    /** The plan, where something may still be arranged: for the episode that ended, or that is going to end. */
    OpenPlan asOpen() {
        standing.mustBeOpen();
        return new OpenPlan(id, patient, following.toFollow());
    }

    /** The plan, where check-ins are due. */
    ActivePlan asActive() {
        if (status() != Status.ACTIVE) {
            throw PlanRule.PLAN_NOT_ACTIVE.because("It is %s. Check-ins begin with the discharge.".formatted(status()));
        }
        return new ActivePlan(id, patient, following.episode());
    }

    /** Somebody sets how often the patient is asked. */
    void asksAt(Pace said) {
        asOpen();
        pace = said;
    }

    /** By which ways the patient agrees to be asked from now on. */
    void isAskedBy(Set<Channel> agreed) {
        asOpen();
        channels = Channel.joined(agreed);
    }

    Optional<LocalDate> nextAfter(LocalDate due, Rhythm rhythm) {
        return rhythm.after(following.countedFrom(), pace, due);
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

    Following following() {
        return following;
    }

    EpisodeId episode() {
        return following.episode();
    }

    Status status() {
        return standing.status();
    }

    Pace pace() {
        return pace;
    }

    @Nullable
    Set<Channel> channels() {
        return Channel.read(channels);
    }

    @Nullable
    LocalDate dischargePlannedFor() {
        return dischargePlannedFor;
    }

    Instant openedAt() {
        return openedAt;
    }

    @Nullable
    Instant closedAt() {
        return standing.closedAt();
    }

    @Nullable
    ClosingReason closedBecause() {
        return standing.closedBecause();
    }
}
