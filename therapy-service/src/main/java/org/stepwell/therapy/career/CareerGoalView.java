package org.stepwell.therapy.career;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.StaffId;

/** What a patient wants to reach at work or in school. */
@Schema(name = "CareerGoal")
record CareerGoalView(
        UUID id,

        @Schema(examples = "A job with fixed hours in the morning.")
        String goal,

        @Schema(description = "by when") LocalDate targetDate,
        CareerGoal.State state,

        @Schema(description = "since when it stands so") LocalDate since,

        @Schema(description = "when it was said last") Instant toldAt,

        @Schema(description = "to whom of the staff; missing where they wrote it down themselves") @Nullable
        StaffId writtenBy,

        @Schema(examples = "1") int version) {}
