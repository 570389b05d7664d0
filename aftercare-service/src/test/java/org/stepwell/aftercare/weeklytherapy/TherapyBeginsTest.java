package org.stepwell.aftercare.weeklytherapy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.stepwell.aftercare.Scene.SUPERVISOR;
import static org.stepwell.aftercare.Scene.itIsTheMorningOf;
import static org.stepwell.aftercare.Scene.now;
import static org.stepwell.aftercare.Scene.somebodyDischargedToday;
import static org.stepwell.aftercare.Scene.somebodyLeavingSoon;
import static org.stepwell.aftercare.Scene.today;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stepwell.aftercare.Scene;
import org.stepwell.contracts.code.DischargeReason;
import org.stepwell.contracts.enrollment.EnrollmentFact.EpisodeDischarged;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.platform.clinic.ClinicContext;
import org.stepwell.platform.database.Sql;
import org.stepwell.platform.database.Uuid7;
import org.stepwell.platform.testing.AtOnce;
import org.stepwell.platform.testing.Broker;
import org.stepwell.platform.testing.Person;
import org.stepwell.platform.testing.StepwellTestResource;

/** How weekly therapy after discharge begins: scheduling is asked for its visits, a receiver said yes, or somebody has to ask. */
@QuarkusTest
@QuarkusTestResource(StepwellTestResource.class)
class TherapyBeginsTest {

    private static final String API = "/api/aftercare/v1";

    @Inject
    Sql sql;

    @Test
    void therapyHereAsksSchedulingForItsVisitsAndEachListReplacesTheOneBefore() {
        var scene = somebodyDischargedToday();
        says(scene, "{\"place\": \"HERE\", \"startsOn\": \"%s\"}".formatted(today()));
        asked(scene.episode, 1, "\"clinician\":null", "INDIVIDUAL_THERAPY", "\"from\":\"" + today() + "\"");

        givenByTheClinician(scene);
        asked(scene.episode, 2, "\"clinician\":\"" + scene.clinician + "\"");
        scene.thePatient()
                .asks()
                .body("{\"day\": \"%s\", \"kept\": true}".formatted(today()))
                .put(API + "/plans/" + scene.plan() + "/weekly-therapy/days")
                .then()
                .statusCode(200);
        Scene.awaitNothingUnsaid();
        assertThat(lists(scene.episode)).hasSize(2);

        says(scene, "{\"place\": \"NONE\"}");
        asked(scene.episode, 3, "\"needs\":[]");
    }

    @Test
    void aReadmissionAsksForNoneAndTheNextDischargeForTheVisitsAfterIt() {
        var scene = somebodyDischargedToday();
        says(scene, "{\"place\": \"HERE\", \"startsOn\": \"%s\"}".formatted(today()));
        givenByTheClinician(scene);
        var again = new EpisodeId(Uuid7.next());

        scene.isAdmittedTo(again);

        asked(scene.episode, 3, "\"needs\":[]");
        Scene.say(
                new EpisodeDischarged(scene.patient, again, today(), DischargeReason.COMPLETED_GOALS_MET, null, now()));
        asked(again, 1, "\"clinician\":\"" + scene.clinician + "\"");
        assertThat(lists(scene.episode)).hasSize(3);
    }

    @Test
    void aPlanThatIsClosedAsksForNoneAndOneThatOpensAgainForWhatWasSaid() {
        var scene = somebodyDischargedToday();
        says(scene, "{\"place\": \"HERE\", \"startsOn\": \"%s\"}".formatted(today()));
        close(scene);
        asked(scene.episode, 2, "\"needs\":[]");

        scene.thePatient()
                .asks()
                .post(API + "/plans/" + scene.plan() + "/reopening")
                .then()
                .statusCode(200);

        asked(scene.episode, 3, "INDIVIDUAL_THERAPY");
    }

    @Test
    void whatWasSaidOfADraftIsAskedForOnceThePatientLeft() {
        var scene = somebodyLeavingSoon();
        says(scene, "{\"place\": \"HERE\", \"startsOn\": \"%s\"}".formatted(today().plusDays(20)));
        Scene.awaitNothingUnsaid();
        assertThat(lists(scene.episode)).isEmpty();

        scene.isDischarged(today(), DischargeReason.COMPLETED_GOALS_MET);

        asked(scene.episode, 1, "\"from\":\"" + today().plusDays(20) + "\"");
    }

