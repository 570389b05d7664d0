package org.stepwell.enrollment.program;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.code.RuleSet;
import org.stepwell.contracts.code.RuleSet.Basis;
import org.stepwell.platform.problem.FieldError;
import org.stepwell.platform.problem.Refusal;

/** Rules of a clinic's own, where no preset fits its state or its payers. */
@Schema(name = "RuleSetForm")
record RuleSetForm(
        @Schema(examples = "riverside-evening") @NotNull @Pattern(regexp = "[a-z0-9-]{1,40}")
        String code,

        @Schema(description = "treatment minutes a week, at least", examples = "540")
        @NotNull
        @Min(1)
        @Max(MINUTES_A_WEEK)
        Integer weekMinutesMin,

        @Schema(description = "treatment minutes a week, at most", examples = "1199")
        @NotNull
        @Min(1)
        @Max(MINUTES_A_WEEK)
        Integer weekMinutesMax,

        @Schema(examples = "3") @NotNull @Min(1) @Max(7) Integer daysMin,

        @Schema(examples = "5") @NotNull @Min(1) @Max(7) Integer daysMax,

        @Schema(description = "minutes that make a day count; without it, any day does", examples = "180")
        @Nullable
        @Min(1)
        @Max(MINUTES_A_DAY)
        Integer dayMinutesMin,

        @Schema(description = "days without treatment in a row, at most", examples = "2") @Nullable @Min(0) @Max(6)
        Integer gapDaysMax,

        @Schema(
                description = "share of minutes in groups that must be exceeded, in percent; 0 asks for none",
                examples = "50")
        @NotNull
        @Min(0)
        @Max(99)
        Integer groupSharePercentOver,

        @Schema(examples = "ATTENDED") @NotNull Basis basis,

        @Schema(description = "hours after a session by which its note is signed", examples = "72")
        @NotNull
        @Min(1)
        @Max(720)
        Integer noteDueHours) {

    private static final int MINUTES_A_WEEK = 10_080;
    private static final int MINUTES_A_DAY = 1_440;

    RuleSet ruleSet() {
        mustBeInOrder(weekMinutesMin, weekMinutesMax, "weekMinutesMax");
        mustBeInOrder(daysMin, daysMax, "daysMax");
        if (dayMinutesMin != null && dayMinutesMin * daysMin > weekMinutesMax) {
            throw new Refusal(
                    ProgramRule.RULES_CAN_BE_MET,
                    "%d days of %d minutes are more than a week may have (%d)."
                            .formatted(daysMin, dayMinutesMin, weekMinutesMax),
                    List.of(new FieldError("/ownRules/dayMinutesMin", "asks for more than a week may have")));
        }
        return new RuleSet(
                code,
                1,
                weekMinutesMin,
                weekMinutesMax,
                daysMin,
                daysMax,
                dayMinutesMin,
                gapDaysMax,
                groupSharePercentOver,
                basis,
                noteDueHours);
    }

    private static void mustBeInOrder(int least, int most, String field) {
        if (least > most) {
            throw new Refusal(
                    ProgramRule.RULES_CAN_BE_MET,
                    "At least %d and at most %d is never met.".formatted(least, most),
                    List.of(new FieldError("/ownRules/" + field, "is less than what is asked for at least")));
        }
    }
}
