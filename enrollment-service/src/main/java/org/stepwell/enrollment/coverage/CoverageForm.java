package org.stepwell.enrollment.coverage;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What stands on the card, and from when it holds. */
@Schema(name = "CoverageForm")
record CoverageForm(
        @Schema(examples = "PRIMARY") @NotNull Coverage.Priority priority,

        @Schema(examples = "Silver PPO") @NotBlank @Size(max = 200)
        String plan,

        @Schema(examples = "NHP-5550123", description = "kept sealed") @NotBlank @Size(max = 100)
        String memberNumber,

        @Schema(examples = "MILL-7", description = "kept sealed") @Nullable @Size(max = 100)
        String groupNumber,

        @Schema(examples = "2026-01-01") @NotNull LocalDate firstDay,

        @Schema(description = "left out as long as it goes on") @Nullable
        LocalDate lastDay) {

    /** What it says, and where it stands in what was sent. */
    Coverage.Terms terms(String at) {
        return new Coverage.Terms(priority, plan.strip(), firstDay, lastDay, at);
    }

    Coverage.Words words() {
        return new Coverage.Words(memberNumber.strip(), groupNumber);
    }
}
