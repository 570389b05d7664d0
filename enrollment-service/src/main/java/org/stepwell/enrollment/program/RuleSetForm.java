package org.stepwell.enrollment.program;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.code.RuleSet;
import org.stepwell.contracts.code.RuleSet.Basis;
import org.stepwell.contracts.code.RuleSet.GroupSize;
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

        @Schema(
                description = "whether each day with treatment must have those minutes; not, unless said",
                examples = "false")
        @Nullable
        Boolean everyDayInFull,

        @Schema(description = "days without treatment in a row, at most", examples = "2") @Nullable @Min(0) @Max(6)
        Integer gapDaysMax,

        @Schema(
                description = "share of minutes in groups that must be exceeded, in percent; 0 asks for none",
                examples = "50")
        @NotNull
        @Min(0)
        @Max(99)
        Integer groupSharePercentOver,

        @Schema(description = "whether each day with treatment must have a group; not, unless said", examples = "false")
        @Nullable
        Boolean groupEachDay,

        @Schema(examples = "ATTENDED") @NotNull Basis basis,

        @Schema(description = "hours after a session by which its note is signed", examples = "72")
        @NotNull
        @Min(1)
        @Max(720)
        Integer noteDueHours,

        @Schema(description = "days for which a physician's certification stands; sixty, unless said", examples = "60")
        @Nullable
        @Min(CERTIFIED_DAYS_LEAST)
        @Max(RuleSet.RECERTIFICATION_DAYS)
        Integer recertificationDays,

        @Schema(
                description = "days after the first one by which a treatment plan is signed; seven, unless said",
                examples = "7")
        @Nullable
        @Min(1)
        @Max(PLAN_DAYS_MOST)
        Integer planDays,

        @Schema(
                description = "days after a plan was signed by which it is reviewed; thirty, unless said",
                examples = "30")
        @Nullable
        @Min(PLAN_REVIEW_DAYS_LEAST)
        @Max(PLAN_REVIEW_DAYS_MOST)
        Integer planReviewDays,

        @Schema(description = "how many people a group may have; from two to twelve, ten unless said") @Nullable @Valid
        GroupSizeForm groupSize) {

    private static final int MINUTES_A_WEEK = 10_080;
    private static final int MINUTES_A_DAY = 1_440;

    /** Whoever certifies is told fifteen days before it runs out, and that is after it began. */
    private static final int CERTIFIED_DAYS_LEAST = 16;

    /** Nobody is treated for a month without a plan; Medicare reviews one every other month at least. */
    private static final int PLAN_DAYS_MOST = 30;

    private static final int PLAN_REVIEW_DAYS_LEAST = 7;
    private static final int PLAN_REVIEW_DAYS_MOST = 60;

    /** How many people a group may have. That nobody may have more than fifteen is the house's limit. */
    @Schema(name = "GroupSizeForm")
    record GroupSizeForm(
            @Schema(description = "a group has at least so many places", examples = "2") @NotNull @Min(2) @Max(15)
            Integer min,

            @Schema(description = "the places of a group, unless somebody says otherwise", examples = "10")
            @NotNull
            @Min(2)
            @Max(15)
            Integer soft,

            @Schema(description = "a group never has more places", examples = "12") @NotNull @Min(2) @Max(15)
            Integer hard) {

        GroupSize groupSize() {
            mustBeInOrder(min, soft, "groupSize/soft");
            mustBeInOrder(soft, hard, "groupSize/hard");
            return new GroupSize(min, soft, hard);
        }
    }

    RuleSet ruleSet() {
        mustBeInOrder(weekMinutesMin, weekMinutesMax, "weekMinutesMax");
        mustBeInOrder(daysMin, daysMax, "daysMax");
        boolean inFull = Boolean.TRUE.equals(everyDayInFull);
        if (inFull && dayMinutesMin == null) {
            throw new Refusal(
                    ProgramRule.RULES_CAN_BE_MET,
                    "Say in dayMinutesMin how many minutes each day must have.",
                    List.of(new FieldError("/ownRules/dayMinutesMin", "the minutes that each day must have")));
        }
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
                inFull,
                gapDaysMax,
                groupSharePercentOver,
                Boolean.TRUE.equals(groupEachDay),
                basis,
                noteDueHours,
                recertificationDays == null ? RuleSet.RECERTIFICATION_DAYS : recertificationDays,
                planDays == null ? RuleSet.PLAN_DAYS : planDays,
                planReviewDays == null ? RuleSet.PLAN_REVIEW_DAYS : planReviewDays,
                groupSize == null ? GroupSize.OF_THE_HOUSE : groupSize.groupSize());
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
