package org.stepwell.therapy.measuredue;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.platform.access.Role;
import org.stepwell.platform.clinic.ClinicDirectory;
import org.stepwell.platform.task.TaskKind;
import org.stepwell.platform.task.Tasks;
import org.stepwell.therapy.roster.FirstClinician;

/** Whose work it is that nobody answered, or that a thought was named: the primary clinician's, or else a supervisor's. */
@Singleton
class MeasureTasks {

    private static final List<Role> LADDER = List.of(Role.SUPERVISOR, Role.CLINIC_ADMIN);
    private static final Duration WITHIN = Duration.ofDays(2);

    private static final TaskKind UNANSWERED = new TaskKind(
            "measure-unanswered",
            "A questionnaire was not answered for some days: ask the patient about it, or take it together.",
            LADDER,
            Duration.ofDays(3),
            true);

    private static final TaskKind SCREENER = new TaskKind(
            "suicide-screener-due",
            "A patient named thoughts of death or self-harm, or a note says that they were in acute danger: ask them the C-SSRS"
                    + " screener today.",
            LADDER,
            Duration.ofHours(1),
            false);

    private final Tasks tasks;
    private final FirstClinician first;
    private final ClinicDirectory clinics;

    MeasureTasks(Tasks tasks, FirstClinician first, ClinicDirectory clinics) {
        this.tasks = tasks;
        this.first = first;
        this.clinics = clinics;
    }

    @Produces
    @Singleton
    static TaskKind unanswered() {
        return UNANSWERED;
    }

    @Produces
    @Singleton
    static TaskKind screener() {
        return SCREENER;
    }

    void unanswered(EpisodeId episode, PatientId patient, Instant at) {
        open(UNANSWERED, episode, patient, at, at.plus(WITHIN));
    }

    void answered(EpisodeId episode, Instant at) {
        tasks.done(UNANSWERED, episode, at);
    }

    /** Due on the day on which it is asked for. */
    void screenerNeeded(EpisodeId episode, PatientId patient, Instant at) {
        var tomorrow = LocalDate.ofInstant(at, clinics.zone()).plusDays(1);
        open(
                SCREENER,
                episode,
                patient,
                at,
                tomorrow.atStartOfDay(clinics.zone()).toInstant());
    }

    void screenerTaken(EpisodeId episode, Instant at) {
        tasks.done(SCREENER, episode, at);
    }

    void over(EpisodeId episode, Instant at) {
        tasks.withdraw(UNANSWERED, episode, at);
    }

    void nobodyToAsk(EpisodeId episode, Instant at) {
        tasks.withdraw(SCREENER, episode, at);
    }

    private void open(TaskKind kind, EpisodeId episode, PatientId patient, Instant at, Instant dueAt) {
        first.open(new Tasks.Cause(kind, episode, patient, episode, at), dueAt);
    }
}
