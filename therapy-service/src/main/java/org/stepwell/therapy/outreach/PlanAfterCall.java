package org.stepwell.therapy.outreach;

import jakarta.inject.Singleton;
import java.time.Instant;
import org.stepwell.contracts.code.ReviewReason;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.platform.database.Sql;
import org.stepwell.therapy.plan.PlanReviews;

/** What the therapist and a patient who stayed away agree on belongs into the plan. */
@Singleton
class PlanAfterCall {

    private final PlanReviews reviews;
    private final Sql sql;

    PlanAfterCall(PlanReviews reviews, Sql sql) {
        this.reviews = reviews;
        this.sql = sql;
    }

    /** Somebody spoke with the patient: where a call of the therapist was asked for, the plan is looked at. */
    void spoken(EpisodeId episode, Instant now) {
        if (isCallAskedFor(episode)) {
            reviews.outOfTurn(episode, ReviewReason.CLINICAL_REVIEW, now);
        }
    }

    private boolean isCallAskedFor(EpisodeId episode) {
        return sql.one("""
                select 1 from absence_run run
                join outreach_step step on step.clinic_id = run.clinic_id and step.run_id = run.id
                where run.clinic_id = platform.current_clinic() and run.episode_id = ? and run.ended_at is null
                  and step.rung = 'THERAPIST_CALL' and step.status not in ('WITHDRAWN', 'DECIDED_AGAINST')
                """, row -> 1, episode.value()).isPresent();
    }
}
