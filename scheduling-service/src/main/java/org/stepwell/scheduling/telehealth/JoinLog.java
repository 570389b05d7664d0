package org.stepwell.scheduling.telehealth;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.contracts.id.SessionId;
import org.stepwell.platform.database.Sql;
import org.stepwell.platform.database.Uuid7;
import org.stepwell.scheduling.columns.Columns;

/** Who was in the meeting of a session from when to when. Whoever joined has come: their seat is kept like that of one seen at the door. */
@Singleton
public class JoinLog {

    private final Sql sql;

    JoinLog(Sql sql) {
        this.sql = sql;
    }

    /** Who says that somebody was in a meeting. */
    @Schema(name = "StaySaidBy")
    enum SaidBy {
        PHONE,
        STAFF,
        MEETING_TOOL
    }

    /** A line of the log. */
    record Line(PatientId patient, Stays.Stay stay, SaidBy saidBy) {}

    /** Notes that somebody joined, and who says so; whoever joins again has left before. False where they have no seat. */
    boolean join(SessionId session, PatientId patient, SaidBy saidBy, Instant at) {
        leave(session, patient, at);
        return sql.update("""
                        with joined as (
                            update seat set joined_at = coalesce(joined_at, ?)
                            where clinic_id = platform.current_clinic() and session_id = ? and patient_id = ? and live
                            returning session_id, patient_id)
                        insert into telehealth_stay (id, session_id, patient_id, joined_at, said_by)
                        select ?, session_id, patient_id, ?, ? from joined
                        """, at, session.value(), patient.value(), Uuid7.next(), at, saidBy.name()) == 1;
    }

    /** Notes that somebody left. False where they were not in the meeting. */
    boolean leave(SessionId session, PatientId patient, Instant at) {
        return sql.update("""
                        update telehealth_stay set left_at = greatest(joined_at, ?)
                        where clinic_id = platform.current_clinic() and session_id = ? and patient_id = ? and left_at is null
                        """, at, session.value(), patient.value()) == 1;
    }

    /** Whether somebody has, or had, a seat in a session. */
    boolean isOf(SessionId session, PatientId patient) {
        return sql.one(
                        "select 1 from seat where clinic_id = platform.current_clinic() and session_id = ? and patient_id = ?",
                        row -> row.getInt(1),
                        session.value(),
                        patient.value())
                .isPresent();
    }

    /** Everybody with a seat in a session. */
    Set<PatientId> seated(SessionId session) {
        return new HashSet<>(sql.list(
                "select patient_id from seat where clinic_id = platform.current_clinic() and session_id = ?",
                row -> Columns.id(row, "patient_id", PatientId::new),
                session.value()));
    }

    /** What the meeting tool says, instead of all that was said before. */
    void replace(SessionId session, List<Line> lines) {
        sql.update(
                "delete from telehealth_stay where clinic_id = platform.current_clinic() and session_id = ?",
                session.value());
        sql.update(
                """
                insert into telehealth_stay (id, session_id, patient_id, joined_at, left_at, said_by)
                select y.id, ?, y.patient, y.joined_at, y.left_at, y.said_by
                from unnest(?, ?, ?::timestamptz[], ?::timestamptz[], ?) as y(id, patient, joined_at, left_at, said_by)
                """,
                session.value(),
                Stream.generate(Uuid7::next).limit(lines.size()).toArray(UUID[]::new),
                Columns.uuids(lines.stream().map(Line::patient).toList()),
                lines.stream().map(line -> line.stay().joinedAt().toString()).toArray(String[]::new),
                lines.stream()
                        .map(line -> line.stay().leftAt())
                        .map(left -> left == null ? null : left.toString())
                        .toArray(String[]::new),
                lines.stream().map(line -> line.saidBy().name()).toArray(String[]::new));
        sql.update("""
                update seat t set joined_at = (
                    select min(y.joined_at) from telehealth_stay y
                    where y.clinic_id = t.clinic_id and y.session_id = t.session_id and y.patient_id = t.patient_id)
                where t.clinic_id = platform.current_clinic() and t.session_id = ?
                """, session.value());
    }

    /** The log of a session, in the order of joining. */
    List<Line> of(SessionId session) {
        return sql.list("""
                select patient_id, joined_at, left_at, said_by from telehealth_stay
                where clinic_id = platform.current_clinic() and session_id = ? order by joined_at, id
                """, JoinLog::read, session.value());
    }

    /** The stays of everybody who was in the meeting of a session. */
    public Map<PatientId, Stays> staysIn(SessionId session) {
        return of(session).stream()
                .collect(Collectors.groupingBy(
                        Line::patient,
                        Collectors.collectingAndThen(Collectors.mapping(Line::stay, Collectors.toList()), Stays::new)));
    }

    private static Line read(ResultSet row) throws SQLException {
        return new Line(
                Columns.id(row, "patient_id", PatientId::new),
                new Stays.Stay(Columns.instant(row, "joined_at"), Columns.instantOrNull(row, "left_at")),
                SaidBy.valueOf(row.getString("said_by")));
    }
}
