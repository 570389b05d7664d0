package org.stepwell.therapy.motivation;

import java.time.Instant;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.SessionId;
import org.stepwell.contracts.id.StaffId;

/** What a patient said in a session, counted. */
@Schema(name = "ChangeTalk")
record TalkView(
        SessionId session,
        LocalDate date,
        TalkCounts counts,

        @Schema(examples = "12", description = "change talk of all kinds")
        int forChange,

        @Schema(
                examples = "67",
                description = "change talk of all that was counted, in per cent; missing where nothing was")
        @Nullable
        Integer changePercent,

        StaffId countedBy,
        Instant countedAt,
        @Schema(examples = "0") int version) {}
