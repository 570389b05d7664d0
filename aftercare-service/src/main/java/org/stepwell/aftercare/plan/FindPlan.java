package org.stepwell.aftercare.plan;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Optional;
import org.stepwell.contracts.id.AftercarePlanId;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.contracts.id.PatientId;

/** What other features need of a plan: whose it is, and whether it is open or active. */
@Singleton
public class FindPlan {

    private final AftercarePlans plans;

    FindPlan(AftercarePlans plans) {
        this.plans = plans;
    }

    /** Whose plan it is, so that the policy can be asked before anything else. */
    public PatientId patientOf(AftercarePlanId plan) {
        return plans.of(plan).patient();
    }

    /** Of which episode it is. */
    public EpisodeId episodeOf(AftercarePlanId plan) {
        return plans.of(plan).episode();
    }

    /** The plan stays as it is until the transaction ends, wherever it stands: whoever changes what hangs on it locks it first. */
    public void keep(AftercarePlanId plan) {
        plans.locked(plan);
    }

    /** The plan, which stays open until the transaction ends; refused where it is closed. */
    public OpenPlan open(AftercarePlanId plan) {
        return plans.locked(plan).asOpen();
    }

    /** The plan, which stays active until the transaction ends; refused where it is not. */
    public ActivePlan active(AftercarePlanId plan) {
        return plans.locked(plan).asActive();
    }

    /** The plan if it is still active, for timers that may come late. */
    public Optional<ActivePlan> ifActive(AftercarePlanId plan) {
        return plans.findByIdOptional(plan)
                .map(found -> plans.locked(found.id()))
                .filter(found -> found.status() == Standing.Status.ACTIVE)
                .map(AftercarePlan::asActive);
    }

    /** The plan if it is active at this moment, for whoever only reads. */
    public Optional<ActivePlan> activeNow(AftercarePlanId plan) {
        return plans.findByIdOptional(plan)
                .filter(found -> found.status() == Standing.Status.ACTIVE)
                .map(AftercarePlan::asActive);
    }

    /** Since when aftercare carries the patient of an active plan: its last day in the program, or its reopening. */
    public LocalDate beganOn(AftercarePlanId plan) {
        return plans.of(plan).following().countedFrom();
    }

    /** The last day in the program before the plan that is or was active; rechecks are counted from it. */
    public LocalDate lastDayBefore(AftercarePlanId plan) {
        return Optional.ofNullable(plans.of(plan).following().activeFrom()).orElseThrow();
    }

    /** The plan by which a patient is heard: the open one, else the newest. */
    public Optional<AftercarePlanId> latestOf(PatientId patient) {
        return plans.openOf(patient).or(() -> plans.newestOf(patient)).map(AftercarePlan::id);
    }

    /** The open plan of a patient, if they have one: the newest. */
    public Optional<OpenPlan> openOf(PatientId patient) {
        return plans.openOf(patient).map(AftercarePlan::asOpen);
    }
}
