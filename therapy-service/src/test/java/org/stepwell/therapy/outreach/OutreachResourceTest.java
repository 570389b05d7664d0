package org.stepwell.therapy.outreach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.stepwell.contracts.code.AttendanceStatus.NO_SHOW;
import static org.stepwell.therapy.Riverside.API;
import static org.stepwell.therapy.Riverside.aClinician;
import static org.stepwell.therapy.Riverside.aPatientOf;
import static org.stepwell.therapy.Riverside.anId;
import static org.stepwell.therapy.Riverside.clinician;
import static org.stepwell.therapy.Riverside.clockAt;
import static org.stepwell.therapy.Riverside.discharged;
import static org.stepwell.therapy.Riverside.inClinic;
import static org.stepwell.therapy.Riverside.isReached;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stepwell.contracts.code.DischargeReason;
import org.stepwell.contracts.code.DischargeWaiver;
import org.stepwell.contracts.code.Saying;
import org.stepwell.contracts.enrollment.EnrollmentFact.EpisodeDischarged;
import org.stepwell.contracts.enrollment.EnrollmentState.PatientChanged.ContactRules;
import org.stepwell.platform.testing.AtOnce;
import org.stepwell.platform.testing.Broker;
import org.stepwell.platform.testing.MovedClock;
import org.stepwell.platform.testing.Person;
import org.stepwell.platform.testing.Statements;
import org.stepwell.platform.testing.StepwellTestResource;
import org.stepwell.therapy.roster.Attendances;

/** What was tried, and what came of it. */
@QuarkusTest
@QuarkusTestResource(StepwellTestResource.class)
class OutreachResourceTest extends Evenings {

    @Inject
    Attendances attendances;

    @Inject
    Outreach outreach;

    @Test
    void anAttemptDoesTheStepAndIsKept() {
        evening(0, NO_SHOW);
        awaitSteps("SAME_DAY_CONTACT OPEN");

        String attempt = tried("PHONE", "NO_ANSWER")
                .statusCode(201)
                .body("note", equalTo("Spoke with nobody else."))
                .body("recordedBy", equalTo(dora.toString()))
                .extract()
                .path("id");

        outreach()
                .body("current.steps.status", contains("DONE"))
                .body("current.steps[0].attempt", equalTo(attempt))
                .body("current.steps[0].endedBy", equalTo(dora.toString()))
                .body("attempts.outcome", contains("NO_ANSWER"));
        assertThat(taskOf("outreach-same-day", "DONE")).isNotEmpty();
    }

    @Test
    void thePageTakesAsManyStatementsHoweverMuchWasTried() {
        evening(0, NO_SHOW);
        awaitSteps("SAME_DAY_CONTACT OPEN");
        tried("PHONE", "NO_ANSWER").statusCode(201);
        int few = Statements.ofReading(() -> outreach().body("attempts", hasSize(1)));
        evening(2, NO_SHOW);
        awaitSteps("SAME_DAY_CONTACT DONE", "THERAPIST_CALL OPEN");
        tried("PHONE", "NO_ANSWER").statusCode(201);
        tried("PHONE", "REACHED").statusCode(201);
        evening(4, NO_SHOW);
        awaitSteps("SAME_DAY_CONTACT SUPERSEDED", "THERAPIST_CALL OPEN", "TEAM_REVIEW OPEN"); // of another absence

        assertThat(Statements.ofReading(
                        () -> outreach().body("attempts", hasSize(3)).body("before", hasSize(1))))
                .isEqualTo(few);
    }

    @Test
    void onceThePatientIsReachedNothingMoreIsAskedFor() {
        evening(0, NO_SHOW);
        evening(2, NO_SHOW);
        awaitSteps("SAME_DAY_CONTACT SUPERSEDED", "THERAPIST_CALL OPEN");

        tried("PHONE", "REACHED").statusCode(201);

        outreach().body("current", nullValue()).body("before[0].endedBecause", equalTo("REACHED"));
        assertThat(steps()).containsExactly("SAME_DAY_CONTACT SUPERSEDED", "THERAPIST_CALL DONE");
        clockAt(at(40, LocalTime.NOON));
        outreach().body("current", nullValue()).body("before", hasSize(1));
    }

