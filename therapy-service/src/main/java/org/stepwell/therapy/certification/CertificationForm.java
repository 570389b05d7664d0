package org.stepwell.therapy.certification;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.ArrayList;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.stepwell.platform.problem.FieldError;
import org.stepwell.platform.problem.Refusal;

/** What a physician certifies, statement by statement. */
@Schema(name = "CertificationForm")
record CertificationForm(
        @Schema(examples = "2026-01-05", description = "today, unless said") @Nullable
        LocalDate from,

        @Schema(examples = "540", description = "minutes of treatment a week that are needed: nine hours at least")
        @NotNull
        @Min(540)
        @Max(1_200)
        Integer weeklyMinutes,

        @Schema(examples = "true", description = "severe interference in several areas of life") @NotNull
        Boolean lifeAreasImpaired,

        @Schema(examples = "true", description = "able to take part in the program") @NotNull
        Boolean ableToParticipate,

        @Schema(
                examples = "true",
                description =
                        "treated under an individual written plan: diagnosis; type, amount, frequency and duration of"
                                + " services; goals")
        @NotNull
        Boolean underWrittenPlan) {

    void mustCertifyAll() {
        var missing = new ArrayList<FieldError>();
        need(missing, lifeAreasImpaired, "lifeAreasImpaired");
        need(missing, ableToParticipate, "ableToParticipate");
        need(missing, underWrittenPlan, "underWrittenPlan");
        if (!missing.isEmpty()) {
            throw new Refusal(
                    CertificationRule.ALL_OF_IT_IS_CERTIFIED,
                    "%d statements are not made. Where one is not true, look at the level of care again."
                            .formatted(missing.size()),
                    missing);
        }
    }

    private static void need(ArrayList<FieldError> missing, boolean said, String field) {
        if (!said) {
            missing.add(new FieldError("/" + field, "true, for a certification"));
        }
    }
}
