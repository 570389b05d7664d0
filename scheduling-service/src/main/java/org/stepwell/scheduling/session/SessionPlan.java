package org.stepwell.scheduling.session;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.code.Modality;
import org.stepwell.contracts.id.GroupId;
import org.stepwell.contracts.id.StaffId;
import org.stepwell.scheduling.calendar.ClinicTime;
import org.stepwell.scheduling.calendar.Recurrence;
import org.stepwell.scheduling.calendar.Slot;

/**
 * What the sessions of a group have in common, and the hours they repeat at.
 *
 * @param repeats on which days, where not in each week
 */
public record SessionPlan(
        GroupId group,
        Venue venue,
        Modality modality,
        int capacity,
        int fewest,
        List<StaffId> facilitators,
        List<Slot> slots,
        @Nullable Recurrence repeats) {

    /** One time a session takes place. */
    public record Occurrence(LocalDate day, Instant startsAt, Instant endsAt) {}

    /** The same as one of its sessions was: where, with how many, and led by whom. */
    SessionPlan as(Venue itsVenue, int itsCapacity, int itsFewest, List<StaffId> itsLeaders) {
        return new SessionPlan(group, itsVenue, modality, itsCapacity, itsFewest, itsLeaders, slots, repeats);
    }

    /** True where patients are together; only individual therapy is given to one alone. */
    public static boolean inGroup(Modality modality) {
        return modality != Modality.INDIVIDUAL_THERAPY;
    }

    /** All times the slots take place on, from a day to another, both included. */
    List<Occurrence> between(LocalDate from, LocalDate through, ClinicTime time) {
        return days(from, through)
                .flatMap(day -> slots.stream()
                        .filter(slot -> slot.weekday() == day.getDayOfWeek())
                        .map(slot -> new Occurrence(day, time.at(day, slot.opensAt()), time.at(day, slot.closesAt()))))
                .filter(one -> one.startsAt().isBefore(one.endsAt()))
                .toList();
    }

    private Stream<LocalDate> days(LocalDate from, LocalDate through) {
        return repeats == null ? from.datesUntil(through.plusDays(1)) : repeats.between(slots, from, through).stream();
    }
}
