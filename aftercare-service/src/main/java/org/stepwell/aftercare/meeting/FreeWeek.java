package org.stepwell.aftercare.meeting;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.stepwell.contracts.scheduling.SchedulingState.AvailabilityChanged.Busy;

/**
 * The next seven days of somebody, without the hours at which they can not come and without the night. Busy hours are by the clock on
 * the clinic's wall, a meeting's by its own.
 */
record FreeWeek(Instant now, ZoneId zone, List<Busy> busy) {

    static final int DAYS = 7;
    private static final LocalTime MORNING = LocalTime.of(6, 0);
    private static final LocalTime NIGHT = LocalTime.of(23, 0);

    /** Free hours of a day. */
    record Window(LocalDate date, LocalTime from, LocalTime until) {}

    /** Once that a meeting is held. */
    record Occurrence(ZonedDateTime startsAt, ZonedDateTime endsAt) {}

    LocalDate firstDay() {
        return LocalDate.ofInstant(now, zone);
    }

    /** The days that are looked at; the last one until the hour it is now. */
    List<LocalDate> days() {
        var first = firstDay();
        return first.datesUntil(first.plusDays(DAYS + 1L)).toList();
    }

    /** When somebody is free on a day. */
    List<Window> windows(LocalDate date) {
        var free = new ArrayList<Window>();
        var from = MORNING;
        for (var one : busyOn(date)) {
            if (one.from().isAfter(from)) {
                free.add(new Window(date, from, one.from().isBefore(NIGHT) ? one.from() : NIGHT));
            }
            from = one.to().isAfter(from) ? one.to() : from;
        }
        if (from.isBefore(NIGHT)) {
            free.add(new Window(date, from, NIGHT));
        }
        return free;
    }

    private List<Busy> busyOn(LocalDate date) {
        return busy.stream()
                .filter(one ->
                        one.day() == date.getDayOfWeek() && !one.firstDay().isAfter(date))
                .filter(one -> one.lastDay() == null || !one.lastDay().isBefore(date))
                .sorted(Comparator.comparing(Busy::from))
                .toList();
    }

    /** The times of a meeting at which somebody is free from its beginning to its end; none where it meets by appointment. */
    List<Occurrence> of(Meeting meeting) {
        if (meeting.startsAt() == null) {
            return List.of();
        }
        var theirs = ZoneId.of(meeting.zone());
        var first = LocalDate.ofInstant(now, theirs);
        return first.datesUntil(first.plusDays(DAYS + 1L))
                .filter(date -> meeting.days().contains(date.getDayOfWeek()))
                .map(date -> held(meeting, date, theirs))
                .filter(this::fits)
                .toList();
    }

    private Occurrence held(Meeting meeting, LocalDate date, ZoneId theirs) {
        var start = Objects.requireNonNull(meeting.startsAt());
        var end = Objects.requireNonNull(meeting.endsAt());
        var lastDate = end.isAfter(start) ? date : date.plusDays(1);
        return new Occurrence(
                date.atTime(start).atZone(theirs).withZoneSameInstant(zone),
                lastDate.atTime(end).atZone(theirs).withZoneSameInstant(zone));
    }

    private boolean fits(Occurrence held) {
        var start = held.startsAt();
        var end = held.endsAt();
        boolean soon = start.toInstant().isAfter(now)
                && start.isBefore(now.atZone(zone).plusDays(DAYS))
                && start.toLocalDate().equals(end.toLocalDate());
        return soon
                && windows(start.toLocalDate()).stream()
                        .anyMatch(free -> !free.from().isAfter(start.toLocalTime())
                                && !free.until().isBefore(end.toLocalTime()));
    }
}
