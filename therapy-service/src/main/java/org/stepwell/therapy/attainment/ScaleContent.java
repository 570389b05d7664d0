package org.stepwell.therapy.attainment;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What is scaled, and what each of the five levels looks like, so that anybody would rate it alike. */
@Schema(name = "GoalScaleContent")
record ScaleContent(
        @Schema(examples = "Evenings at home with the family") @NotBlank @Size(max = 500)
        String goal,

        @Schema(examples = "none in a week") @NotBlank @Size(max = 500)
        String muchLess,

        @Schema(examples = "one or two in a week") @NotBlank @Size(max = 500)
        String less,

        @Schema(examples = "three or four in a week") @NotBlank @Size(max = 500)
        String expected,

        @Schema(examples = "five or six in a week") @NotBlank @Size(max = 500)
        String more,

        @Schema(examples = "each evening of the week") @NotBlank @Size(max = 500)
        String muchMore) {}
