package org.stepwell.therapy.handoff;

import java.time.Instant;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.contracts.id.PatientId;

/** A discharge summary that is owed. */
@Schema(name = "DischargeSummaryLine")
record SummaryLine(
        EpisodeId episode,
        PatientId patient,

        @Schema(description = "planned, as long as the patient has not left")
        LocalDate lastDay,

        boolean left,

        @Schema(description = "by which day it is signed") LocalDate dueOn,

        @Nullable Instant overdueSince,

        @Schema(description = "whether somebody wrote into it")
        boolean written,

        @Schema(description = "whether it waits for a co-signature")
        boolean toCosign) {}
