package org.stepwell.therapy.plan;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.stepwell.platform.problem.FieldError;

/** What the patient said to the plan. */
@Schema(name = "PlanAnswerForm")
record PlanAnswerForm(
        @NotNull PatientAnswer answer,

        @Schema(
                examples = "Signed at the kitchen table, no account yet; the page is in the chart.",
                description = "of a signature on paper, or of a refusal")
        @Nullable
        @Size(max = 2_000)
        String reason) {

    void mustSayHow(boolean byPatient) {
        if (byPatient != (answer == PatientAnswer.SIGNED)) {
            refuse(
                    "/answer",
                    byPatient
                            ? "Sign it here, or speak with your clinician."
                            : "Choose SIGNED_ON_PAPER or DECLINED, and say why.");
        }
        if (!byPatient && (reason == null || reason.isBlank())) {
            refuse("/reason", "Say why it is on paper, or why they declined.");
        }
    }

    private static void refuse(String pointer, String advice) {
        throw PlanRule.ANSWER_SAYS_HOW.because(advice, List.of(new FieldError(pointer, advice)));
    }
}
