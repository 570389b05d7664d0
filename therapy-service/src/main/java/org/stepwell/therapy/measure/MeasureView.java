package org.stepwell.therapy.measure;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.contracts.id.MeasureId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.contracts.id.StaffId;

/** A measure as it is shown. */
@Schema(name = "Measure")
record MeasureView(
        MeasureId id,
        PatientId patient,
        EpisodeId episode,
        @Schema(examples = "PHQ-9") String instrument,
        @Schema(examples = "1") String instrumentVersion,
        Instant takenAt,
        Instant recordedAt,
        StaffId recordedBy,
        List<AnswerView> answers,

        @Schema(examples = "12", description = "missing where too many answers are") @Nullable
        Integer total,

        @Schema(examples = "MODERATE") @Nullable String band,
        boolean prorated,
        List<Integer> missing,
        List<AlertView> alerts) {

    /** The answer to an item. */
    @Schema(name = "MeasureAnswer")
    record AnswerView(int item, int value) {}

    /** An answer that can not wait, and what to do now. */
    @Schema(name = "MeasureAlert")
    record AlertView(String code, int item, int value, String action) {}
}
