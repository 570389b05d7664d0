package org.stepwell.therapy.relapse;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.contracts.id.StaffId;

/** A version of a patient's plan for the prevention of a relapse. */
@Schema(name = "RelapsePlan")
record RelapsePlanView(
        UUID id,
        EpisodeId episode,
        PatientId patient,

        @Schema(examples = "2", description = "counts the versions of the episode, from 1; what If-Match names")
        int version,

        RelapsePlanContent says,

        @Schema(description = "with whom of the staff; missing where the patient wrote it alone") @Nullable
        StaffId writtenBy,

        Instant writtenAt) {}
