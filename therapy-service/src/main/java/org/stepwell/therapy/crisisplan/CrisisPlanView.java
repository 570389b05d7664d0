package org.stepwell.therapy.crisisplan;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.contracts.id.StaffId;

/** A patient's crisis plan as it is now, and whom to call whatever stands in it. */
@Schema(name = "CrisisPlan")
record CrisisPlanView(
        PatientId patient,

        @Schema(examples = "Call or text 988 at any hour (Suicide and Crisis Lifeline). In danger, call 911.")
        String helpNow,

        @Schema(description = "missing until one is written") @Nullable
        VersionView plan) {

    /** One version of it. */
    @Schema(name = "CrisisPlanVersion")
    record VersionView(
            UUID id,

            @Schema(examples = "2", description = "what If-Match names")
            int version,

            CrisisPlanContent says,
            StaffId writtenBy,
            Instant writtenAt) {}
}
