package org.stepwell.therapy.objective;

import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.EpisodeId;

/**
 * An objective that was worked on on a day.
 *
 * @param version of the plan by which it was, 0 for the interim plan
 * @param interim which of the interim plan's it is; missing for one of the patient's own plan
 */
public record OpenObjective(
        ObjectiveId objective,
        EpisodeId episode,
        int version,
        @Nullable InterimObjective interim) {}
