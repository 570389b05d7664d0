package org.stepwell.therapy.motivation;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.contracts.id.StaffId;

/** A version of a decisional balance. */
@Schema(name = "DecisionalBalance")
record BalanceView(
        UUID id,
        EpisodeId episode,
        PatientId patient,
        @Schema(examples = "2") int version,
        BalanceContent says,
        StaffId writtenBy,
        Instant writtenAt) {}
