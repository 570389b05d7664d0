package org.stepwell.enrollment.renewal;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.finding.FindingEvent.MeasureScored;
import org.stepwell.contracts.finding.FindingEvent.MeasureScored.Subscale;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.platform.database.Sql;
import org.stepwell.platform.finding.ScoredMeasures;

/** The scores of a patient's questionnaires, whichever service took them: the first and the last of each. */
@Singleton
class Scores implements ScoredMeasures {

    private static final PartsColumn PARTS = new PartsColumn();

    private final Sql sql;

    Scores(Sql sql) {
        this.sql = sql;
    }

    @Override
    public void scored(MeasureScored measure) {
        sql.update(
                """
                insert into scored_measure (id, patient_id, instrument, total, band, parts, scored_at)
                values (?, ?, ?, ?, ?, ?::jsonb, ?)
                on conflict do nothing
                """,
                measure.measure().value(),
                measure.patient().value(),
                measure.instrument(),
                measure.total(),
                measure.band(),
                PARTS.convertToDatabaseColumn(measure.subscales().toArray(Subscale[]::new)),
                measure.at());
    }

    /** How a questionnaire came out. */
    @Schema(name = "RenewalScore")
    record Score(
            Instant at,
            @Schema(examples = "16") @Nullable Integer total,

            @Schema(examples = "MODERATELY_SEVERE") @Nullable
            String band,

            @Schema(description = "what its parts say, where it has no score as a whole, as the BAM has none")
            List<Part> parts) {}

    /** What a part of a questionnaire says, such as the risk of the BAM. */
    @Schema(name = "RenewalPart")
    record Part(
            @Schema(examples = "RISK") String scale,
            @Schema(examples = "9") @Nullable Integer points,
            @Schema(examples = "LOWER") @Nullable String band) {}

    /** A questionnaire, how it was and how it is; the same where it was taken once. */
    @Schema(name = "RenewalMeasure")
    record Course(@Schema(examples = "PHQ-9") String instrument, Score first, Score last) {}

    /**
     * Since a moment. A questionnaire that comes out as a number or a word is shown by that, and by its parts only where it
     * has nothing else: a payer sees no more than is needed.
     */
    List<Course> of(PatientId patient, Instant since) {
        return sql.list(
                """
                with ranked as (
                    select instrument, total, band, parts, scored_at,
                           row_number() over (partition by instrument order by scored_at, id) as nth,
                           row_number() over (partition by instrument order by scored_at desc, id desc) as from_last
                    from scored_measure
                    where clinic_id = platform.current_clinic() and patient_id = ? and scored_at >= ?
                      and (total is not null or band is not null or parts <> '[]'))
                select f.instrument, f.total, f.band, f.parts, f.scored_at, l.total as last_total, l.band as last_band,
                       l.parts as last_parts, l.scored_at as last_at
                from ranked f join ranked l on l.instrument = f.instrument and l.from_last = 1
                where f.nth = 1 order by f.instrument
                """,
                row -> new Course(
                        row.getString("instrument"),
                        score(row, "scored_at", "total", "band", "parts"),
                        score(row, "last_at", "last_total", "last_band", "last_parts")),
                patient.value(),
                since);
    }

    private static Score score(ResultSet row, String at, String total, String band, String parts) throws SQLException {
        var points = row.getObject(total, Integer.class);
        var word = row.getString(band);
        return new Score(
                row.getObject(at, OffsetDateTime.class).toInstant(),
                points,
                word,
                points == null && word == null ? parts(row.getString(parts)) : List.of());
    }

    private static List<Part> parts(String column) {
        return Stream.ofNullable(PARTS.convertToEntityAttribute(column))
                .flatMap(Stream::of)
                .map(part -> new Part(part.scale(), part.points(), part.band()))
                .toList();
    }
}
