package org.stepwell.aftercare.transition;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import org.stepwell.aftercare.checkin.WeeklyCheckIns;
import org.stepwell.aftercare.nextstep.WithdrawSteps;
import org.stepwell.aftercare.plan.PlanCourse;
import org.stepwell.aftercare.weeklytherapy.TherapyWeeks;
import org.stepwell.contracts.id.AftercarePlanId;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.platform.clinic.ClinicDirectory;

/** Pauses a plan with all that hangs on it, while the patient is in treatment again: nobody asks, and what was to come is withdrawn. */
@Singleton
class PausePlan {

    private final PlanCourse plans;
    private final WeeklyCheckIns checkIns;
    private final WithdrawSteps steps;
    private final TherapyWeeks therapy;
    private final CameBack cameBack;
    private final ClinicDirectory clinics;

    PausePlan(
            PlanCourse plans,
            WeeklyCheckIns checkIns,
            WithdrawSteps steps,
            TherapyWeeks therapy,
            CameBack cameBack,
            ClinicDirectory clinics) {
        this.plans = plans;
        this.checkIns = checkIns;
        this.steps = steps;
        this.therapy = therapy;
        this.cameBack = cameBack;
        this.clinics = clinics;
    }

    void pause(AftercarePlanId plan, EpisodeId again, Instant now) {
        if (!plans.pause(plan, again, now)) {
            return;
        }
        checkIns.stopTimer(plan);
        checkIns.end(plan, now);
        steps.from(plan, dayOf(now), now); // before the watch over therapy: so does a receiver who accepts
        therapy.ends(plan, now);
        cameBack.over(plan, now);
    }

    /** No discharge follows any more: what was arranged for after it is withdrawn, and the plan waits on. */
    void stays(EpisodeId episode, Instant now) {
        plans.stays(episode).ifPresent(paused -> steps.from(paused.plan(), dayOf(paused.since()), now));
    }

    private LocalDate dayOf(Instant moment) {
        return LocalDate.ofInstant(moment, clinics.zone());
    }
}
