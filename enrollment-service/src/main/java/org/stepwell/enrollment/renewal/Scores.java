package org.stepwell.enrollment.renewal;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.finding.FindingEvent.MeasureScored;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.platform.database.Sql;
import org.stepwell.platform.finding.ScoredMeasures;

/** The scores of a patient's questionnaires, whichever service took them: the first and the last of each. */
@Singleton
class Scores implements ScoredMeasures {

    private final Sql sql;

    Scores(Sql sql) {
        this.sql = sql;
    }

    @Override
    public void scored(MeasureScored measure) {
        sql.update(
                """
                insert into scored_measure (id, patient_id, instrument, total, band, scored_at) values (?, ?, ?, ?, ?, ?)
                on conflict do nothing
                """,
                measure.measure().value(),
                measure.patient().value(),
                measure.instrument(),
                measure.total(),
                measure.band(),
                measure.at());
    }

    /** How a questionnaire came out. */
    @Schema(name = "RenewalScore")
    record Score(
            Instant at,
            @Schema(examples = "16") @Nullable Integer total,

            @Schema(examples = "MODERATELY_SEVERE") @Nullable
            String band) {}

    /** A questionnaire, how it was and how it is; the same where it was taken once. */
    @Schema(name = "RenewalMeasure")
    record Course(@Schema(examples = "PHQ-9") String instrument, Score first, Score last) {}

    /** Since a moment; of those that come out as a number or as a word, because what has only parts is no score. */
    List<Course> of(PatientId patient, Instant since) {
        return sql.list(
                """
                with ranked as (
                    select instrument, total, band, scored_at,
                           row_number() over (partition by instrument order by scored_at, id) as nth,
                           row_number() over (partition by instrument order by scored_at desc, id desc) as from_last
                    from scored_measure
                    where clinic_id = platform.current_clinic() and patient_id = ? and scored_at >= ?
                      and (total is not null or band is not null))
                select f.instrument, f.total, f.band, f.scored_at,
                       l.total as last_total, l.band as last_band, l.scored_at as last_at
                from ranked f join ranked l on l.instrument = f.instrument and l.from_last = 1
                where f.nth = 1 order by f.instrument
                """,
                row -> new Course(
                        row.getString("instrument"),
                        new Score(
                                row.getObject("scored_at", OffsetDateTime.class).toInstant(),
                                row.getObject("total", Integer.class),
                                row.getString("band")),
                        new Score(
                                row.getObject("last_at", OffsetDateTime.class).toInstant(),
                                row.getObject("last_total", Integer.class),
                                row.getString("last_band"))),
                patient.value(),
                since);
    }
}
