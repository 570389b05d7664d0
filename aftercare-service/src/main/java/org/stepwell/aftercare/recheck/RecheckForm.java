package org.stepwell.aftercare.recheck;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.stepwell.platform.problem.FieldError;
import org.stepwell.platform.problem.HttpRule;
import org.stepwell.platform.problem.Refusal;

/** What is asked once a quarter, about the past 90 days. */
@Schema(name = "RecheckForm")
record RecheckForm(
        @NotNull @Min(0) @Max(90) @Schema(description = "days of any use", examples = "2")
        Integer useDays,

        @NotNull @Min(0) @Max(90) @Schema(description = "days drunk or high for most of the day", examples = "0")
        Integer intoxicatedDays,

        @NotNull
        @Schema(description = "use kept them from responsibilities at work, at school or at home", examples = "false")
        Boolean failedResponsibilities,

        @NotNull @Schema(description = "use caused problems", examples = "false")
        Boolean problems,

        @NotNull @Schema(description = "withdrawal when they did not use", examples = "false")
        Boolean withdrawal,

        @NotNull @Schema(description = "they say that they need treatment", examples = "false")
        Boolean wantsTreatment,

        @NotNull @Schema(description = "in treatment now, here or elsewhere", examples = "false")
        Boolean inTreatment,

        @NotNull @Schema(description = "in jail or prison now", examples = "false")
        Boolean inJail) {

    /** The answers, if they agree with each other. */
    RecheckAnswers answers() {
        if (intoxicatedDays > useDays) {
            throw new Refusal(
                    HttpRule.INVALID_REQUEST,
                    "They were intoxicated on more days (%d) than they used on (%d). Correct one of both."
                            .formatted(intoxicatedDays, useDays),
                    List.of(new FieldError("/intoxicatedDays", "at most useDays")));
        }
        return new RecheckAnswers(
                useDays,
                intoxicatedDays,
                failedResponsibilities,
                problems,
                withdrawal,
                wantsTreatment,
                inTreatment,
                inJail);
    }
}
