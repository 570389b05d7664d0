package org.stepwell.aftercare.silence;

import java.time.Instant;
import org.stepwell.aftercare.plan.ActivePlan;

/** Closes the plan of whoever could not be reached for a month; where nobody does, a supervisor decides. */
public interface Unreachable {

    /**
     * Closes it gently, with its door open. It is not asked for while a warning of suicide stands.
     *
     * @return whether it was closed
     */
    boolean unreachable(ActivePlan plan, Instant at);
}
