package org.stepwell.therapy.roster;

import jakarta.inject.Singleton;
import jakarta.ws.rs.NotFoundException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.stepwell.contracts.code.Modality;
import org.stepwell.contracts.id.SessionId;
import org.stepwell.contracts.id.StaffId;
import org.stepwell.contracts.scheduling.SchedulingFact.AttendanceRecorded;
import org.stepwell.contracts.scheduling.SchedulingState.SessionChanged;
import org.stepwell.platform.database.Sql;

/** The sessions of the clinic: what, when, and who leads them. */
@Singleton
public class Sessions {

    private final Sql sql;

    Sessions(Sql sql) {
        this.sql = sql;
    }

    /**
     * A session as its note needs it.
     *
     * @param inGroup false for a visit of one patient
     */
    public record HeldSession(
            SessionId session,
            Modality modality,
            boolean inGroup,
            LocalDate date,
            Instant start,
            Instant end,
            List<StaffId> facilitators) {

        private static HeldSession of(ResultSet row) throws SQLException {
            return new HeldSession(
                    new SessionId(row.getObject("id", UUID.class)),
                    Modality.valueOf(row.getString("modality")),
                    row.getBoolean("in_group"),
                    row.getObject("date", LocalDate.class),
                    row.getObject("starts_at", OffsetDateTime.class).toInstant(),
                    row.getObject("ends_at", OffsetDateTime.class).toInstant(),
                    Arrays.stream((UUID[]) row.getArray("facilitators").getArray())
                            .map(StaffId::new)
                            .toList());
        }
    }

    /** Takes what scheduling says of a session. */
    public void changed(SessionChanged session) {
        sql.update(
                """
                insert into session (id, modality, in_group, date, starts_at, ends_at, facilitators, status, said_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (clinic_id, id) do update
                set modality = excluded.modality, in_group = excluded.in_group, date = excluded.date, starts_at = excluded.starts_at,
                    ends_at = excluded.ends_at, facilitators = excluded.facilitators, status = excluded.status,
                    said_at = excluded.said_at
                where session.said_at <= excluded.said_at
                """,
                session.session().value(),
                session.modality().name(),
                session.group() != null,
                session.date(),
                session.start(),
                session.end(),
                ids(session.facilitators()),
                session.status().name(),
                session.at());
    }

    /**
     * An attendance tells enough of a session that is not known yet; what scheduling says of the session itself goes
     * before it. Either way the row is locked, so that nobody moves the session while its note falls due.
     */
    public HeldSession attended(AttendanceRecorded attendance) {
        return sql.one(
                        """
                        insert into session (id, modality, in_group, date, starts_at, ends_at, facilitators, status, said_at)
                        values (?, ?, ?, ?, ?, ?, ?, 'SCHEDULED', ?)
                        on conflict (clinic_id, id) do update set id = excluded.id
                        returning *
                        """,
                        HeldSession::of,
                        attendance.session().value(),
                        attendance.modality().name(),
                        attendance.group(),
                        attendance.date(),
                        attendance.start(),
                        attendance.end(),
                        ids(attendance.facilitators()),
                        Instant.EPOCH)
                .orElseThrow();
    }

    /** The session, or 404. */
    public HeldSession of(SessionId session) {
        return sql.one("select * from session where id = ?", HeldSession::of, session.value())
                .orElseThrow(NotFoundException::new);
    }

    /** Several sessions at once. */
    public Map<SessionId, HeldSession> of(Collection<SessionId> sessions) {
        return sql
                .list("select * from session where id = any (?)", HeldSession::of, (Object)
                        sessions.stream().map(SessionId::value).toArray(UUID[]::new))
                .stream()
                .collect(Collectors.toMap(HeldSession::session, Function.identity()));
    }

    private static UUID[] ids(List<StaffId> staff) {
        return staff.stream().map(StaffId::value).toArray(UUID[]::new);
    }
}
