package org.stepwell.therapy.trend;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.finding.FindingEvent.MeasureScored;
import org.stepwell.contracts.finding.FindingEvent.MeasureScored.Subscale;
import org.stepwell.contracts.id.MeasureId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.platform.access.MergedPatients;
import org.stepwell.platform.database.Sql;

/** What came out of all questionnaires of the clinic's patients, whichever service took them. */
@Singleton
public class Scores {

    private static final PartsColumn PARTS = new PartsColumn();

    private final Sql sql;
    private final MergedPatients merged;

    Scores(Sql sql, MergedPatients merged) {
        this.sql = sql;
        this.merged = merged;
    }

    /** A questionnaire as it was taken last. */
    public record Last(
            MeasureId measure, Instant takenAt, @Nullable String band) {}

    /** Keeps what came out of one; told again, it is the same. */
    public void take(MeasureScored measure) {
        sql.update(
                """
                insert into scored_measure (id, service, patient_id, instrument, total, band, parts, taken_at)
                values (?, ?, ?, ?, ?, ?, ?::jsonb, ?)
                on conflict do nothing
                """,
                measure.measure().value(),
                measure.service(),
                measure.patient().value(),
                measure.instrument(),
                measure.total(),
                measure.band(),
                PARTS.convertToDatabaseColumn(measure.subscales().toArray(Subscale[]::new)),
                measure.takenAt());
    }

    /** The last of these questionnaires that a patient ever answered. */
    public Optional<Last> last(PatientId patient, Collection<String> instruments) {
        return sql.one(
                """
                select id, taken_at, band from scored_measure
                where clinic_id = platform.current_clinic() and patient_id = any (?) and instrument = any (?)
                order by taken_at desc, id desc limit 1
                """,
                row -> new Last(new MeasureId(row.getObject("id", UUID.class)), instant(row), row.getString("band")),
                merged.recordsOf(patient),
                instruments.toArray(String[]::new));
    }

    /** Whether any of these questionnaires ever came out as one of these. */
    public boolean everCameOutAs(PatientId patient, Collection<String> instruments, Collection<String> bands) {
        return sql.one(
                        """
                        select 1 from scored_measure
                        where clinic_id = platform.current_clinic() and patient_id = any (?) and instrument = any (?)
                            and band = any (?)
                        limit 1
                        """,
                        row -> 1,
                        merged.recordsOf(patient),
                        instruments.toArray(String[]::new),
                        bands.toArray(String[]::new))
                .isPresent();
    }

    /** The first of each questionnaire from a time to another, and the last of each, oldest first. */
    List<Point> between(PatientId patient, Instant from, Instant until, int count) {
        return ranked("", count, merged.recordsOf(patient), from, until);
    }

    /** The same of one questionnaire. */
    List<Point> between(PatientId patient, String instrument, Instant from, Instant until, int count) {
        return ranked("and instrument = ?", count, merged.recordsOf(patient), from, until, instrument);
    }

    private List<Point> ranked(String which, int count, Object... values) {
        return sql.list("""
                select * from (
                    select *, row_number() over (partition by instrument order by taken_at, id) as nth,
                        row_number() over (partition by instrument order by taken_at desc, id desc) as from_last
                    from scored_measure
                    where clinic_id = platform.current_clinic() and patient_id = any (?) and taken_at >= ? and taken_at < ? %s
                ) ranked
                where nth = 1 or from_last <= %d order by instrument, taken_at, id
                """.formatted(which, count), Scores::point, values);
    }

    private static Point point(ResultSet row) throws SQLException {
        return new Point(
                new MeasureId(row.getObject("id", UUID.class)),
                row.getString("service"),
                row.getString("instrument"),
                instant(row),
                row.getObject("total", Integer.class),
                row.getString("band"),
                Stream.ofNullable(PARTS.convertToEntityAttribute(row.getString("parts")))
                        .flatMap(Stream::of)
                        .toList());
    }

    private static Instant instant(ResultSet row) throws SQLException {
        return row.getObject("taken_at", OffsetDateTime.class).toInstant();
    }
}
