package org.stepwell.therapy.medication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.stepwell.therapy.Riverside.anId;
import static org.stepwell.therapy.Riverside.clinician;
import static org.stepwell.therapy.Riverside.clockAt;
import static org.stepwell.therapy.Riverside.discharged;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.stepwell.platform.testing.MovedClock;
import org.stepwell.platform.testing.Statements;
import org.stepwell.platform.testing.StepwellTestResource;

/** Which doses were given, and when somebody is told of the next. */
@QuarkusTest
@QuarkusTestResource(StepwellTestResource.class)
class DosesAndAlertsTest extends MedicationCalls {

    @AfterEach
    void theClockGoesBack() {
        clockAt(Instant.now());
    }

    @Test
    void aDoseIsRecordedWithWhoAndWhenAndIsStruckWhereItWasAMistake() {
        var id = ordered(acamprosate());

        doses(id, Map.of("outcome", "SUPPLIED", "supplyDays", 14)).statusCode(201);
        var taken = doses(id, Map.of("outcome", "TAKEN_AS_REPORTED"))
                .statusCode(201)
                .body("recordedBy", equalTo(dora.toString()))
                .body("day", equalTo(today().toString()))
                .body("struckAt", nullValue())
                .extract()
                .<String>path("id");
        clinician(dora)
                .asks()
                .post(order(id) + "/doses/" + taken + "/error")
                .then()
                .statusCode(200)
                .body("struckBy", equalTo(dora.toString()))
                .body("struckAt", notNullValue());

        patient()
                .asks()
                .get(order(id) + "/doses")
                .then()
                .statusCode(200)
                .body("items.outcome", contains("SUPPLIED", "TAKEN_AS_REPORTED"));
        clinician(dora)
                .asks()
                .post(order(id) + "/doses/" + anId() + "/error")
                .then()
                .statusCode(404);
    }

    @Test
    void whatADoseLacksIsPointedAt() {
        var shot = ordered(naltrexone());
        doses(shot, Map.of("outcome", "GIVEN"))
                .statusCode(400)
                .body("type", endsWith("/dose-says-how"))
                .body("errors.pointer", contains("/site"));
        doses(shot, Map.of("outcome", "GIVEN", "site", "GLUTEAL_LEFT", "lot", "no such lot!"))
                .statusCode(400)
                .body("errors.pointer", contains("/lot"));
        doses(shot, Map.of("outcome", "GIVEN", "site", "GLUTEAL_LEFT", "at", "2199-01-01T00:00:00Z"))
                .statusCode(400)
                .body("errors.pointer", contains("/at"));
        doses(shot, Map.of("outcome", "GIVEN", "site", "ELBOW"))
                .statusCode(400)
                .body("errors.pointer", contains("/site"));
        doses(anId().toString(), Map.of("outcome", "MISSED")).statusCode(404);
        clinician(dora).asks().get(order(shot) + "/doses").then().body("items", hasSize(0));
    }

    @Test
    void nothingIsGivenWhileAnOrderIsOnHoldAndWhatWasGivenBeforeIsWrittenDown() {
        var id = ordered(acamprosate());
        var before = MovedClock.now().toString();
        clockAt(MovedClock.now().plusSeconds(60));
        steps(id, "hold").statusCode(200);
        clockAt(MovedClock.now().plusSeconds(60));
        var during = MovedClock.now().toString();

        doses(id, Map.of("outcome", "GIVEN"))
                .statusCode(409)
                .body("type", endsWith("/nothing-is-given-on-hold"))
                .body("errors.pointer", contains("/at"));
        doses(id, Map.of("outcome", "GIVEN", "at", before)).statusCode(201);
        clockAt(MovedClock.now().plusSeconds(60));
        steps(id, "resumption").statusCode(200);

        doses(id, Map.of("outcome", "GIVEN", "at", during)).statusCode(409);
        doses(id, Map.of("outcome", "GIVEN")).statusCode(201);
    }

    @Test
    void anInjectionIsNotGivenBeforeItsWindowOpensUnlessItIsOrderedAnew() {
        var id = ordered(naltrexone());
        var first = MovedClock.now();
        injects(id).statusCode(201);

        clockAt(first.plus(Duration.ofDays(27)));
        injects(id).statusCode(409).body("type", endsWith("/injection-in-its-window"));
        var anew = ordered(overriding(with(naltrexone(), "replaces", id), "SAME_SUBSTANCE_IS_TAKEN"));
        injects(anew).statusCode(201);

        clockAt(first.plus(Duration.ofDays(27 + 28)));
        injects(anew).statusCode(201);
        clockAt(first.plus(Duration.ofDays(27 + 28 + 9)));
        var between = MovedClock.now().minus(Duration.ofDays(10)).toString();
        doses(anew, Map.of("outcome", "GIVEN", "site", "GLUTEAL_RIGHT", "at", between))
                .statusCode(409)
                .body("type", endsWith("/injection-in-its-window"))
                .body("errors.pointer", contains("/at"));
    }

