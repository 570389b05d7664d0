package org.stepwell.therapy.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.stepwell.therapy.Questionnaires.screener;
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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.stepwell.contracts.finding.FindingEvent.MeasureScored;
import org.stepwell.contracts.id.MeasureId;
import org.stepwell.contracts.id.StaffId;
import org.stepwell.platform.database.Uuid7;
import org.stepwell.platform.testing.Broker;
import org.stepwell.platform.testing.StepwellTestResource;
import org.stepwell.therapy.Riverside.InCare;

/** A suicide screener that finds something, however little, is news to the plan: a low risk raises no flag. */
@QuarkusTest
@QuarkusTestResource(StepwellTestResource.class)
class PositiveScreenerTest {

    private StaffId dora;
    private InCare ada;

    @BeforeEach
    void aPatientWithAPlan() {
        dora = aClinician();
        ada = aPatientOf(dora);
        holds(dora, ada);
    }

    @Test
    void aLowRiskAsksForALookAtThePlan() {
        sends(clinician(dora), ada, "C-SSRS", screener()).statusCode(201);
        asked(0);

        sends(clinician(dora), ada, "C-SSRS", screener("1")).statusCode(201);

        asked(1);
        assertThat(task(ada, "plan-review-due", "OPEN")).isNotEmpty();
        holds(dora, ada, aForm(dora));
        assertThat(task(ada, "plan-review-due", "OPEN")).isEmpty();
    }

    @Test
    void aHighRiskAsksOnce() {
        sends(clinician(dora), ada, "C-SSRS", screener("1", "2", "5")).statusCode(201);

        asked(1);
    }

    @Test
    void whichServiceTookItIsNoMatter() {
        Broker.say(new MeasureScored(
                "enrollment",
                ada.patient(),
                ada.episode(),
                new MeasureId(Uuid7.next()),
                "C-SSRS-SLC",
                "1",
                null,
                "LOW",
                List.of(),
                Instant.now(),
                Instant.now()));

        asked(1);
    }

    private void asked(int times) {
        await("reviews out of turn")
                .during(Duration.ofMillis(300))
                .untilAsserted(() -> assertThat(Broker.said("stepwell.therapy", ada.patient()))
                        .filteredOn(one -> one.startsWith("review-due.v1") && one.contains("SAFETY"))
                        .hasSize(times));
    }
}
