package org.stepwell.scheduling.session;

import jakarta.inject.Singleton;
import jakarta.ws.rs.NotFoundException;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.stepwell.contracts.code.AttendanceStatus;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.contracts.id.SessionId;
import org.stepwell.contracts.id.StaffId;
import org.stepwell.platform.database.Sql;
import org.stepwell.platform.http.PageRequest;
import org.stepwell.scheduling.columns.Columns;

/** Sessions as they are read: one statement for a list, however long. */
@Singleton
class Calendar {

    /** As the index says it that holds these alone. */
    private static final String TOO_FEW = "s.status = 'SCHEDULED' and s.taken < s.fewest";

    /** Names are looked up for the rows that are shown: joined, they are all read before it is known which. */
    private static final String SELECT = "select " + TOO_FEW + """
                   as too_few, s.*,
                   (select g.name from care_group g where g.clinic_id = s.clinic_id and g.id = s.group_id) as group_name,
                   (select r.name from room r where r.clinic_id = s.clinic_id and r.id = s.room_id) as room_name,
                   (select array_agg(f.staff_id order by f.staff_id) from session_facilitator f
                    where f.clinic_id = s.clinic_id and f.session_id = s.id) as facilitators
            from session s
            """;

    private final Sql sql;

    Calendar(Sql sql) {
        this.sql = sql;
    }

    SessionView of(SessionId id) {
        return sql.one(
                        SELECT + " where s.clinic_id = platform.current_clinic() and s.id = ?",
                        SessionView::read,
                        id.value())
                .orElseThrow(NotFoundException::new);
    }

    List<SessionView> of(Collection<SessionId> ids) {
        return sql.list(
                SELECT + " where s.clinic_id = platform.current_clinic() and s.id = any (?)",
                SessionView::read,
                (Object) Columns.uuids(ids));
    }

    /** Sessions of a time that some of the staff lead, in the order they start. */
    List<SessionView> ledBy(Collection<StaffId> staff, Instant from, Instant until) {
        var led =
                sql.list("""
                select session_id from session_facilitator
                where clinic_id = platform.current_clinic() and staff_id = any (?) and live and starts_at >= ? and starts_at < ?
                """, row -> Columns.id(row, "session_id", SessionId::new), Columns.uuids(staff), from, until);
        return of(led).stream()
                .sorted(Comparator.comparing(SessionView::start)
                        .thenComparing(session -> session.id().value()))
                .toList();
    }

    /**
     * A page of the sessions that start in a time, in the order they start.
     *
     * @param visits those of groups only, or visits too
     * @param tooFew only those in which fewer are seated than there are to be
     */
    List<SessionView> between(Instant from, Instant until, boolean visits, boolean tooFew, PageRequest page) {
        return sql.list(
                SELECT + """
                 where s.clinic_id = platform.current_clinic() and s.starts_at >= ? and s.starts_at < ?
                   and (? or s.group_id is not null) and %s
                   and (s.starts_at, s.id) > (
                       coalesce((select starts_at from session
                                 where clinic_id = platform.current_clinic() and id = ?), '-infinity'), ?)
                 order by s.starts_at, s.id limit ?
                """.formatted(tooFew ? TOO_FEW : "true"),
                SessionView::read,
                from,
                until,
                visits,
                page.after(),
                page.after(),
                page.fetch());
    }

    /** The sessions a patient has a seat in, in the order they start. */
    List<SessionView> of(PatientId patient, Instant from, Instant until) {
        return sql.list(SELECT + """
                 join seat t on t.clinic_id = s.clinic_id and t.session_id = s.id
                 where s.clinic_id = platform.current_clinic() and t.patient_id = ?
                   and t.starts_at >= ? and t.starts_at < ?
                 order by s.starts_at, s.id
                """, SessionView::read, patient.value(), from, until);
    }

    /** Everybody with a seat in a session, and how they were there, where that is recorded. */
    List<SessionResource.RosterLine> roster(SessionId session) {
        return sql.list(
                """
                select t.*, a.status as attendance, a.minutes, a.version as attendance_version
                from seat t
                left join lateral (select * from attendance a
                  where a.clinic_id = t.clinic_id and a.session_id = t.session_id and a.patient_id = t.patient_id
                  order by a.version desc limit 1) a on true
                where t.clinic_id = platform.current_clinic() and t.session_id = ? order by t.patient_id
                """,
                row -> new SessionResource.RosterLine(
                        Columns.id(row, "patient_id", PatientId::new),
                        Columns.id(row, "episode_id", org.stepwell.contracts.id.EpisodeId::new),
                        Seat.Kind.valueOf(row.getString("kind")),
                        Columns.instantOrNull(row, "checked_in_at"),
                        Columns.instantOrNull(row, "checked_out_at"),
                        Columns.instantOrNull(row, "joined_at"),
                        Columns.codeOrNull(row, "attendance", AttendanceStatus.class),
                        row.getObject("minutes", Integer.class),
                        row.getObject("attendance_version", Integer.class)),
                session.value());
    }
}
