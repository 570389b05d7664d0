package org.stepwell.therapy.twelvestep;

import java.time.Instant;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.stepwell.contracts.id.SessionId;
import org.stepwell.contracts.id.StaffId;

/** A session that prepared a patient for a fellowship. */
@Schema(name = "Facilitation")
record FacilitationView(
        SessionId session,
        LocalDate date,
        Topic topic,
        Topic.Kind kind,
        StaffId recordedBy,
        Instant recordedAt,
        @Schema(examples = "0") int version) {}
