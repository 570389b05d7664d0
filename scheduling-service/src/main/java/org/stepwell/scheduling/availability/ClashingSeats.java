package org.stepwell.scheduling.availability;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Collection;
import java.util.List;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.contracts.id.SessionId;
import org.stepwell.platform.access.Role;
import org.stepwell.platform.clinic.ClinicDirectory;
import org.stepwell.platform.database.Sql;
import org.stepwell.platform.task.TaskKind;
import org.stepwell.platform.task.Tasks;
import org.stepwell.scheduling.columns.Columns;

/** Seats to come at times at which their patient can not come: work for whoever seats people. */
@Singleton
public class ClashingSeats {

    private static final TaskKind CLASH = new TaskKind(
            "seats-not-possible",
            "A patient can not come to some of their sessions: find other ones.",
            List.of(Role.INTAKE, Role.CLINIC_ADMIN),
            Duration.ofDays(1),
            true);

    private static final Duration IN_TIME = Duration.ofDays(2);

    private static final String CLASHES = """
            select s.id, s.day, (s.starts_at at time zone z.zone)::time as from_hour,
                   (s.ends_at at time zone z.zone)::time as until_hour
            """ + clashesOf("= ?") + " order by s.starts_at limit 50";

    private static final String SOMEBODYS = "select distinct t.patient_id" + clashesOf("= any (?)");

    private static String clashesOf(String patients) {
        return """

            from (select ?::text as zone) z
            cross join seat t
            join session s on s.clinic_id = t.clinic_id and s.id = t.session_id and s.status = 'SCHEDULED'
            where t.clinic_id = platform.current_clinic() and t.patient_id %s and t.live and t.starts_at > ?
              and exists (
                  select from busy_time b
                  where b.clinic_id = t.clinic_id and b.patient_id = t.patient_id
                    and b.weekday = trim(to_char(s.day, 'DAY')) and b.first_day <= s.day
                    and (b.last_day is null or b.last_day >= s.day)
                    and b.opens_at < (s.ends_at at time zone z.zone)::time
                    and b.closes_at > (s.starts_at at time zone z.zone)::time)
            """.formatted(patients);
    }

    private final ClinicDirectory clinics;
    private final Tasks tasks;
    private final Sql sql;

    ClashingSeats(ClinicDirectory clinics, Tasks tasks, Sql sql) {
        this.clinics = clinics;
        this.tasks = tasks;
        this.sql = sql;
    }

    @Produces
    @Singleton
    static TaskKind clash() {
        return CLASH;
    }

    /** The next of them; fifty at most. */
    List<AvailabilityResource.Clash> of(PatientId patient, Instant now) {
        return sql.list(
                CLASHES,
                row -> new AvailabilityResource.Clash(
                        Columns.id(row, "id", SessionId::new),
                        Columns.day(row, "day"),
                        row.getObject("from_hour", LocalTime.class),
                        row.getObject("until_hour", LocalTime.class)),
                clinics.zone().getId(),
                patient.value(),
                now);
    }

    /** The seats of several people changed: there is work for those who can not come to some of them. */
    public void changed(Collection<PatientId> patients, Instant now) {
        sql.list(
                        SOMEBODYS,
                        row -> Columns.id(row, "patient_id", PatientId::new),
                        clinics.zone().getId(),
                        Columns.uuids(patients),
                        now)
                .forEach(patient ->
                        tasks.open(new Tasks.Cause(CLASH, patient, patient, null, now), null, now.plus(IN_TIME)));
    }

    /** Somebody said anew when they can not come. */
    void changed(PatientId patient, Instant now) {
        if (of(patient, now).isEmpty()) {
            tasks.withdraw(CLASH, patient, now);
        } else {
            tasks.open(new Tasks.Cause(CLASH, patient, patient, null, now), null, now.plus(IN_TIME));
        }
    }
}
