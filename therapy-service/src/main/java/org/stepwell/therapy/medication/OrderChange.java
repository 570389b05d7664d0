package org.stepwell.therapy.medication;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.StaffId;

/** A step of an order. */
@Embeddable
@Schema(name = "MedicationOrderChange")
record OrderChange(
        @Enumerated(EnumType.STRING) OrderStatus status,

        @Schema(description = "the first day of it") LocalDate day,

        @Schema(description = "missing where the last day of the order was over") @Nullable
        StaffId changedBy,

        Instant changedAt) {}
