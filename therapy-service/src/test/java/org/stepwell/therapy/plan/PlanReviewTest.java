package org.stepwell.therapy.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stepwell.therapy.plan.PlanFixtures.ADA;
import static org.stepwell.therapy.plan.PlanFixtures.IN_A_MONTH;
import static org.stepwell.therapy.plan.PlanFixtures.MONDAY;
import static org.stepwell.therapy.plan.PlanFixtures.STAY;
import static org.stepwell.therapy.plan.PlanFixtures.TODAY;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.stepwell.contracts.code.ReviewReason;
import org.stepwell.contracts.therapy.TherapyFact.PlanSigned;
import org.stepwell.contracts.therapy.TherapyFact.ReviewDue;

class PlanReviewTest {

    private static final LocalDate BY = TODAY.plusDays(3);

    private static PlanReview admitted() {
        var review = new PlanReview(STAY, ADA, TODAY.minusDays(7));
        review.firstPlanBy(TODAY);
        return review;
    }

    private static PlanReview signed() {
        var review = admitted();
        review.signed(new PlanSigned(ADA, STAY, 1, IN_A_MONTH, MONDAY));
        return review;
    }

    private static ReviewDue due(ReviewReason reason, LocalDate on) {
        return new ReviewDue(ADA, STAY, reason, on, MONDAY);
    }

    @Test
    void theFirstPlanIsAskedForOnce() {
        var review = admitted();

        assertThat(review.ask(TODAY, MONDAY)).contains(due(ReviewReason.NO_PLAN_YET, TODAY));
        assertThat(review.ask(TODAY, MONDAY)).isEmpty();
    }

    @Test
    void aSignatureBeginsTheClockAnew() {
        assertThat(signed().ask(IN_A_MONTH, MONDAY)).contains(due(ReviewReason.PERIODIC, IN_A_MONTH));
    }

    @Test
    void whatHappensSinceTheSignatureAsksForALookOutOfTurn() {
        var review = signed();

        assertThat(review.outOfTurn(ReviewReason.SAFETY, MONDAY.plusSeconds(1), BY))
                .isTrue();

        assertThat(review.ask(TODAY, MONDAY)).contains(due(ReviewReason.SAFETY, BY));
        assertThat(review.outOfTurn(ReviewReason.SAFETY, MONDAY.plusSeconds(2), BY))
                .as("it is looked at for that already")
                .isFalse();
        assertThat(review.outOfTurn(ReviewReason.TRACK_CHANGED, MONDAY.plusSeconds(2), BY.plusDays(1)))
                .isTrue();
        assertThat(review.ask(TODAY, MONDAY)).contains(due(ReviewReason.TRACK_CHANGED, BY));
    }

    @Test
    void whatThePlanKnewOfAsksForNothing() {
        assertThat(signed().outOfTurn(ReviewReason.NEW_DIAGNOSIS, MONDAY, BY)).isFalse();
        assertThat(admitted().outOfTurn(ReviewReason.NEW_DIAGNOSIS, MONDAY, BY))
                .as("the first plan is due anyway")
                .isFalse();
    }

    @Test
    void nothingIsAskedForWhileThePatientIsAwayAndThenOnTheDayTheyAreBack() {
        var review = signed();
        review.held(IN_A_MONTH);
        assertThat(review.ask(IN_A_MONTH, MONDAY)).isEmpty();

        review.resumed(IN_A_MONTH.plusDays(9));

        assertThat(review.ask(IN_A_MONTH.plusDays(9), MONDAY))
                .contains(due(ReviewReason.PERIODIC, IN_A_MONTH.plusDays(9)));
    }
}
