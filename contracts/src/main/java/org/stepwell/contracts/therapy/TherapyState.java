package org.stepwell.contracts.therapy;

import java.time.Instant;
import java.util.List;
import org.stepwell.contracts.Topic;
import org.stepwell.contracts.Wire;
import org.stepwell.contracts.code.VisitNeed;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.contracts.id.PatientId;

/** What therapy knows and others keep a copy of. */
@Topic(value = "stepwell.therapy.state", state = true)
public sealed interface TherapyState extends TherapyEvent {

    /**
     * All that an episode's plan asks for in visits of the patient alone; what is not listed is not asked for any more.
     *
     * @param version of the plan
     */
    @Wire("visits-needed.v1")
    record VisitsNeeded(PatientId patient, EpisodeId episode, int version, List<VisitNeed> needs, Instant at)
            implements TherapyState {
        @Override
        public String key() {
            return "visits/" + episode;
        }
    }
}
