package org.stepwell.aftercare.nextstep;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import org.stepwell.contracts.id.AftercarePlanId;

/** Withdraws what is still to come when a plan closes. */
@Singleton
public class WithdrawSteps {

    private final NextSteps steps;
    private final StepCourse course;

    WithdrawSteps(NextSteps steps, StepCourse course) {
        this.steps = steps;
        this.course = course;
    }

    /** Withdraws every proposed or accepted step from a day on; of what lies before it, nobody asks any more. */
    public void from(AftercarePlanId plan, LocalDate day, Instant now) {
        steps.openFrom(plan, day).forEach(step -> course.withdrawn(step, step.withdraw(Word.OF_STAFF, now)));
        steps.openBefore(plan, day).forEach(step -> course.over(step, now));
    }
}