    @Test
    void anInjectionIsNotGivenAfterItsWindowClosedUnlessItIsOrderedAnew() {
        var id = ordered(naltrexone());
        injects(id).statusCode(201);
        var given = today();

        startOf(given.plusDays(60), 3_600);
        injects(id).statusCode(409).body("type", endsWith("/injection-in-its-window"));
        injectsOn(id, given.plusDays(36))
                .statusCode(409)
                .body("type", endsWith("/injection-in-its-window"))
                .body("errors.pointer", contains("/at"));
        foundInUrine("FENTANYL");
        orders(with(naltrexone(), "replaces", id))
                .statusCode(409)
                .body("type", endsWith("/naltrexone-seven-days-after-opioids"));

        startOf(given.plusDays(75), 3_600);
        var anew = ordered(with(naltrexone(), "replaces", id));
        injects(anew).statusCode(201);
        assertThat(open()).isEmpty();
    }

    @Test
    void aFirstInjectionIsNotGivenAfterItsWindowClosedAndOneThatWasGivenInTimeIsWrittenDownLater() {
        var id = ordered(naltrexone());
        var start = today();

        startOf(start.plusDays(8), 3_600);
        injects(id).statusCode(409).body("type", endsWith("/injection-in-its-window"));
        injectsOn(id, start.plusDays(7)).statusCode(201);
    }

    @Test
    void ofTwoWhoRecordTheSameInjectionOneDoes() {
        var id = ordered(naltrexone());

        var answers = atOnce(() -> injects(id).extract().statusCode());

        assertThat(answers).containsExactlyInAnyOrder(201, 409);
        injects(id).statusCode(409).body("type", endsWith("/injection-given-once-a-day"));
    }

    @Test
    void theFirstInjectionIsAskedForOnItsDayByWhoeverOrderedIt() {
        ordered(naltrexone());

        await("the task")
                .untilAsserted(() -> assertThat(openTasks("injection-due")).isEqualTo(1));
        assertThat(tasks("injection-due", "OPEN").getString("items[0].staff")).isEqualTo(phil.toString());
    }

    @Test
    void anInjectionEndsItsTaskAndTheNextIsAskedForAsItsWindowOpens() {
        var id = ordered(naltrexone());
        await().until(() -> openTasks("injection-due") == 1);

        injects(id).statusCode(201);

        assertThat(openTasks("injection-due")).isZero();
        assertThat(tasks("injection-due", "DONE").getList("items")).hasSize(1);
        var given = today();
        page().body("orders[0].window.opens", equalTo(given.plusDays(28).toString()))
                .body("orders[0].window.closes", equalTo(given.plusDays(35).toString()));
        startOf(given.plusDays(28), -90);
        assertThat(openTasks("injection-due")).isZero();
        startOf(given.plusDays(28), 1);
        assertThat(openTasks("injection-due")).isEqualTo(1);
    }

    @Test
    void eachStageIsToldOnceAndTakesThePlaceOfTheOneBefore() {
        var id = ordered(naltrexone());
        injects(id).statusCode(201);
        var given = today();

        startOf(given.plusDays(28), 1);
        assertThat(open()).containsExactly("injection-due");
        startOf(given.plusDays(33), 1);
        assertThat(open()).containsExactly("injection-closing");
        startOf(given.plusDays(36), 1);
        assertThat(open()).containsExactly("injection-missed");
        startOf(given.plusDays(60), 1);
        assertThat(open()).containsExactly("injection-missed");

        injectsOn(id, given.plusDays(34)).statusCode(201);
        assertThat(open()).isEmpty();
        assertThat(tasks("injection-missed", "DONE").getList("items")).hasSize(1);
    }

    @Test
    void whereTheClockJumpsOnlyHowFarItHasComeIsTold() {
        var id = ordered(naltrexone());
        injects(id).statusCode(201);

        startOf(today().plusDays(50), 1);

        assertThat(open()).containsExactly("injection-missed");
        assertThat(tasks("injection-closing", "WITHDRAWN").getList("items")).isEmpty();
    }

    @Test
    void nobodyIsToldWhileAnOrderIsOnHoldNorAfterItWasStopped() {
        var id = ordered(naltrexone());
        injects(id).statusCode(201);
        var given = today();
        startOf(given.plusDays(28), 1);

        steps(id, "hold").statusCode(200);
        assertThat(open()).isEmpty();
        startOf(given.plusDays(36), 1);
        assertThat(open()).isEmpty();

        steps(id, "resumption").statusCode(200);
        await().untilAsserted(() -> assertThat(open()).containsExactly("injection-missed"));
        stops(id, "PATIENT_WISH").statusCode(200);
        assertThat(open()).isEmpty();
        assertThat(tasks("injection-missed", "WITHDRAWN").getList("items")).hasSize(1);
    }