    @Test
    void whoWasCalledBeforeTheSessionWasClosedIsNotAskedForAgain() {
        eveningIs(0);
        var during = at(0, LocalTime.of(18, 15));
        attempt(Map.of("at", during.toString(), "way", "PHONE", "outcome", "LEFT_NEUTRAL_MESSAGE"))
                .statusCode(201);

        recorded(0, NO_SHOW);

        awaitSteps("SAME_DAY_CONTACT DONE");
        await().untilAsserted(
                        () -> assertThat(taskOf("outreach-same-day", "DONE")).isNotEmpty());
    }

    @Test
    void whoWasReachedDuringTheSessionIsNotLookedFor() {
        eveningIs(0);
        attempt(Map.of("at", at(0, LocalTime.of(18, 15)).toString(), "way", "PHONE", "outcome", "REACHED"))
                .statusCode(201);
        recorded(0, NO_SHOW);
        evening(2, NO_SHOW);

        awaitSteps("SAME_DAY_CONTACT SUPERSEDED", "THERAPIST_CALL OPEN");
        outreach()
                .body("before", hasSize(0))
                .body("current.beganOn", equalTo(today.plusDays(2).toString()));
    }

    @Test
    void whatWasRecordedByMistakeIsTakenBackAndAskedForAgain() {
        evening(0, NO_SHOW);
        awaitSteps("SAME_DAY_CONTACT OPEN");
        String attempt = tried("PHONE", "REACHED").statusCode(201).extract().path("id");
        outreach().body("current", nullValue());

        clinician(dora).asks().delete(path() + "/attempts/" + attempt).then().statusCode(204);

        awaitSteps("SAME_DAY_CONTACT OPEN");
        outreach().body("attempts", hasSize(0)).body("before[0].steps.status", contains("WITHDRAWN"));
        assertThat(taskOf("outreach-same-day", "OPEN")).isNotEmpty();
        clinician(dora).asks().delete(path() + "/attempts/" + anId()).then().statusCode(404);
    }

    @Test
    void anAbsenceThatIsBeingRecordedWhileAnAttemptIsIsLookedAtAfterBoth() throws Exception {
        evening(0, NO_SHOW);
        awaitSteps("SAME_DAY_CONTACT OPEN");
        eveningIs(2);
        var atNoon =
                Map.<String, Object>of("at", at(2, LocalTime.NOON).toString(), "way", "PHONE", "outcome", "NO_ANSWER");

        var both = AtOnce.beforeItCommits(
                sql, () -> missed(2), () -> attempt(atNoon).extract().statusCode());

        assertThat(both.waited()).isTrue();
        assertThat(both.answer()).isEqualTo(201);
        awaitSteps("SAME_DAY_CONTACT DONE", "THERAPIST_CALL OPEN");
    }

    @Test
    void anAbsenceThatIsBeingRecordedWhileAnAttemptIsTakenBackIsLookedAtAfterBoth() throws Exception {
        evening(0, NO_SHOW);
        awaitSteps("SAME_DAY_CONTACT OPEN");
        String attempt = tried("PHONE", "NO_ANSWER").statusCode(201).extract().path("id");
        eveningIs(2);

        var both = AtOnce.beforeItCommits(
                sql,
                () -> missed(2),
                () -> clinician(dora)
                        .asks()
                        .delete(path() + "/attempts/" + attempt)
                        .statusCode());

        assertThat(both.waited()).isTrue();
        assertThat(both.answer()).isEqualTo(204);
        awaitSteps("SAME_DAY_CONTACT WITHDRAWN", "SAME_DAY_CONTACT SUPERSEDED", "THERAPIST_CALL OPEN");
    }

    /** As the listener does it, in the transaction of its batch. */
    private void missed(int day) {
        var missed = attendance(day, NO_SHOW);
        assertThat(attendances.recorded(missed)).isTrue();
        outreach.changed(missed.episode());
    }

