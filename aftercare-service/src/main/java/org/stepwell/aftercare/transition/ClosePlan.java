package org.stepwell.aftercare.transition;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import org.stepwell.aftercare.checkin.WeeklyCheckIns;
import org.stepwell.aftercare.nextstep.WithdrawSteps;
import org.stepwell.aftercare.plan.ClosingReason;
import org.stepwell.aftercare.plan.PlanCourse;
import org.stepwell.contracts.id.AftercarePlanId;
import org.stepwell.platform.clinic.ClinicDirectory;

/** Closes a plan with all that hangs on it: its check-ins end, and what was still to come is withdrawn. */
@Singleton
public class ClosePlan {

    private final PlanCourse plans;
    private final WeeklyCheckIns checkIns;
    private final WithdrawSteps steps;
    private final ClinicDirectory clinics;

    ClosePlan(PlanCourse plans, WeeklyCheckIns checkIns, WithdrawSteps steps, ClinicDirectory clinics) {
        this.plans = plans;
        this.checkIns = checkIns;
        this.steps = steps;
        this.clinics = clinics;
    }

    /** Closes it; of a draft every step is withdrawn, since there is no discharge for it to follow. */
    public void close(AftercarePlanId plan, ClosingReason reason, Instant now) {
        var closed = plans.close(plan, reason, now);
        checkIns.stopTimer(plan);
        checkIns.end(plan);
        steps.from(plan, closed.wasDraft() ? LocalDate.EPOCH : LocalDate.ofInstant(now, clinics.zone()), now);
    }
}
