package org.stepwell.aftercare.transition;

import jakarta.inject.Singleton;
import java.time.Instant;
import org.stepwell.aftercare.plan.ActivePlan;
import org.stepwell.aftercare.plan.ClosingReason;
import org.stepwell.aftercare.silence.Unreachable;

/**
 * Closes the plan of somebody who could not be reached for weeks. The door stays open: they may open it again themselves, and are asked
 * each quarter all the same.
 */
@Singleton
class LetGo implements Unreachable {

    private final ClosePlan closePlan;

    LetGo(ClosePlan closePlan) {
        this.closePlan = closePlan;
    }

    @Override
    public boolean unreachable(ActivePlan plan, Instant at) {
        closePlan.close(plan.id(), ClosingReason.UNREACHABLE, at);
        return true;
    }
}
