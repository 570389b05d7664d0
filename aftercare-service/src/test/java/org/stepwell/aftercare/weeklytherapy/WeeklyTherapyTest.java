package org.stepwell.aftercare.weeklytherapy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.stepwell.aftercare.Problems.refused;
import static org.stepwell.aftercare.Scene.SUPERVISOR;
import static org.stepwell.aftercare.Scene.itIsTheMorningOf;
import static org.stepwell.aftercare.Scene.now;
import static org.stepwell.aftercare.Scene.somebodyDischargedToday;
import static org.stepwell.aftercare.Scene.today;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stepwell.aftercare.Scene;
import org.stepwell.contracts.code.AttendanceStatus;
import org.stepwell.contracts.code.DischargeReason;
import org.stepwell.contracts.code.Modality;
import org.stepwell.contracts.enrollment.EnrollmentFact.EpisodeDischarged;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.contracts.id.SessionId;
import org.stepwell.contracts.scheduling.SchedulingFact.AttendanceRecorded;
import org.stepwell.platform.database.Uuid7;
import org.stepwell.platform.testing.Person;
import org.stepwell.platform.testing.StepwellTestResource;

/** Weekly therapy after discharge, here and elsewhere, and whoever had none for two weeks running. */
@QuarkusTest
@QuarkusTestResource(StepwellTestResource.class)
class WeeklyTherapyTest {

    private static final String API = "/api/aftercare/v1";

    @Test
    void twoWeeksWithoutTherapyAreOneTaskUntilThePatientWasThereAgain() {
        var scene = somebodyDischargedToday();
        var began = today();
        elsewhere(scene, began).then().statusCode(200).body("daysWithout", equalTo(0));
        tells(scene.thePatient(), scene, began, true).then().statusCode(200);

        itIsTheMorningOf(began.plusDays(14));
        tasks(scene, "OPEN").body("items", empty());
        read(scene).then().body("daysWithout", equalTo(14)).body("gap", equalTo(false));
        itIsTheMorningOf(began.plusDays(15));
        tasks(scene, "OPEN").body("items.kind", contains("therapy-gap"));
        read(scene).then().body("gap", equalTo(true));
        itIsTheMorningOf(began.plusDays(60));
        tasks(scene, "OPEN").body("items.kind", contains("therapy-gap"));

        tells(scene.theClinician(), scene, began.plusDays(59), true)
                .then()
                .statusCode(200)
                .body("daysWithout", equalTo(1))
                .body("days.day", contains(began.plusDays(59).toString(), began.toString()))
                .body("days[0].writtenBy", equalTo(scene.clinician.toString()));
        tasks(scene, "OPEN").body("items", empty());
        tasks(scene, "DONE").body("items.kind", contains("therapy-gap"));
        itIsTheMorningOf(began.plusDays(74));
        tasks(scene, "OPEN").body("items.kind", contains("therapy-gap"));
    }

    @Test
    void aDayThatWasMissedIsNoneThatWasKeptAndTheLastWordHolds() {
        var scene = somebodyDischargedToday();
        var began = today();
        elsewhere(scene, began).then().statusCode(200);
        itIsTheMorningOf(began.plusDays(10));

        tells(scene.thePatient(), scene, began.plusDays(9), true).then().body("daysWithout", equalTo(1));
        tells(scene.theClinician(), scene, began.plusDays(9), false)
                .then()
                .statusCode(200)
                .body("daysWithout", equalTo(10))
                .body("days", hasSize(1))
                .body("days[0].source", equalTo("STAFF"));
        itIsTheMorningOf(began.plusDays(15));

        tasks(scene, "OPEN").body("items.kind", contains("therapy-gap"));
    }

