package org.stepwell.aftercare.silence;

import java.time.Instant;
import org.stepwell.aftercare.plan.ActivePlan;

/** Offers treatment again to whoever missed a second check-in; where nobody does, it is a task. */
public interface SecondMissed {

    /**
     * Nobody heard of the patient when a second check-in in a row was missed, two weeks or more after the first. Told once for each silence.
     *
     * @return whether it is taken care of here
     */
    boolean secondMissed(ActivePlan plan, Instant at);
}
