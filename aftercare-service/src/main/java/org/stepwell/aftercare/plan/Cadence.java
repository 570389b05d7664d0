package org.stepwell.aftercare.plan;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Optional;
import org.stepwell.contracts.id.AftercarePlanId;

/** When the patient of a plan is asked next: by the time since aftercare began, or as whoever treats them set it. */
@Singleton
public class Cadence {

    private final AftercarePlans plans;
    private final Rhythm rhythm;

    Cadence(AftercarePlans plans, CadenceSettings settings) {
        this.plans = plans;
        this.rhythm = new Rhythm(
                settings.weeklyThrough(),
                settings.twoWeeklyThrough(),
                settings.fourWeeklyThrough(),
                settings.quarterlyThrough());
    }

    /** The day on which a check-in is due after one that was due on a day; none where nobody asks any more. */
    public Optional<LocalDate> after(AftercarePlanId plan, LocalDate due) {
        return plans.of(plan).nextAfter(due, rhythm);
    }

    /** The last day on which somebody is asked by the time alone. */
    LocalDate endOf(LocalDate began) {
        return began.plusWeeks(rhythm.quarterlyThrough());
    }
}