    @Test
    void whatSchedulingCountsIsADayOfTherapyAndACorrectionHolds() {
        var scene = somebodyDischargedToday();
        var session = new SessionId(Uuid7.next());
        here(scene, today()).then().statusCode(200).body("clinician", nullValue());

        Scene.say(attendance(scene, session, 1, Modality.INDIVIDUAL_THERAPY, AttendanceStatus.PRESENT));
        await().untilAsserted(() -> read(scene).then().body("days.kept", contains(true)));
        Scene.say(attendance(scene, session, 2, Modality.INDIVIDUAL_THERAPY, AttendanceStatus.NO_SHOW));

        await().untilAsserted(() -> read(scene).then().body("days.kept", contains(false)));
        read(scene).then().body("days.source", contains("ATTENDANCE"));
        Scene.say(attendance(
                scene, new SessionId(Uuid7.next()), 1, Modality.CAREER_ASSISTANCE, AttendanceStatus.PRESENT));
        Scene.say(attendance(scene, new SessionId(Uuid7.next()), 1, Modality.FAMILY_THERAPY, AttendanceStatus.LATE));
        await().untilAsserted(() -> read(scene).then().body("days", hasSize(2)));
    }

    @Test
    void aCheckInThatSaysTherapyWasKeptCountsForItsWeek() {
        var scene = somebodyDischargedToday();
        var began = today();
        elsewhere(scene, began).then().statusCode(200);
        itIsTheMorningOf(began.plusDays(7));
        scene.thePatient()
                .asks()
                .body("""
                        {"used": false, "suicideThoughts": false, "therapyKept": true}""")
                .post(API + "/plans/" + scene.plan() + "/check-ins")
                .then()
                .statusCode(201);

        read(scene).then().body("daysWithout", equalTo(0)).body("days.source", contains("CHECK_IN"));
        itIsTheMorningOf(began.plusDays(21));
        tasks(scene, "OPEN").body("items", empty());
        itIsTheMorningOf(began.plusDays(22));
        tasks(scene, "OPEN").body("items.kind", contains("therapy-gap"));
    }

    @Test
    void nobodyWatchesWhileThePlanIsPausedAndTheDaysAreCountedAnewAfterwards() {
        var scene = somebodyDischargedToday();
        var began = today();
        elsewhere(scene, began).then().statusCode(200);
        var again = new EpisodeId(Uuid7.next());
        scene.isAdmittedTo(again);
        scene.awaitPlan("PAUSED");

        itIsTheMorningOf(began.plusDays(30));
        tasks(scene, "OPEN").body("items", empty());
        Scene.say(
                new EpisodeDischarged(scene.patient, again, today(), DischargeReason.COMPLETED_GOALS_MET, null, now()));
        scene.awaitPlan("ACTIVE");
        read(scene).then().body("daysWithout", equalTo(0));
        itIsTheMorningOf(began.plusDays(45));

        assertThat(today()).isEqualTo(began.plusDays(45));
        tasks(scene, "OPEN").body("items.kind", contains("therapy-gap"));
    }

    @Test
    void whoGoesToNoTherapyIsNotWatchedAndAClosedPlanNeither() {
        var scene = somebodyDischargedToday();
        var closed = somebodyDischargedToday();
        var began = today();
        elsewhere(closed, began).then().statusCode(200);
        SUPERVISOR
                .asks()
                .body("{\"reason\": \"COMPLETED\"}")
                .post(API + "/plans/" + closed.plan() + "/closing")
                .then()
                .statusCode(200);
        elsewhere(scene, began).then().statusCode(200).header("ETag", "\"0\"");
        says(scene.thePatient(), scene, "{\"place\": \"NONE\"}", "\"0\"")
                .then()
                .statusCode(200)
                .body("daysWithout", nullValue())
                .body("therapist", nullValue());

        itIsTheMorningOf(began.plusDays(20));

        for (var one : List.of(scene, closed)) {
            SUPERVISOR
                    .asks()
                    .get(API + "/tasks?patient=" + one.patient + "&status=OPEN&kind=therapy-gap")
                    .then()
                    .body("items", empty());
        }
    }

