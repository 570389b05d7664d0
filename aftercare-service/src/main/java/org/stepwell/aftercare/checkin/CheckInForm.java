package org.stepwell.aftercare.checkin;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.stepwell.platform.problem.FieldError;
import org.stepwell.platform.problem.HttpRule;
import org.stepwell.platform.problem.Refusal;

/** What is asked once a week. */
@Schema(name = "CheckInForm")
record CheckInForm(
        @Schema(description = "for a week that was missed: the day it was due", examples = "2026-03-02") @Nullable
        LocalDate dueOn,

        @NotNull @Schema(description = "any use since the last check-in")
        Boolean used,

        @Nullable Set<@NotNull Substance> substances,

        @Min(0) @Max(7) @Schema(description = "days of use") @Nullable
        Integer usedDays,

        @NotNull @Min(0) @Max(4) @Schema(description = "cravings: not at all 0 to extremely 4")
        Integer cravings,

        @NotNull @Min(0) @Max(7) @Schema(description = "days depressed, anxious, angry or upset")
        Integer moodDays,

        @NotNull @Min(0) @Max(4) @Schema(description = "sleep: very poor 0 to very good 4")
        Integer sleep,

        @NotNull @Min(0) @Max(21) @Schema(description = "mutual-help meetings attended")
        Integer meetings,

        @NotNull @Min(0) @Max(4) @Schema(description = "confidence to stay abstinent: not at all 0 to extremely 4")
        Integer confidence,

        @Schema(description = "medication for the disorder taken as prescribed; left out where none is") @Nullable
        Boolean medicationTaken,

        @NotNull @Schema(description = "thoughts of suicide since the last check-in")
        Boolean suicideThoughts,

        @Size(max = 2000) @Nullable String note) {

    /** The answers, if they agree with each other. */
    Answers answers() {
        var named = substances == null ? Set.<Substance>of() : substances;
        if (!used && (!named.isEmpty() || (usedDays != null && usedDays > 0))) {
            throw disagree("/used", "true, or no substances and no days of use");
        }
        if (used && usedDays != null && usedDays == 0) {
            throw disagree("/usedDays", "at least 1 where there was use");
        }
        return new Answers(
                used,
                Answers.joined(named),
                usedDays,
                cravings,
                moodDays,
                sleep,
                meetings,
                confidence,
                medicationTaken,
                suicideThoughts);
    }

    private static Refusal disagree(String pointer, String expected) {
        return new Refusal(
                HttpRule.INVALID_REQUEST,
                "The answers about use do not agree. Correct %s.".formatted(pointer),
                List.of(new FieldError(pointer, expected)));
    }
}
