package org.stepwell.contracts.aftercare;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.Topic;
import org.stepwell.contracts.Wire;
import org.stepwell.contracts.code.VisitNeed;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.contracts.id.PatientId;

/** What aftercare knows and others keep a copy of. */
@Topic(value = "stepwell.aftercare.state", state = true)
public sealed interface AftercareState extends AftercareEvent {

    /**
     * Whom a patient has in a fellowship now: a sponsor, a home group, or none. What they are called stands only in
     * {@code names}, sealed.
     *
     * @param names a {@link FellowshipNames}, sealed under the clinic's key; missing where there is nobody
     */
    @Wire("support-person-changed.v1")
    record SupportPersonChanged(
            PatientId patient,
            @Nullable LocalDate sponsorSince,
            @Nullable LocalDate homeGroupSince,
            @Nullable String names,
            Instant at)
            implements AftercareState {
        @Override
        public String key() {
            return "support/" + patient;
        }
    }

    /**
     * All that aftercare asks for in visits of the patient alone, after the last day of an episode; what is not listed is not asked
     * for any more.
     *
     * @param version of the list
     */
    @Wire("aftercare-visits-needed.v1")
    record AftercareVisitsNeeded(PatientId patient, EpisodeId episode, int version, List<VisitNeed> needs, Instant at)
            implements AftercareState {
        @Override
        public String key() {
            return "visits/" + episode;
        }
    }
}
