package org.stepwell.contracts.aftercare;

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
    record AftercareVisitsNeeded(PatientId patient, EpisodeId episode, int version, List<Need> needs, Instant at)
            implements AftercareState {
        @Override
        public String key() {
            return "visits/" + episode;
        }

        /**
         * One thing that is done with the patient alone, again and again.
         *
         * @param minutes how long it lasts at least
         * @param times how often in each turn
         * @param everyWeeks how many weeks a turn has, 1 where it is each week
         * @param clinician who gives it, where somebody is named
         * @param from the first day; it goes on until another list is said
         */
        public record Need(
                Modality modality,
                int minutes,
                int times,
                int everyWeeks,
                @Nullable StaffId clinician,
                LocalDate from) {}
    }
}
