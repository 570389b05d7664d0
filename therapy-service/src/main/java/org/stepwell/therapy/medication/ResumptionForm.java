package org.stepwell.therapy.medication;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.stepwell.therapy.medication.OrderForm.OverrideForm;

/** What a prescriber found as an order went on after a hold. */
@Schema(name = "MedicationResumptionForm")
record ResumptionForm(
        @Schema(description = "what the checks go by now; each as it was said before where it is left out")
        @Nullable
        @Valid
        OrderInputs inputs,

        @Schema(
                description =
                        "warnings that came up since, and why it goes on all the same; what is not warned of is left out")
        @Nullable
        @Size(max = 12)
        List<@NotNull @Valid OverrideForm> overrides) {}
