package org.stepwell.enrollment.coverage;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.stepwell.platform.problem.FieldError;
import org.stepwell.platform.problem.Refusal;

/** What stands on the card, and from when it holds. */
@Schema(name = "CoverageForm")
record CoverageForm(
        @Schema(examples = "PRIMARY") @NotNull Coverage.Priority priority,

        @Schema(examples = "Silver PPO", description = "kept sealed") @NotBlank @Size(max = 200)
        String plan,

        @Schema(examples = "NHP-5550123", description = "kept sealed") @NotBlank @Size(max = 100)
        String memberNumber,

        @Schema(examples = "MILL-7", description = "kept sealed") @Nullable @Size(max = 100)
        String groupNumber,

        @Schema(examples = "2026-01-01") @NotNull LocalDate firstDay,

        @Schema(description = "left out as long as it goes on") @Nullable
        LocalDate lastDay,

        @Schema(description = "whose policy it is, where it is not the patient's own; kept sealed") @Nullable @Valid
        Subscriber subscriber) {

    /** What it says, and where it stands in what was sent. */
    CoverageTerms terms(String at) {
        return new CoverageTerms(priority, firstDay, lastDay, at);
    }

    /** What stands on it besides, and where the form stands in what was sent. */
    Coverage.Words words(String at) {
        if (subscriber != null && !subscriber.birthDate().isBefore(firstDay)) {
            throw new Refusal(
                    CoverageRule.SUBSCRIBER_WAS_BORN_BEFORE,
                    "It holds from %s on, and whoever holds it was born later.".formatted(firstDay),
                    List.of(new FieldError(at + "/subscriber/birthDate", "before %s".formatted(firstDay))));
        }
        return new Coverage.Words(plan.strip(), memberNumber.strip(), groupNumber, subscriber);
    }
}
