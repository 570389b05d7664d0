package org.stepwell.therapy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.not;
import static org.stepwell.therapy.Questionnaires.phq9OfTotal;
import static org.stepwell.therapy.Questionnaires.sends;
import static org.stepwell.therapy.Riverside.API;
import static org.stepwell.therapy.Riverside.aPatientSince;
import static org.stepwell.therapy.Riverside.aProgram;
import static org.stepwell.therapy.Riverside.clinician;
import static org.stepwell.therapy.Riverside.clockAt;
import static org.stepwell.therapy.Riverside.inClinic;
import static org.stepwell.therapy.Riverside.sql;
import static org.stepwell.therapy.plan.PlanCalls.holds;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.stepwell.contracts.code.DischargeReason;
import org.stepwell.contracts.code.DischargeWaiver;
import org.stepwell.contracts.enrollment.EnrollmentFact.DischargeCorrected;
import org.stepwell.contracts.enrollment.EnrollmentFact.EpisodeDischarged;
import org.stepwell.platform.testing.Broker;
import org.stepwell.platform.testing.MovedClock;
import org.stepwell.platform.testing.StepwellTestResource;
import org.stepwell.therapy.medication.MedicationCalls;

/** Whoever is to leave is looked after until their last day is over, and again where it was another day. */
@QuarkusTest
@QuarkusTestResource(StepwellTestResource.class)
class EndOfStayTest extends MedicationCalls {

    private static final String EVERY_WEEKDAY = "{\"times\": 5, \"perDays\": 7, \"apartDays\": 1}";

    private final LocalDate first = LocalDate.now(NEW_YORK);

    @BeforeEach
    void aPatientOfFiveWeeks() {
        ada = aPatientSince(first.minusDays(40), aProgram(), dora, phil);
    }

    @AfterEach
    void theClockGoesBack() {
        clockAt(Instant.now());
    }

    @Test
    void untilTheLastDayIsOverPlansAreReviewedInjectionsGivenAndScreensTaken() {
        holds(dora, ada);
        injects(ordered(naltrexone())).statusCode(201);
        isScreened(EVERY_WEEKDAY);
        leaves(first.plusDays(30));

        begins(first.plusDays(28));
        assertThat(openTasks("injection-due")).isEqualTo(1);
        begins(first.plusDays(30));
        assertThat(openTasks("plan-review-due")).isEqualTo(1);
        assertThat(openTasks("drug-screen-collect")).isPositive();
        clockAt(first.plusDays(31).atStartOfDay(NEW_YORK).toInstant().minusSeconds(60));
        assertThat(openTasks("injection-due")).isEqualTo(1);

        begins(first.plusDays(31));

        assertThat(List.of("injection-due", "injection-closing", "plan-review-due", "drug-screen-collect"))
                .allSatisfy(kind -> assertThat(openTasks(kind)).as(kind).isZero());
        begins(first.plusDays(45));
        assertThat(openTasks("injection-missed")).isZero();
        assertThat(openTasks("drug-screen-collect")).isZero();
    }

    @Test
    void whoeverIsStillHereAfterAllHasTheReviewOfThePlanThatHolds() {
        holds(dora, ada);
        asksForALook();
        await("the look").until(() -> openTasks("plan-review-due") == 1);
        leaves(first.minusDays(1));
        assertThat(openTasks("plan-review-due")).isZero();

        leftOtherwise(first.plusDays(40));

        await("it is asked for again")
                .untilAsserted(() -> assertThat(openTasks("plan-review-due")).isEqualTo(1));
        assertThat(asksForALook().extract().<String>path("reason")).isEqualTo("CLINICAL_REVIEW");
        holds(dora, ada);
        begins(first.plusDays(30));
        assertThat(told("review-due.v1")).anyMatch(one -> one.contains("PERIODIC"));
        assertThat(told("review-due.v1").stream().filter(one -> one.contains("NO_PLAN_YET")))
                .as("the first plan is asked for once")
                .hasSizeLessThanOrEqualTo(1);
    }

    @Test
    void whoeverIsStillHereAfterAllIsAskedQuestionnairesAgain() {
        leaves(first.minusDays(1));
        due().body("coming", empty());

        leftOtherwise(first.plusDays(20));

        due().body("coming", not(empty()));
        begins(first.plusDays(17));
        due().body(
                        "open.findAll { it.occasion == 'PLANNED_DISCHARGE' }.instrument",
                        containsInAnyOrder("PHQ-9", "GAD-7", "BAM"));
    }

