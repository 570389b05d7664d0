package org.stepwell.therapy.objective;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.stepwell.therapy.modality.TreatmentGoal;

/**
 * How an objective of an episode stands.
 *
 * @param interim which of the interim plan's it is; missing for one of the patient's own plan
 * @param version the last one of the plan that says it, 0 for the interim plan
 * @param serves which of the eight goals it is for; none of the interim plan's
 * @param from the first day on which it was worked on
 * @param through the day on which a version without it came into force; missing while the version that says it holds
 */
public record ObjectiveStanding(
        ObjectiveId objective,
        @Nullable InterimObjective interim,
        int version,
        ObjectiveStatus status,
        Set<TreatmentGoal> serves,
        LocalDate from,
        @Nullable LocalDate through) {

    /** Whether it is worked on now. */
    public boolean open() {
        return through == null && status.open();
    }
}
