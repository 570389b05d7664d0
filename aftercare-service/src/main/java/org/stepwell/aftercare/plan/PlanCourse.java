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
    private final Outbox outbox;

    PlanCourse(AftercarePlans plans, Outbox outbox) {
        this.plans = plans;
        this.outbox = outbox;
    }

    /** Opens a draft, or notes the new day in the one that is open. */
    public void draft(PatientId patient, EpisodeId episode, LocalDate plannedFor, Instant at) {
        var plan = plans.openOf(episode).orElseGet(() -> open(patient, episode, at));
        plan.dischargeIsPlannedFor(plannedFor);
    }

    /** Makes the plan of an episode active; empty where it already was. */
    public Optional<ActivePlan> activate(PatientId patient, EpisodeId episode, LocalDate lastDay, Instant at) {
        var open = plans.openOf(episode);
        var plan = open.isPresent() ? plans.locked(open.get().id()) : open(patient, episode, at);
        if (plan.status() == AftercarePlan.Status.ACTIVE) {
            return Optional.empty();
        }
        plan.activate(lastDay);
        return Optional.of(plan.asActive());
    }

    /** Goes on, in a new plan, with what ended because the patient was in treatment again, who never came there. */
    public Optional<ActivePlan> goOn(PatientId patient, EpisodeId neverBegan, Instant at) {
        return plans.lastBesides(patient, neverBegan)
                .filter(before -> before.closedBecause() == ClosingReason.READMITTED)
                .flatMap(
                        before -> activate(patient, before.episode(), Objects.requireNonNull(before.activeFrom()), at));
    }

    /** True where the last plan of an episode was closed because the patient was said to have died. */
    public boolean takenForDead(EpisodeId episode) {
        return plans.lastOf(episode)
                .filter(plan -> plan.closedBecause() == ClosingReason.DECEASED)
                .isPresent();
    }

    /** The active plan of an episode is so since another last day than was said. */
    public Optional<ActivePlan> activeSince(EpisodeId episode, LocalDate lastDay) {
        return plans.openOf(episode)
                .map(open -> plans.locked(open.id()))
                .filter(plan -> plan.status() == AftercarePlan.Status.ACTIVE)
                .map(plan -> plan.isActiveSince(lastDay));
    }

    /** Closes a plan because of what happened elsewhere; true where it was a draft. */
    public boolean close(AftercarePlanId id, ClosingReason reason, Instant now) {
        var plan = plans.locked(id);
        boolean wasDraft = plan.status() == AftercarePlan.Status.DRAFT;
        outbox.append(plan.close(reason, now));
        return wasDraft;
    }

    /** Closes an active plan because somebody decides so. */
    public void end(AftercarePlanId id, ClosingReason reason, Instant now) {
        outbox.append(plans.locked(id).end(reason, now));
    }

    /** The open plan of an episode. */
    public Optional<AftercarePlanId> openOf(EpisodeId episode) {
        return plans.openOf(episode).map(AftercarePlan::id);
    }

    /** The draft of an episode. */
    public Optional<AftercarePlanId> draftOf(EpisodeId episode) {
        return plans.openOf(episode)
                .filter(plan -> plan.status() == AftercarePlan.Status.DRAFT)
                .map(AftercarePlan::id);
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