    @Test
    void whoeverIsDischargedAheadIsAskedTheLastQuestionnairesThoughNobodyPlannedIt() {
        due().body("open.occasion", not(hasItems("PLANNED_DISCHARGE")));

        leaves(first.plusDays(2));

        await("what is asked of whoever leaves")
                .untilAsserted(() -> due().body(
                                "open.findAll { it.occasion == 'PLANNED_DISCHARGE' }.instrument",
                                containsInAnyOrder("PHQ-9", "GAD-7", "BAM")));
    }

    @Test
    void whatDoesNotGetBetterIsSomebodysAgain() {
        doesNotGetBetter();
        leaves(first.minusDays(1));
        assertThat(openTasks("not-on-track")).isZero();

        leftOtherwise(first.plusDays(5));

        assertThat(openTasks("not-on-track")).isEqualTo(1);
    }

    @Test
    void whatWasSaidBeforeTheLastDayWasOverAndIsHeardOfAfterItBeginsAllAgain() {
        doesNotGetBetter();
        leaves(first.plusDays(1));
        begins(first.plusDays(2));
        assertThat(openTasks("not-on-track")).isZero();

        leftOtherwise(first.plusDays(5), MovedClock.now().minus(Duration.ofHours(1)));

        assertThat(openTasks("not-on-track")).isEqualTo(1);
    }

    @Test
    void whoeverIsStillHereAfterAllIsGivenTheirInjectionsAndScreenedAgain() {
        ordered(naltrexone());
        isScreened(EVERY_WEEKDAY);
        await("the injection").until(() -> openTasks("injection-due") == 1);
        leaves(first.minusDays(1));
        assertThat(openTasks("injection-due")).isZero();
        clinician(dora).asks().get(episode() + "/drug-screen-plan").then().statusCode(404);

        leftOtherwise(first.plusDays(5));

        await("the injection").until(() -> openTasks("injection-due") == 1);
        clinician(dora).asks().get(episode() + "/drug-screen-plan").then().statusCode(200);
        begins(first.plusDays(3));
        clockAt(MovedClock.now().plus(Duration.ofHours(7)));
        assertThat(clinician(dora)
                        .asks()
                        .get(episode() + "/drug-screens")
                        .then()
                        .extract()
                        .<List<String>>path("items.day"))
                .isNotEmpty();
    }

    @Test
    void whoeverIsStillHereAfterAllGivesTheScreenOfTodayAndTheOneThatIsWantedAgain() {
        screened(episode() + "/drug-screens", "{}");
        var cold = screened(episode() + "/drug-screens", "{}");
        screened(cold + "/collection", "{\"temperature\": 84}");
        var excused = screened(episode() + "/drug-screens", "{}");
        screened(excused + "/cancellation", "{\"because\": \"EXCUSED\"}");
        assertThat(openTasks("drug-screen-collect")).isEqualTo(1);
        assertThat(openTasks("drug-screen-again")).isEqualTo(1);
        leaves(first.minusDays(1));
        assertThat(openTasks("drug-screen-collect") + openTasks("drug-screen-again"))
                .isZero();

        leftOtherwise(first.plusDays(5));

        assertThat(openTasks("drug-screen-collect")).isEqualTo(1);
        assertThat(openTasks("drug-screen-again")).isEqualTo(1);
        begins(first.plusDays(2));
        assertThat(openTasks("clinical-review")).as("nobody collected it").isEqualTo(1);
    }

    @Test
    void aDayThatMovesAheadAsksForNothingTwice() {
        ordered(naltrexone());
        await("the first plan").until(() -> openTasks("plan-review-due") == 1);
        await("the injection").until(() -> openTasks("injection-due") == 1);
        int version = versionOf("injection-due");
        int asked = told("review-due.v1").size();
        leaves(first.plusDays(2));

        leftOtherwise(first.plusDays(5));

        assertThat(openTasks("injection-due")).isEqualTo(1);
        assertThat(versionOf("injection-due")).isEqualTo(version);
        begins(first.plusDays(3));
        assertThat(openTasks("plan-review-due")).isEqualTo(1);
        assertThat(told("review-due.v1")).hasSize(asked);
    }

    @Test
    void whoeverWasSaidToHaveDiedAndDidNotIsAskedTheScreenerAgain() {
        sends(clinician(dora), ada, "PHQ-9", Questionnaires.phq9(1, 1)).statusCode(201);
        assertThat(openTasks("suicide-screener-due")).isEqualTo(1);
        leaves(first, DischargeReason.DECEASED, null);
        assertThat(openTasks("suicide-screener-due")).isZero();

        leftOtherwise(first.plusDays(5));

        assertThat(openTasks("suicide-screener-due")).isEqualTo(1);
    }

