package org.stepwell.aftercare.danger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.stepwell.aftercare.Problems.refused;
import static org.stepwell.aftercare.Scene.SUPERVISOR;
import static org.stepwell.aftercare.Scene.itIs;
import static org.stepwell.aftercare.Scene.itIsTheMorningOf;
import static org.stepwell.aftercare.Scene.now;
import static org.stepwell.aftercare.Scene.somebodyDischargedToday;
import static org.stepwell.aftercare.Scene.somebodyLeavingSoon;
import static org.stepwell.aftercare.Scene.today;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.stepwell.aftercare.Scene;
import org.stepwell.contracts.finding.FindingEvent.MeasureScored;
import org.stepwell.contracts.id.MeasureId;
import org.stepwell.platform.database.Uuid7;
import org.stepwell.platform.testing.Broker;
import org.stepwell.platform.testing.Person;
import org.stepwell.platform.testing.StepwellTestResource;

/** Somebody names a thought of suicide. */
@QuarkusTest
@QuarkusTestResource(StepwellTestResource.class)
class DangerTest {

    private static final String API = "/api/aftercare/v1";
    private static final String YES = "{\"suicideThoughts\": true, \"note\": \"Thinking of Quillon.\"}";
    private static final String NO_RISK = "{\"answers\": [%s]}".formatted(answers("000"));
    private static final String MODERATE = "{\"answers\": [%s]}".formatted(answers("111000"));

    @Test
    void aYesRaisesTheFlagAndWaitsForNobody() {
        var scene = somebodyDischargedToday();
        itIsTheMorningOf(today().plusDays(3));

        checkIn(scene.thePatient(), scene, YES)
                .then()
                .statusCode(201)
                .body("level", equalTo("RED"))
                .body("because", equalTo("SUICIDE_THOUGHTS"))
                .body("helpNow", startsWith("Call or text 988"));

        safety(scene).then().body("flags.flag", contains("SUICIDE_ITEM"));
        await().untilAsserted(() -> assertThat(told(scene))
                .anySatisfy(
                        line -> assertThat(line).startsWith("safety-changed.v1").contains("SUICIDE_ITEM", "true")));
        tasks(scene, scene.theClinician())
                .then()
                .body("items.kind", hasItem("suicide-thought-named"))
                .body("items.kind", not(hasItem("check-in-red"))); // one thought is one task
        roles(scene, "suicide-thought-named", "CLINICIAN");
        itIs(now().plus(Duration.ofMinutes(10)));
        roles(scene, "suicide-thought-named", "CLINICIAN", "SUPERVISOR");
        itIs(now().plus(Duration.ofMinutes(10)));
        roles(scene, "suicide-thought-named", "CLINICIAN", "SUPERVISOR", "CLINIC_ADMIN");
    }

    @Test
    void whoeverTakesItEndsTheEscalation() {
        var scene = somebodyDischargedToday();
        itIsTheMorningOf(today().plusDays(3));
        checkIn(
                        scene.thePatient(),
                        scene,
                        "{\"used\": true, \"substances\": [\"OPIOIDS\"], \"suicideThoughts\": false}")
                .then()
                .statusCode(201)
                .body("level", equalTo("RED"));
        String task = tasks(scene, scene.theClinician()).path("items[0].id");
        itIs(now().plus(Duration.ofMinutes(9)));

        scene.theClinician()
                .asks()
                .post(API + "/tasks/" + task + "/acknowledgement")
                .then()
                .statusCode(200);
        itIs(now().plus(Duration.ofHours(3)));

        roles(scene, "check-in-red", "CLINICIAN");
        safety(scene).then().body("flags", empty()).body("askAtEachContact", equalTo(false));
    }

    @Test
    void aYesIsNeverRefused() {
        var scene = somebodyDischargedToday();

        heard(checkIn(scene.thePatient(), scene, YES), "opens on");
        itIsTheMorningOf(today().plusDays(3));
        checkIn(scene.thePatient(), scene, "{\"used\": false, \"suicideThoughts\": false}")
                .then()
                .statusCode(201);
        heard(checkIn(scene.thePatient(), scene, YES), "RECORDED already");
        heard(checkIn(scene.thePatient(), scene, YES.replace("{", "{\"dueOn\": \"2001-01-01\",")), "None was due");
        var draft = somebodyLeavingSoon();
        heard(checkIn(draft.thePatient(), draft, YES), "Check-ins begin with the discharge");

        safety(scene).then().body("flags.flag", contains("SUICIDE_ITEM")).body("flags[0].version", equalTo(3));
        safety(draft).then().body("flags.flag", contains("SUICIDE_ITEM"));
        refused(checkIn(draft.thePatient(), scene, YES), 404, "not-found");
    }

