package org.stepwell.therapy.medication;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.StaffId;

/** A dose as it is shown. */
@Schema(name = "MedicationDose")
record DoseView(
        UUID id,
        MedicationOrderId order,
        DoseOutcome outcome,
        Instant at,
        LocalDate day,

        @Schema(examples = "14") @Nullable Integer supplyDays,
        @Nullable InjectionSite site,
        @Schema(examples = "K4471-2") @Nullable String lot,
        StaffId recordedBy,
        Instant recordedAt,

        @Schema(description = "where it was entered in error: it counts nowhere") @Nullable
        Instant struckAt,

        @Nullable StaffId struckBy) {}
