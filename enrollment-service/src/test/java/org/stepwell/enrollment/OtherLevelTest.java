package org.stepwell.enrollment;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.stepwell.enrollment.Billing.h0015;
import static org.stepwell.enrollment.Billing.today;
import static org.stepwell.enrollment.Billing.with;
import static org.stepwell.enrollment.Intake.API;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.stepwell.contracts.id.ClinicId;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.platform.testing.StepwellTestResource;

/** What is given at a level below or above intensive outpatient care, or after it, is not billed as such. */
@QuarkusTest
@QuarkusTestResource(StepwellTestResource.class)
class OtherLevelTest {

    private final Billing mill = new Billing(new Intake(new ClinicId(UUID.randomUUID())));
    private PatientId maya = new PatientId(new UUID(0, 0));

    @BeforeEach
    void setUp() {
        mill.intake().setUp("Mill Road");
        maya = mill.intake().patient();
    }

    @Test
    void aDayAtAnotherLevelIsNoLineAndUsesNothingUp() {
        var coverage = mill.covered(maya, mill.payer(h0015()));
        var authorization = mill.approved(coverage, 10, today().minusDays(30), today().plusDays(30));
        var intensive = mill.intake().admitted(maya);
        mill.attends(maya, intensive, today().minusDays(10));
        var hospital = goesOnAt("LEVEL_2_5", "2.5", intensive);
        mill.attends(maya, hospital, today().minusDays(1));

        await().untilAsserted(() -> mill.authorization(authorization).body("burnDown.used", equalTo(1)));
        mill.intake().carl().asks().get(API + "episodes/" + hospital).then().body("status", equalTo("ADMITTED"));
        mill.lines(maya, today().minusDays(20), today())
                .body("items.day", contains(today().minusDays(10).toString()));
    }

    @Test
    void aVisitOfAftercareIsNoLineUsesNothingUpAndBindsNoLastDay() {
        var coverage = mill.covered(maya, mill.payer(h0015()));
        var authorization = mill.approved(coverage, 10, today().minusDays(30), today().plusDays(30));
        var stay = mill.intake().admitted(maya);
        mill.attends(maya, stay, today().minusDays(10));
        await().untilAsserted(() -> mill.authorization(authorization).body("burnDown.used", equalTo(1)));
        leaves(stay, today().minusDays(5));

        mill.attends(maya, stay, today().minusDays(1));
        mill.attends(maya, stay, today().minusDays(9)); // heard after the other, and counted

        await().untilAsserted(() -> mill.authorization(authorization).body("burnDown.used", equalTo(2)));
        mill.lines(maya, today().minusDays(20), today())
                .body(
                        "items.day",
                        contains(
                                today().minusDays(10).toString(),
                                today().minusDays(9).toString()));
        mill.intake()
                .carl()
                .asks()
                .header("If-Match", "*")
                .body(Map.of(
                        "lastDay", today().minusDays(9).toString(),
                        "reason", "NO_CONTACT",
                        "waiver", "NO_CONTACT",
                        "because", "LEARNED_LATER"))
                .put(API + "episodes/" + stay + "/discharge")
                .then()
                .statusCode(200);
    }

    private void leaves(EpisodeId stay, LocalDate lastDay) {
        mill.intake()
                .carl()
                .asks()
                .body(Map.of("lastDay", lastDay.toString(), "reason", "AGAINST_ADVICE", "waiver", "AGAINST_ADVICE"))
                .post(API + "episodes/" + stay + "/discharge")
                .then()
                .statusCode(200);
    }

    @Test
    void nobodyIsAskedToCertifyIt() {
        mill.covered(maya, mill.payer(with(with(h0015(), "authorized", false), "certified", true)));
        mill.intake().decidedLevel(maya, "1");
        mill.intake().consented(maya);
        var waiting = mill.intake().waiting(maya, mill.intake().programAt("LEVEL_1"));
        mill.intake().admit(waiting).statusCode(200);

        mill.tasks(maya).body("items.kind", not(hasItem("certification-due")));
    }

    private EpisodeId goesOnAt(String level, String number, EpisodeId before) {
        var next = Map.of("program", mill.intake().programAt(level), "track", "evening");
        var opened = EpisodeId.fromString(mill.intake()
                .carl()
                .asks()
                .body(Map.of("level", level, "lastDay", today().minusDays(3).toString(), "next", next))
                .post(API + "episodes/" + before + "/level-change")
                .then()
                .statusCode(200)
                .extract()
                .path("opened.id"));
        mill.intake().decidedLevel(maya, number);
        mill.intake()
                .admit(opened, Map.of("start", today().minusDays(2).toString()))
                .statusCode(200);
        return opened;
    }
}