    @Test
    void therapyThatAReceiverAcceptedIsWatchedFromItsDay() {
        var scene = somebodyDischargedToday();
        var first = today().plusDays(5);
        accepted(scene, first);

        therapy(scene)
                .body("place", equalTo("ELSEWHERE"))
                .body("therapist", equalTo("Harbor Counseling"))
                .body("startsOn", equalTo(first.toString()))
                .body("writtenBy", nullValue());
        await().untilAsserted(() ->
                tasks(scene, "therapy-not-said", "DONE").body("items.kind", contains("therapy-not-said")));
        itIsTheMorningOf(first.plusDays(14));
        tasks(scene, "therapy-gap", "OPEN").body("items", empty());
        itIsTheMorningOf(first.plusDays(15));
        tasks(scene, "therapy-gap", "OPEN").body("items.kind", contains("therapy-gap"));
    }

    @Test
    void therapyHereStaysHereWhateverAReceiverAccepts() {
        var scene = somebodyDischargedToday();
        says(scene, "{\"place\": \"HERE\", \"startsOn\": \"%s\"}".formatted(today()));

        accepted(scene, today().plusDays(5));

        therapy(scene).body("place", equalTo("HERE")).body("therapist", nullValue());
    }

    @Test
    void hereThatWasSaidBeforeAnotherStayGivesWayToAReceiverWhoAcceptsInIt() {
        var scene = somebodyDischargedToday();
        says(scene, "{\"place\": \"HERE\", \"startsOn\": \"%s\"}".formatted(today()));
        givenByTheClinician(scene);
        scene.isAdmittedTo(new EpisodeId(Uuid7.next()));
        scene.awaitPlan("PAUSED");

        accepted(scene, today().plusDays(5));
        therapy(scene).body("place", equalTo("ELSEWHERE")).body("therapist", equalTo("Harbor Counseling"));

        says(scene, "{\"place\": \"HERE\", \"startsOn\": \"%s\"}".formatted(today()));
        accepted(scene, today().plusDays(6));
        therapy(scene).body("place", equalTo("HERE"));
    }

    @ParameterizedTest
    @CsvSource({"CLOSED", "PAUSED"})
    void whoeverEndsThePlanWaitsForTheStepBeforeTheWatchOverTherapy(String status) {
        var scene = somebodyDischargedToday();
        var plan = UUID.fromString(scene.plan());
        says(scene, "{\"place\": \"ELSEWHERE\", \"startsOn\": \"%s\"}".formatted(today()));
        var step = UUID.fromString(proposed(scene, today().plusDays(4)));

        AtOnce.inTheClinic(() -> {
            sql.one("select 1 from next_step where id = ? for update", row -> row.getInt(1), step);
            if (status.equals("CLOSED")) {
                var _ = CompletableFuture.runAsync(() -> close(scene));
            } else {
                scene.isAdmittedTo(new EpisodeId(Uuid7.next()));
            }
            waitsForUs();
            assertThat(sql.one(
                            "select 1 from platform.due where kind = ? and subject = ? for update nowait",
                            row -> row.getInt(1),
                            TherapyWeeks.KIND,
                            plan))
                    .isPresent();
            return true;
        });

        scene.awaitPlan(status);
    }

    private void waitsForUs() {
        await().pollInSameThread()
                .until(() -> sql.one(
                                "select 1 from pg_locks where not granted and pg_backend_pid() = any (pg_blocking_pids(pid)) limit 1",
                                row -> row.getInt(1))
                        .isPresent());
    }

    @Test
    void aPlanThatBeginsWithoutAWordOnTherapyIsATaskUntilSomebodySaysIt() {
        var scene = somebodyDischargedToday();
        var closed = somebodyDischargedToday();
        tasks(scene, "therapy-not-said", "OPEN").body("items.subject", contains(scene.plan()));

        says(scene, "{\"place\": \"NONE\"}");
        close(closed);

        tasks(scene, "therapy-not-said", "DONE").body("items.subject", contains(scene.plan()));
        tasks(closed, "therapy-not-said", "OPEN").body("items", empty());
        var said = somebodyLeavingSoon();
        says(said, "{\"place\": \"NONE\"}");
        said.isDischarged(today(), DischargeReason.COMPLETED_GOALS_MET);
        said.awaitPlan("ACTIVE");
        tasks(said, "therapy-not-said", "OPEN").body("items", empty());
    }

