package org.stepwell.enrollment.coverage;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.stepwell.contracts.code.Modality;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.contracts.id.SessionId;
import org.stepwell.contracts.scheduling.SchedulingFact.AttendanceRecorded;
import org.stepwell.enrollment.coverage.AttendedDay.Attendance;
import org.stepwell.enrollment.episode.LastVisits;
import org.stepwell.platform.database.Sql;
import org.stepwell.platform.time.Due;

/** Who was there for how many minutes, as scheduling says it; of each session the newest version counts. */
@Singleton
public class Attended implements LastVisits {

    private static final String INTENSIVE = """
            exists (
                select from episode e join program p on p.clinic_id = e.clinic_id and p.id = e.program_id
                where e.clinic_id = a.clinic_id and e.id = a.episode_id and p.level = 'LEVEL_2_1'
                  and (e.last_day is null or a.day <= e.last_day))
            """;

    private final Sql sql;
    private final Due due;

    Attended(Sql sql, Due due) {
        this.sql = sql;
        this.due = due;
    }

    /** Scheduling says how somebody was there; older versions, and the same once more, change nothing. */
    public void recorded(AttendanceRecorded attendance) {
        int minutes = attendance.status().attended() ? attendance.minutes() : 0;
        int changed = sql.update(
                """
                insert into attended_session as known (patient_id, session_id, version, episode_id, day, modality, in_group, minutes)
                values (?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (clinic_id, patient_id, session_id) do update
                set version = excluded.version, episode_id = excluded.episode_id, day = excluded.day,
                    modality = excluded.modality, in_group = excluded.in_group, minutes = excluded.minutes
                where known.version < excluded.version
                """,
                attendance.patient().value(),
                attendance.session().value(),
                attendance.version(),
                attendance.episode().value(),
                attendance.date(),
                attendance.modality().name(),
                attendance.group(),
                minutes);
        if (changed == 1) {
            due.at(WatchedAuthorizations.KIND, attendance.patient(), attendance.at());
        }
    }

    @Override
    public Optional<LocalDate> of(PatientId patient, EpisodeId episode) {
        return sql.one("""
                select a.day from attended_session a
                left join episode e on e.clinic_id = a.clinic_id and e.id = a.episode_id
                where a.clinic_id = platform.current_clinic() and a.patient_id = ? and a.episode_id = ? and a.minutes > 0
                  and (e.last_day is null or a.day <= e.last_day) -- later ones are of aftercare
                order by a.day desc limit 1
                """, row -> row.getObject("day", LocalDate.class), patient.value(), episode.value());
    }

    private record Session(PatientId patient, LocalDate day, EpisodeId episode, Attendance attendance) {}

    /** The days on which a patient was there, at whatever level of care, oldest first; both ends included. */
    public List<AttendedDay> days(PatientId patient, LocalDate from, LocalDate to) {
        return byDay(sessions(List.of(patient), from, to, "true"));
    }

    /**
     * The days on which each of these patients was in intensive outpatient care, which is what is billed from here: what was
     * attended at another level, or in aftercare, is no such day, and uses nothing up that was approved for it.
     */
    public Map<PatientId, List<AttendedDay>> intensiveDays(
            Collection<PatientId> patients, LocalDate from, LocalDate to) {
        return sessions(patients, from, to, INTENSIVE).stream()
                .collect(Collectors.groupingBy(
                        Session::patient, Collectors.collectingAndThen(Collectors.toList(), Attended::byDay)));
    }

    private List<Session> sessions(Collection<PatientId> patients, LocalDate from, LocalDate to, String only) {
        return sql.list(
                """
                select patient_id, day, episode_id, session_id, modality, in_group, minutes from attended_session a
                where clinic_id = platform.current_clinic() and patient_id = any (?) and day between ? and ?
                  and minutes > 0 and %s
                order by day, session_id
                """.formatted(only),
                row -> new Session(
                        new PatientId(row.getObject("patient_id", UUID.class)),
                        row.getObject("day", LocalDate.class),
                        new EpisodeId(row.getObject("episode_id", UUID.class)),
                        new Attendance(
                                new SessionId(row.getObject("session_id", UUID.class)),
                                Modality.valueOf(row.getString("modality")),
                                row.getBoolean("in_group"),
                                row.getInt("minutes"))),
                patients.stream().map(PatientId::value).toArray(UUID[]::new),
                from,
                to);
    }

    private static List<AttendedDay> byDay(List<Session> sessions) {
        var byDay = sessions.stream().collect(Collectors.groupingBy(Session::day, TreeMap::new, Collectors.toList()));
        return byDay.entrySet().stream()
                .map(day -> new AttendedDay(
                        day.getKey(),
                        day.getValue().getLast().episode(),
                        day.getValue().stream().map(Session::attendance).toList()))
                .toList();
    }
}
