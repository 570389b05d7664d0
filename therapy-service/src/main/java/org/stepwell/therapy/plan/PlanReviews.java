package org.stepwell.therapy.plan;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import org.stepwell.contracts.code.ReviewReason;
import org.stepwell.contracts.enrollment.EnrollmentFact.EpisodeAdmitted;
import org.stepwell.contracts.enrollment.EnrollmentState.DiagnosisChanged;
import org.stepwell.contracts.enrollment.EnrollmentState.DiagnosisChanged.Standing;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.contracts.therapy.TherapyFact.PlanSigned;
import org.stepwell.platform.clinic.ClinicDirectory;
import org.stepwell.platform.time.Due;

/** Lets the first plan and each review fall due, as a patient comes, stays, changes and goes. */
@Singleton
public class PlanReviews {

    static final String DUE = "plan-review";

    private final PlanReviewRows rows;
    private final PlanReviewTasks tasks;
    private final PlanSettings settings;
    private final ClinicDirectory clinics;
    private final Due due;

    PlanReviews(PlanReviewRows rows, PlanReviewTasks tasks, PlanSettings settings, ClinicDirectory clinics, Due due) {
        this.rows = rows;
        this.tasks = tasks;
        this.settings = settings;
        this.clinics = clinics;
        this.due = due;
    }

    /** Somebody is in: their first plan has a day as soon as the program's rules are known. */
    public void admitted(EpisodeAdmitted admitted) {
        rows.persist(new PlanReview(admitted.episode(), admitted.patient(), admitted.start()));
        due.at(DUE, admitted.episode(), admitted.at());
    }

    /** Something happened since the plan was signed that it does not know of. */
    public void outOfTurn(EpisodeId episode, ReviewReason why, Instant at) {
        rows.locked(episode).ifPresent(review -> outOfTurn(review, why, at));
    }

    /** A patient has diagnoses; those that are newer than the plan ask for a look at it. */
    public void diagnosed(DiagnosisChanged now) {
        var newest = now.standing().stream().map(Standing::since).max(Instant::compareTo);
        newest.ifPresent(since ->
                rows.locked(now.patient()).forEach(review -> outOfTurn(review, ReviewReason.NEW_DIAGNOSIS, since)));
    }

    private void outOfTurn(PlanReview review, ReviewReason why, Instant at) {
        var by = LocalDate.ofInstant(at, clinics.zone()).plusDays(settings.outOfTurnDays());
        if (review.outOfTurn(why, at, by)) {
            due.at(DUE, review.episode(), at);
        }
    }

    /** The patient is away from a day on: nothing is asked for until they are back. */
    public void held(EpisodeId episode, LocalDate from) {
        rows.locked(episode).ifPresent(review -> review.held(from));
    }

    /** The patient is back. */
    public void resumed(EpisodeId episode, LocalDate from) {
        rows.locked(episode).ifPresent(review -> {
            review.resumed(from);
            schedule(review);
        });
    }

    /** The episode is over. */
    public void ended(EpisodeId episode, Instant at) {
        rows.locked(episode).ifPresent(review -> {
            rows.delete(review);
            due.cancel(DUE, episode);
            tasks.withdrawn(episode, at);
        });
    }

    /** A plan holds; on an episode's last day nothing is due any more. */
    void signed(PlanSigned plan) {
        tasks.done(plan.episode(), plan.at());
        rows.locked(plan.episode()).ifPresent(review -> {
            review.signed(plan);
            schedule(review);
        });
    }

    /** What is not asked for yet is, as its day begins. */
    void schedule(PlanReview review) {
        var day = review.dueOn();
        if (day != null && !review.isAsked()) {
            due.at(DUE, review.episode(), day.atStartOfDay(clinics.zone()).toInstant());
        }
    }
}
