package org.stepwell.therapy.plan;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.contracts.therapy.TherapyFact.ReviewDue;
import org.stepwell.platform.access.Role;
import org.stepwell.platform.clinic.ClinicDirectory;
import org.stepwell.platform.task.TaskKind;
import org.stepwell.platform.task.Tasks;
import org.stepwell.therapy.roster.FirstClinician;

/** Whose work a plan is: the primary clinician's, or else a supervisor's, and then the administrators'. */
@Singleton
class PlanReviewTasks {

    private static final TaskKind REVIEW = new TaskKind(
            "plan-review-due",
            "A treatment plan is to be written, or reviewed: sign one.",
            List.of(Role.SUPERVISOR, Role.CLINIC_ADMIN),
            Duration.ofDays(2),
            false);

    private final Tasks tasks;
    private final FirstClinician first;
    private final ClinicDirectory clinics;

    PlanReviewTasks(Tasks tasks, FirstClinician first, ClinicDirectory clinics) {
        this.tasks = tasks;
        this.first = first;
        this.clinics = clinics;
    }

    @Produces
    @Singleton
    static TaskKind review() {
        return REVIEW;
    }

    void open(ReviewDue review) {
        first.open(
                new Tasks.Cause(REVIEW, review.episode(), review.patient(), review.episode(), review.at()),
                review.dueOn().plusDays(1).atStartOfDay(clinics.zone()).toInstant());
    }

    void done(EpisodeId episode, Instant at) {
        tasks.done(REVIEW, episode, at);
    }

    void withdrawn(EpisodeId episode, Instant at) {
        tasks.withdraw(REVIEW, episode, at);
    }
}