    @Test
    void whatMakesNoSenseBesidesAYesIsLeftOut() {
        var scene = somebodyDischargedToday();
        itIsTheMorningOf(today().plusDays(3));

        checkIn(
                        scene.thePatient(),
                        scene,
                        "{\"suicideThoughts\": true, \"cravings\": 9, \"used\": false, \"usedDays\": 3, \"nextOn\": \"2001-01-01\"}")
                .then()
                .statusCode(201)
                .body("answers.cravings", equalTo(null))
                .body("answers.used", equalTo(true))
                .body("flags", contains("SUICIDE", "USE"));
    }

    @Test
    void theScreenerAnswersAThoughtAndNobodysWord() {
        var scene = somebodyDischargedToday();
        itIsTheMorningOf(today().plusDays(3));
        checkIn(scene.thePatient(), scene, YES).then().statusCode(201);

        refused(clear(scene.theClinician(), scene, "SUICIDE_ITEM", "\"1\""), 409, "screener-clears-the-item");
        refused(ask(scene.thePatient(), scene, NO_RISK), 403, "not-allowed");
        refused(ask(Person.at("intake"), scene, NO_RISK), 403, "not-allowed");
        refused(
                ask(scene.theClinician(), scene, "{\"answers\": [%s]}".formatted(answers("0"))),
                400,
                "invalid-request");
        var before =
                NO_RISK.replace("{\"answers\"", "{\"takenAt\": \"%s\", \"answers\"".formatted(now().minusSeconds(600)));
        ask(scene.theClinician(), scene, before).then().statusCode(201);
        safety(scene).then().body("flags[0].clearedAt", equalTo(null));

        ask(scene.theClinician(), scene, NO_RISK).then().statusCode(201).body("risk", equalTo("NONE"));

        safety(scene)
                .then()
                .body("flags[0].disposition", equalTo("SCREENER_TAKEN"))
                .body("screens", hasSize(2))
                .body("askAtEachContact", equalTo(true));
        tasks(scene, SUPERVISOR).then().body("items.kind", not(hasItem("suicide-thought-named")));
        await().untilAsserted(() -> assertThat(told(scene))
                .anySatisfy(
                        line -> assertThat(line).startsWith("measure-scored.v1").contains("C-SSRS-SLC")));
        assertThat(told(scene)).noneMatch(line -> line.contains("Quillon"));
    }

    @Test
    void aYesIsSaidAnewOnceSomebodyAskedAboutTheOneBefore() {
        var scene = somebodyDischargedToday();
        itIsTheMorningOf(today().plusDays(3));
        String id = SUPERVISOR
                .asks()
                .get(API + "/plans/" + scene.plan() + "/check-ins")
                .path("items[0].id");
        saves(scene, id, "\"0\"");
        saves(scene, id, "\"1\"");
        safety(scene).then().body("flags", hasSize(1)).body("flags[0].version", equalTo(1));
        ask(scene.theClinician(), scene, NO_RISK).then().statusCode(201);

        saves(scene, id, "\"2\"");
        safety(scene).then().body("flags", hasSize(2)).body("flags[0].clearedAt", equalTo(null));
        ask(scene.theClinician(), scene, NO_RISK).then().statusCode(201);
        checkIn(scene.thePatient(), scene, YES).then().statusCode(201);

        safety(scene).then().body("flags", hasSize(3)).body("flags[0].clearedAt", equalTo(null));
    }

    @Test
    void whatIsRedBesidesTheThoughtIsATaskEvenWhereTheThoughtWasTaken() {
        var scene = somebodyDischargedToday();
        itIsTheMorningOf(today().plusDays(3));
        saves(
                scene,
                SUPERVISOR
                        .asks()
                        .get(API + "/plans/" + scene.plan() + "/check-ins")
                        .path("items[0].id"),
                "\"0\"");
        String task = SUPERVISOR
                .asks()
                .get(API + "/tasks?patient=" + scene.patient + "&kind=suicide-thought-named")
                .path("items[0].id");
        scene.theClinician()
                .asks()
                .post(API + "/tasks/" + task + "/acknowledgement")
                .then()
                .statusCode(200);

        checkIn(scene.thePatient(), scene, YES.replace("{", "{\"used\": true, \"substances\": [\"OPIOIDS\"],"))
                .then()
                .statusCode(201)
                .body("because", equalTo("SUICIDE_THOUGHTS"));

        roles(scene, "check-in-red", "CLINICIAN");
        SUPERVISOR
                .asks()
                .get(API + "/tasks?patient=" + scene.patient + "&kind=suicide-thought-named")
                .then()
                .body("items.status", contains("ACKNOWLEDGED")); // one thought is one task
    }

    private static void saves(Scene scene, String checkIn, String version) {
        scene.thePatient()
                .asks()
                .header("If-Match", version)
                .body("{\"says\": {\"suicideThoughts\": true}}")
                .put(API + "/check-ins/" + checkIn + "/draft")
                .then()
                .statusCode(200);
    }

