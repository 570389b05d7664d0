package org.stepwell.therapy.attainment;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.StaffId;

/** A scale, and how far the patient came on it. */
@Schema(name = "GoalScale")
record GoalScaleView(
        UUID id,
        ScaleContent says,
        @Schema(examples = "3") int weight,
        @Schema(examples = "LESS_THAN_EXPECTED") Level baseline,
        LocalDate agreedOn,
        StaffId agreedWith,

        @Schema(description = "missing while it is worked on") @Nullable
        LocalDate endedOn,

        @Schema(description = "by day; of one day, the last that was recorded counts")
        List<Rating> ratings,

        @Schema(examples = "1") int version) {

    /** How far the patient had come on a day. */
    @Schema(name = "GoalRating")
    record Rating(
            LocalDate date,
            @Schema(examples = "AS_EXPECTED") Level level,
            StaffId by,
            Instant at) {}
}
