package org.stepwell.scheduling.availability;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.stepwell.scheduling.calendar.DatedSlot;
import org.stepwell.scheduling.calendar.Slot;

/**
 * Hours of a weekday on which a patient can not come, by the clock on the clinic's wall. A day in court is one whose first day
 * is its last.
 *
 * @param lastDay missing where it goes on
 */
record BusyTime(
        Kind kind,
        DayOfWeek weekday,
        LocalTime opensAt,
        LocalTime closesAt,
        LocalDate firstDay,
        @Nullable LocalDate lastDay) {

    /** What keeps somebody; a plan is made around all of them alike. */
    @Schema(name = "BusyKind")
    enum Kind {
        WORK,
        SCHOOL,
        COURT,
        CHILDCARE,
        MEDICAL,
        TRANSPORT,
        OTHER
    }

    DatedSlot hours() {
        return new DatedSlot(new Slot(weekday, opensAt, closesAt), firstDay, lastDay);
    }
}
