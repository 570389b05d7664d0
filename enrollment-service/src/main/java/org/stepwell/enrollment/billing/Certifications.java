package org.stepwell.enrollment.billing;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.stepwell.contracts.id.CertificationId;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.contracts.therapy.TherapyFact.CertificationSigned;
import org.stepwell.enrollment.billing.Claims.Certified;
import org.stepwell.enrollment.episode.Episodes;
import org.stepwell.platform.access.Role;
import org.stepwell.platform.clinic.ClinicDirectory;
import org.stepwell.platform.database.Sql;
import org.stepwell.platform.task.TaskKind;
import org.stepwell.platform.task.Tasks;
import org.stepwell.platform.time.Due;
import org.stepwell.platform.time.DueDoor;

/** What physicians certified, as therapy says, and whoever is told before it runs out. */
@Singleton
public class Certifications implements DueDoor {

    private static final String KIND = "certification-runs-out";
    private static final Duration WITHIN = Duration.ofDays(2);

    private static final TaskKind DUE = new TaskKind(
            "certification-due",
            "A physician's certification runs out soon: certify again, or billing waits. Care goes on.",
            List.of(Role.PRESCRIBER, Role.SUPERVISOR),
            WITHIN,
            true);

    private static final TaskKind HELD = new TaskKind(
            "billing-held",
            "The certification ran out: billing waits until a physician certifies again. Care goes on.",
            List.of(Role.SUPERVISOR, Role.CLINIC_ADMIN),
            WITHIN,
            true);

    private final Sql sql;
    private final Episodes episodes;
    private final ClinicDirectory clinics;
    private final Tasks tasks;
    private final Due due;

    Certifications(Sql sql, Episodes episodes, ClinicDirectory clinics, Tasks tasks, Due due) {
        this.sql = sql;
        this.episodes = episodes;
        this.clinics = clinics;
        this.tasks = tasks;
        this.due = due;
    }

    @Produces
    @Singleton
    static TaskKind certificationDue() {
        return DUE;
    }

    @Produces
    @Singleton
    static TaskKind billingHeld() {
        return HELD;
    }

    /** A physician certified: the clock begins anew, and what waited for it goes on. */
    public void signed(CertificationSigned signed) {
        sql.update(
                """
                insert into certification (id, patient_id, episode_id, first_day, through) values (?, ?, ?, ?, ?)
                on conflict do nothing
                """,
                signed.certification().value(),
                signed.patient().value(),
                signed.episode().value(),
                signed.from(),
                signed.through());
        tasks.done(DUE, signed.episode(), signed.at());
        tasks.done(HELD, signed.episode(), signed.at());
        setClock(signed.certification(), new CertificationClock(signed.through()), signed.from());
    }

    private void setClock(CertificationId id, CertificationClock clock, LocalDate after) {
        clock.nextAfter(after)
                .ifPresent(
                        day -> due.at(KIND, id, day.atStartOfDay(clinics.zone()).toInstant()));
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void due(UUID subject, Instant dueAt) {
        var id = new CertificationId(subject);
        var found = one(id);
        if (found.isEmpty()
                || isFollowed(found.get())
                || !episodes.isIn(found.get().patient())) {
            return;
        }
        var day = LocalDate.ofInstant(dueAt, clinics.zone());
        var clock = new CertificationClock(found.get().through());
        boolean held = !day.isBefore(clock.heldFrom());
        tasks.open(
                new Tasks.Cause(
                        held ? HELD : DUE,
                        found.get().episode(),
                        found.get().patient(),
                        found.get().episode(),
                        dueAt),
                null,
                dueAt.plus(WITHIN));
        setClock(id, clock, day);
    }

    private record Row(PatientId patient, EpisodeId episode, LocalDate through) {}

    private Optional<Row> one(CertificationId id) {
        return sql.one(
                """
                select patient_id, episode_id, through from certification
                where clinic_id = platform.current_clinic() and id = ?
                """,
                row -> new Row(
                        new PatientId(row.getObject("patient_id", UUID.class)),
                        new EpisodeId(row.getObject("episode_id", UUID.class)),
                        row.getObject("through", LocalDate.class)),
                id.value());
    }

    private boolean isFollowed(Row row) {
        return certified(row.patient()).stream()
                .anyMatch(other ->
                        other.episode().equals(row.episode()) && other.through().isAfter(row.through()));
    }

    /** Until when the last certification of an episode stands; nothing where there is none. */
    public Optional<LocalDate> through(EpisodeId episode, PatientId patient) {
        return certified(patient).stream()
                .filter(one -> one.episode().equals(episode))
                .map(Certified::through)
                .max(LocalDate::compareTo);
    }

    /** All of a patient, the first first. */
    private List<Certified> certified(PatientId patient) {
        return certified(List.of(patient)).getOrDefault(patient, List.of());
    }

    /** The same of each of these patients who has any. */
    Map<PatientId, List<Certified>> certified(Collection<PatientId> patients) {
        var found = new HashMap<PatientId, List<Certified>>();
        sql.list(
                        """
                        select patient_id, episode_id, first_day, through from certification
                        where clinic_id = platform.current_clinic() and patient_id = any (?) order by first_day, id
                        """,
                        row -> Map.entry(
                                new PatientId(row.getObject("patient_id", UUID.class)),
                                new Certified(
                                        new EpisodeId(row.getObject("episode_id", UUID.class)),
                                        row.getObject("first_day", LocalDate.class),
                                        row.getObject("through", LocalDate.class))),
                        (Object) patients.stream().map(PatientId::value).toArray(UUID[]::new))
                .forEach(row -> found.computeIfAbsent(row.getKey(), _ -> new ArrayList<>())
                        .add(row.getValue()));
        return found;
    }
}
