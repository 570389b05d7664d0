package org.stepwell.aftercare.checkin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.stepwell.aftercare.Problems.refused;
import static org.stepwell.aftercare.Scene.itIsTheMorningOf;
import static org.stepwell.aftercare.Scene.somebodyDischargedToday;
import static org.stepwell.aftercare.Scene.today;
import static org.stepwell.aftercare.checkin.Weeks.API;
import static org.stepwell.aftercare.checkin.Weeks.GOOD_WEEK;
import static org.stepwell.aftercare.checkin.Weeks.WHOLE_WEEK;
import static org.stepwell.aftercare.checkin.Weeks.checkIn;
import static org.stepwell.aftercare.checkin.Weeks.list;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stepwell.aftercare.Scene;
import org.stepwell.contracts.code.DischargeReason;
import org.stepwell.platform.database.Sql;
import org.stepwell.platform.testing.AtOnce;
import org.stepwell.platform.testing.Person;
import org.stepwell.platform.testing.StepwellTestResource;

/** A check-in that is typed on one device, gone on with on another, and sent. */
@QuarkusTest
@QuarkusTestResource(StepwellTestResource.class)
class DraftResourceTest {

    private static final String YES = "{\"says\": {\"suicideThoughts\": true}}";

    @Inject
    Sql sql;

    @Test
    void whatIsTypedStaysUntilItIsSent() {
        var scene = somebodyDischargedToday();
        itIsTheMorningOf(today().plusDays(4));
        var id = next(scene);
        draft(scene.thePatient(), id)
                .then()
                .statusCode(200)
                .header("ETag", "\"0\"")
                .body("savedAt", nullValue());

        save(scene.thePatient(), id, "\"0\"", "{\"says\": {\"used\": true, \"usedDays\": 2, \"note\": \"Zebulon ca\"}}")
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"");
        save(
                        scene.theClinician(),
                        id,
                        "\"1\"",
                        "{\"says\": {\"used\": false, \"sleep\": 7}, \"emptied\": [\"usedDays\"]}")
                .then()
                .statusCode(200)
                .body("savedBy", equalTo("STAFF"))
                .body("says.note", equalTo("Zebulon ca"))
                .body("says.usedDays", nullValue())
                .body("says.sleep", equalTo(7));
        refused(send(scene.thePatient(), id, "\"2\""), 400, "invalid-request")
                .body("errors.pointer", contains("/suicideThoughts"));
        save(scene.thePatient(), id, "\"2\"", "{\"says\": {\"suicideThoughts\": false}}")
                .then()
                .statusCode(200);

