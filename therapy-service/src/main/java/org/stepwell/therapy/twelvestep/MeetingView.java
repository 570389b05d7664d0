package org.stepwell.therapy.twelvestep;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.StaffId;

/** A meeting that a patient says to have tried. */
@Schema(name = "MeetingTried")
record MeetingView(
        UUID id,
        LocalDate date,
        Fellowship fellowship,
        MeetingTried.Format format,
        boolean homeGroup,
        Instant toldAt,

        @Schema(description = "to whom of the staff; missing where they wrote it down themselves") @Nullable
        StaffId writtenBy) {}
