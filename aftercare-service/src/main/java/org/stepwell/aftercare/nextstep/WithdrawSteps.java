package org.stepwell.aftercare.nextstep;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import org.stepwell.contracts.id.AftercarePlanId;
import org.stepwell.platform.event.Outbox;

/** Withdraws what is still to come when a plan closes. */
@Singleton
public class WithdrawSteps {

    private final NextSteps steps;
    private final Outbox outbox;

    WithdrawSteps(NextSteps steps, Outbox outbox) {
        this.steps = steps;
        this.outbox = outbox;
    }

    /** Withdraws every proposed or accepted step from a day on; what lies before it has happened. */
    public void from(AftercarePlanId plan, LocalDate day, Instant now) {
        steps.openFrom(plan, day).forEach(step -> outbox.append(step.withdraw(Word.OF_STAFF, now)));
    }
}
