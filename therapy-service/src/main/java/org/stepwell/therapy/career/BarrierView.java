package org.stepwell.therapy.career;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.StaffId;

/** Something that is, or was, in a patient's way to work or school. */
@Schema(name = "CareerBarrierMet")
record BarrierView(
        Barrier barrier,
        BarrierMet.State state,

        @Schema(description = "when they said so last") Instant metAt,

        @Schema(description = "when they said so") @Nullable Instant overcomeAt,

        @Schema(description = "to whom of the staff; missing where they wrote it down themselves") @Nullable
        StaffId writtenBy) {}
