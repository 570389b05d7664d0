package org.stepwell.therapy.outreach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.stepwell.contracts.code.AttendanceStatus.NO_SHOW;
import static org.stepwell.therapy.Riverside.awaitTask;
import static org.stepwell.therapy.plan.PlanCalls.holds;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.stepwell.platform.testing.Broker;
import org.stepwell.platform.testing.StepwellTestResource;

/** After a second day missed in a week the therapist calls, and what they agree on is written into the plan. */
@QuarkusTest
@QuarkusTestResource(StepwellTestResource.class)
class PlanAfterCallTest extends Evenings {

    @BeforeEach
    void aPlanThatHolds() {
        holds(dora, ada);
    }

    @Test
    void whoIsReachedByTheCallHasAPlanToLookAt() {
        evening(0, NO_SHOW);
        awaitSteps("SAME_DAY_CONTACT OPEN");
        evening(2, NO_SHOW);
        awaitSteps("SAME_DAY_CONTACT SUPERSEDED", "THERAPIST_CALL OPEN");

        tried("PHONE", "NO_ANSWER").statusCode(201);
        awaitSteps("SAME_DAY_CONTACT SUPERSEDED", "THERAPIST_CALL DONE");
        nobodyIsAsked();

        tried("PHONE", "REACHED").statusCode(201);

        assertThat(awaitTask(ada, "plan-review-due", "OPEN")).containsEntry("staff", dora.toString());
        await("the review")
                .untilAsserted(() -> assertThat(Broker.said("stepwell.therapy", ada.patient()))
                        .filteredOn(one -> one.startsWith("review-due.v1"))
                        .last()
                        .asString()
                        .contains("CLINICAL_REVIEW"));
    }

    @Test
    void whoIsReachedOnceALetterWasAskedForInPlaceOfTheCallHasToo() {
        evening(0, NO_SHOW);
        awaitSteps("SAME_DAY_CONTACT OPEN");
        evening(2, NO_SHOW);
        awaitSteps("SAME_DAY_CONTACT SUPERSEDED", "THERAPIST_CALL OPEN");
        eveningIs(15);
        awaitSteps("SAME_DAY_CONTACT SUPERSEDED", "THERAPIST_CALL SUPERSEDED", "CERTIFIED_LETTER OPEN");
        nobodyIsAsked();

        tried("PHONE", "REACHED").statusCode(201);

        assertThat(awaitTask(ada, "plan-review-due", "OPEN")).containsEntry("staff", dora.toString());
    }

    @Test
    void whoMissedOneDayHasNot() {
        evening(0, NO_SHOW);
        awaitSteps("SAME_DAY_CONTACT OPEN");

        tried("PHONE", "REACHED").statusCode(201);

        awaitSteps("SAME_DAY_CONTACT DONE");
        nobodyIsAsked();
    }

    @Test
    void whoWroteBackAgreedOnNothingYet() {
        evening(0, NO_SHOW);
        awaitSteps("SAME_DAY_CONTACT OPEN");
        evening(2, NO_SHOW);
        awaitSteps("SAME_DAY_CONTACT SUPERSEDED", "THERAPIST_CALL OPEN");

        tried("TEXT_MESSAGE", "REACHED").statusCode(201);

        awaitSteps("SAME_DAY_CONTACT SUPERSEDED", "THERAPIST_CALL WITHDRAWN");
        nobodyIsAsked();
    }

    private void nobodyIsAsked() {
        await("no look at the plan")
                .during(Duration.ofMillis(500))
                .untilAsserted(
                        () -> assertThat(taskOf("plan-review-due", "OPEN")).isEmpty());
    }
}
