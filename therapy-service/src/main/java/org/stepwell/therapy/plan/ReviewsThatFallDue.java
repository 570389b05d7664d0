package org.stepwell.therapy.plan;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.platform.clinic.ClinicDirectory;
import org.stepwell.platform.event.Outbox;
import org.stepwell.platform.time.DueDoor;
import org.stepwell.therapy.roster.Away;
import org.stepwell.therapy.roster.Episodes;
import org.stepwell.therapy.roster.Programs;

/** Finds the plans that are to be written or reviewed, and says so once. */
@Singleton
class ReviewsThatFallDue implements DueDoor {

    private final PlanReviewRows rows;
    private final PlanReviews reviews;
    private final PlanReviewTasks tasks;
    private final Programs programs;
    private final Episodes episodes;
    private final ClinicDirectory clinics;
    private final Outbox outbox;
    private final Clock clock;

    ReviewsThatFallDue(
            PlanReviewRows rows,
            PlanReviews reviews,
            PlanReviewTasks tasks,
            Programs programs,
            Episodes episodes,
            ClinicDirectory clinics,
            Outbox outbox,
            Clock clock) {
        this.rows = rows;
        this.reviews = reviews;
        this.tasks = tasks;
        this.programs = programs;
        this.episodes = episodes;
        this.clinics = clinics;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return PlanReviews.DUE;
    }

    @Override
    public void due(UUID subject, Instant dueAt) {
        rows.locked(new EpisodeId(subject))
                .ifPresent(review -> episodes.open(review.episode()).ifPresent(open -> look(review, open.away())));
    }

    private void look(PlanReview review, Away away) {
        if (!review.hasADay()) {
            review.firstPlanBy(review.started().plusDays(programs.planDays(review.episode(), review.started())));
            reviews.schedule(review);
            return;
        }
        var now = clock.instant();
        review.ask(LocalDate.ofInstant(now, clinics.zone()), away, now)
                .ifPresentOrElse(
                        asked -> {
                            outbox.append(asked);
                            tasks.open(asked);
                        },
                        () -> reviews.schedule(review));
    }
}