    @Test
    void whatIsDecidedIsSaidOnceAndShownToStaffOnly() {
        evening(0, NO_SHOW);
        awaitSteps("SAME_DAY_CONTACT OPEN");
        String step = outreach().extract().path("current.steps[0].id");

        conclude(step, "DONE").statusCode(409).body("type", endsWith("/problems/step-ends-by-an-attempt"));
        conclude(step, "DECIDED_AGAINST")
                .statusCode(200)
                .body("status", equalTo("DECIDED_AGAINST"))
                .body("text", equalTo("He is in hospital; his nurse called."));
        conclude(step, "DECIDED_AGAINST").statusCode(409).body("type", endsWith("/problems/step-is-open"));

        assertThat(taskOf("outreach-same-day", "DONE")).isNotEmpty();
        patient()
                .asks()
                .get(path())
                .then()
                .statusCode(200)
                .body("current.beganOn", equalTo(today.toString()))
                .body("current.steps", hasSize(0));
        conclude(anId().toString(), "DONE").statusCode(404);
    }

    @Test
    void ofManyConclusionsAtOnceOneCounts() {
        IntStream.of(0, 2, 4).forEach(day -> evening(day, NO_SHOW));
        awaitSteps("SAME_DAY_CONTACT SUPERSEDED", "THERAPIST_CALL OPEN", "TEAM_REVIEW OPEN");
        String step = outreach().extract().path("current.steps.find { it.rung == 'TEAM_REVIEW' }.id");

        var answers = IntStream.range(0, 8)
                .parallel()
                .mapToObj(_ -> conclude(step, "DONE").extract().statusCode())
                .collect(Collectors.groupingBy(status -> status, Collectors.counting()));

        assertThat(answers).isEqualTo(Map.of(200, 1L, 409, 7L));
    }

    @Test
    void ofManyAttemptsAtOnceAllAreKeptAndOneDidIt() {
        evening(0, NO_SHOW);
        awaitSteps("SAME_DAY_CONTACT OPEN");

        var answers = IntStream.range(0, 8)
                .parallel()
                .mapToObj(_ -> tried("PHONE", "NO_ANSWER").extract().statusCode())
                .collect(Collectors.toSet());

        assertThat(answers).containsExactly(201);
        outreach().body("attempts", hasSize(8)).body("current.steps.status", contains("DONE"));
    }

    @Test
    void whatManyTakeBackAtOnceIsAskedForAgainOnce() {
        evening(0, NO_SHOW);
        awaitSteps("SAME_DAY_CONTACT OPEN");
        String attempt = tried("PHONE", "NO_ANSWER").statusCode(201).extract().path("id");

        var answers = IntStream.range(0, 8)
                .parallel()
                .mapToObj(_ -> clinician(dora)
                        .asks()
                        .delete(path() + "/attempts/" + attempt)
                        .then()
                        .extract()
                        .statusCode())
                .collect(Collectors.groupingBy(status -> status, Collectors.counting()));

        assertThat(answers).isEqualTo(Map.of(204, 8L));
        outreach().body("current.steps.status", containsInAnyOrder("WITHDRAWN", "OPEN"));
    }

    @Test
    void howAPatientIsReachedWithoutHarmIsShownWithTheSteps() {
        isReached(
                ada.patient(),
                "America/Chicago",
                new ContactRules(
                        true,
                        false,
                        false,
                        false,
                        LocalTime.of(10, 0),
                        LocalTime.of(12, 0),
                        Saying.ASK_FOR_A_CALL_BACK),
                "+1 555 0100");
        await("the rules").until(() -> outreach().extract().path("contact") != null);

        evening(0, NO_SHOW);

        awaitSteps("SAME_DAY_CONTACT OPEN");
        outreach()
                .body("contact.number", equalTo("+1 555 0100"))
                .body("contact.phone", equalTo(true))
                .body("contact.voicemail", equalTo(false))
                .body("contact.saying", equalTo("ASK_FOR_A_CALL_BACK"))
                .body("contact.zone", equalTo("America/Chicago"))
                // Ten in the evening in New York: the next safe hour is eleven there, on the morning after.
                .body("contact.nextSafe", equalTo(at(1, LocalTime.of(11, 0)).toString()))
                .body(
                        "current.steps[0].dueAt",
                        equalTo(at(2, LocalTime.MIDNIGHT).toString()));
    }

