package org.stepwell.therapy.motivation;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.MeasureId;
import org.stepwell.therapy.measure.Course;

/** A readiness ruler, as it was taken among the measures; what nobody answered is missing. */
@Schema(name = "ReadinessRuler")
record RulerView(
        MeasureId measure,
        Instant takenAt,
        @Nullable Mark importance,
        @Nullable Mark confidence,
        @Nullable Mark readiness) {

    /** The questionnaire, as it is called among the measures. */
    static final String INSTRUMENT = "READINESS";

    /** How far up somebody is on one ruler. */
    @Schema(name = "RulerMark")
    record Mark(
            @Schema(examples = "7", description = "from 0 to 10")
            int value,

            @Schema(examples = "3", description = "the difference to the first of the episode; missing for the first")
            @Nullable
            Integer sinceFirst) {}

    /** Those of which these are parts, in their order. */
    static List<RulerView> of(List<Course.Part> parts) {
        var byMeasure = new LinkedHashMap<MeasureId, Map<String, Mark>>();
        var takenAt = new LinkedHashMap<MeasureId, Instant>();
        for (var part : parts) {
            takenAt.put(part.measure(), part.takenAt());
            byMeasure
                    .computeIfAbsent(part.measure(), _ -> new LinkedHashMap<>())
                    .put(part.scale(), new Mark(part.points(), part.sinceFirst()));
        }
        return takenAt.entrySet().stream()
                .map(taken -> of(taken.getKey(), taken.getValue(), byMeasure.getOrDefault(taken.getKey(), Map.of())))
                .toList();
    }

    private static RulerView of(MeasureId measure, Instant takenAt, Map<String, Mark> marks) {
        return new RulerView(
                measure, takenAt, marks.get("IMPORTANCE"), marks.get("CONFIDENCE"), marks.get("READINESS"));
    }
}
