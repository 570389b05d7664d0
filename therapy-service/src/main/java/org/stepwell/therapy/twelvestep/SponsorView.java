package org.stepwell.therapy.twelvestep;

import java.time.Instant;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.StaffId;

/** A patient's sponsor. */
@Schema(name = "Sponsor")
record SponsorView(
        @Schema(examples = "B.", description = "a first name or initials")
        String name,

        LocalDate since,
        Instant toldAt,

        @Schema(description = "to whom of the staff; missing where they wrote it down themselves") @Nullable
        StaffId writtenBy) {}
