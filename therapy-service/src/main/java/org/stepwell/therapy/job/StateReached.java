package org.stepwell.therapy.job;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.StaffId;

/** That an application came to a state. */
@Embeddable
@Schema(name = "JobApplicationStateReached")
record StateReached(
        @Enumerated(EnumType.STRING) ApplicationState state,
        LocalDate day,
        Instant toldAt,

        @Schema(description = "to whom of the staff; missing where they wrote it down themselves") @Nullable
        StaffId writtenBy) {}
