package org.stepwell.therapy.measuredue;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A questionnaire, who is asked, and when. */
@Schema(name = "MeasureScheduleLine")
record ScheduleLine(
        @Schema(examples = "PHQ-9") @NotBlank @Size(max = 40)
        String instrument,

        @NotNull Asks asks,
        @NotNull @Size(min = 1, max = 6) List<@NotNull Occasion> occasions) {}
