package org.stepwell.scheduling.availability;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.contracts.id.SessionId;
import org.stepwell.contracts.id.StaffId;
import org.stepwell.platform.access.Role;
import org.stepwell.platform.database.Sql;
import org.stepwell.platform.task.TaskKind;
import org.stepwell.platform.task.Tasks;
import org.stepwell.scheduling.columns.Columns;

/** Who is never together with whom. The database refuses seats and places that would bring them together. */
@Singleton
public class KeptApart {

    private static final String TOGETHER = """
            select g.name from membership a
            join membership b on b.clinic_id = a.clinic_id and b.group_id = a.group_id and b.status <> 'LEFT'
              and b.patient_id = ?
            join care_group g on g.clinic_id = a.clinic_id and g.id = a.group_id
            where a.clinic_id = platform.current_clinic() and a.patient_id = ? and a.status <> 'LEFT'
            union
            select g.name || ' on ' || s.day from seat a
            join seat b on b.clinic_id = a.clinic_id and b.session_id = a.session_id and b.live and b.patient_id = ?
            join session s on s.clinic_id = a.clinic_id and s.id = a.session_id and s.status = 'SCHEDULED'
            join care_group g on g.clinic_id = s.clinic_id and g.id = s.group_id
            where a.clinic_id = platform.current_clinic() and a.patient_id = ? and a.live and s.starts_at > ?
            order by 1 limit 10
            """;

    private static final TaskKind TOGETHER_YET = new TaskKind(
            "kept-apart-but-together",
            "A patient has a place together with somebody from whom they are kept apart: find another one.",
            List.of(Role.SUPERVISOR, Role.CLINIC_ADMIN),
            Duration.ofDays(1),
            true);

    private static final Duration IN_TIME = Duration.ofDays(1);

    private final Tasks tasks;
    private final Sql sql;

    KeptApart(Tasks tasks, Sql sql) {
        this.tasks = tasks;
        this.sql = sql;
    }

    @Produces
    @Singleton
    static TaskKind togetherYet() {
        return TOGETHER_YET;
    }

    /** Two people, whoever is named first. */
    private record Pair(UUID one, UUID other) {
        static Pair of(PatientId a, PatientId b) {
            return inOrder(a.value(), b.value()) ? new Pair(a.value(), b.value()) : new Pair(b.value(), a.value());
        }

        /** As the database orders them, byte by byte. */
        private static boolean inOrder(UUID a, UUID b) {
            int high = Long.compareUnsigned(a.getMostSignificantBits(), b.getMostSignificantBits());
            return high == 0
                    ? Long.compareUnsigned(a.getLeastSignificantBits(), b.getLeastSignificantBits()) < 0
                    : high < 0;
        }
    }

    /** Whom somebody is kept apart from. */
    record Line(PatientId other, StaffId setBy, Instant setAt) {}

    List<Line> of(PatientId patient) {
        return sql.list(
                """
                select case when one_id = ? then other_id else one_id end as other, set_by, set_at from kept_apart
                where clinic_id = platform.current_clinic() and (one_id = ? or other_id = ?) order by set_at, other
                """,
                row -> new Line(
                        Columns.id(row, "other", PatientId::new),
                        Columns.id(row, "set_by", StaffId::new),
                        Columns.instant(row, "set_at")),
                patient.value(),
                patient.value(),
                patient.value());
    }

    /** In which groups and sessions two patients are together now; nobody brings them together until the transaction ends. */
    List<String> together(PatientId patient, PatientId other, Instant now) {
        hold(true);
        return sql.list(
                TOGETHER, row -> row.getString(1), other.value(), patient.value(), other.value(), patient.value(), now);
    }

    /** From now on they are never together. Saying so again changes nothing. */
    void keep(PatientId patient, PatientId other, StaffId by, Instant now) {
        hold(true);
        add(Pair.of(patient, other), by, now);
    }

    private void add(Pair pair, StaffId by, Instant now) {
        sql.update(
                "insert into kept_apart (one_id, other_id, set_by, set_at) values (?, ?, ?, ?) on conflict do nothing",
                pair.one(),
                pair.other(),
                by.value(),
                now);
    }

    /** They may be together again. */
    void letTogether(PatientId patient, PatientId other) {
        var pair = Pair.of(patient, other);
        sql.update(
                "delete from kept_apart where clinic_id = platform.current_clinic() and one_id = ? and other_id = ?",
                pair.one(),
                pair.other());
    }

    /**
     * Whoever was kept apart from a duplicate is kept apart from the patient; nobody from themselves. Where they turn out to be together,
     * that is work for whoever seats people.
     */
    public void merged(PatientId survivor, PatientId duplicate, Instant at) {
        hold(true);
        var others = of(duplicate).stream()
                .filter(line -> !line.other().equals(survivor))
                .toList();
        others.forEach(line -> add(Pair.of(survivor, line.other()), line.setBy(), line.setAt()));
        if (others.stream()
                .anyMatch(line -> !together(survivor, line.other(), at).isEmpty())) {
            tasks.open(new Tasks.Cause(TOGETHER_YET, survivor, survivor, null, at), null, at.plus(IN_TIME));
        }
        sql.update(
                "delete from kept_apart where clinic_id = platform.current_clinic() and (one_id = ? or other_id = ?)",
                duplicate.value(),
                duplicate.value());
    }

    /** In which of some sessions somebody has a seat from whom a patient is kept apart. */
    public Map<PatientId, Set<SessionId>> hindered(Collection<PatientId> patients, Collection<SessionId> sessions) {
        record Hindered(PatientId patient, SessionId session) {}
        return sql
                .list(
                        """
                        select p.id as patient, t.session_id from unnest(?) as p(id)
                        join kept_apart k on k.clinic_id = platform.current_clinic() and (k.one_id = p.id or k.other_id = p.id)
                        join seat t on t.clinic_id = k.clinic_id and t.live and t.session_id = any (?)
                          and t.patient_id = case when k.one_id = p.id then k.other_id else k.one_id end
                        """,
                        row -> new Hindered(
                                Columns.id(row, "patient", PatientId::new),
                                Columns.id(row, "session_id", SessionId::new)),
                        Columns.uuids(patients),
                        Columns.uuids(sessions))
                .stream()
                .collect(Collectors.groupingBy(
                        Hindered::patient, Collectors.mapping(Hindered::session, Collectors.toSet())));
    }

    private void hold(boolean apart) {
        sql.one("select hold_apart_or_together(?)", row -> 1, apart);
    }

    /** SQL, true where the patient who is its two parameters is kept apart from the patient whom a column names. */
    public static String from(String column) {
        return """
                exists (select from kept_apart k where k.clinic_id = platform.current_clinic()
                    and ((k.one_id = %1$s and k.other_id = ?) or (k.other_id = %1$s and k.one_id = ?)))
                """.formatted(column);
    }
}
