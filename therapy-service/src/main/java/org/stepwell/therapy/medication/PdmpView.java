package org.stepwell.therapy.medication;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.contracts.id.StaffId;

/** A look into a prescription monitoring program, as it is shown. */
@Schema(name = "PdmpCheck")
record PdmpView(
        UUID id,
        EpisodeId episode,
        Instant checkedAt,
        StaffId checkedBy,
        Instant recordedAt,

        @Schema(examples = "461621000124108", description = "SNOMED CT: review of the program's data")
        String procedure,

        @Schema(examples = "461651000124104", description = "SNOMED CT: it was done")
        String done) {

    static final String PROCEDURE = "461621000124108";
    static final String DONE = "461651000124104";
}
