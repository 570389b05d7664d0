package org.stepwell.platform.measure;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The answer to an item, by the label that the questionnaire gives it. */
@Schema(name = "MeasureAnswerForm")
public record AnswerForm(
        @Schema(examples = "7A") @NotBlank @Size(max = 8) String item,

        @Schema(examples = "2") @NotNull Integer value) {}
