package org.stepwell.aftercare.silence;

import java.time.Instant;
import org.stepwell.aftercare.plan.ActivePlan;

/** Closes the plan of whoever could not be reached for a month; without such a bean a supervisor decides. */
public interface Unreachable {

    /** Closes it gently, with its door open. It is not called while a warning of suicide stands. */
    void unreachable(ActivePlan plan, Instant at);
}
