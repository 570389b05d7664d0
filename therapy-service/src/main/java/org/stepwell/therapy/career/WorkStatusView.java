package org.stepwell.therapy.career;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.StaffId;

/** How a patient stands to work and school as of a day. */
@Schema(name = "WorkStatus")
record WorkStatusView(
        LocalDate date,
        Employment employment,

        @Schema(description = "where they are not in the labor force") @Nullable
        NotInLaborForce notInLaborForce,

        Education education,

        @Schema(
                examples = "{\"EMPLOY\": 4, \"DETNLF\": 2, \"EDUC\": 3}",
                description = "the same by the fields of the state's report; at discharge their names end with _D")
        Map<String, Integer> teds,

        @Schema(description = "whether another word of the same day stands instead")
        boolean replaced,

        Instant toldAt,

        @Schema(description = "to whom of the staff; missing where they wrote it down themselves") @Nullable
        StaffId writtenBy) {}
