package org.stepwell.therapy.handoff;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.platform.access.Role;
import org.stepwell.platform.clinic.ClinicDirectory;
import org.stepwell.platform.task.TaskKind;
import org.stepwell.platform.task.Tasks;
import org.stepwell.therapy.roster.Patients;

/** Whose work a discharge summary is: the primary clinician's, and of the supervisors what nobody takes or others co-sign. */
@Singleton
class SummaryTasks {

    private static final TaskKind COSIGNATURE = new TaskKind(
            "discharge-summary-to-cosign",
            "A discharge summary waits for somebody who practises independently: read it, and co-sign it.",
            List.of(Role.SUPERVISOR, Role.CLINIC_ADMIN),
            Duration.ofDays(3),
            false);

    private final Tasks tasks;
    private final TaskKind summary;
    private final Patients patients;
    private final ClinicDirectory clinics;

    SummaryTasks(Tasks tasks, HandoffSettings settings, Patients patients, ClinicDirectory clinics) {
        this.tasks = tasks;
        this.summary = summary(settings);
        this.patients = patients;
        this.clinics = clinics;
    }

    /** Whoever has it has as long as the summary has; then it is the supervisors', too. */
    @Produces
    @Singleton
    static TaskKind summary(HandoffSettings settings) {
        return new TaskKind(
                "discharge-summary-due",
                "A patient leaves, or has left: write the discharge summary, and sign it once they are discharged.",
                List.of(Role.SUPERVISOR, Role.CLINIC_ADMIN),
                Duration.ofDays(settings.summaryDays()),
                false);
    }

    @Produces
    @Singleton
    static TaskKind cosignature() {
        return COSIGNATURE;
    }

    void asked(DischargeSummary of, Instant now) {
        tasks.open(
                cause(summary, of, now), patients.primaryClinician(of.patient()).orElse(null), dueAt(of));
    }

    /** Whoever has it goes on with it; where the last day is ahead again, it is asked for anew then. */
    void moved(DischargeSummary of, LocalDate today, Instant at) {
        if (Objects.requireNonNull(of.ending()).lastDay().isAfter(today)) {
            tasks.withdraw(summary, of.episode(), at);
        } else {
            tasks.moved(summary, of.episode(), dueAt(of));
        }
    }

    void toCosign(DischargeSummary of, Instant now) {
        tasks.open(cause(COSIGNATURE, of, now), null, dueAt(of));
    }

    /** Whoever signed it signed another text. */
    void notToCosign(EpisodeId episode, Instant at) {
        tasks.withdraw(COSIGNATURE, episode, at);
    }

    void done(EpisodeId episode, Instant at) {
        tasks.done(summary, episode, at);
        tasks.done(COSIGNATURE, episode, at);
    }

    void withdrawn(EpisodeId episode, Instant at) {
        tasks.withdraw(summary, episode, at);
        tasks.withdraw(COSIGNATURE, episode, at);
    }

    private static Tasks.Cause cause(TaskKind kind, DischargeSummary of, Instant at) {
        return new Tasks.Cause(kind, of.episode(), of.patient(), of.episode(), at);
    }

    private Instant dueAt(DischargeSummary of) {
        return Objects.requireNonNull(of.deadline().dueOn())
                .plusDays(1)
                .atStartOfDay(clinics.zone())
                .toInstant();
    }
}
