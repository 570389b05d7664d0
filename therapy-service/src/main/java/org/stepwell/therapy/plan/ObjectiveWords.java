package org.stepwell.therapy.plan;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.stepwell.therapy.objective.InterimObjective;
import org.stepwell.therapy.plan.PlanContent.Objective;

/** What an objective says; one of the interim plan has a measure alone. */
public record ObjectiveWords(
        @Nullable String measure,
        @Nullable String baseline,
        @Nullable String target,
        @Nullable LocalDate targetDate) {

    static ObjectiveWords of(Objective one) {
        return new ObjectiveWords(one.measure(), one.baseline(), one.target(), one.targetDate());
    }

    static ObjectiveWords of(InterimObjective one) {
        return new ObjectiveWords(one.sentence(), null, null, null);
    }
}
