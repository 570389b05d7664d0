package org.stepwell.scheduling.fidelity;

import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What was scheduled for a patient on a day of a week, and how long they were there. */
@Schema(name = "DayMinutes")
record DayMinutes(
        @Schema(examples = "2026-03-02") LocalDate day,

        @Schema(examples = "180", description = "of all their seats that day")
        int scheduled,

        @Schema(examples = "165") int attended) {

    /** Each day of the week with a seat, in order. */
    static List<DayMinutes> of(List<MeasureWeeks.Seated> seats, LocalDate weekStart) {
        var days = new TreeMap<LocalDate, DayMinutes>();
        seats.stream()
                .filter(seat ->
                        !seat.day().isBefore(weekStart)) // the week before is read for the gap that reaches over
                .map(seat -> new DayMinutes(seat.day(), seat.planned(), seat.attended()))
                .forEach(seat -> days.merge(seat.day(), seat, DayMinutes::and));
        return List.copyOf(days.values());
    }

    private DayMinutes and(DayMinutes more) {
        return new DayMinutes(day, scheduled + more.scheduled, attended + more.attended);
    }
}
