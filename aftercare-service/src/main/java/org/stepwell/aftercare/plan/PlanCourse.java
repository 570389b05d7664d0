package org.stepwell.aftercare.plan;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.stepwell.contracts.id.AftercarePlanId;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.platform.database.Uuid7;
import org.stepwell.platform.event.Outbox;

/** Opens, activates and closes plans, as discharge is planned, called off and done. */
@Singleton
public class PlanCourse {

    private final AftercarePlans plans;
    private final Stints stints;
    private final PlansAtTheirEnd atTheirEnd;
    private final Outbox outbox;

    PlanCourse(AftercarePlans plans, Stints stints, PlansAtTheirEnd atTheirEnd, Outbox outbox) {
        this.plans = plans;
        this.stints = stints;
        this.atTheirEnd = atTheirEnd;
        this.outbox = outbox;
    }

    /** Opens a draft, or notes the new day in the one that is open. */
    public void draft(PatientId patient, EpisodeId episode, LocalDate plannedFor, Instant at) {
        var plan = plans.openOf(episode).orElseGet(() -> open(patient, episode, at));
        plan.dischargeIsPlannedFor(plannedFor);
    }

    /** Makes the plan of an episode active, or resumes the one that the episode paused; empty where it already was. */
    public Optional<ActivePlan> activate(PatientId patient, EpisodeId episode, LocalDate lastDay, Instant at) {
        var plan = lockedOpenOf(episode).orElseGet(() -> open(patient, episode, at));
        switch (plan.status()) {
            case ACTIVE, CLOSED -> { // closed by hand while this was heard
                return Optional.empty();
            }
            case PAUSED -> stints.add(plan.resume(lastDay));
            case DRAFT -> plan.activate(lastDay);
        }
        atTheirEnd.watch(plan);
        return Optional.of(plan.asActive());
    }

    /** Somebody is in treatment again, in an episode; false where somebody closed the plan meanwhile. */
    public boolean pause(AftercarePlanId id, EpisodeId again, Instant at) {
        var plan = plans.locked(id);
        if (plan.status() != Standing.Status.ACTIVE) {
            return false;
        }
        outbox.append(plan.pause(again, at));
        return true;
    }

    /** What an episode paused goes on, because the patient never came there. */
    public Optional<ActivePlan> goOn(EpisodeId neverBegan) {
        return paused(neverBegan).map(plan -> {
            plan.goOn();
            atTheirEnd.watch(plan); // it may have passed while nobody looked
            return plan.asActive();
        });
    }

    /** The patient stays in the episode after all; answers since when the plan is paused. */
    public Optional<Paused> stays(EpisodeId episode) {
        return paused(episode).map(plan -> {
            plan.dischargeIsPlannedFor(null);
            return new Paused(plan.id(), Objects.requireNonNull(plan.following().pausedAt()));
        });
    }

    /** A plan that waits for the end of an episode. */
    public record Paused(AftercarePlanId plan, Instant since) {}

    private Optional<AftercarePlan> paused(EpisodeId episode) {
        return lockedOpenOf(episode)
                .filter(plan -> plan.status() == Standing.Status.PAUSED
                        && episode.equals(plan.following().nextEpisode()));
    }

    private Optional<AftercarePlan> lockedOpenOf(EpisodeId episode) {
        return plans.openOf(episode).map(open -> plans.locked(open.id()));
    }

    /** Whoever was said to have died lives: the last plan of the episode goes on, since the day that is said now. */
    public Optional<ActivePlan> livesAfterAll(EpisodeId episode, LocalDate lastDay, Instant at) {
        return plans.lastOf(episode)
                .map(last -> plans.locked(last.id()))
                .filter(plan -> plan.closedBecause() == ClosingReason.DECEASED)
                .map(plan -> {
                    plan.lives(lastDay).ifPresent(stints::add);
                    outbox.append(plan.openedAgain(at));
                    atTheirEnd.watch(plan);
                    return plan.asActive();
                });
    }

    /** The active plan of an episode is so since another last day than was said. */
    public Optional<ActivePlan> activeSince(EpisodeId episode, LocalDate lastDay) {
        var followed = lockedOpenOf(episode)
                .filter(plan ->
                        plan.episode().equals(episode) && plan.following().activeFrom() != null);
        followed.ifPresent(plan -> {
            plan.isActiveSince(lastDay);
            atTheirEnd.watch(plan);
        });
        return followed.filter(plan -> plan.status() == Standing.Status.ACTIVE).map(AftercarePlan::asActive);
    }

    /** Closes a plan because of what happened elsewhere; true where it was a draft. */
    public boolean close(AftercarePlanId id, ClosingReason reason, Instant now) {
        var plan = plans.locked(id);
        boolean wasDraft = plan.status() == Standing.Status.DRAFT;
        outbox.append(plan.close(reason, now));
        atTheirEnd.lookedAt(id, now);
        return wasDraft;
    }

    /** The open plan of an episode. */
    public Optional<AftercarePlanId> openOf(EpisodeId episode) {
        return plans.openOf(episode).map(AftercarePlan::id);
    }

    /** The draft of an episode. */
    public Optional<AftercarePlanId> draftOf(EpisodeId episode) {
        return plans.openOf(episode)
                .filter(plan -> plan.status() == Standing.Status.DRAFT)
                .map(AftercarePlan::id);
    }

    /** What is arranged for a patient and not begun. */
    public List<AftercarePlanId> draftsOf(PatientId patient) {
        return plans.draftsOf(patient).stream().map(AftercarePlan::id).toList();
    }

    /** Active plans of earlier episodes of a patient. */
    public List<AftercarePlanId> activeBesides(PatientId patient, EpisodeId episode) {
        return plans.activeBesides(patient, episode).stream()
                .map(AftercarePlan::id)
                .toList();
    }

    private AftercarePlan open(PatientId patient, EpisodeId episode, Instant at) {
        var plan = new AftercarePlan(new AftercarePlanId(Uuid7.next()), patient, episode, at);
        plans.persist(plan);
        outbox.append(plan.opened());
        return plan;
    }
}
