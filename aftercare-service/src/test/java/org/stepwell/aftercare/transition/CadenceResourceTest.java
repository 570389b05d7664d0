package org.stepwell.aftercare.transition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.stepwell.aftercare.Problems.refused;
import static org.stepwell.aftercare.Scene.SUPERVISOR;
import static org.stepwell.aftercare.Scene.itIsTheMorningOf;
import static org.stepwell.aftercare.Scene.somebodyDischargedToday;
import static org.stepwell.aftercare.Scene.somebodyLeavingSoon;
import static org.stepwell.aftercare.Scene.today;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.stepwell.aftercare.Scene;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.contracts.id.StaffId;
import org.stepwell.platform.database.Sql;
import org.stepwell.platform.database.Uuid7;
import org.stepwell.platform.testing.AtOnce;
import org.stepwell.platform.testing.Person;
import org.stepwell.platform.testing.StepwellTestResource;

/** How often somebody is asked, by which ways, and how what was closed goes on. */
@QuarkusTest
@QuarkusTestResource(StepwellTestResource.class)
class CadenceResourceTest {

    private static final String API = "/api/aftercare/v1";

    @Inject
    Sql sql;

    @Test
    void aSlowerPaceBeginsAfterTheNextCheckInAndAQuickerOneBringsItForward() {
        var scene = somebodyDischargedToday();
        var first = today().plusDays(7);

        asksAt(scene, "QUARTERLY", "She moves house.")
                .then()
                .statusCode(200)
                .body("nextDueOn", equalTo(first.toString()));
        itIsTheMorningOf(first);
        checksIn(scene).then().statusCode(201);
        due(scene)
                .body(
                        "items.dueOn",
                        contains(first.toString(), first.plusWeeks(13).toString()));

        asksAt(scene, "WEEKLY", "Two hard weeks.")
                .then()
                .statusCode(200)
                .body("nextDueOn", equalTo(first.plusDays(7).toString()));
        due(scene)
                .body(
                        "items.dueOn",
                        contains(first.toString(), first.plusDays(7).toString()));
        SUPERVISOR
                .asks()
                .get(API + "/plans/" + scene.plan() + "/history")
                .then()
                .body("paces.pace", contains("QUARTERLY", "WEEKLY"))
                .body("paces.reason", contains("She moves house.", "Two hard weeks."))
                .body("paces[0].setBy", equalTo(scene.clinician.toString()));
    }

    @Test
    void byTimePatientsAreAskedEachWeekForTwelveWeeksAndThenEverySecond() {
        var scene = somebodyDischargedToday();
        var began = today();

        itIsTheMorningOf(began.plusWeeks(14).plusDays(3));

        scene.awaitSaid("check-in-missed.v1", began.plusWeeks(14).toString());
        due(scene)
                .body("items", hasSize(14))
                .body("items[11].dueOn", equalTo(began.plusWeeks(12).toString()))
                .body("items[12].dueOn", equalTo(began.plusWeeks(14).toString()))
                .body("items[13].dueOn", equalTo(began.plusWeeks(16).toString()));
    }

    @Test
    void afterTwoYearsNobodyAsksAndSomebodyLooksAtIt() {
        var scene = somebodyDischargedToday();
        var began = today();
        asksAt(scene, "QUARTERLY", "Fewer, she says.").then().statusCode(200);
        itIsTheMorningOf(began.plusWeeks(90));
        asksAt(scene, "BY_TIME", "As for everybody.").then().statusCode(200);

        itIsTheMorningOf(began.plusWeeks(108));

        due(scene).body("items[-1].status", equalTo("MISSED"));
        SUPERVISOR
                .asks()
                .get(API + "/tasks?patient=" + scene.patient + "&kind=aftercare-at-its-end&status=OPEN")
                .then()
                .body("items", hasSize(1));
        refused(checksIn(scene), 409, "no-check-in-due-then");
        asksAt(scene, "FOUR_WEEKLY", "She wants to stay in touch.")
                .then()
                .statusCode(200)
                .body("nextDueOn", equalTo(today().plusWeeks(4).toString()));
        SUPERVISOR
                .asks()
                .get(API + "/tasks?patient=" + scene.patient + "&kind=aftercare-at-its-end&status=OPEN")
                .then()
                .body("items", hasSize(0));

        asksAt(scene, "BY_TIME", "As for everybody, after all.").then().statusCode(200);

        await().untilAsserted(() -> SUPERVISOR
                .asks()
                .get(API + "/tasks?patient=" + scene.patient + "&kind=aftercare-at-its-end&status=OPEN")
                .then()
                .body("items", hasSize(1)));
    }

