package org.stepwell.therapy.job;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Hours of a weekday at which a patient works: a line of {@code busy}, as scheduling takes it in a patient's availability. */
@Schema(name = "WorkHours")
record WorkHours(
        @Schema(examples = "WORK") String kind,
        @Schema(examples = "FRIDAY") DayOfWeek day,
        @Schema(examples = "22:00:00") LocalTime from,
        @Schema(examples = "23:59:00") LocalTime to,
        @Schema(examples = "2026-03-06") LocalDate firstDay,

        @Schema(examples = "2026-06-30", description = "missing where they go on") @Nullable
        LocalDate lastDay) {

    /** What keeps somebody, as scheduling calls it. */
    static final String WORK = "WORK";
}
