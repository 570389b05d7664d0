package org.stepwell.therapy.handoff;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.validator.constraints.UniqueElements;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.code.NextStepKind;
import org.stepwell.platform.problem.FieldError;

/** What somebody writes into a discharge summary. A draft may still lack much of it. */
@Schema(name = "DischargeSummaryContent")
record DischargeContent(
        @Schema(examples = "Nine weeks of evening groups; two lapses in the second week, none since.")
        @Nullable
        @Size(max = 8_000)
        String courseOfTreatment,

        @Schema(examples = "Sober for 47 days, sleeps through, back at work half days.") @Nullable @Size(max = 8_000)
        String conditionAtDischarge,

        @Schema(examples = "The goals of the plan are met; wants fewer hours because of work.")
        @Nullable
        @Size(max = 8_000)
        String reasons,

        @Schema(examples = "Weekly therapy, and the Tuesday meeting; look again if sleep worsens.")
        @Nullable
        @Size(max = 8_000)
        String recommendations,

        @Schema(examples = "1", description = "the level of care that is recommended, by its number")
        @Nullable
        @Pattern(regexp = LEVELS)
        String recommendedLevel,

        @Schema(description = "what should come next; aftercare arranges it") @NotNull @Size(max = 8) @UniqueElements
        List<@NotNull NextStepKind> nextSteps,

        @Schema(description = "why questionnaires of the end are missing, where they are") @Nullable
        MeasuresWaiver measuresWaived) {

    /** The numbers of the ASAM Criteria's third edition. */
    private static final String LEVELS = "0\\.5|1|2\\.1|2\\.5|3\\.1|3\\.3|3\\.5|3\\.7|4";

    /** A draft in which nobody wrote anything. */
    static final DischargeContent EMPTY = new DischargeContent(null, null, null, null, null, List.of(), null);

    void mustBeComplete() {
        var gaps = new ArrayList<FieldError>();
        needs(courseOfTreatment, "/courseOfTreatment", "what was done, and what came of it", gaps);
        needs(conditionAtDischarge, "/conditionAtDischarge", "how the patient was when they left", gaps);
        needs(reasons, "/reasons", "why it ended", gaps);
        needs(recommendations, "/recommendations", "what should come next", gaps);
        if (!gaps.isEmpty()) {
            throw HandoffRule.SUMMARY_IS_COMPLETE.because(
                    "The draft lacks this much: %d. Write it, then sign.".formatted(gaps.size()), gaps);
        }
    }

    private static void needs(@Nullable String text, String pointer, String what, List<FieldError> gaps) {
        if (text == null || text.isBlank()) {
            gaps.add(new FieldError(pointer, what));
        }
    }
}
