package org.stepwell.therapy.medication;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.stepwell.therapy.formulary.Product;

/** A dose, or a supply of doses. */
@Schema(name = "MedicationDoseForm")
record DoseForm(
        @Schema(examples = "GIVEN") @NotNull DoseOutcome outcome,

        @Schema(description = "when it was, or would have been; now where it is left out") @Nullable
        Instant at,

        @Schema(description = "of a supply: for how many days") @Nullable @Min(1) @Max(90)
        Integer supplyDays,

        @Schema(description = "of an injection that was given") @Nullable
        InjectionSite site,

        @Schema(description = "of an injection: the lot of the product, as it is printed")
        @Nullable
        @Pattern(
                regexp = "[A-Za-z0-9][A-Za-z0-9-]{0,29}",
                message = "up to thirty letters and digits, as it is printed on the product")
        String lot) {

    void mustFit(Product product) {
        boolean injected = product.isInjection() && outcome == DoseOutcome.GIVEN;
        if (injected != (site != null)) {
            throw MedicationRule.DOSE_SAYS_HOW.at(
                    "/site", injected ? "Say where it was given." : "Leave it out: nothing was injected.");
        }
        boolean supplied = outcome == DoseOutcome.SUPPLIED;
        if (supplied && product.isInjection()) {
            throw MedicationRule.DOSE_SAYS_HOW.at("/outcome", "An injection is given here, not supplied.");
        }
        if (supplied != (supplyDays != null)) {
            throw MedicationRule.DOSE_SAYS_HOW.at(
                    "/supplyDays",
                    supplied ? "Say for how many days it lasts." : "Leave it out: nothing was supplied.");
        }
        if (lot != null && !injected) {
            throw MedicationRule.DOSE_SAYS_HOW.at("/lot", "Leave it out: nothing was injected.");
        }
    }
}
