package org.stepwell.contracts.scheduling;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.Topic;
import org.stepwell.contracts.Wire;
import org.stepwell.contracts.code.Modality;
import org.stepwell.contracts.id.GroupId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.contracts.id.ProgramId;
import org.stepwell.contracts.id.SessionId;
import org.stepwell.contracts.id.StaffId;

/** What scheduling knows and others keep a copy of. */
@Topic(value = "stepwell.scheduling.state", state = true)
public sealed interface SchedulingState extends SchedulingEvent {

    /**
     * Somebody on the staff: credentials decide what they may do and sign.
     *
     * @param supervisor who answers for their work, where somebody does
     */
    @Wire("staff-changed.v1")
    record StaffChanged(
            StaffId staff,
            List<String> credentials,
            boolean active,
            @Nullable StaffId supervisor,
            Instant at) implements SchedulingState {
        @Override
        public String key() {
            return "staff/" + staff;
        }
    }

    /** How many seats a track still has. */
    @Wire("places-changed.v1")
    record PlacesChanged(ProgramId program, String track, LocalDate from, int free, Instant at)
            implements SchedulingState {
        @Override
        public String key() {
            return "places/" + program + "/" + track;
        }
    }

    /** Whether the clinic is closed on a day; a day that nobody said anything of is open. */
    @Wire("closure-changed.v1")
    record ClosureChanged(LocalDate day, boolean closed, Instant at) implements SchedulingState {
        @Override
        public String key() {
            return "closure/" + day;
        }
    }

    /** All times at which a patient can not come, as they were said last; what is not listed is free. What keeps them stays here. */
    @Wire("availability-changed.v1")
    record AvailabilityChanged(PatientId patient, List<Busy> busy, Instant at) implements SchedulingState {
        @Override
        public String key() {
            return "availability/" + patient;
        }

        /**
         * Hours of a weekday, by the clock on the clinic's wall.
         *
         * @param lastDay missing where it goes on
         */
        public record Busy(
                DayOfWeek day,
                LocalTime from,
                LocalTime to,
                LocalDate firstDay,
                @Nullable LocalDate lastDay) {}
    }

    /** A session of a group, or a visit of one patient, which has none: when, what and who leads it. */
    @Wire("session-changed.v1")
    record SessionChanged(
            SessionId session,
            @Nullable GroupId group,
            Modality modality,
            LocalDate date,
            Instant start,
            Instant end,
            List<StaffId> facilitators,
            Status status,
            Instant at)
            implements SchedulingState {
        @Override
        public String key() {
            return "session/" + session;
        }

        /** Where the session stands. */
        public enum Status {
            SCHEDULED,
            CANCELLED,
            CLOSED
        }
    }
}
