package org.stepwell.therapy.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.stepwell.therapy.Questionnaires.sends;
import static org.stepwell.therapy.Riverside.aClinician;
import static org.stepwell.therapy.Riverside.aPatientOf;
import static org.stepwell.therapy.Riverside.clinician;
import static org.stepwell.therapy.Riverside.task;
import static org.stepwell.therapy.plan.PlanCalls.aForm;
import static org.stepwell.therapy.plan.PlanCalls.holds;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.stepwell.contracts.id.StaffId;
import org.stepwell.platform.testing.Broker;
import org.stepwell.platform.testing.StepwellTestResource;
import org.stepwell.therapy.Riverside.InCare;

/** Whoever said that they used nothing, and then that they did, has a plan that does not know of it. */
@QuarkusTest
@QuarkusTestResource(StepwellTestResource.class)
class ReturnToUseTest {

    private StaffId dora;
    private InCare ada;

    @BeforeEach
    void aPatientWithAPlan() {
        dora = aClinician();
        ada = aPatientOf(dora);
        holds(dora, ada);
    }

    @Test
    void usingAgainAsksForALookAtThePlanOnce() {
        says(3, 0, 0);
        says(2, 0, 2);

        asked(1);
        assertThat(task(ada, "plan-review-due", "OPEN")).isNotEmpty();
        says(1, 0, 4); // it goes on: the look is ahead already
        holds(dora, ada, aForm(dora));
        asked(1);
    }

    @Test
    void anotherSubstanceIsUseAgainToo() {
        says(2, 0, 2);
        says(1, 3, 2);

        asked(1);
    }

    @Test
    void useThatGoesOnAndUseThatEndsAskForNothing() {
        says(4, 1, 2);
        says(3, 2, 3);
        says(2, 0, 0);
        sends(clinician(dora), ada, "BAM-R", bamR(5), daysAgo(1))
                .statusCode(201); // of thirty days: not held against seven

        asked(0);
        says(0, 1, 0);
        asked(1);
    }

    private void says(int daysAgo, int alcohol, int drugs) {
        var answers = new TreeMap<>(Map.of("1", 2, "2", 0, "3", 0, "4", alcohol, "6", drugs));
        if (alcohol > 0) {
            answers.put("5", 0);
        }
        if (drugs > 0) {
            List.of("7A", "7B", "7C", "7D", "7E", "7F", "7G").forEach(item -> answers.put(item, 0));
        }
        IntStream.rangeClosed(8, 17).forEach(item -> answers.put(String.valueOf(item), 0));
        sends(clinician(dora), ada, "BAM-IOP", answers, daysAgo(daysAgo)).statusCode(201);
    }

    private static Map<String, Integer> bamR(int days) {
        var answers = new TreeMap<String, Integer>();
        IntStream.rangeClosed(1, 17).filter(item -> item != 7).forEach(item -> answers.put(String.valueOf(item), 0));
        List.of("7A", "7B", "7C", "7D", "7E", "7F", "7G").forEach(item -> answers.put(item, 0));
        answers.put("6", days);
        return answers;
    }

    private static Instant daysAgo(int days) {
        return Instant.now().minus(Duration.ofDays(days)).minusSeconds(60);
    }

    private void asked(int times) {
        await("reviews out of turn")
                .during(Duration.ofMillis(300))
                .untilAsserted(() -> assertThat(Broker.said("stepwell.therapy", ada.patient()))
                        .filteredOn(one -> one.startsWith("review-due.v1") && one.contains("CLINICAL_REVIEW"))
                        .hasSize(times));
    }
}
