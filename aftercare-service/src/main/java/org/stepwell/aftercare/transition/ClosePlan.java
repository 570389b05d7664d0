package org.stepwell.aftercare.transition;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.stepwell.aftercare.checkin.WeeklyCheckIns;
import org.stepwell.aftercare.danger.Danger;
import org.stepwell.aftercare.nextstep.WithdrawSteps;
import org.stepwell.aftercare.plan.ChangePlan;
import org.stepwell.aftercare.plan.ClosingReason;
import org.stepwell.aftercare.plan.FindPlan;
import org.stepwell.aftercare.plan.PlanCourse;
import org.stepwell.aftercare.recheck.QuarterlyRechecks;
import org.stepwell.aftercare.silence.Silences;
import org.stepwell.aftercare.weeklytherapy.TherapyWeeks;
import org.stepwell.contracts.id.AftercarePlanId;
import org.stepwell.platform.access.Role;
import org.stepwell.platform.clinic.ClinicDirectory;

/** Closes a plan with all that hangs on it: its check-ins end, and what was still to come is withdrawn. */
@Singleton
class ClosePlan {

    private final PlanCourse plans;
    private final ChangePlan change;
    private final WeeklyCheckIns checkIns;
    private final Silences silences;
    private final WithdrawSteps steps;
    private final TherapyWeeks therapy;
    private final CameBack cameBack;
    private final QuarterlyRechecks rechecks;
    private final FindPlan find;
    private final Danger danger;
    private final ClinicDirectory clinics;

    ClosePlan(
            PlanCourse plans,
            ChangePlan change,
            WeeklyCheckIns checkIns,
            Silences silences,
            WithdrawSteps steps,
            TherapyWeeks therapy,
            CameBack cameBack,
            QuarterlyRechecks rechecks,
            FindPlan find,
            Danger danger,
            ClinicDirectory clinics) {
        this.plans = plans;
        this.change = change;
        this.checkIns = checkIns;
        this.silences = silences;
        this.steps = steps;
        this.therapy = therapy;
        this.cameBack = cameBack;
        this.rechecks = rechecks;
        this.find = find;
        this.danger = danger;
        this.clinics = clinics;
    }

    /** Closes it because of an event; of a draft every step is withdrawn, since no discharge follows any more. */
    void close(AftercarePlanId plan, ClosingReason reason, Instant now) {
        boolean wasDraft = plans.close(plan, reason, now);
        endAll(plan, wasDraft ? LocalDate.EPOCH : LocalDate.ofInstant(now, clinics.zone()), now);
        endRest(plan, reason, now);
    }

    /**
     * Closes it because somebody decides so; not while a warning of suicide stands, unless the patient died.
     *
     * @param by the roles of whoever decides
     */
    void end(AftercarePlanId plan, ClosingReason reason, Set<Role> by, Instant now) {
        if (reason != ClosingReason.DECEASED) {
            danger.mustNotStand(find.patientOf(plan));
        }
        if (reason == ClosingReason.UNREACHABLE) {
            silences.mustBeUnreachable(find.open(plan).id(), by, now);
            silences.unreachable(plan, now);
        }
        change.end(plan, reason, now);
        endAll(plan, LocalDate.ofInstant(now, clinics.zone()), now);
        endRest(plan, reason, now);
    }

    private void endRest(AftercarePlanId plan, ClosingReason reason, Instant now) {
        rechecks.end(plan, reason, now);
        if (reason == ClosingReason.DECEASED) {
            checkIns.died(find.patientOf(plan));
        }
    }

    private void endAll(AftercarePlanId plan, LocalDate from, Instant now) {
        checkIns.stopTimer(plan);
        checkIns.end(plan, now);
        steps.from(plan, from, now); // before the watch over therapy: so does a receiver who accepts
        therapy.ends(plan, now);
        cameBack.over(plan, now);
    }
}
