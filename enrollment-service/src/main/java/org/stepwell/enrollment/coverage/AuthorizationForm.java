package org.stepwell.enrollment.coverage;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.stepwell.contracts.code.BillingUnit;
import org.stepwell.contracts.id.AuthorizationId;

/** What the payer's letter says. */
@Schema(name = "AuthorizationForm")
record AuthorizationForm(
        @Schema(examples = "DAY") @NotNull BillingUnit unit,

        @Schema(examples = "30") @NotNull @Min(1) @Max(10_000)
        Integer units,

        @Schema(examples = "2026-03-02") @NotNull LocalDate firstDay,
        @Schema(examples = "2026-05-29") @NotNull LocalDate lastDay,

        @Schema(examples = "AUTH-7731", description = "the payer's number for it; kept sealed")
        @NotBlank
        @Size(max = 100)
        String reference) {

    Approved approved(AuthorizationId id) {
        return new Approved(id, unit, units, firstDay, lastDay);
    }
}
