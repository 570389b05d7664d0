package org.stepwell.aftercare.recheck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.stepwell.aftercare.Problems.refused;
import static org.stepwell.aftercare.Scene.itIsTheMorningOf;
import static org.stepwell.aftercare.Scene.somebodyDischargedToday;
import static org.stepwell.aftercare.Scene.today;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stepwell.aftercare.Scene;
import org.stepwell.contracts.code.DischargeReason;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.platform.database.Uuid7;
import org.stepwell.platform.testing.Person;
import org.stepwell.platform.testing.StepwellTestResource;

@QuarkusTest
@QuarkusTestResource(StepwellTestResource.class)
class RecheckResourceTest {

    @Inject
    Quarters quarters;

    static final String API = "/api/aftercare/v1";
    static final String WELL = """
            {"useDays": 0, "intoxicatedDays": 0, "failedResponsibilities": false, "problems": false, "withdrawal": false,
             "wantsTreatment": false, "inTreatment": false, "inJail": false}""";
    static final String UNWELL =
            WELL.replace("\"useDays\": 0", "\"useDays\": 20").replace("\"withdrawal\": false", "\"withdrawal\": true");

    @Test
    void aQuarterAfterTheLastDaySomebodyIsAskedToReachThem() {
        var scene = somebodyDischargedToday();
        var due = today().plusMonths(3);
        rechecks(scene)
                .body("items.dueOn", contains(due.toString()))
                .body("items.status", contains("SCHEDULED"))
                .body("items[0].number", equalTo(1))
                .body("items[0].need", nullValue());
        itIsTheMorningOf(due.minusDays(1));
        tasks(scene, "OPEN").body("items.kind", not(hasItem("recheck-due")));

        itIsTheMorningOf(due);

        rechecks(scene).body("items.status", contains("DUE"));
        tasks(scene, "OPEN").body("items.kind", hasItem("recheck-due"));
    }

    @Test
    void anAnswerWithoutTriggersLeadsToTheNextQuarter() {
        var scene = somebodyDischargedToday();
        var due = quarters.pass(scene);

        answer(scene.thePatient(), ahead(scene), WELL)
                .then()
                .statusCode(200)
                .body("status", equalTo("ANSWERED"))
                .body("need", equalTo("NO_NEED"))
                .body("triggers", empty())
                .body("answeredBy", equalTo("PATIENT"))
                .body("answers.useDays", equalTo(0));

        tasks(scene, "DONE").body("items.kind", hasItem("recheck-due"));
        rechecks(scene)
                .body("items.status", contains("ANSWERED", "SCHEDULED"))
                .body("items[1].dueOn", equalTo(due.minusMonths(3).plusMonths(6).toString()));
        get(scene, "/linkages").body("items", empty());
    }

    @Test
    void whoNeedsTreatmentIsOfferedItAndTheOfferNamesTheTriggers() {
        var scene = somebodyDischargedToday();
        quarters.pass(scene);
        var recheck = ahead(scene);

        answer(scene.theClinician(), recheck, UNWELL)
                .then()
                .statusCode(200)
                .body("need", equalTo("NEEDS_TREATMENT"))
                .body("triggers.trigger", contains("USE_DAYS", "WITHDRAWAL"))
                .body("answeredBy", equalTo("STAFF"));

        tasks(scene, "OPEN").body("items.kind", hasItem("linkage-offer"));
        get(scene, "/linkages")
                .body("items.status", contains("OFFERED"))
                .body("items[0].because", equalTo("RECHECK"))
                .body("items[0].recheck", equalTo(recheck))
                .body("items[0].factors", contains("USE_DAYS", "WITHDRAWAL"))
                .body("items[0].steps.step", contains("TRACKING", "ASSESSING"));
        Scene.awaitNothingUnsaid();
        assertThat(scene.said("readmission-recommended.v1")).isEmpty();
    }

    @Test
    void overTwoYearsOfSilenceEachQuarterIsAskedOnce() {
        var scene = somebodyDischargedToday();
        var began = today();

        int steps = quarters.allFallDue(scene);

        assertThat(steps).isEqualTo(16);

        rechecks(scene)
                .body("items", hasSize(8))
                .body("items.status", everyItem(equalTo("NOT_REACHED")))
                .body("items.number", contains(1, 2, 3, 4, 5, 6, 7, 8))
                .body("items[7].dueOn", equalTo(began.plusYears(2).toString()));
        tasks(scene, "OPEN").body("items.kind", not(hasItem("recheck-due")));
    }

    @Test
    void whoCouldNotBeReachedIsAskedEachQuarterAllTheSame() {
        var scene = somebodyDischargedToday();
        itIsTheMorningOf(today().plusDays(38)); // thirty days after the first check-in that did not come
        close(scene, "UNREACHABLE");

        quarters.pass(scene);

        rechecks(scene).body("items.status", contains("DUE"));
        answer(Scene.SUPERVISOR, ahead(scene), UNWELL).then().statusCode(200);
        get(scene, "/linkages").body("items.status", contains("OFFERED"));
    }

