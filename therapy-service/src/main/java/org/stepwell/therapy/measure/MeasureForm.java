package org.stepwell.therapy.measure;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.platform.measure.AnswerForm;

/** A questionnaire as it was answered; an item without an answer is left out. */
@Schema(name = "MeasureForm")
record MeasureForm(
        @NotNull EpisodeId episode,

        @Schema(examples = "PHQ-9") @NotBlank @Size(max = 40)
        String instrument,

        @Schema(description = "now where it is left out") @Nullable
        Instant takenAt,

        @Schema(
                examples = "WOMEN",
                description = "for which group of people the total is read, where the instrument knows several")
        @Nullable
        @Size(max = 40)
        String group,

        @NotNull @Size(min = 1, max = 200) List<@NotNull @Valid AnswerForm> answers) {}