    @Test
    void anInjectionThatWasAMistakeAsksForItAgain() {
        var id = ordered(naltrexone());
        var dose = injects(id).statusCode(201).extract().<String>path("id");
        assertThat(open()).isEmpty();

        clinician(dora)
                .asks()
                .post(order(id) + "/doses/" + dose + "/error")
                .then()
                .statusCode(200);

        await().untilAsserted(() -> assertThat(open()).containsExactly("injection-due"));
        injects(id).statusCode(201);
    }

    @Test
    void afterTheDischargeTheOrderStandsAndNobodyIsToldOfItsInjections() {
        var id = ordered(naltrexone());
        await().until(() -> openTasks("injection-due") == 1);

        discharged(ada, today().minusDays(1));

        await("the discharge").untilAsserted(() -> assertThat(open()).isEmpty());
        page().body("orders.status", contains("ACTIVE"));
        startOf(today().plusDays(40), 1);
        assertThat(open()).isEmpty();
        assertThat(prescriber().asks().get(order(id)).statusCode()).isEqualTo(200);
    }

    @Test
    void anOrderIsCompletedOnceItsLastDayIsOver() {
        ordered(with(acamprosate(), "end", today().plusDays(6).toString()));
        var last = today().plusDays(6);

        startOf(last.plusDays(1), -1);
        page().body("orders.status", contains("ACTIVE"));
        startOf(last.plusDays(1), 1);

        page().body("orders.status", contains("COMPLETED"))
                .body("orders[0].overOn", equalTo(last.toString()))
                .body("orders[0].changes[1].changedBy", nullValue());
    }

    @Test
    void adherenceIsShownWithTheDosesThatItGoesBy() {
        var id = ordered(acamprosate());
        var first = today();
        doses(id, Map.of("outcome", "SUPPLIED", "supplyDays", 7)).statusCode(201);
        startOf(first.plusDays(9), 3_600);
        doses(id, Map.of("outcome", "TAKEN_AS_REPORTED")).statusCode(201);

        clinician(dora)
                .asks()
                .get(ofPatient() + "/adherence?from=" + first)
                .then()
                .statusCode(200)
                .body("to", equalTo(first.plusDays(9).toString()))
                .body("disorders.indication", contains("ALCOHOL_USE_DISORDER"))
                .body("disorders[0].pdc.days", equalTo(10))
                .body("disorders[0].pdc.covered", equalTo(8))
                .body("disorders[0].pdc.percent", equalTo(80))
                .body("disorders[0].orders", contains(id))
                .body("disorders[0].doses.outcome", contains("SUPPLIED", "TAKEN_AS_REPORTED"));
        patient().asks().get(ofPatient() + "/adherence").then().statusCode(200);
        for (var query : List.of("from=" + first.plusDays(20), "from=2020-01-01", "from=today")) {
            clinician(dora)
                    .asks()
                    .get(ofPatient() + "/adherence?" + query)
                    .then()
                    .statusCode(400);
        }
    }

    @Test
    void aPageTakesAsManyStatementsHoweverMuchIsOnIt() {
        injects(ordered(naltrexone())).statusCode(201);
        takesElsewhere("OTHER", "Dr. Lopez", today()).statusCode(201);
        int few = Statements.during(() -> page().statusCode(200).body("orders", hasSize(1)));
        for (int i = 0; i < 4; i++) {
            var id = ordered(overriding(naltrexone(), "SAME_SUBSTANCE_IS_TAKEN"));
            injects(id).statusCode(201);
            steps(id, "hold").statusCode(200);
            takesElsewhere("OTHER", "Dr. Lopez", today()).statusCode(201);
        }

        int many = Statements.during(() -> page().statusCode(200).body("orders", hasSize(5)));

        assertThat(many).isEqualTo(few);
    }

    private List<String> open() {
        return List.of("injection-due", "injection-closing", "injection-missed").stream()
                .filter(kind -> openTasks(kind) == 1)
                .toList();
    }

    /** It was given a while after a day began. */
    private ValidatableResponse injectsOn(String id, LocalDate day) {
        var at = day.atTime(1, 0).atZone(NEW_YORK).toInstant().toString();
        return doses(id, Map.of("outcome", "GIVEN", "site", "GLUTEAL_LEFT", "lot", "K4471-2", "at", at));
    }

    /** So many seconds after a day begins at the clinic. */
    private static void startOf(LocalDate day, long seconds) {
        clockAt(day.atStartOfDay(NEW_YORK).toInstant().plusSeconds(seconds));
    }
}