    @Test
    void aRiskStandsUntilAClinicianLookedAfterThePatientAndAftercareDoesNotEndBefore() {
        var scene = somebodyDischargedToday();
        itIsTheMorningOf(today().plusDays(3));
        ask(scene.theClinician(), scene, MODERATE).then().statusCode(201).body("risk", equalTo("MODERATE"));
        safety(scene).then().body("flags.flag", contains("SUICIDE_RISK_MODERATE"));
        var closing = API + "/plans/" + scene.plan() + "/closing";

        refused(scene.theClinician().asks().body("{\"reason\": \"COMPLETED\"}").post(closing), 409, "danger-stands");
        refused(clear(scene.theClinician(), scene, "SUICIDE_RISK_MODERATE", null), 428, "version-required");
        ask(scene.theClinician(), scene, MODERATE).then().statusCode(201);
        refused(clear(scene.theClinician(), scene, "SUICIDE_RISK_MODERATE", "\"1\""), 412, "stale-version");
        for (var person : List.of(scene.thePatient(), Person.at("intake"), Person.at("clinic-admin"))) {
            refused(clear(person, scene, "SUICIDE_RISK_MODERATE", "\"2\""), 403, "not-allowed");
        }
        clear(scene.theClinician(), scene, "SUICIDE_RISK_MODERATE", "\"2\"")
                .then()
                .statusCode(200)
                .body("disposition", equalTo("SAFETY_PLAN_IN_PLACE"))
                .body("assessment", equalTo("Quillon stays with him."));
        refused(clear(scene.theClinician(), scene, "SUICIDE_RISK_MODERATE", "\"2\""), 409, "flag-is-not-open");
        refused(clear(scene.theClinician(), scene, "SUICIDE_RISK_HIGH", "\"1\""), 409, "flag-is-not-open");

        scene.theClinician()
                .asks()
                .body("{\"reason\": \"COMPLETED\"}")
                .post(closing)
                .then()
                .statusCode(200);
    }

    @Test
    void aScreenerOfAnotherServiceAnswersItToo() {
        var scene = somebodyDischargedToday();
        itIsTheMorningOf(today().plusDays(3));
        checkIn(scene.thePatient(), scene, YES).then().statusCode(201);
        var at = now().plusSeconds(60);

        Broker.say(new MeasureScored(
                "therapy",
                scene.patient,
                scene.episode,
                new MeasureId(Uuid7.next()),
                "C-SSRS",
                "1",
                null,
                "NONE",
                List.of(),
                at,
                at));

        await().untilAsserted(() -> safety(scene).then().body("flags[0].disposition", equalTo("SCREENER_TAKEN")));
    }

    private static void heard(Response answer, String why) {
        answer.then()
                .statusCode(202)
                .body("helpNow", startsWith("Call or text 988"))
                .body("notRecorded", org.hamcrest.Matchers.containsString(why));
    }

    private static void roles(Scene scene, String kind, String... roles) {
        SUPERVISOR
                .asks()
                .get(API + "/tasks?patient=" + scene.patient + "&kind=" + kind)
                .then()
                .body("items", hasSize(1))
                .body("items[0].roles", contains(roles));
    }

    private static List<String> told(Scene scene) {
        return Broker.said("stepwell.finding", "aftercare:" + scene.patient);
    }

    private static String answers(String values) {
        var asked = new java.util.ArrayList<String>();
        var items = values.length() == 3 ? List.of("1", "2", "6") : List.of("1", "2", "3", "4", "5", "6");
        for (int i = 0; i < values.length(); i++) {
            asked.add("{\"item\": \"%s\", \"value\": %s}".formatted(items.get(i), values.charAt(i)));
        }
        return String.join(",", asked);
    }

    private static Response checkIn(Person who, Scene scene, String body) {
        return who.asks().body(body).post(API + "/plans/" + scene.plan() + "/check-ins");
    }

    private static Response safety(Scene scene) {
        return scene.theClinician().asks().get(API + "/plans/" + scene.plan() + "/safety");
    }

    private static Response ask(Person who, Scene scene, String body) {
        return who.asks().body(body).post(API + "/plans/" + scene.plan() + "/safety/screens");
    }

    private static Response clear(
            Person who, Scene scene, String flag, @org.jspecify.annotations.Nullable String version) {
        var asks = who.asks()
                .body("{\"disposition\": \"SAFETY_PLAN_IN_PLACE\", \"assessment\": \"Quillon stays with him.\"}");
        return (version == null ? asks : asks.header("If-Match", version))
                .post(API + "/plans/" + scene.plan() + "/safety/" + flag + "/clearance");
    }

    private static Response tasks(Scene scene, Person who) {
        return who.asks().get(API + "/tasks?patient=" + scene.patient);
    }
}
