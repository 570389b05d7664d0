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
import org.stepwell.therapy.roster.Away;

class PlanReviewTest {

    private static final LocalDate BY = TODAY.plusDays(3);
    private static final Away HERE = new Away(null, null);

    private static PlanReview admitted() {
        var review = new PlanReview(STAY, ADA, TODAY.minusDays(7));
        review.firstPlanBy(TODAY);
        return review;
    }

    private static PlanReview signed() {
        var review = admitted();
        review.signed(new PlanSigned(ADA, STAY, 1, IN_A_MONTH, MONDAY), MONDAY);
        return review;
    }

    /** Known so many seconds after the clinician signed, to be looked at from today on. */
    private static Cause since(int seconds) {
        return since(seconds, TODAY);
    }

    private static Cause since(int seconds, LocalDate from) {
        return new Cause(MONDAY.plusSeconds(seconds), from, from.plusDays(3));
    }

    private static ReviewDue due(ReviewReason reason, LocalDate on) {
        return new ReviewDue(ADA, STAY, reason, on, MONDAY);
    }

    @Test
    void theFirstPlanIsAskedForOnce() {
        var review = admitted();

        assertThat(review.ask(TODAY, HERE, MONDAY)).contains(due(ReviewReason.NO_PLAN_YET, TODAY));
        assertThat(review.ask(TODAY, HERE, MONDAY)).isEmpty();
    }

    @Test
    void aSignatureBeginsTheClockAnew() {
        assertThat(signed().ask(IN_A_MONTH, HERE, MONDAY)).contains(due(ReviewReason.PERIODIC, IN_A_MONTH));
    }

    @Test
    void whatHappensSinceTheSignatureAsksForALookOutOfTurn() {
        var review = signed();

        assertThat(review.outOfTurn(ReviewReason.SAFETY, since(1))).isTrue();

        assertThat(review.ask(TODAY, HERE, MONDAY)).contains(due(ReviewReason.SAFETY, BY));
        assertThat(review.outOfTurn(ReviewReason.SAFETY, since(2)))
                .as("it is looked at for that already")
                .isFalse();
    }

    @Test
    void eachReasonAsksOnceUntilASignatureAndTheGravestIsTold() {
        var review = signed();
        review.outOfTurn(ReviewReason.TRACK_CHANGED, since(1));
        assertThat(review.ask(TODAY, HERE, MONDAY)).contains(due(ReviewReason.TRACK_CHANGED, BY));
        assertThat(review.outOfTurn(ReviewReason.SAFETY, since(2))).isTrue();
        assertThat(review.ask(TODAY, HERE, MONDAY)).contains(due(ReviewReason.SAFETY, BY));

        assertThat(review.outOfTurn(ReviewReason.TRACK_CHANGED, since(3))).isFalse();
        assertThat(review.outOfTurn(ReviewReason.NEW_DIAGNOSIS, since(3)))
                .as("danger is not hidden by less")
                .isFalse();
        assertThat(review.ask(TODAY, HERE, MONDAY)).isEmpty();

        review.signed(new PlanSigned(ADA, STAY, 2, IN_A_MONTH, MONDAY.plusSeconds(9)), MONDAY.plusSeconds(9));
        assertThat(review.outOfTurn(ReviewReason.TRACK_CHANGED, since(10))).isTrue();
    }

    @Test
    void whatCameAfterTheClinicianSignedTheTextIsStillAskedForOnceThePatientHasSigned() {
        var review = signed();
        review.outOfTurn(ReviewReason.NEW_DIAGNOSIS, since(1));
        review.outOfTurn(ReviewReason.SAFETY, since(2));
        review.outOfTurn(ReviewReason.SAFETY, since(20));
        review.ask(TODAY, HERE, MONDAY);

        review.signed(new PlanSigned(ADA, STAY, 2, IN_A_MONTH, MONDAY.plusSeconds(30)), MONDAY.plusSeconds(10));

        assertThat(review.ask(TODAY, HERE, MONDAY)).contains(due(ReviewReason.SAFETY, BY));
    }

