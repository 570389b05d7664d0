package org.stepwell.contracts.enrollment;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.Topic;
import org.stepwell.contracts.Wire;
import org.stepwell.contracts.code.DischargeReason;
import org.stepwell.contracts.code.DischargeWaiver;
import org.stepwell.contracts.id.BreakGlassId;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.contracts.id.ProgramId;
import org.stepwell.contracts.id.StaffId;

/**
 * What happened once in enrollment. What is about treatment names patient and episode: last year's late event opens no door
 * of this year.
 */
@Topic("stepwell.enrollment")
public sealed interface EnrollmentFact extends EnrollmentEvent {

    PatientId patient();

    @Override
    default String key() {
        return patient().toString();
    }

    /** A patient was admitted to a track; a seat is wanted from {@code start} on. */
    @Wire("episode-admitted.v1")
    record EpisodeAdmitted(
            PatientId patient,
            EpisodeId episode,
            @Nullable EpisodeId previous,
            ProgramId program,
            String track,
            LocalDate start,
            LocalDate targetEnd,
            int weeklyMinutes,
            Instant at)
            implements EnrollmentFact {}

    /** The end is in sight: next steps must be arranged before it. */
    @Wire("discharge-planned.v1")
    record DischargePlanned(
            PatientId patient,
            EpisodeId episode,
            LocalDate targetDate,
            DischargeReason reason,
            @Nullable String nextLevel,
            Instant at)
            implements EnrollmentFact {}

    /** The patient stays after all. */
    @Wire("discharge-plan-cancelled.v1")
    record DischargePlanCancelled(PatientId patient, EpisodeId episode, Instant at) implements EnrollmentFact {}

    /** The episode is over; {@code lastDay} is the last day in the program. */
    @Wire("episode-discharged.v1")
    record EpisodeDischarged(
            PatientId patient,
            EpisodeId episode,
            LocalDate lastDay,
            DischargeReason reason,
            @Nullable DischargeWaiver waiver,
            Instant at)
            implements EnrollmentFact {}

    /** Two records were one person: the duplicate is closed, and whatever is known about it belongs to the patient. */
    @Wire("patient-merged.v1")
    record PatientMerged(PatientId patient, PatientId duplicate, Instant at) implements EnrollmentFact {}

    /**
     * Somebody opened a patient's record in an emergency; every service shows it to them until it closes.
     *
     * @param at in wall time, as is {@code until}
     */
    @Wire("break-glass-opened.v1")
    record BreakGlassOpened(PatientId patient, BreakGlassId breakGlass, StaffId staff, Instant at, Instant until)
            implements EnrollmentFact {

        /** Its own: an emergency does not wait behind what could not be applied of the patient. */
        @Override
        public String key() {
            return breakGlass().toString();
        }
    }
}
