package org.stepwell.aftercare.nextstep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.stepwell.aftercare.Problems.refused;
import static org.stepwell.aftercare.Scene.somebodyLeavingSoon;
import static org.stepwell.aftercare.Scene.today;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.stepwell.aftercare.Scene;
import org.stepwell.platform.testing.Broker;
import org.stepwell.platform.testing.Person;
import org.stepwell.platform.testing.StepwellTestResource;

@QuarkusTest
@QuarkusTestResource(StepwellTestResource.class)
class NextStepResourceTest {

    private static final String API = "/api/aftercare/v1";
    private static String meeting = "";

    @BeforeAll
    static void aMeetingOnMondays() {
        Person.at("clinic-admin")
                .asks()
                .body("[{\"name\": \"Monday Room\", \"slug\": \"monday-room\", \"day\": 1, \"time\": \"05:55\"}]")
                .put(API + "/meeting-feeds/steps")
                .then()
                .statusCode(200);
        meeting = Person.at("patient")
                .asks()
                .get(API + "/meetings?day=MONDAY&from=05:55&to=05:55")
                .then()
                .extract()
                .path("items[0].id");
    }

    @Test
    void aPatientProposesAMeetingAndCommitsToADay() {
        var scene = somebodyLeavingSoon();

        var proposed = propose(scene.thePatient(), scene, toMeeting(nextMonday()));
        proposed.then()
                .statusCode(201)
                .body("status", equalTo("PROPOSED"))
                .body("by", equalTo("PATIENT"))
                .body("meeting", equalTo(meeting));
        answer(scene.thePatient(), id(proposed), "acceptance")
                .then()
                .statusCode(200)
                .body("status", equalTo("ACCEPTED"))
                .body("by", equalTo("PATIENT"))
                .body("onBehalf", is(false));

        scene.awaitSaid(
                "next-step-changed.v1",
                id(proposed),
                "ACCEPTED",
                "PATIENT",
                nextMonday().toString());
        assertThat(scene.said("next-step-changed.v1")).hasSize(2);
        assertThat(proposed.header("Location")).endsWith("/next-steps/" + id(proposed));
        scene.thePatient().asks().get(proposed.header("Location")).then().statusCode(200);
    }

    @Test
    void staffWriteDownThePatientsWordOnTheirBehalf() {
        var scene = somebodyLeavingSoon();
        var step = id(propose(scene.theClinician(), scene, toMeeting(nextMonday())));

        answer(scene.theClinician(), step, "acceptance")
                .then()
                .body("by", equalTo("STAFF"))
                .body("onBehalf", is(true));
    }

    @Test
    void aReceiverAcceptsTherapyAndItsNameIsSealed() {
        var scene = somebodyLeavingSoon();
        var proposed = propose(
                scene.theClinician(),
                scene,
                "{\"kind\": \"WEEKLY_THERAPY\", \"date\": \"%s\", \"receiver\": \"Dr. Zebulon\"}"
                        .formatted(nextMonday()));
        proposed.then().statusCode(201).body("receiver", equalTo("Dr. Zebulon"));

        refused(answer(scene.thePatient(), id(proposed), "acceptance"), 409, "receiver-accepts");
        answer(scene.theClinician(), id(proposed), "acceptance").then().body("by", equalTo("RECEIVER"));

        scene.awaitSaid("next-step-changed.v1", id(proposed), "ACCEPTED", "RECEIVER");
        assertThat(scene.said()).noneMatch(line -> line.contains("Zebulon"));
        scene.theClinician()
                .asks()
                .get(API + "/plans/" + scene.plan() + "/next-steps")
                .then()
                .body("items", hasSize(1))
                .body("items[0].receiver", equalTo("Dr. Zebulon"))
                .body("items[0].meeting", nullValue());
    }

    @Test
    void whatBreaksARuleIsRefusedAndNothingIsStored() {
        var scene = somebodyLeavingSoon();
        var patient = scene.thePatient();

        refused(propose(patient, scene, toMeeting(nextMonday().plusDays(1))), 409, "meeting-not-on-that-day");
        refused(propose(patient, scene, toMeeting(nextMonday().minusDays(14))), 409, "next-step-in-the-past");
        refused(
                propose(patient, scene, toMeeting(nextMonday()).replace("TWELVE_STEP", "SECULAR")),
                409,
                "meeting-not-secular");
        refused(
                propose(
                        patient,
                        scene,
                        "{\"kind\": \"TWELVE_STEP_MEETING\", \"date\": \"%s\"}".formatted(nextMonday())),
                409,
                "meeting-named");
        refused(
                propose(patient, scene, toMeeting(nextMonday()).replace(meeting, scene.episode.toString())),
                409,
                "reference-unknown");
        refused(propose(patient, scene, "{\"kind\": \"HOUSING\"}"), 400, "invalid-request");

        patient.asks()
                .get(API + "/plans/" + scene.plan() + "/next-steps")
                .then()
                .body("items", hasSize(0));
    }

