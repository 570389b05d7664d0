package org.stepwell.therapy.drugscreen;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.contracts.id.StaffId;
import org.stepwell.platform.access.Role;
import org.stepwell.platform.clinic.ClinicDirectory;
import org.stepwell.platform.task.TaskKind;
import org.stepwell.platform.task.Tasks;
import org.stepwell.therapy.medication.MedicationReviews;
import org.stepwell.therapy.roster.FirstClinician;

/** Whose work a screen is: the care team's, then the supervisors'. What was found, no task says. */
@Singleton
class ScreenTasks {

    private static final List<Role> CARE_TEAM = List.of(Role.CLINICIAN, Role.SUPERVISOR, Role.CLINIC_ADMIN);

    private static final TaskKind COLLECT =
            new TaskKind("drug-screen-collect", "Collect a drug screen today.", CARE_TEAM, Duration.ofHours(4), false);

    private static final TaskKind AGAIN = new TaskKind(
            "drug-screen-again",
            "A specimen said nothing: order and collect another drug screen.",
            CARE_TEAM,
            Duration.ofDays(1),
            true);

    private static final TaskKind REVIEW = new TaskKind(
            "clinical-review",
            "A drug screen is talked over with the patient: look at it, and say what came of it.",
            CARE_TEAM,
            Duration.ofDays(1),
            false);

    private static final Duration TIME_FOR_IT = Duration.ofDays(2);

    private final Tasks tasks;
    private final FirstClinician first;
    private final MedicationReviews medications;
    private final ClinicDirectory clinics;

    ScreenTasks(Tasks tasks, FirstClinician first, MedicationReviews medications, ClinicDirectory clinics) {
        this.tasks = tasks;
        this.first = first;
        this.medications = medications;
        this.clinics = clinics;
    }

    @Produces
    @Singleton
    static TaskKind collecting() {
        return COLLECT;
    }

    @Produces
    @Singleton
    static TaskKind collectingAgain() {
        return AGAIN;
    }

    @Produces
    @Singleton
    static TaskKind reviewing() {
        return REVIEW;
    }

    void collect(DrugScreen screen, Instant now) {
        tasks.open(
                cause(COLLECT, screen, now),
                null,
                screen.day().plusDays(1).atStartOfDay(clinics.zone()).toInstant());
    }

    /** It was collected, or refused. */
    void collected(DrugScreen screen, Instant now) {
        tasks.done(COLLECT, screen.id(), now);
    }

    /** Nobody waits for it any more. */
    void notCollected(DrugScreen screen, Instant now) {
        tasks.withdraw(COLLECT, screen.id(), now);
    }

    /** The specimen said nothing: another one is wanted, one for the stay, however often that happens. */
    void again(DrugScreen screen, Instant now) {
        again(screen.episode(), screen.patient(), now);
    }

    /** The stay goes on after all, and nobody had collected another one before its end. */
    void goesOn(EpisodeId episode, PatientId patient, Instant now) {
        if (tasks.wasWithdrawn(AGAIN, episode)) {
            again(episode, patient, now);
        }
    }

    private void again(EpisodeId episode, PatientId patient, Instant now) {
        first.open(new Tasks.Cause(AGAIN, episode, patient, episode, now), now.plus(TIME_FOR_IT));
    }

    /** Another one was collected, or the stay is over. */
    void notAgain(EpisodeId episode, Instant now, boolean collected) {
        if (collected) {
            tasks.done(AGAIN, episode, now);
        } else {
            tasks.withdraw(AGAIN, episode, now);
        }
    }

    /** Something was found that nobody expected, or nothing was given. */
    void review(DrugScreen screen, Instant now) {
        first.open(cause(REVIEW, screen, now), now.plus(TIME_FOR_IT));
    }

    /** What is ordered was not found, or what was found does not go with it; whoever ordered it hears of it, or else the primary clinician. */
    void reviewMedication(DrugScreen screen, Optional<StaffId> prescriber, Instant now) {
        medications.ask(screen.id(), screen.patient(), screen.episode(), prescriber, now);
    }

    /** There is nothing to look at any more: it was collected after all, excused, or says nothing. */
    void notReviewed(DrugScreen screen, Instant now) {
        tasks.withdraw(REVIEW, screen.id(), now);
        medications.withdraw(screen.id(), now);
    }

    /** Somebody looked at it. */
    void reviewed(DrugScreen screen, Instant now) {
        tasks.done(REVIEW, screen.id(), now);
        medications.done(screen.id(), now);
    }

    private static Tasks.Cause cause(TaskKind kind, DrugScreen screen, Instant now) {
        return new Tasks.Cause(kind, screen.id(), screen.patient(), screen.episode(), now);
    }
}
