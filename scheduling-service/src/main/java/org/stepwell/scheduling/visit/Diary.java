package org.stepwell.scheduling.visit;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.contracts.id.RoomId;
import org.stepwell.contracts.id.StaffId;
import org.stepwell.platform.problem.Rule;
import org.stepwell.scheduling.availability.Availabilities;
import org.stepwell.scheduling.availability.AvailabilityRule;
import org.stepwell.scheduling.calendar.CalendarRule;
import org.stepwell.scheduling.calendar.Slot;
import org.stepwell.scheduling.calendar.WeeklyHours;
import org.stepwell.scheduling.session.SessionPlan.Occurrence;
import org.stepwell.scheduling.session.SessionRule;
import org.stepwell.scheduling.staff.StaffHours;
import org.stepwell.scheduling.staff.StaffRule;

/**
 * What is known of some days of a patient, of clinicians and of rooms. Proposals and bookings ask the same diary, so that what is
 * proposed can be booked.
 *
 * @param open when the clinic is; empty where nobody said it
 * @param works when clinicians do; who is missing may be asked for any hours
 * @param taken by the id of a patient, a clinician or a room
 * @param groups by the same ids, hours of groups for which no sessions are made yet
 */
record Diary(
        PatientId patient,
        Set<LocalDate> closed,
        List<Slot> open,
        Map<StaffId, List<Slot>> works,
        StaffHours.Away away,
        Availabilities.Busy notAvailable,
        Map<UUID, List<Taken>> taken,
        Map<UUID, List<GroupHours>> groups) {

    /** A time at which somebody is somewhere else, or somebody else is in a room. */
    record Taken(UUID who, Instant startsAt, Instant endsAt) {
        boolean overlaps(Wish wish) {
            return startsAt.isBefore(wish.when().endsAt())
                    && wish.when().startsAt().isBefore(endsAt);
        }
    }

    /** Hours at which a group will meet. */
    record GroupHours(
            UUID who, Slot slot, LocalDate from, @Nullable LocalDate through) {
        boolean overlaps(Wish wish) {
            var day = wish.when().day();
            return !day.isBefore(from) && (through == null || !day.isAfter(through)) && slot.overlaps(wish.slot());
        }
    }

    /** A visit as it could be; the hours are those on the clinic's wall. */
    record Wish(
            Occurrence when,
            LocalTime from,
            LocalTime to,
            StaffId clinician,
            @Nullable RoomId room) {
        Slot slot() {
            return new Slot(when.day().getDayOfWeek(), from, to);
        }

        Availabilities.Hours hours() {
            return new Availabilities.Hours(when.day(), from, to);
        }
    }

    /** Why a visit is not possible; the pointer is into the form of a booking. */
    record Obstacle(Rule rule, String pointer, String why) {}

    /** The first thing that stands in the way; nothing where the visit is possible. */
    @Nullable
    Obstacle obstacle(Wish wish) {
        var day = wish.when().day();
        if (closed.contains(day)) {
            return new Obstacle(CalendarRule.NOBODY_MEETS_WHILE_CLOSED, "/day", "the clinic is closed");
        }
        if (!WeeklyHours.hold(open, List.of(wish.slot()))) {
            return new Obstacle(
                    CalendarRule.WHILE_OPEN, "/from", "the clinic is not open; GET opening-hours says when");
        }
        if (!WeeklyHours.hold(works.getOrDefault(wish.clinician(), List.of()), List.of(wish.slot()))) {
            return new Obstacle(
                    StaffRule.LED_BY_THOSE_WHO_WORK,
                    "/clinician",
                    "does not work then; GET staff/{staff}/hours says when");
        }
        if (away.on(wish.clinician(), day)) {
            return new Obstacle(StaffRule.LED_BY_THOSE_WHO_ARE_HERE, "/clinician", "is away");
        }
        if (busy(wish.clinician().value(), wish)) {
            return new Obstacle(SessionRule.NO_FACILITATOR_TWICE, "/clinician", "leads another session then");
        }
        if (busy(patient.value(), wish)) {
            return new Obstacle(SessionRule.NO_PATIENT_TWICE, "/from", "the patient has another seat then");
        }
        if (notAvailable.clashes(patient, wish.hours())) {
            return new Obstacle(AvailabilityRule.NOT_AVAILABLE, "/from", "the patient can not come then");
        }
        var room = wish.room();
        return room != null && busy(room.value(), wish)
                ? new Obstacle(SessionRule.NO_ROOM_TWICE, "/room", "another session is there then")
                : null;
    }

    private boolean busy(UUID who, Wish wish) {
        return taken.getOrDefault(who, List.of()).stream().anyMatch(one -> one.overlaps(wish))
                || groups.getOrDefault(who, List.of()).stream().anyMatch(one -> one.overlaps(wish));
    }
}
