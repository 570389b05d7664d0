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

    /**
     * The patient is away for a while: nobody expects them from {@code from} on. Said again with the same first day, it
     * holds instead of what was said before.
     *
     * @param expectedUntil the last day on which they are expected to be away
     * @param keepSeatsUntil the last day on which their places are kept; where there is none, they are given back at once
     */
    @Wire("episode-held.v1")
    record EpisodeHeld(
            PatientId patient,
            EpisodeId episode,
            LocalDate from,
            LocalDate expectedUntil,
            @Nullable LocalDate keepSeatsUntil,
            Instant at)
            implements EnrollmentFact {}

    /**
     * The patient comes back; seats are wanted again.
     *
     * @param from the first day back
     * @param targetEnd as much later as they were away
     */
    @Wire("episode-resumed.v1")
    record EpisodeResumed(PatientId patient, EpisodeId episode, LocalDate from, LocalDate targetEnd, Instant at)
            implements EnrollmentFact {}

    /** The patient is in another track of the program from a day on; seats are wanted there. */
    @Wire("track-changed.v1")
    record TrackChanged(PatientId patient, EpisodeId episode, String track, LocalDate from, Instant at)
            implements EnrollmentFact {}

    /** The treatment goes on beyond the day it was meant to end. */
    @Wire("target-end-moved.v1")
    record TargetEndMoved(PatientId patient, EpisodeId episode, LocalDate targetEnd, Instant at)
            implements EnrollmentFact {}

    /** The end is in sight: next steps must be arranged before it. Said again, it holds instead of what was said before. */
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

    /**
     * The episode is over; {@code lastDay} is the last day in the program. Without a reason nobody was ever there: it is the last day
     * on which they were expected, which may be before the first.
     */
    @Wire("episode-discharged.v1")
    record EpisodeDischarged(
            PatientId patient,
            EpisodeId episode,
            LocalDate lastDay,
            @Nullable DischargeReason reason,
            @Nullable DischargeWaiver waiver,
            Instant at)
            implements EnrollmentFact {

        /** Whether the patient was admitted and never came. */
        public boolean neverCame() {
            return reason == null;
        }
    }

    /** How the episode ended was said wrongly; it holds instead of what was said before. */
    @Wire("discharge-corrected.v1")
    record DischargeCorrected(
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

    /**
     * What was opened in an emergency was held unjustified before its hour was over, and is closed everywhere.
     *
     * @param at in wall time
     */
    @Wire("break-glass-closed.v1")
    record BreakGlassClosed(PatientId patient, BreakGlassId breakGlass, Instant at) implements EnrollmentFact {

        /** That of its opening, which it never overtakes. */
        @Override
        public String key() {
            return breakGlass().toString();
        }
    }
}
