package org.stepwell.therapy.twelvestep;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.StaffId;

/** How far a patient says to be with a step. */
@Schema(name = "StepWork")
record StepView(
        Fellowship fellowship,
        @Schema(examples = "1") int step,
        StepWork.State state,

        @Schema(description = "when they said so") @Nullable Instant begunAt,

        @Schema(description = "when they said so") @Nullable Instant workedAt,

        @Schema(description = "to whom of the staff; missing where they wrote it down themselves") @Nullable
        StaffId writtenBy) {}
