package org.stepwell.therapy.plan;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.stepwell.contracts.code.ReviewReason;
import org.stepwell.contracts.enrollment.EnrollmentFact.EpisodeAdmitted;
import org.stepwell.contracts.enrollment.EnrollmentFact.TrackChanged;
import org.stepwell.contracts.enrollment.EnrollmentState.DiagnosisChanged;
import org.stepwell.contracts.enrollment.EnrollmentState.DiagnosisChanged.Standing;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.contracts.therapy.TherapyFact.PlanSigned;
import org.stepwell.platform.clinic.ClinicDirectory;
import org.stepwell.platform.time.Due;
import org.stepwell.therapy.roster.Episodes;

/** Lets the first plan and each review fall due, as a patient comes, stays, changes and goes. */
@Singleton
public class PlanReviews {

    static final String DUE = "plan-review";

    private final PlanReviewRows rows;
    private final PlanReviewTasks tasks;
    private final PlanSettings settings;
    private final Episodes episodes;
    private final ClinicDirectory clinics;
    private final Due due;
    private final Clock clock;

    PlanReviews(
            PlanReviewRows rows,
            PlanReviewTasks tasks,
            PlanSettings settings,
            Episodes episodes,
            ClinicDirectory clinics,
            Due due,
            Clock clock) {
        this.rows = rows;
        this.tasks = tasks;
        this.settings = settings;
        this.episodes = episodes;
        this.clinics = clinics;
        this.due = due;
        this.clock = clock;
    }

    /** Somebody is in: their first plan has a day as soon as the program's rules are known. */
    public void admitted(EpisodeAdmitted admitted) {
        begun(admitted.episode(), admitted.patient(), admitted.start());
    }

    private PlanReview begun(EpisodeId episode, PatientId patient, LocalDate started) {
        var review = new PlanReview(episode, patient, started);
        rows.persist(review);
        due.now(DUE, episode);
        return review;
    }

    /** The review of an episode; begun here where the admission was heard before there were reviews. */
    private Optional<PlanReview> locked(EpisodeId episode) {
        return rows.locked(episode)
                .or(() -> episodes.open(episode).map(open -> begun(episode, open.patient(), open.started())));
    }

    private Optional<PlanReview> goingOn(EpisodeId episode) {
        return locked(episode).filter(review -> !review.isOver());
    }

    /** Something happened since the plan was signed that it does not know of. */
    public void outOfTurn(EpisodeId episode, ReviewReason why, Instant at) {
        goingOn(episode).ifPresent(review -> outOfTurn(review, why, at, dayOf(at)));
    }

    /** Somebody who treats the patient asks for a look at the plan; the look that is ahead then. */
    PlanReview askedFor(EpisodeId episode, Instant now) {
        var review = episodes.open(episode)
                .flatMap(_ -> goingOn(episode))
                .orElseThrow(() -> PlanRule.PLANNED_WHILE_IN.because("Episode %s is not running.".formatted(episode)));
        outOfTurn(review, ReviewReason.CLINICAL_REVIEW, now, dayOf(now));
        return review;
    }

    /** A patient changes to another track: asked for as that begins. */
    public void trackChanged(TrackChanged changed) {
        var said = dayOf(changed.at());
        var from = changed.from().isAfter(said) ? changed.from() : said;
        goingOn(changed.episode())
                .ifPresent(review -> outOfTurn(review, ReviewReason.TRACK_CHANGED, changed.at(), from));
    }

    /** A patient has diagnoses; those that are newer than the plan ask for a look at it. */
    public void diagnosed(DiagnosisChanged now) {
        var newest = now.standing().stream().map(Standing::since).max(Instant::compareTo);
        newest.ifPresent(since -> rows.locked(now.patient())
                .forEach(review -> outOfTurn(review, ReviewReason.NEW_DIAGNOSIS, since, dayOf(since))));
    }

    private void outOfTurn(PlanReview review, ReviewReason why, Instant at, LocalDate from) {
        if (review.outOfTurn(why, new Cause(at, from, from.plusDays(settings.outOfTurnDays())))) {
            schedule(review);
        }
    }

    /** The patient is back. */
    public void resumed(EpisodeId episode) {
        rows.locked(episode).ifPresent(this::schedule);
    }

    /** The episode is over. */
    public void ended(EpisodeId episode, Instant at) {
        rows.locked(episode).ifPresent(review -> {
            review.ended(at);
            due.cancel(DUE, episode);
            tasks.withdrawn(episode, at);
        });
    }

    /** It goes on after all: with the plan that holds, and with what was to be looked at. */
    public void goesOn(EpisodeId episode) {
        locked(episode).ifPresent(review -> {
            review.goesOn();
            due.now(DUE, episode);
        });
    }

    /**
     * A plan holds. Like all others this locks the review before its task, so that no two wait for each other.
     *
     * @param textSignedAt when the clinician signed it, which may be days before the last word
     */
    void signed(PlanSigned plan, Instant textSignedAt) {
        var review = locked(plan.episode());
        tasks.done(plan.episode(), plan.at());
        review.ifPresent(found -> {
            found.signed(plan, textSignedAt);
            schedule(found);
        });
    }

    /** What is not asked for yet is, as its day begins, of whoever is in then. */
    void schedule(PlanReview review) {
        episodes.open(review.episode())
                .flatMap(open -> review.asksOn(dayOf(clock.instant()), open.away()))
                .ifPresent(day -> due.at(
                        DUE, review.episode(), day.atStartOfDay(clinics.zone()).toInstant()));
    }

    private LocalDate dayOf(Instant at) {
        return LocalDate.ofInstant(at, clinics.zone());
    }
}
