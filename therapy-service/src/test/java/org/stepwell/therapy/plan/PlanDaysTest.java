package org.stepwell.therapy.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.stepwell.therapy.Riverside.aClinician;
import static org.stepwell.therapy.Riverside.aPatientSince;
import static org.stepwell.therapy.Riverside.aProgramPlannedWithin;
import static org.stepwell.therapy.Riverside.clinician;
import static org.stepwell.therapy.Riverside.clockAt;
import static org.stepwell.therapy.Riverside.task;
import static org.stepwell.therapy.plan.PlanCalls.holds;
import static org.stepwell.therapy.plan.PlanCalls.path;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.stepwell.platform.testing.Broker;
import org.stepwell.platform.testing.StepwellTestResource;
import org.stepwell.therapy.Riverside.InCare;

/** When a plan is due, and when it is reviewed, the rules of the program say. */
@QuarkusTest
@QuarkusTestResource(StepwellTestResource.class)
class PlanDaysTest {

    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final int FIRST = 3;
    private static final int REVIEW = 14;

    @AfterEach
    void theClockGoesBack() {
        clockAt(Instant.now());
    }

    @Test
    void aProgramOfOtherDaysAsksOnThose() {
        var dora = aClinician();
        var first = LocalDate.now(NEW_YORK);
        var ada = aPatientSince(first, aProgramPlannedWithin(FIRST, REVIEW), dora);
        dayIs(first.plusDays(FIRST - 1));
        assertThat(task(ada, "plan-review-due", "OPEN")).isEmpty();
        dayIs(first.plusDays(FIRST));
        asked(ada, "NO_PLAN_YET", first.plusDays(FIRST));

        holds(dora, ada);

        var review = first.plusDays(FIRST + REVIEW);
        clinician(dora).asks().get(path(ada.episode())).then().body("reviewOn", contains(review.toString()));
        dayIs(review.minusDays(1));
        assertThat(task(ada, "plan-review-due", "OPEN")).isEmpty();
        dayIs(review);
        asked(ada, "PERIODIC", review);
    }

    private static void dayIs(LocalDate day) {
        clockAt(day.atStartOfDay(NEW_YORK).toInstant().plusSeconds(1));
    }

    private static void asked(InCare whom, String reason, LocalDate on) {
        await(reason)
                .untilAsserted(() -> assertThat(Broker.said("stepwell.therapy", whom.patient()))
                        .filteredOn(one -> one.startsWith("review-due.v1"))
                        .last()
                        .asString()
                        .contains(reason, on.toString()));
        assertThat(task(whom, "plan-review-due", "OPEN")).isNotEmpty();
    }
}