    @Test
    void aPlanWhoseEndPassedWhileItWasPausedIsLookedAtWhenItGoesOn() {
        var scene = somebodyDischargedToday();
        var again = new EpisodeId(Uuid7.next());
        scene.isAdmittedTo(again);
        itsEndPassed(UUID.fromString(scene.awaitPlan("PAUSED")));

        scene.neverCame(again);
        scene.awaitPlan("ACTIVE");

        await().untilAsserted(() -> SUPERVISOR
                .asks()
                .get(API + "/tasks?patient=" + scene.patient + "&kind=aftercare-at-its-end&status=OPEN")
                .then()
                .body("items", hasSize(1)));
    }

    /** Of one plan alone: on the way there everybody else would be asked each week. */
    private void itsEndPassed(UUID plan) {
        AtOnce.inTheClinic(() -> {
            sql.update("update aftercare_plan set active_from = ? where id = ?", today().minusWeeks(120), plan);
            sql.update("delete from platform.due where kind = 'aftercare-at-its-end' and subject = ?", plan);
        });
    }

    @Test
    void aPaceHasAReasonAVersionAndSomebodyWhoTreatsThePatient() {
        var scene = somebodyDischargedToday();
        var draft = somebodyLeavingSoon();

        refused(asksAt(scene, "WEEKLY", " "), 400, "invalid-request");
        refused(
                scene.theClinician()
                        .asks()
                        .body("{\"pace\": \"WEEKLY\", \"reason\": \"x\"}")
                        .put(pathOf(scene)),
                428,
                "version-required");
        refused(
                scene.theClinician()
                        .asks()
                        .header("If-Match", "\"77\"")
                        .body("{\"pace\": \"WEEKLY\", \"reason\": \"x\"}")
                        .put(pathOf(scene)),
                412,
                "stale-version");
        refused(asksAt(draft, "WEEKLY", "Why not."), 409, "plan-not-active");
        for (var person : List.of(scene.thePatient(), Person.at("clinician").who(new StaffId(Uuid7.next())))) {
            refused(
                    person.asks()
                            .header("If-Match", "*")
                            .body("{\"pace\": \"WEEKLY\", \"reason\": \"x\"}")
                            .put(pathOf(scene)),
                    403,
                    "not-allowed");
        }
        SUPERVISOR.asks().get(API + "/plans/" + scene.plan()).then().body("pace", equalTo("BY_TIME"));
    }

    @Test
    void aPatientAgreesToWaysOfBeingAskedAndTakesThemBack() {
        var scene = somebodyDischargedToday();
        var path = API + "/plans/" + scene.plan();
        SUPERVISOR.asks().get(path).then().body("channels", nullValue());

        agrees(scene.theClinician(), scene, "[\"PHONE\", \"POST\"]")
                .then()
                .statusCode(200)
                .body("writtenBy", equalTo(scene.clinician.toString()));
        SUPERVISOR.asks().get(path).then().body("channels", contains("PHONE", "POST"));
        agrees(scene.thePatient(), scene, "[]").then().statusCode(200).body("writtenBy", nullValue());

        SUPERVISOR.asks().get(path).then().body("channels", hasSize(0));
        scene.thePatient()
                .asks()
                .get(path + "/history")
                .then()
                .body("channels", hasSize(2))
                .body("channels[0].channels", contains("PHONE", "POST"));
        refused(agrees(scene.thePatient(), scene, "[\"PIGEON\"]"), 400, "unreadable-body");
        refused(agrees(somebodyDischargedToday().thePatient(), scene, "[]"), 404, "not-found");
    }

    @Test
    void aPatientOpensAClosedPlanAgainByThemselves() {
        var scene = somebodyDischargedToday();
        var path = API + "/plans/" + scene.plan();
        refused(scene.thePatient().asks().post(path + "/reopening"), 409, "plan-is-open");
        SUPERVISOR
                .asks()
                .body("{\"reason\": \"DECLINED\"}")
                .post(path + "/closing")
                .then()
                .statusCode(200);
        itIsTheMorningOf(today().plusDays(40));

        scene.thePatient().asks().post(path + "/reopening").then().statusCode(200);

        scene.awaitPlan("ACTIVE");
        due(scene).body("items.dueOn", contains(today().plusDays(7).toString()));
        scene.awaitSaid("aftercare-closed.v1", scene.plan());
        assertThat(scene.said("aftercare-opened.v1")).hasSize(2);
    }

