package org.stepwell.therapy.safety;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.contracts.id.StaffId;
import org.stepwell.platform.finding.StandingFlag;

/** A flag as it is shown; what the clinician wrote is shown to staff only. */
@Schema(name = "SafetyFlag")
record FlagView(
        UUID id,

        @Schema(
                examples = "0",
                description =
                        "of a flag of therapy: the number that If-Match of its clearance names; raised again, it is a later one")
        @Nullable
        Integer version,

        @Schema(examples = "therapy", description = "who raised it; it is cleared there")
        String service,

        @Schema(examples = "SUICIDE_ITEM") String flag,

        @Schema(description = "missing where it was raised before there was one") @Nullable
        EpisodeId episode,

        boolean open,
        Instant raisedAt,

        @Schema(description = "of a flag of therapy") @Nullable
        Instant lastRaisedAt,

        @Schema(description = "of a flag of therapy") @Nullable
        Integer timesRaised,

        @Nullable Instant clearedAt,
        @Nullable StaffId clearedBy,
        @Nullable String credentials,
        @Nullable Disposition disposition,

        @Schema(description = "how high the risk of suicide was found, where it was assessed") @Nullable
        RiskLevel riskLevel,

        @Nullable String text) {

    /** A flag of another service, as far as it is known here. */
    static FlagView elsewhere(StandingFlag flag) {
        return new FlagView(
                flag.id(),
                null,
                flag.service(),
                flag.flag(),
                flag.episode(),
                flag.clearedAt() == null,
                flag.raisedAt(),
                null,
                null,
                flag.clearedAt(),
                null,
                null,
                null,
                null,
                null);
    }
}