    @Test
    void whoWantsNoAftercareIsNotAsked() {
        var scene = somebodyDischargedToday();
        rechecks(scene).body("items", hasSize(1));

        close(scene, "DECLINED");

        rechecks(scene).body("items.status", contains("ENDED"));
        assertThat(quarters.allFallDue(scene)).isZero();
    }

    @Test
    void whoIsAdmittedAgainIsNotAskedAndTheTaskEnds() {
        var scene = somebodyDischargedToday();
        quarters.pass(scene);
        scene.isAdmittedTo(new EpisodeId(Uuid7.next()));

        await().untilAsserted(() -> rechecks(scene).body("items.status", contains("ENDED")));
        tasks(scene, "WITHDRAWN").body("items.kind", hasItem("recheck-due"));
    }

    @Test
    void aLastDayThatWasSaidWronglyMovesTheFirstRecheck() {
        var scene = somebodyDischargedToday();
        var lastDay = today().plusDays(5);

        scene.leftOtherwise(lastDay, DischargeReason.COMPLETED_GOALS_MET, null);

        await().untilAsserted(() -> rechecks(scene)
                .body("items.dueOn", contains(lastDay.plusMonths(3).toString())));
    }

    @Test
    void itIsAnsweredOnceHoweverManySendIt() throws Exception {
        var scene = somebodyDischargedToday();
        quarters.pass(scene);
        var recheck = ahead(scene);

        var statuses = new ArrayList<Integer>();
        Callable<Integer> send =
                () -> answer(scene.thePatient(), recheck, UNWELL).statusCode();
        try (var threads = Executors.newFixedThreadPool(6)) {
            for (Future<Integer> one : threads.invokeAll(Collections.nCopies(6, send))) {
                statuses.add(one.get());
            }
        }

        assertThat(statuses).containsOnlyOnce(200).containsOnly(200, 409);
        refused(answer(scene.thePatient(), recheck, UNWELL), 409, "recheck-is-over");
        get(scene, "/linkages").body("items", hasSize(1));
    }

    @Test
    void itIsNotAnsweredMonthsBefore() {
        var scene = somebodyDischargedToday();

        refused(answer(scene.thePatient(), ahead(scene), WELL), 409, "recheck-not-open-yet");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "useDays": 0          | "useDays": 91          | /useDays         | invalid-request
            "useDays": 0          | "useDays": -1          | /useDays         | invalid-request
            "useDays": 0          | "useDays": null        | /useDays         | invalid-request
            "intoxicatedDays": 0  | "intoxicatedDays": 3   | /intoxicatedDays | invalid-request
            "withdrawal": false   | "withdrawal": "no"     | /withdrawal      | unreadable-body
            "inJail": false       | "inJail": null         | /inJail          | invalid-request
            """)
    void answersThatMakeNoSenseAreRefused(String said, String instead, String pointer, String slug) {
        var scene = somebodyDischargedToday();
        quarters.pass(scene);

        refused(answer(scene.thePatient(), ahead(scene), WELL.replace(said, instead)), 400, slug)
                .body("errors[0].pointer", equalTo(pointer));
        rechecks(scene).body("items.status", contains("DUE"));
    }

    @Test
    void othersMayNotAnswerNorRead() {
        var scene = somebodyDischargedToday();
        var other = somebodyDischargedToday();
        quarters.pass(scene);
        var recheck = ahead(scene);

        refused(answer(other.thePatient(), recheck, WELL), 404, "not-found");
        refused(answer(other.theClinician(), recheck, WELL), 403, "not-allowed");
        refused(answer(Person.of("supervisor", Person.HARBOR), recheck, WELL), 404, "not-found");
        refused(other.thePatient().asks().get(API + "/rechecks/" + recheck), 404, "not-found");
    }

    static void close(Scene scene, String reason) {
        Scene.SUPERVISOR
                .asks()
                .body(Map.of("reason", reason))
                .post(API + "/plans/" + scene.plan() + "/closing")
                .then()
                .statusCode(200);
    }

    static Response answer(Person who, String recheck, String answers) {
        return who.asks().body(answers).post(API + "/rechecks/" + recheck + "/answers");
    }

    /** The id of the one that comes next. */
    static String ahead(Scene scene) {
        return rechecks(scene).extract().path("items.last().id");
    }

    static ValidatableResponse rechecks(Scene scene) {
        return get(scene, "/rechecks");
    }

    static ValidatableResponse get(Scene scene, String path) {
        return Scene.SUPERVISOR
                .asks()
                .get(API + "/plans/" + scene.plan() + path)
                .then()
                .statusCode(200);
    }

    static ValidatableResponse tasks(Scene scene, String status) {
        return Scene.SUPERVISOR
                .asks()
                .get(API + "/tasks?patient=" + scene.patient + "&status=" + status + "&limit=200")
                .then()
                .statusCode(200);
    }
}
