package org.stepwell.therapy.roster;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.stepwell.contracts.code.AttendanceStatus;
import org.stepwell.contracts.code.Modality;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.contracts.id.SessionId;
import org.stepwell.contracts.id.StaffId;
import org.stepwell.contracts.scheduling.SchedulingFact.AttendanceRecorded;
import org.stepwell.platform.database.Sql;

/** Who was at which session, by the newest word on it. */
@Singleton
public class Attendances {

    private final Sql sql;

    Attendances(Sql sql) {
        this.sql = sql;
    }

    /**
     * What an episode's attendance adds up to.
     *
     * @param sessions at which the patient was, and {@code minutes} of them
     * @param held all that took place with a seat for the patient
     */
    public record Sum(int sessions, int minutes, int held) {}

    /** Takes an attendance; false where a newer version of it is known already. */
    public boolean recorded(AttendanceRecorded attendance) {
        return sql.update(
                        """
                        insert into attendance
                            (session_id, patient_id, episode_id, version, attended, minutes, status, date, starts_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                        on conflict (clinic_id, session_id, patient_id) do update
                        set episode_id = excluded.episode_id, version = excluded.version,
                            attended = excluded.attended, minutes = excluded.minutes, status = excluded.status,
                            date = excluded.date, starts_at = excluded.starts_at
                        where attendance.version < excluded.version
                        """,
                        attendance.session().value(),
                        attendance.patient().value(),
                        attendance.episode().value(),
                        attendance.version(),
                        attendance.status().attended(),
                        attendance.minutes(),
                        attendance.status().name(),
                        attendance.date(),
                        attendance.start())
                == 1;
    }

    /** How the patient was at the sessions of an episode since a day, in their order. */
    public List<Seat> seatsSince(EpisodeId episode, LocalDate day) {
        return sql.list(
                """
                select date, starts_at, status from attendance
                where clinic_id = platform.current_clinic() and episode_id = ? and starts_at >= ? and date >= ?
                order by starts_at, session_id
                """,
                row -> new Seat(
                        row.getObject("date", LocalDate.class),
                        row.getObject("starts_at", OffsetDateTime.class).toInstant(),
                        AttendanceStatus.valueOf(row.getString("status"))),
                episode.value(),
                day.minusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC),
                day);
    }

    /** How many sessions, and how many minutes of them, the patient was there in this episode, through its last day. */
    public Sum sumOf(EpisodeId episode) {
        return sql.one(
                        """
                        select count(*) filter (where attended) as sessions, count(*) filter (where status <> 'CANCELLED_BY_PROGRAM') as held,
                            coalesce(sum(minutes) filter (where attended), 0) as minutes
                        from attendance a
                        where a.clinic_id = platform.current_clinic() and a.episode_id = ? and a.date <= coalesce(
                            (select e.ended from episode e where e.clinic_id = a.clinic_id and e.id = a.episode_id), 'infinity')
                        """,
                        row -> new Sum(row.getInt("sessions"), row.getInt("minutes"), row.getInt("held")),
                        episode.value())
                .orElseThrow();
    }

    /** How many minutes of each treatment the patient was given since a day. */
    public Map<Modality, Integer> minutesByModality(EpisodeId episode, LocalDate since) {
        record Given(Modality modality, int minutes) {}
        return sql
                .list(
                        """
                        select s.modality, sum(a.minutes)::int as minutes from attendance a
                        join session s on s.clinic_id = a.clinic_id and s.id = a.session_id
                        where a.clinic_id = platform.current_clinic() and a.episode_id = ? and a.attended and a.date >= ?
                        group by s.modality
                        """,
                        row -> new Given(Modality.valueOf(row.getString("modality")), row.getInt("minutes")),
                        episode.value(),
                        since)
                .stream()
                .collect(Collectors.toMap(Given::modality, Given::minutes));
    }

    /** Whether the patient was there in this episode, by the newest word. */
    public boolean attended(EpisodeId episode, SessionId session) {
        return sql.one(
                        "select 1 from attendance where session_id = ? and episode_id = ? and attended",
                        row -> row.getInt(1),
                        session.value(),
                        episode.value())
                .isPresent();
    }

    /** Whether the patient was at any session that somebody led. */
    public boolean met(PatientId patient, StaffId leader) {
        return sql.one("""
                        select 1 from attendance a join session s on s.clinic_id = a.clinic_id and s.id = a.session_id
                        where a.clinic_id = platform.current_clinic() and a.patient_id = ? and a.attended
                            and ? = any (s.facilitators)
                        limit 1
                        """, row -> row.getInt(1), patient.value(), leader.value())
                .isPresent();
    }

    /** Whether the patient was at this session, and somebody led it. */
    public boolean met(PatientId patient, StaffId leader, SessionId session) {
        return sql.one("""
                        select 1 from attendance a join session s on s.clinic_id = a.clinic_id and s.id = a.session_id
                        where a.clinic_id = platform.current_clinic() and a.patient_id = ? and a.attended
                            and ? = any (s.facilitators) and s.id = ?
                        """, row -> row.getInt(1), patient.value(), leader.value(), session.value())
                .isPresent();
    }
}
