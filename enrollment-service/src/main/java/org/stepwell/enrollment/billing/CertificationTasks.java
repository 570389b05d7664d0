package org.stepwell.enrollment.billing;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.stepwell.contracts.id.CertificationId;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.contracts.therapy.TherapyFact.CertificationSigned;
import org.stepwell.enrollment.coverage.Biller;
import org.stepwell.enrollment.episode.OnceAdmitted;
import org.stepwell.enrollment.episode.PeopleInCare;
import org.stepwell.platform.access.Role;
import org.stepwell.platform.clinic.ClinicDirectory;
import org.stepwell.platform.task.TaskKind;
import org.stepwell.platform.task.Tasks;
import org.stepwell.platform.time.Due;
import org.stepwell.platform.time.DueDoor;

/**
 * Who is told that a physician has to certify: on admission and whenever a payer who wants it comes, before a certification
 * runs out, and once billing waits for the next one.
 */
@Singleton
public class CertificationTasks implements DueDoor, Biller, OnceAdmitted {

    private static final String KIND = "certification-runs-out";
    private static final Duration WITHIN = Duration.ofDays(2);

    private static final TaskKind DUE = new TaskKind(
            "certification-due",
            "A physician's certification is missing, or runs out soon: certify, or billing waits. Care goes on.",
            List.of(Role.PRESCRIBER, Role.SUPERVISOR),
            WITHIN,
            true);

    private static final TaskKind HELD = new TaskKind(
            "billing-held",
            "The certification ran out: billing waits until a physician certifies again. Care goes on.",
            List.of(Role.SUPERVISOR, Role.CLINIC_ADMIN),
            WITHIN,
            true);

    private final Certifications certifications;
    private final WantedCertifications wanted;
    private final PeopleInCare people;
    private final ClinicDirectory clinics;
    private final Tasks tasks;
    private final Due due;

    CertificationTasks(
            Certifications certifications,
            WantedCertifications wanted,
            PeopleInCare people,
            ClinicDirectory clinics,
            Tasks tasks,
            Due due) {
        this.certifications = certifications;
        this.wanted = wanted;
        this.people = people;
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
        certifications.add(signed);
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
    public void admitted(PatientId patient, EpisodeId episode, Instant now) {
        look(patient, episode, now);
    }

    @Override
    public void neverCame(PatientId patient, EpisodeId episode, Instant now) {
        withdraw(episode, now);
    }

    @Override
    public void coverageChanged(PatientId patient, Instant now) {
        people.episodeOf(patient).ifPresent(episode -> look(patient, episode, now));
    }

    /** A certification that stands is left to its clock; other levels of care are certified and billed elsewhere. */
    private void look(PatientId patient, EpisodeId episode, Instant now) {
        if (!people.isIntensive(episode)) {
            return;
        }
        var today = LocalDate.ofInstant(now, clinics.zone());
        var through = certifications.through(episode, patient);
        if (through.filter(day -> !day.isBefore(today)).isPresent()) {
            return;
        }
        if (wanted.from(patient, today)) {
            boolean held = through.isPresent() && wanted.on(patient, today);
            open(held ? HELD : DUE, patient, episode, now);
        } else {
            withdraw(episode, now);
        }
    }

    private void withdraw(EpisodeId episode, Instant now) {
        tasks.withdraw(DUE, episode, now);
        tasks.withdraw(HELD, episode, now);
    }

    private void open(TaskKind kind, PatientId patient, EpisodeId episode, Instant at) {
        tasks.open(new Tasks.Cause(kind, episode, patient, episode, at), null, at.plus(WITHIN));
    }

    @Override
    public String kind() {
        return KIND;
    }

    /** While an episode is open the clock goes on, also while the patient is away or still waits. */
    @Override
    public void due(UUID subject, Instant dueAt) {
        var id = new CertificationId(subject);
        var found = certifications.one(id);
        if (found.isEmpty()
                || certifications.isFollowed(found.get())
                || !people.isOpen(found.get().episode())
                || !people.isIntensive(found.get().episode())) {
            return;
        }
        var row = found.get();
        var day = LocalDate.ofInstant(dueAt, clinics.zone());
        var clock = new CertificationClock(row.through());
        boolean held = !day.isBefore(clock.heldFrom());
        if (people.isIn(row.patient()) && (held ? wanted.on(row.patient(), day) : wanted.from(row.patient(), day))) {
            open(held ? HELD : DUE, row.patient(), row.episode(), dueAt);
        }
        setClock(id, clock, day);
    }
}
