package org.stepwell.aftercare.silence;

import java.time.Instant;
import org.stepwell.aftercare.plan.ActivePlan;

/** Wants to know of whoever missed a second check-in; without such a bean it is a task to offer treatment again. */
public interface SecondMissed {

    /** Nobody heard of the patient since a check-in two weeks ago: treatment is to be offered again. Told once for each silence. */
    void secondMissed(ActivePlan plan, Instant at);
}
