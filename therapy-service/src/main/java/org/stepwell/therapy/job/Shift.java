package org.stepwell.therapy.job;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.validation.constraints.NotNull;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Hours of work that come each week, by the clock on the wall; those that end before they begin end on the next day. */
@Embeddable
@Schema(name = "JobShift")
record Shift(
        @NotNull @Enumerated(EnumType.STRING) @Schema(examples = "FRIDAY", description = "on which it begins")
        DayOfWeek weekday,

        @NotNull @Schema(examples = "22:00") LocalTime startsAt,

        @NotNull @Schema(examples = "06:00", description = "on the next day where it is before the beginning")
        LocalTime endsAt,

        @NotNull @Schema(examples = "2026-03-06") LocalDate firstDay,

        @Nullable @Schema(examples = "2026-06-30", description = "missing where it goes on")
        LocalDate lastDay) {

    /** Scheduling's hours end on the day on which they begin; nobody is seated in the last minute of one. */
    private static final LocalTime LAST_MINUTE = LocalTime.of(23, 59);

    void mustBePossible(String pointer) {
        if (startsAt.equals(endsAt)) {
            throw JobRule.SHIFTS_CAN_BE.at(pointer + "/endsAt", "another time than %s".formatted(startsAt));
        }
        if (lastDay != null && lastDay.isBefore(firstDay)) {
            throw JobRule.SHIFTS_CAN_BE.at(pointer + "/lastDay", "%s or later".formatted(firstDay));
        }
    }

    /** As scheduling takes them: one day at a time. */
    Stream<WorkHours> hours() {
        if (endsAt.isAfter(startsAt)) {
            return hours(0, startsAt, endsAt);
        }
        return Stream.concat(hours(0, startsAt, LAST_MINUTE), hours(1, LocalTime.MIDNIGHT, endsAt));
    }

    private Stream<WorkHours> hours(int daysLater, LocalTime from, LocalTime to) {
        return from.isBefore(to)
                ? Stream.of(new WorkHours(
                        WorkHours.WORK,
                        weekday.plus(daysLater),
                        from,
                        to,
                        firstDay.plusDays(daysLater),
                        lastDay == null ? null : lastDay.plusDays(daysLater)))
                : Stream.empty();
    }
}