    @Test
    void whoeverComesBackAloneIsMetBySupervisorsAndAskedEachWeekAgain() {
        var scene = somebodyDischargedToday();
        var path = API + "/plans/" + scene.plan();
        asksAt(scene, "QUARTERLY", "Fewer, she says.").then().statusCode(200);
        SUPERVISOR
                .asks()
                .body("{\"reason\": \"DECLINED\"}")
                .post(path + "/closing")
                .then()
                .statusCode(200);
        itIsTheMorningOf(today().plusWeeks(60));
        var back = today();

        scene.thePatient().asks().post(path + "/reopening").then().statusCode(200);

        cameBack(scene, "OPEN")
                .body("items.kind", contains("came-back-to-aftercare"))
                .body("items.roles[0]", contains("SUPERVISOR"));
        SUPERVISOR
                .asks()
                .get(path)
                .then()
                .body("pace", equalTo("BY_TIME"))
                .body("reopenedOn", equalTo(back.toString()));
        itIsTheMorningOf(back.plusDays(17));
        await().untilAsserted(() -> due(scene)
                .body(
                        "items.dueOn.takeRight(3)",
                        contains(
                                back.plusDays(7).toString(),
                                back.plusDays(14).toString(),
                                back.plusDays(21).toString())));
        SUPERVISOR
                .asks()
                .body("{\"reason\": \"COMPLETED\"}")
                .post(path + "/closing")
                .then()
                .statusCode(200);
        cameBack(scene, "WITHDRAWN").body("items", hasSize(1));
        SUPERVISOR.asks().post(path + "/reopening").then().statusCode(200);
        cameBack(scene, "OPEN").body("items", hasSize(0));
    }

    private static ValidatableResponse cameBack(Scene scene, String status) {
        return SUPERVISOR
                .asks()
                .get(API + "/tasks?patient=" + scene.patient + "&kind=came-back-to-aftercare&status=" + status)
                .then()
                .statusCode(200);
    }

    @Test
    void whatWasClosedIsNotOpenedBesideTreatment() {
        var scene = somebodyDischargedToday();
        var path = API + "/plans/" + scene.plan();
        SUPERVISOR
                .asks()
                .body("{\"reason\": \"MOVED\"}")
                .post(path + "/closing")
                .then()
                .statusCode(200);
        scene.isAdmittedTo(new EpisodeId(Uuid7.next()));
        scene.isAdmittedTo(scene.episode); // heard after the other, and shown
        await().untilAsserted(
                        () -> SUPERVISOR.asks().get(path).then().body("treatedFrom", equalTo(today().toString())));

        refused(scene.thePatient().asks().post(path + "/reopening"), 409, "opened-again-where-nothing-followed");
        scene.awaitPlan("CLOSED");
    }

    private static String pathOf(Scene scene) {
        return API + "/plans/" + scene.plan() + "/cadence";
    }

    private static Response asksAt(Scene scene, String pace, String reason) {
        return scene.theClinician()
                .asks()
                .header("If-Match", "*")
                .body("{\"pace\": \"%s\", \"reason\": \"%s\"}".formatted(pace, reason))
                .put(pathOf(scene));
    }

    private static Response agrees(Person who, Scene scene, String channels) {
        return who.asks()
                .header("If-Match", "*")
                .body("{\"channels\": %s}".formatted(channels))
                .put(API + "/plans/" + scene.plan() + "/channels");
    }

    private static Response checksIn(Scene scene) {
        return scene.thePatient().asks().body("""
                {"used": false, "cravings": 1, "lowDays": 2, "sleep": 1, "meetings": 2, "confidence": 4,
                 "suicideThoughts": false}""").post(API + "/plans/" + scene.plan() + "/check-ins");
    }

    private static ValidatableResponse due(Scene scene) {
        return SUPERVISOR
                .asks()
                .get(API + "/plans/" + scene.plan() + "/check-ins?limit=200")
                .then()
                .statusCode(200);
    }
}
