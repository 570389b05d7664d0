package org.stepwell.therapy.safety;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.contracts.id.StaffId;

/** A flag as it is shown; what the clinician wrote is shown to staff only. */
@Schema(name = "SafetyFlag")
record FlagView(
        UUID id,
        @Schema(examples = "SUICIDE_ITEM") String flag,
        EpisodeId episode,
        boolean open,
        Instant raisedAt,
        Instant lastRaisedAt,
        int timesRaised,
        @Nullable Instant clearedAt,
        @Nullable StaffId clearedBy,
        @Nullable Disposition disposition,
        @Nullable String text) {}