    @Test
    void aCancelledDischargeWithdrawsEveryOpenStep() {
        var scene = somebodyLeavingSoon();
        var plan = scene.plan();
        var accepted = id(propose(scene.thePatient(), scene, toMeeting(nextMonday())));
        answer(scene.thePatient(), accepted, "acceptance");
        var declined = id(propose(scene.thePatient(), scene, toMeeting(nextMonday())));
        answer(scene.thePatient(), declined, "decline").then().body("status", equalTo("DECLINED"));
        var proposed = id(propose(scene.thePatient(), scene, toMeeting(nextMonday())));

        scene.staysAfterAll();

        scene.awaitSaid("next-step-changed.v1", proposed, "WITHDRAWN");
        scene.awaitSaid("next-step-changed.v1", accepted, "WITHDRAWN");
        scene.thePatient().asks().get(API + "/next-steps/" + declined).then().body("status", equalTo("DECLINED"));
        refused(
                scene.thePatient().asks().body(toMeeting(nextMonday())).post(API + "/plans/" + plan + "/next-steps"),
                409,
                "plan-closed");
    }

    @Test
    void ofManyAnswersAtOnceOneCounts() throws InterruptedException, ExecutionException {
        var scene = somebodyLeavingSoon();
        var step = id(propose(scene.theClinician(), scene, toMeeting(nextMonday())));

        var statuses =
                atOnce(8, () -> answer(scene.thePatient(), step, "acceptance").statusCode());

        assertThat(statuses).containsOnlyOnce(200).containsOnly(200, 409);
        scene.awaitSaid("next-step-changed.v1", step, "ACCEPTED");
        assertThat(scene.said("next-step-changed.v1")).hasSize(2);
    }

    @Test
    void aPlanHasAtMostThirtyOpenSteps() {
        var scene = somebodyLeavingSoon();
        for (int i = 0; i < 30; i++) {
            propose(scene.thePatient(), scene, toMeeting(nextMonday())).then().statusCode(201);
        }

        refused(propose(scene.thePatient(), scene, toMeeting(nextMonday())), 409, "enough-open-steps");
    }

    @Test
    void othersMayNeitherProposeNorAnswer() {
        var scene = somebodyLeavingSoon();
        var other = somebodyLeavingSoon();
        var step = id(propose(scene.theClinician(), scene, toMeeting(nextMonday())));
        var there = Person.of("supervisor", Person.HARBOR);

        refused(propose(Person.at("clinic-admin"), scene, toMeeting(nextMonday())), 403, "not-allowed");
        refused(propose(other.theClinician(), scene, toMeeting(nextMonday())), 403, "not-allowed");
        refused(propose(other.thePatient(), scene, toMeeting(nextMonday())), 404, "not-found");
        for (var verb : List.of("acceptance", "decline", "withdrawal")) {
            refused(answer(other.thePatient(), step, verb), 404, "not-found");
            refused(answer(other.theClinician(), step, verb), 403, "not-allowed");
            refused(answer(there, step, verb), 404, "not-found");
        }
        assertThat(Broker.said("stepwell.aftercare", scene.patient)).noneMatch(line -> line.contains("ACCEPTED"));
    }

    @Test
    void aRepeatedRequestWithTheSameKeyProposesOnce() {
        var scene = somebodyLeavingSoon();
        var path = API + "/plans/" + scene.plan() + "/next-steps";
        var body = toMeeting(nextMonday());

        var first = scene.thePatient()
                .asks()
                .header("Idempotency-Key", "k-" + scene.patient)
                .body(body)
                .post(path);
        var again = scene.thePatient()
                .asks()
                .header("Idempotency-Key", "k-" + scene.patient)
                .body(body)
                .post(path);

        assertThat(id(again)).isEqualTo(id(first));
        scene.thePatient().asks().get(path).then().body("items", hasSize(1));
    }

    private static <T> List<T> atOnce(int times, Callable<T> work) throws InterruptedException, ExecutionException {
        try (var threads = Executors.newFixedThreadPool(times)) {
            var found = new java.util.ArrayList<T>();
            for (Future<T> one : threads.invokeAll(java.util.Collections.nCopies(times, work))) {
                found.add(one.get());
            }
            return found;
        }
    }

    private static Response propose(Person person, Scene scene, String body) {
        return person.asks().body(body).post(API + "/plans/" + scene.plan() + "/next-steps");
    }

    private static Response answer(Person person, String step, String verb) {
        return person.asks().post(API + "/next-steps/" + step + "/" + verb);
    }

    private static String id(Response answer) {
        return answer.then().statusCode(201).extract().path("id");
    }

    private static String toMeeting(LocalDate date) {
        return "{\"kind\": \"TWELVE_STEP_MEETING\", \"meeting\": \"%s\", \"date\": \"%s\"}".formatted(meeting, date);
    }

    private static LocalDate nextMonday() {
        return today().with(TemporalAdjusters.next(DayOfWeek.MONDAY));
    }
}
