package org.stepwell.therapy.medication;

import java.time.Instant;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.StaffId;
import org.stepwell.therapy.formulary.Substance;

/** What is taken from elsewhere, as it is shown. */
@Schema(name = "ExternalMedication")
record ExternalView(
        ExternalMedicationId id,
        int version,
        Substance substance,
        @Schema(examples = "Lisinopril") String name,
        @Schema(examples = "10 mg in the morning") @Nullable String howTaken,

        @Schema(examples = "Dr. Lopez, family practice") @Nullable
        String givenBy,

        LocalDate since,
        @Nullable LocalDate until,
        StaffId recordedBy,
        Instant recordedAt,

        @Schema(description = "where it was entered in error: it counts nowhere") @Nullable
        Instant struckAt) {}