    @Test
    void whoeverWasSaidToHaveDiedAndHadLeftIsAskedTheScreenerAgain() {
        sends(clinician(dora), ada, "PHQ-9", Questionnaires.phq9(1, 1)).statusCode(201);
        leaves(first, DischargeReason.DECEASED, null);
        assertThat(openTasks("suicide-screener-due")).isZero();

        leftOtherwise(first.minusDays(1));

        assertThat(openTasks("suicide-screener-due")).isEqualTo(1);
    }

    @Test
    void noPositiveScreenEndsAnythingHoweverManyThereAre() {
        var order = ordered(acamprosate());
        isScreened(EVERY_WEEKDAY);

        for (var analyte : List.of("FENTANYL", "OPIATES", "AMPHETAMINES")) {
            foundInUrine(analyte);
        }
        begins(first.plusDays(40));

        clinician(dora).asks().get(episode() + "/progress").then().body("running", equalTo(true));
        assertThat(clinician(dora).asks().get(order(order)).<String>path("order.status"))
                .isEqualTo("ACTIVE");
        clinician(dora).asks().get(episode() + "/drug-screen-plan").then().statusCode(200);
        assertThat(openTasks("clinical-review")).isEqualTo(3);
        assertThat(openTasks("outreach-discharge-proposal")).isZero();
        assertThat(Broker.said("stepwell.therapy", ada.patient()))
                .isNotEmpty()
                .allMatch(one -> one.startsWith("review-due.v1"));
    }

    private void doesNotGetBetter() {
        sends(clinician(dora), ada, "PHQ-9", phq9OfTotal(16), daysAgo(39)).statusCode(201);
        sends(clinician(dora), ada, "PHQ-9", phq9OfTotal(16), daysAgo(8)).statusCode(201);
        assertThat(openTasks("not-on-track")).isEqualTo(1);
    }

    /** How often the task of a kind changed. */
    private int versionOf(String kind) {
        return inClinic(() -> sql().one(
                        "select version from platform.task where kind = ? and episode_id = ?",
                        row -> row.getInt(1),
                        kind,
                        ada.episode().value())
                .orElseThrow());
    }

    private ValidatableResponse asksForALook() {
        return clinician(dora).asks().post(episode() + "/plan-reviews").then().statusCode(200);
    }

    private void isScreened(String often) {
        clinician(dora)
                .asks()
                .body(often)
                .put(episode() + "/drug-screen-plan")
                .then()
                .statusCode(200);
    }

    /** Something is recorded of drug screens; the path of the screen. */
    private String screened(String path, String body) {
        return episode() + "/drug-screens/"
                + clinician(dora)
                        .asks()
                        .body(body)
                        .post(path)
                        .then()
                        .statusCode(lessThan(300))
                        .extract()
                        .<String>path("id");
    }

    private ValidatableResponse due() {
        return clinician(dora)
                .asks()
                .get(API + "/episodes/" + ada.episode() + "/measures-due")
                .then()
                .statusCode(200);
    }

    private List<String> told(String event) {
        return Broker.said("stepwell.therapy", ada.patient()).stream()
                .filter(one -> one.startsWith(event))
                .toList();
    }

    private static Instant daysAgo(int days) {
        return Instant.now().minus(Duration.ofDays(days));
    }

    private static void begins(LocalDate day) {
        clockAt(day.atStartOfDay(NEW_YORK).toInstant().plusSeconds(1));
    }

    private void leaves(LocalDate lastDay) {
        leaves(lastDay, DischargeReason.COMPLETED_GOALS_MET, null);
    }

    private void leaves(LocalDate lastDay, DischargeReason reason, @Nullable DischargeWaiver waiver) {
        Broker.say(new EpisodeDischarged(ada.patient(), ada.episode(), lastDay, reason, waiver, MovedClock.now()));
        isKnown(lastDay);
    }

    private void leftOtherwise(LocalDate lastDay) {
        leftOtherwise(lastDay, MovedClock.now());
    }

    private void leftOtherwise(LocalDate lastDay, Instant said) {
        Broker.say(new DischargeCorrected(
                ada.patient(), ada.episode(), lastDay, DischargeReason.COMPLETED_GOALS_MET, null, said));
        isKnown(lastDay);
    }

    private void isKnown(LocalDate lastDay) {
        await("the last day")
                .until(() -> inClinic(() -> sql().one(
                                "select 1 from episode where id = ? and ended = ?",
                                row -> 1,
                                ada.episode().value(),
                                lastDay)
                        .isPresent()));
    }
}