        send(scene.thePatient(), id, "\"3\"")
                .then()
                .statusCode(200)
                .body("status", equalTo("RECORDED"))
                .body("channel", equalTo("PORTAL"))
                .body("note", equalTo("Zebulon ca"))
                .body("answers.sleep", equalTo(7));
        scene.awaitSaid("check-in-recorded.v1", id);
        assertThat(scene.said()).noneMatch(line -> line.contains("Zebulon"));
        draft(scene.thePatient(), id).then().header("ETag", "\"0\"").body("says.note", nullValue());
        refused(save(scene.thePatient(), id, "\"0\"", "{\"says\": {}}"), 409, "check-in-once-a-week");
        refused(send(scene.thePatient(), id, "\"0\""), 409, "check-in-once-a-week");
    }

    @Test
    void whenTwoDevicesTypeTheSecondReadsFirst() {
        var scene = somebodyDischargedToday();
        itIsTheMorningOf(today().plusDays(2));
        var id = next(scene);
        refused(save(scene.thePatient(), id, null, "{\"says\": {\"sleep\": 1}}"), 428, "version-required");
        save(scene.thePatient(), id, "\"0\"", "{\"says\": {\"sleep\": 1}}")
                .then()
                .statusCode(200);

        refused(save(scene.theClinician(), id, "\"0\"", "{\"says\": {\"sleep\": 5}}"), 412, "stale-version");
        refused(send(scene.thePatient(), id, "\"0\""), 412, "stale-version");

        draft(scene.theClinician(), id).then().header("ETag", "\"1\"").body("says.sleep", equalTo(1));
    }

    @Test
    void ofManyWhoSaveAtOnceOneIsFirstAndTheOthersAreTold() throws InterruptedException, ExecutionException {
        var scene = somebodyDischargedToday();
        itIsTheMorningOf(today().plusDays(2));
        var id = next(scene);
        var statuses = new ArrayList<Integer>();
        Callable<Integer> save = () -> save(scene.thePatient(), id, "\"0\"", "{\"says\": {\"sleep\": 3}}")
                .statusCode();

        try (var threads = Executors.newFixedThreadPool(6)) {
            for (Future<Integer> one : threads.invokeAll(Collections.nCopies(6, save))) {
                statuses.add(one.get());
            }
        }

        assertThat(statuses).containsOnlyOnce(200).containsOnly(200, 412);
    }

    @Test
    void whatMakesNoSenseIsNotSavedAndOthersDoNotType() {
        var scene = somebodyDischargedToday();
        itIsTheMorningOf(today().plusDays(2));
        var id = next(scene);

        refused(save(scene.thePatient(), id, "\"0\"", "{\"says\": {\"sleep\": 8}}"), 400, "invalid-request")
                .body("errors.pointer", contains("/says/sleep"));
        refused(
                save(scene.thePatient(), id, "\"0\"", "{\"says\": {}, \"emptied\": [\"level\"]}"),
                400,
                "invalid-request");
        refused(save(scene.thePatient(), id, "\"0\"", "{}"), 400, "invalid-request");
        refused(
                save(scene.thePatient(), id, "\"0\"", "{\"says\": {\"note\": \"%s\"}}".formatted("x".repeat(2001))),
                400,
                "invalid-request");
        refused(draft(Person.at("auditor"), id), 403, "not-allowed");
        refused(draft(somebodyDischargedToday().thePatient(), id), 404, "not-found");
        draft(scene.thePatient(), id).then().header("ETag", "\"0\"");
    }

    @Test
    void aYesIsHeardBeforeItIsSentAndWhateverElseIsWrong() {
        var scene = somebodyDischargedToday();
        itIsTheMorningOf(today().plusDays(2));
        var id = next(scene);
        save(scene.thePatient(), id, "\"0\"", "{\"says\": {\"sleep\": 2}}")
                .then()
                .statusCode(200);

        save(scene.thePatient(), id, "\"0\"", "{\"says\": {\"suicideThoughts\": true, \"sleep\": 99}}")
                .then()
                .statusCode(200)
                .body("helpNow", notNullValue())
                .body("says.sleep", equalTo(2));
        tasks(scene, "OPEN").then().body("items.kind", contains("suicide-thought-named"));
        save(scene.thePatient(), id, "\"1\"", "{\"says\": {\"suicideThoughts\": true, \"sleep\": 99}}")
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("says.suicideThoughts", equalTo(true))
                .body("says.sleep", equalTo(2));

        send(scene.thePatient(), id, "\"2\"").then().statusCode(200).body("level", equalTo("RED"));
        tasks(scene, "OPEN").then().body("items.kind", contains("suicide-thought-named"));
    }

    @Test
    void whatIsAskedOfDaysThatAreStillToComeIsNotTyped() {
        var scene = somebodyDischargedToday();
        var id = next(scene);

        refused(save(scene.thePatient(), id, "\"0\"", "{\"says\": {\"sleep\": 1}}"), 409, "check-in-not-open-yet");
        save(scene.thePatient(), id, "\"0\"", "{\"says\": {\"suicideThoughts\": true}}")
                .then()
                .statusCode(200)
                .body("helpNow", notNullValue());

        draft(scene.thePatient(), id).then().header("ETag", "\"0\"");
        tasks(scene, "OPEN").then().body("items.kind", contains("suicide-thought-named"));
    }

    @Test
    void whatWasTypedGoesOnInTheCheckInThatTakesItsPlace() {
        var scene = somebodyDischargedToday();
        itIsTheMorningOf(today().plusDays(4));
        var id = next(scene);
        types(scene, id);

        scene.leftOtherwise(today(), DischargeReason.COMPLETED_GOALS_MET, null);

        await().untilAsserted(() -> assertThat(next(scene)).isNotEqualTo(id));
        isTyped(scene, next(scene));
        refused(draft(scene.thePatient(), id), 404, "not-found");
    }

    @Test
    void aYesIsHeardWhereTheCheckInIsGoneMeanwhile() {
        var scene = somebodyDischargedToday();
        var closed = somebodyDischargedToday();
        itIsTheMorningOf(today().plusDays(4));
        var id = next(scene);
        var ofClosed = next(closed);
        scene.leftOtherwise(today(), DischargeReason.COMPLETED_GOALS_MET, null);
        await().untilAsserted(() -> assertThat(next(scene)).isNotEqualTo(id));
        close(closed, "MOVED");

        refused(save(scene.thePatient(), id, "\"0\"", "{\"says\": {\"sleep\": 1}}"), 404, "not-found");
        refused(save(scene.theClinician(), id, "\"0\"", YES), 404, "not-found");
        for (var patient : List.of(scene, closed)) {
            save(patient.thePatient(), patient == scene ? id : ofClosed, "\"0\"", YES)
                    .then()
                    .statusCode(202)
                    .body("helpNow", notNullValue())
                    .body("notRecorded", containsString("not asked for any more"));
            tasks(patient, "OPEN").then().body("items.kind", hasItem("suicide-thought-named"));
        }
    }

    @Test
    void whatThePatientTypedIsForgottenOnceTheNextCheckInIsOver() {
        var scene = somebodyDischargedToday();
        itIsTheMorningOf(today().plusDays(4));
        var id = next(scene);
        types(scene, id);
        checkIn(scene.theClinician(), scene, GOOD_WEEK).then().statusCode(201);
        itIsTheMorningOf(today().plusDays(7));
        isTyped(scene, id);

        checkIn(scene.theClinician(), scene, GOOD_WEEK).then().statusCode(201);

        draft(scene.thePatient(), id).then().header("ETag", "\"0\"").body("says.note", nullValue());
    }

    @Test
    void whatTheDeadTypedIsForgotten() {
        var scene = somebodyDischargedToday();
        itIsTheMorningOf(today().plusDays(4));
        types(scene, next(scene));

        close(scene, "DECEASED");

        assertThat(typed(scene)).isFalse();
    }

    @Test
    void whatTheDeadTypedIsForgottenAlsoWhereTheirPlanWasClosedBefore() {
        var scene = somebodyDischargedToday();
        itIsTheMorningOf(today().plusDays(4));
        types(scene, next(scene));
        close(scene, "MOVED");
        assertThat(typed(scene)).isTrue();

        scene.leftOtherwise(today(), DischargeReason.DECEASED, null);

        await().untilAsserted(() -> assertThat(typed(scene)).isFalse());
    }

    @Test
    void whatTheDeadTypedIsForgottenWhenStaffHearOfItAfterwards() {
        var scene = somebodyDischargedToday();
        itIsTheMorningOf(today().plusDays(4));
        types(scene, next(scene));
        itIsTheMorningOf(today().plusDays(36));
        close(scene, "UNREACHABLE");
        assertThat(typed(scene)).isTrue();

        Scene.SUPERVISOR
                .who(scene.clinician)
                .asks()
                .body("{\"because\": \"DIED\", \"reason\": \"A brother called.\"}")
                .post(API + "/plans/" + scene.plan() + "/rechecks/ending")
                .then()
                .statusCode(200);

        assertThat(typed(scene)).isFalse();
    }

    private boolean typed(Scene scene) {
        return AtOnce.<Boolean>inTheClinic(() -> sql.one(
                        "select 1 from check_in_draft where patient_id = ?",
                        row -> row.getInt(1),
                        scene.patient.value())
                .isPresent());
    }

    private static void close(Scene scene, String reason) {
        Scene.SUPERVISOR
                .asks()
                .body("{\"reason\": \"%s\"}".formatted(reason))
                .post(API + "/plans/" + scene.plan() + "/closing")
                .then()
                .statusCode(200);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            2,  1
            20, 0
            """)
    void whatWasTypedBeforeThePlanWasClosedGoesOnWhereItIsOpenedSoon(int days, String version) {
        var scene = somebodyDischargedToday();
        itIsTheMorningOf(today().plusDays(4));
        types(scene, next(scene));
        var plan = API + "/plans/" + scene.plan();
        Scene.SUPERVISOR
                .asks()
                .body("{\"reason\": \"MOVED\"}")
                .post(plan + "/closing")
                .then()
                .statusCode(200);
        itIsTheMorningOf(today().plusDays(days));

        scene.thePatient().asks().post(plan + "/reopening").then().statusCode(200);

        draft(scene.thePatient(), next(scene)).then().header("ETag", "\"%s\"".formatted(version));
    }

    @Test
    void whatThePatientTypedStaysWhereStaffRecordedTheCheckIn() {
        var scene = somebodyDischargedToday();
        itIsTheMorningOf(today().plusDays(4));
        var id = next(scene);
        types(scene, id);

        checkIn(scene.theClinician(), scene, GOOD_WEEK).then().statusCode(201).body("id", equalTo(id));

        isTyped(scene, id);
        refused(send(scene.thePatient(), id, "\"1\""), 409, "check-in-once-a-week");
    }

    @Test
    void whatWasTypedIsSentWhenTheWeekWasMissed() {
        var scene = somebodyDischargedToday();
        itIsTheMorningOf(today().plusDays(4));
        var id = next(scene);
        types(scene, id);
        itIsTheMorningOf(today().plusDays(7));
        scene.awaitSaid("check-in-missed.v1", id);

        isTyped(scene, id);
        send(scene.thePatient(), id, "\"1\"").then().statusCode(200).body("flags", hasItem("LATE"));
    }

    private static void types(Scene scene, String id) {
        save(
                        scene.thePatient(),
                        id,
                        "\"0\"",
                        "{\"says\": {\"used\": false, \"suicideThoughts\": false, \"note\": \"Zebulon ca\"}}")
                .then()
                .statusCode(200);
    }

    private static void isTyped(Scene scene, String id) {
        draft(scene.thePatient(), id)
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("says.note", equalTo("Zebulon ca"))
                .body("savedBy", equalTo("PATIENT"));
    }

    @Test
    void allOfAWeekIsRecordedWithItsScores() {
        var scene = somebodyDischargedToday();
        itIsTheMorningOf(today().plusDays(4));

        checkIn(scene.theClinician(), scene, WHOLE_WEEK.replace("{\"used\"", "{\"channel\": \"VIDEO\", \"used\""))
                .then()
                .statusCode(201)
                .body("level", equalTo("GREEN"))
                .body("riskScore", equalTo(4))
                .body("protectiveScore", equalTo(18))
                .body("channel", equalTo("VIDEO"))
                .body("needs", equalTo("A ride on Thursdays."))
                .body("agreedPlan", equalTo("Two meetings with Zebulon."))
                .body("answers.housing", equalTo("STABLE"))
                .body("answers.therapyKept", equalTo(true));

        itIsTheMorningOf(today().plusDays(7));
        var worse = WHOLE_WEEK.replace("\"conflict\": 0", "\"conflict\": 3").replace("\"sleep\": 0", "\"sleep\": 1");
        checkIn(scene.thePatient(), scene, worse)
                .then()
                .statusCode(201)
                .body("riskScore", equalTo(9))
                .body("flags", contains("RISK"))
                .body("level", equalTo("YELLOW"));
        tasks(scene, "OPEN").then().body("items.kind", hasItem("check-in-yellow"));
    }

    @Test
    void theNextDayIsAhead() {
        var scene = somebodyDischargedToday();
        itIsTheMorningOf(today().plusDays(4));
        var past = GOOD_WEEK.replace("{\"used\"", "{\"nextOn\": \"2001-01-01\", \"used\"");

        refused(checkIn(scene.thePatient(), scene, past), 400, "invalid-request")
                .body("errors.pointer", contains("/nextOn"));
        list(scene).then().body("items.status", contains("SCHEDULED"));
    }

    private static Response tasks(Scene scene, String status) {
        scene.goesToNoTherapy(); // or somebody has to ask, which is no matter here
        return Scene.SUPERVISOR.asks().get(API + "/tasks?patient=" + scene.patient + "&status=" + status);
    }

    private static String next(Scene scene) {
        return list(scene).path("items[-1].id");
    }

    private static Response draft(Person who, String id) {
        return who.asks().get(API + "/check-ins/" + id + "/draft");
    }

    private static Response save(
            Person who, String id, @org.jspecify.annotations.Nullable String version, String body) {
        var asks = who.asks().body(body);
        return (version == null ? asks : asks.header("If-Match", version)).put(API + "/check-ins/" + id + "/draft");
    }

    private static Response send(Person who, String id, String version) {
        return who.asks().header("If-Match", version).post(API + "/check-ins/" + id + "/draft/sending");
    }
}
