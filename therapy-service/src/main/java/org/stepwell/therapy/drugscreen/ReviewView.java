package org.stepwell.therapy.drugscreen;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.StaffId;

/** A look at a screen with the patient, as it is shown. */
@Schema(name = "DrugScreenReview")
record ReviewView(
        List<String> explained,

        @Schema(
                examples = "Talked about Saturday; she calls her sponsor before the next one.",
                description = "to staff")
        @Nullable
        String words,

        StaffId reviewedBy,
        Instant reviewedAt) {}
