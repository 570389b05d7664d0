package org.stepwell.therapy.measuredue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.MeasureId;

/** A questionnaire that was asked, and what became of it. */
@Schema(name = "AskedMeasure")
record AskedView(
        UUID id,
        @Schema(examples = "PHQ-9") String instrument,
        Asks asks,
        Occasion occasion,

        @Schema(description = "when it fell due; of a suicide screener, the day from which on it counts")
        LocalDate dueOn,

        AskedStatus status,
        Instant askedAt,

        @Schema(description = "since when it is somebody's task, because nobody answered it") @Nullable
        Instant unansweredSince,

        @Schema(description = "the answer, where there is one; it may be of another service") @Nullable
        MeasureId measure,

        @Nullable Instant endedAt) {}
