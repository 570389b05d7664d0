package org.stepwell.therapy.job;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Where a patient applies, and as what; it is sealed. */
@Schema(name = "JobEmployer")
record Employer(
        @Schema(examples = "Corner bakery, Main Street") @NotBlank @Size(max = 200)
        String name,

        @Schema(examples = "Baker's assistant", description = "where they say so") @Nullable @Size(max = 200)
        String position) {}