    @Test
    void whereNoCallIsSafeNoNumberIsShown() {
        isReached(
                ada.patient(),
                null,
                new ContactRules(false, false, true, false, null, null, Saying.NOTHING),
                "+1 555 0100");
        await("the rules").until(() -> outreach().extract().path("contact") != null);

        outreach()
                .body("contact.number", nullValue())
                .body("contact.email", equalTo(true))
                .body("contact.from", nullValue());
    }

    @Test
    void whatIsSaidIsSealed() {
        evening(0, NO_SHOW);
        awaitSteps("SAME_DAY_CONTACT OPEN");
        tried("PHONE", "NO_ANSWER").statusCode(201);

        String note = inClinic(() -> sql.one(
                        "select note from outreach_attempt where episode_id = ?",
                        row -> row.getString(1),
                        ada.episode().value())
                .orElseThrow());

        assertThat(note).doesNotContain("nobody");
        patient().asks().get(path()).then().body("attempts[0].note", nullValue());
    }

    @ParameterizedTest
    @CsvSource({
        "outcome, WRONG_NUMBER, /outcome",
        "at, 2200-01-01T00:00:00Z, /at",
        "at, 1899-12-31T00:00:00Z, /at",
        "at, 2026-01-01T00:00:00Z, /at",
        "way, PIGEON, /way",
        "way, , /way",
        "outcome, MAYBE, /outcome"
    })
    void whatCanNotBeIsPointedAtAndNothingIsKept(String field, String value, String pointer) {
        var form = new HashMap<String, Object>(Map.of("way", "LETTER", "outcome", "NO_ANSWER"));
        form.put(field, value);

        attempt(form).statusCode(400).body("errors.pointer", hasItem(pointer));

        outreach().body("attempts", hasSize(0));
    }

    @Test
    void aNoteThatIsTooLongIsRefused() {
        attempt(Map.of("way", "PHONE", "outcome", "NO_ANSWER", "note", "x".repeat(2_001)))
                .statusCode(400)
                .body("errors.pointer", hasItem("/note"));
    }

    @Test
    void afterTheLastDayNothingIsRecordedAnyMore() {
        discharged(ada, today.minusDays(1));
        await("the discharge").untilAsserted(() -> tried("PHONE", "NO_ANSWER").statusCode(409));

        tried("PHONE", "NO_ANSWER").body("type", endsWith("/problems/sought-while-in"));
    }

    @Test
    void onTheDayOfADeathTheSearchOfThatDayIsRecorded() {
        Broker.say(new EpisodeDischarged(
                ada.patient(),
                ada.episode(),
                today,
                DischargeReason.DECEASED,
                DischargeWaiver.DEATH,
                MovedClock.now()));
        knows("ended");

        String attempt =
                tried("VISIT", "OTHERS_LOOK_AFTER").statusCode(201).extract().path("id");

        outreach().body("attempts.outcome", contains("OTHERS_LOOK_AFTER")).body("current", nullValue());
        clinician(dora).asks().delete(path() + "/attempts/" + attempt).then().statusCode(204);
    }

    @Test
    void theCareTeamLooksForThem() {
        var form = Map.of("way", "PHONE", "outcome", "NO_ANSWER");
        for (var who : List.of(patient(), Person.at("intake"), clinician(aClinician()), Person.at("clinic-admin"))) {
            who.asks().body(form).post(path() + "/attempts").then().statusCode(403);
        }
        Person.of("supervisor", Person.HARBOR)
                .who(dora)
                .asks()
                .body(form)
                .post(path() + "/attempts")
                .then()
                .statusCode(404);
        Person.at("intake").asks().get(path()).then().statusCode(403);
        Person.at("patient")
                .who(aPatientOf().patient())
                .asks()
                .get(path())
                .then()
                .statusCode(404);
        clinician(dora)
                .asks()
                .get(API + "/episodes/" + anId() + "/outreach")
                .then()
                .statusCode(404);
    }

    private ValidatableResponse attempt(Map<String, Object> form) {
        return clinician(dora).asks().body(form).post(path() + "/attempts").then();
    }

    private ValidatableResponse conclude(String step, String conclusion) {
        return clinician(dora)
                .asks()
                .body(Map.of("conclusion", conclusion, "text", "He is in hospital; his nurse called."))
                .post(path() + "/steps/" + step + "/conclusion")
                .then();
    }

    private Person patient() {
        return Person.at("patient").who(ada.patient());
    }
}
