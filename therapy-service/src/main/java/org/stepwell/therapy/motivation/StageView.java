package org.stepwell.therapy.motivation;

import java.time.Instant;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.stepwell.contracts.id.StaffId;

/** A stage of change as it was seen. */
@Schema(name = "StageSeen")
record StageView(
        Stage stage,

        @Schema(description = "the day on which it was seen")
        LocalDate date,

        StaffId recordedBy,
        Instant recordedAt) {}
