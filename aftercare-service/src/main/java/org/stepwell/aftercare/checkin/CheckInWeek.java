package org.stepwell.aftercare.checkin;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

/** The seven days that end on the day a check-in is due, and the one day of grace after it. */
record CheckInWeek(LocalDate dueOn) {

    private static final int DAYS = 7;
    private static final int GRACE_DAYS = 1;

    /** The first week after a day: the last one in the program, or the one on which the discharge became known. */
    static CheckInWeek firstAfter(LocalDate day) {
        return new CheckInWeek(day.plusDays(DAYS));
    }

    CheckInWeek next() {
        return new CheckInWeek(dueOn.plusDays(DAYS));
    }

    CheckInWeek previous() {
        return new CheckInWeek(dueOn.minusDays(DAYS));
    }

    /** The first day on which it may be recorded. */
    LocalDate opensOn() {
        return dueOn.minusDays(DAYS - 1L);
    }

    /** The last day on which it is in time. */
    LocalDate lastDay() {
        return dueOn.plusDays(GRACE_DAYS);
    }

    /** The hour of its day at which it is due. */
    Instant dueAt(LocalTime hour, ZoneId zone) {
        return dueOn.atTime(hour).atZone(zone).toInstant();
    }

    /** The midnight of the clinic after which it counts as missed. */
    Instant closesAt(ZoneId zone) {
        return lastDay().plusDays(1).atStartOfDay(zone).toInstant();
    }
}
