package org.stepwell.therapy.medication;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.contracts.id.Id;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.contracts.id.StaffId;
import org.stepwell.platform.access.Role;
import org.stepwell.platform.task.TaskKind;
import org.stepwell.platform.task.Tasks;
import org.stepwell.therapy.roster.Patients;
import org.stepwell.therapy.roster.StaffMembers;

/** Asks for a look at what a patient takes: of whoever ordered it, as long as they work here, or else of the primary clinician. */
@Singleton
public class MedicationReviews {

    private static final TaskKind REVIEW = new TaskKind(
            "medication-review",
            "A medication may not be taken as it is ordered, or does not go with another one: talk it over with the patient.",
            List.of(Role.PRESCRIBER, Role.SUPERVISOR, Role.CLINIC_ADMIN),
            Duration.ofDays(1),
            true);

    private static final Duration TIME_FOR_IT = Duration.ofDays(2);

    private final Tasks tasks;
    private final Patients patients;
    private final StaffMembers staff;

    MedicationReviews(Tasks tasks, Patients patients, StaffMembers staff) {
        this.tasks = tasks;
        this.patients = patients;
        this.staff = staff;
    }

    @Produces
    @Singleton
    static TaskKind reviewing() {
        return REVIEW;
    }

    /**
     * There is something to look at.
     *
     * @param subject what it is about: one of it is asked for once
     */
    public void ask(
            Id subject, PatientId patient, @Nullable EpisodeId episode, Optional<StaffId> prescriber, Instant now) {
        var here =
                prescriber.filter(one -> !staff.workingHere(Set.of(one.value())).isEmpty());
        tasks.open(
                new Tasks.Cause(REVIEW, subject, patient, episode, now),
                here.or(() -> patients.primaryClinician(patient)).orElse(null),
                now.plus(TIME_FOR_IT));
    }

    /** Somebody looked at it. */
    public void done(Id subject, Instant now) {
        tasks.done(REVIEW, subject, now);
    }

    /** There is nothing to look at any more. */
    public void withdraw(Id subject, Instant now) {
        tasks.withdraw(REVIEW, subject, now);
    }
}
