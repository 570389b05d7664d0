package org.stepwell.contracts.therapy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.Topic;
import org.stepwell.contracts.Wire;
import org.stepwell.contracts.code.Modality;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.contracts.id.StaffId;

/** What therapy knows and others keep a copy of. */
@Topic(value = "stepwell.therapy.state", state = true)
public sealed interface TherapyState extends TherapyEvent {

    /**
     * All that an episode's plan asks for in visits of the patient alone; what is not listed is not asked for any more.
     *
     * @param version of the plan
     */
    @Wire("visits-needed.v1")
    record VisitsNeeded(PatientId patient, EpisodeId episode, int version, List<Need> needs, Instant at)
            implements TherapyState {
        @Override
        public String key() {
            return "visits/" + episode;
        }

        /**
         * One thing that is done with the patient alone, again and again.
         *
         * @param times how often in each turn
         * @param everyWeeks how many weeks a turn has, 1 where it is each week
         * @param clinician who answers for it, where the plan names somebody
         */
        public record Need(
                Modality modality,
                int minutes,
                int times,
                int everyWeeks,
                @Nullable StaffId clinician,
                LocalDate from,
                LocalDate through) {}
    }
}