    @Test
    void whoGivesItHereIsSaidByWhoeverSeatsAndShownWithThePlan() {
        var scene = somebodyDischargedToday();
        refused(givenBy(SUPERVISOR, scene), 404, "not-found");
        elsewhere(scene, today()).then().statusCode(200);
        refused(givenBy(SUPERVISOR, scene), 409, "given-by-staff-where-it-is-here");
        says(scene.thePatient(), scene, "{\"place\": \"HERE\", \"startsOn\": \"%s\"}".formatted(today()), "*")
                .then()
                .statusCode(200)
                .body("therapist", nullValue());

        for (var person : List.of(scene.thePatient(), scene.theClinician())) {
            refused(givenBy(person, scene), 403, "not-allowed");
        }
        givenBy(SUPERVISOR, scene).then().statusCode(200).body("clinician", equalTo(scene.clinician.toString()));

        scene.thePatient()
                .asks()
                .get(API + "/plans/" + scene.plan())
                .then()
                .body("therapist", equalTo(scene.clinician.toString()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"place": "ELSEWHERE"}                                                             | therapy-is-somewhere
            {"place": "NONE", "startsOn": "2026-03-02"}                                        | therapy-is-somewhere
            {"place": "HERE", "startsOn": "2026-03-02", "therapist": "Dr. Park"}               | therapy-is-somewhere
            {"place": "NONE", "therapist": "Dr. Park"}                                         | therapy-is-somewhere
            {"startsOn": "2026-03-02"}                                                         | invalid-request
            {"place": "MOON", "startsOn": "2026-03-02"}                                        | unreadable-body
            """)
    void whatDoesNotAgreeIsRefused(String body, String rule) {
        var scene = somebodyDischargedToday();

        refused(says(scene.thePatient(), scene, body, null), 400, rule);
        read(scene).then().body("place", nullValue());
    }

    @Test
    void aDayIsOneThatCameAndOthersTellNothing() {
        var scene = somebodyDischargedToday();
        var other = somebodyDischargedToday();

        refused(tells(scene.thePatient(), scene, today().plusDays(1), true), 400, "therapy-of-a-day-that-came");
        refused(tells(scene.thePatient(), scene, today().minusDays(91), true), 400, "therapy-of-a-day-that-came");
        refused(tells(other.thePatient(), scene, today(), true), 404, "not-found");
        refused(tells(other.theClinician(), scene, today(), true), 403, "not-allowed");
        refused(tells(Person.at("intake"), scene, today(), true), 403, "not-allowed");
        elsewhere(scene, today()).then().statusCode(200);
        refused(says(scene.thePatient(), scene, "{\"place\": \"NONE\"}", null), 428, "version-required");
    }

    private static AttendanceRecorded attendance(
            Scene scene, SessionId session, int version, Modality modality, AttendanceStatus status) {
        var start = today().atTime(9, 0).atZone(Scene.NEW_YORK).toInstant();
        return new AttendanceRecorded(
                scene.patient,
                scene.episode,
                session,
                version,
                modality,
                false,
                today(),
                start,
                start.plus(Duration.ofHours(1)),
                status.attended() ? 60 : 0,
                status,
                List.of(scene.clinician),
                now());
    }

    private static Response elsewhere(Scene scene, LocalDate from) {
        return says(
                scene.thePatient(),
                scene,
                "{\"place\": \"ELSEWHERE\", \"therapist\": \"Dr. Park\", \"startsOn\": \"%s\"}".formatted(from),
                null);
    }

    private static Response here(Scene scene, LocalDate from) {
        return says(scene.theClinician(), scene, "{\"place\": \"HERE\", \"startsOn\": \"%s\"}".formatted(from), null);
    }

    private static Response givenBy(Person who, Scene scene) {
        return who.asks()
                .header("If-Match", "*")
                .body("{\"clinician\": \"%s\"}".formatted(scene.clinician))
                .put(API + "/plans/" + scene.plan() + "/weekly-therapy/clinician");
    }

    private static Response says(Person who, Scene scene, String body, @Nullable String version) {
        var request = version == null ? who.asks() : who.asks().header("If-Match", version);
        return request.body(body).put(API + "/plans/" + scene.plan() + "/weekly-therapy");
    }

    private static Response tells(Person who, Scene scene, LocalDate day, boolean kept) {
        return who.asks()
                .body("{\"day\": \"%s\", \"kept\": %s}".formatted(day, kept))
                .put(API + "/plans/" + scene.plan() + "/weekly-therapy/days");
    }

    private static Response read(Scene scene) {
        return SUPERVISOR.asks().get(API + "/plans/" + scene.plan() + "/weekly-therapy");
    }

    private static ValidatableResponse tasks(Scene scene, String status) {
        return SUPERVISOR
                .asks()
                .get(API + "/tasks?patient=" + scene.patient + "&kind=therapy-gap&status=" + status)
                .then()
                .statusCode(200);
    }
}