    @Test
    void aGapThatADayToldWronglyEndedIsFoundAgain() {
        var scene = somebodyDischargedToday();
        var began = today();
        says(scene, "{\"place\": \"ELSEWHERE\", \"startsOn\": \"%s\"}".formatted(began));
        itIsTheMorningOf(began.plusDays(20));
        tasks(scene, "therapy-gap", "OPEN").body("items.kind", contains("therapy-gap"));
        tells(scene, began.plusDays(18), true);
        tasks(scene, "therapy-gap", "OPEN").body("items", empty());

        tells(scene, began.plusDays(18), false);

        await().untilAsserted(() -> tasks(scene, "therapy-gap", "OPEN").body("items.kind", contains("therapy-gap")));
    }

    @Test
    void whoeverReadsWaitsForNobodyWhoChangesThePlan() throws Exception {
        var scene = somebodyDischargedToday();
        var plan = UUID.fromString(scene.plan());
        var read = ClinicContext.in(
                new ClinicContext.Work(Person.RIVERSIDE, "test", null),
                () -> QuarkusTransaction.requiringNew().call(() -> {
                    sql.one(
                            "select 1 from aftercare_plan where clinic_id = platform.current_clinic() and id = ? for update",
                            row -> row.getInt(1),
                            plan);
                    return CompletableFuture.supplyAsync(
                                    () -> SUPERVISOR.asks().get(API + "/plans/" + plan + "/weekly-therapy"))
                            .get(10, TimeUnit.SECONDS);
                }));

        read.then().statusCode(200);
    }

    /** A receiver takes the patient for weekly therapy, on the phone. */
    private static void accepted(Scene scene, LocalDate day) {
        var step = proposed(scene, day.minusDays(1));
        scene.theClinician()
                .asks()
                .body("{\"day\": \"%s\"}".formatted(day))
                .post(API + "/next-steps/" + step + "/receiver-answer")
                .then()
                .statusCode(200);
    }

    private static String proposed(Scene scene, LocalDate day) {
        return scene.theClinician()
                .asks()
                .body("{\"kind\": \"WEEKLY_THERAPY\", \"receiver\": \"Harbor Counseling\", \"date\": \"%s\"}"
                        .formatted(day))
                .post(API + "/plans/" + scene.plan() + "/next-steps")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static void says(Scene scene, String body) {
        scene.theClinician()
                .asks()
                .header("If-Match", "*")
                .body(body)
                .put(API + "/plans/" + scene.plan() + "/weekly-therapy")
                .then()
                .statusCode(200);
    }

    private static void givenByTheClinician(Scene scene) {
        SUPERVISOR
                .asks()
                .header("If-Match", "*")
                .body("{\"clinician\": \"%s\"}".formatted(scene.clinician))
                .put(API + "/plans/" + scene.plan() + "/weekly-therapy/clinician")
                .then()
                .statusCode(200);
    }

    private static void tells(Scene scene, LocalDate day, boolean kept) {
        scene.theClinician()
                .asks()
                .body("{\"day\": \"%s\", \"kept\": %s}".formatted(day, kept))
                .put(API + "/plans/" + scene.plan() + "/weekly-therapy/days")
                .then()
                .statusCode(200);
    }

    private static void close(Scene scene) {
        SUPERVISOR
                .asks()
                .body("{\"reason\": \"COMPLETED\"}")
                .post(API + "/plans/" + scene.plan() + "/closing")
                .then()
                .statusCode(200);
    }

    private static List<String> lists(EpisodeId episode) {
        return Broker.said("stepwell.aftercare.state", "visits/" + episode);
    }

    /** The newest list of an episode has a version and says something. */
    private static void asked(EpisodeId episode, int version, String... words) {
        await().untilAsserted(() -> assertThat(lists(episode))
                .last()
                .asString()
                .contains("\"version\":" + version + ",")
                .contains(words));
    }

    private static ValidatableResponse therapy(Scene scene) {
        return read(scene).then().statusCode(200);
    }

    private static Response read(Scene scene) {
        return SUPERVISOR.asks().get(API + "/plans/" + scene.plan() + "/weekly-therapy");
    }

    private static ValidatableResponse tasks(Scene scene, String kind, String status) {
        return SUPERVISOR
                .asks()
                .get(API + "/tasks?patient=" + scene.patient + "&kind=" + kind + "&status=" + status)
                .then()
                .statusCode(200);
    }
}
