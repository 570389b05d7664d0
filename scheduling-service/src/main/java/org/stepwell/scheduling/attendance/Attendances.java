package org.stepwell.scheduling.attendance;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.code.AttendanceStatus;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.contracts.id.SessionId;
import org.stepwell.contracts.id.StaffId;
import org.stepwell.platform.database.Sql;
import org.stepwell.scheduling.columns.Columns;

/** All versions of all attendance. The runtime role may add rows, and neither change nor delete one. */
@Singleton
class Attendances {

    private final Sql sql;

    Attendances(Sql sql) {
        this.sql = sql;
    }

    /** Adds versions, in one statement however many there are. */
    void add(SessionId session, List<Attendance> versions) {
        var first = versions.getFirst();
        sql.update(
                """
                insert into attendance (session_id, patient_id, episode_id, version, status, minutes, reason,
                                        recorded_by, recorded_at)
                select ?, v.patient, v.episode, v.version, v.status, v.minutes, v.reason, ?, ?
                from unnest(?, ?, ?, ?, ?, ?) as v(patient, episode, version, status, minutes, reason)
                """,
                session.value(),
                first.recordedBy().value(),
                first.recordedAt(),
                Columns.uuids(versions.stream().map(Attendance::patient).toList()),
                Columns.uuids(versions.stream().map(Attendance::episode).toList()),
                versions.stream().map(Attendance::version).toArray(Integer[]::new),
                versions.stream().map(one -> one.status().name()).toArray(String[]::new),
                versions.stream().map(Attendance::minutes).toArray(Integer[]::new),
                versions.stream().map(one -> name(one.reason())).toArray(String[]::new));
    }

    /** The versions of one patient's attendance, newest first. */
    List<Attendance> of(SessionId session, PatientId patient) {
        return sql.list("""
                select * from attendance
                where clinic_id = platform.current_clinic() and session_id = ? and patient_id = ?
                order by version desc
                """, Attendances::read, session.value(), patient.value());
    }

    Optional<Attendance> newest(SessionId session, PatientId patient) {
        return of(session, patient).stream().findFirst();
    }

    private static @Nullable String name(@Nullable CorrectionReason reason) {
        return reason == null ? null : reason.name();
    }

    private static Attendance read(ResultSet row) throws SQLException {
        return new Attendance(
                Columns.id(row, "patient_id", PatientId::new),
                Columns.id(row, "episode_id", EpisodeId::new),
                row.getInt("version"),
                AttendanceStatus.valueOf(row.getString("status")),
                row.getInt("minutes"),
                Columns.codeOrNull(row, "reason", CorrectionReason.class),
                new StaffId(row.getObject("recorded_by", UUID.class)),
                Columns.instant(row, "recorded_at"));
    }
}