    @Test
    void soItIsWithTheFirstPlan() {
        var review = admitted();
        assertThat(review.outOfTurn(ReviewReason.TRACK_CHANGED, since(-1))).isFalse();
        assertThat(review.outOfTurn(ReviewReason.SAFETY, since(1)))
                .as("the first plan is due anyway")
                .isFalse();
        assertThat(review.ask(TODAY, HERE, MONDAY)).contains(due(ReviewReason.NO_PLAN_YET, TODAY));

        review.signed(new PlanSigned(ADA, STAY, 1, IN_A_MONTH, MONDAY.plusSeconds(2)), MONDAY);

        assertThat(review.ask(TODAY, HERE, MONDAY)).contains(due(ReviewReason.SAFETY, BY));
    }

    @Test
    void whatThePlanKnewOfAsksForNothing() {
        var review = signed();
        assertThat(review.outOfTurn(ReviewReason.NEW_DIAGNOSIS, since(0))).isFalse();
        assertThat(review.ask(TODAY, HERE, MONDAY)).isEmpty();
    }

    @Test
    void aTrackThatChangesLaterIsAskedForAsItDoes() {
        var review = signed();
        var later = TODAY.plusDays(10);

        assertThat(review.outOfTurn(ReviewReason.TRACK_CHANGED, since(1, later)))
                .isTrue();

        assertThat(review.asksOn(TODAY, HERE)).contains(later);
        assertThat(review.ask(TODAY, HERE, MONDAY)).isEmpty();
        assertThat(review.ask(later, HERE, MONDAY)).contains(due(ReviewReason.TRACK_CHANGED, later.plusDays(3)));
    }

    @Test
    void nothingIsAskedForWhileThePatientIsAwayAndThenOnTheDayTheyAreBack() {
        var review = signed();
        var back = IN_A_MONTH.plusDays(9);
        var away = new Away(IN_A_MONTH, null);
        assertThat(review.ask(IN_A_MONTH, away, MONDAY)).isEmpty();
        assertThat(review.asksOn(IN_A_MONTH, away)).isEmpty();

        var resumed = new Away(IN_A_MONTH, back);

        assertThat(review.asksOn(IN_A_MONTH, resumed)).contains(back);
        assertThat(review.ask(back.minusDays(1), resumed, MONDAY))
                .as("they are said to come back")
                .isEmpty();
        assertThat(review.ask(back, resumed, MONDAY)).contains(due(ReviewReason.PERIODIC, back));
    }

    @Test
    void whatHappensWhileThePatientIsAwayIsAskedForAsTheyAreBack() {
        var review = signed();
        review.outOfTurn(ReviewReason.SAFETY, since(1));
        assertThat(review.ask(TODAY, new Away(TODAY, null), MONDAY)).isEmpty();

        var resumed = new Away(TODAY, TODAY.plusDays(1));

        assertThat(review.asksOn(TODAY, resumed)).contains(TODAY.plusDays(1));
        assertThat(review.ask(TODAY.plusDays(1), resumed, MONDAY)).contains(due(ReviewReason.SAFETY, BY));
    }

    @Test
    void whatIsDueBeforeAHoldThatIsCalledOffStaysDueThen() {
        var review = signed();
        var calledOff = new Away(IN_A_MONTH.plusDays(5), IN_A_MONTH.plusDays(5));

        assertThat(review.asksOn(TODAY, calledOff)).contains(IN_A_MONTH);
        assertThat(review.ask(IN_A_MONTH, calledOff, MONDAY)).contains(due(ReviewReason.PERIODIC, IN_A_MONTH));
    }

    @Test
    void whoeverIsStillHereAfterAllIsAskedForAgainWhereNobodyHadSigned() {
        var review = signed();
        review.ask(IN_A_MONTH, HERE, MONDAY);
        review.ended(MONDAY);
        assertThat(review.isOver()).isTrue();

        review.goesOn();

        assertThat(review.isOver()).isFalse();
        assertThat(review.ask(IN_A_MONTH, HERE, MONDAY)).contains(due(ReviewReason.PERIODIC, IN_A_MONTH));
        review.goesOn();
        assertThat(review.ask(IN_A_MONTH, HERE, MONDAY)).as("it had not ended").isEmpty();
    }
}
