package org.stepwell.scheduling.visit;

import static java.time.DayOfWeek.MONDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.stepwell.scheduling.Riverside.ADMIN;
import static org.stepwell.scheduling.Riverside.API;
import static org.stepwell.scheduling.Riverside.EVENING;
import static org.stepwell.scheduling.Riverside.INTAKE;
import static org.stepwell.scheduling.Riverside.NINE_HOURS;
import static org.stepwell.scheduling.Riverside.aClinician;
import static org.stepwell.scheduling.Riverside.aGroup;
import static org.stepwell.scheduling.Riverside.aProgram;
import static org.stepwell.scheduling.Riverside.aRoom;
import static org.stepwell.scheduling.Riverside.admitted;
import static org.stepwell.scheduling.Riverside.at;
import static org.stepwell.scheduling.Riverside.closed;
import static org.stepwell.scheduling.Riverside.from18To21On;
import static org.stepwell.scheduling.Riverside.moveTo;
import static org.stepwell.scheduling.Riverside.onAFreshMonday;
import static org.stepwell.scheduling.visit.Visits.anHourAWeek;
import static org.stepwell.scheduling.visit.Visits.book;
import static org.stepwell.scheduling.visit.Visits.booked;
import static org.stepwell.scheduling.visit.Visits.form;
import static org.stepwell.scheduling.visit.Visits.planned;
import static org.stepwell.scheduling.visit.Visits.visits;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.contracts.id.ProgramId;
import org.stepwell.contracts.id.StaffId;
import org.stepwell.platform.database.Uuid7;
import org.stepwell.platform.testing.Broker;
import org.stepwell.platform.testing.Person;
import org.stepwell.platform.testing.StepwellTestResource;
import org.stepwell.scheduling.Riverside;
import org.stepwell.scheduling.Riverside.Admitted;

/** Visits are listed as the plan asks for them, booked, and are sessions from then on. */
@QuarkusTest
@QuarkusTestResource(StepwellTestResource.class)
class VisitResourceTest {

    private LocalDate monday = LocalDate.EPOCH;
    private StaffId dora = new StaffId(Uuid7.next());
    private ProgramId program = new ProgramId(Uuid7.next());
    private Admitted ada = new Admitted(new PatientId(Uuid7.next()), new EpisodeId(Uuid7.next()));
    private final List<LocalDate> closed = new ArrayList<>();

    @BeforeEach
    void somebodyIsAdmitted() {
        monday = onAFreshMonday();
        dora = aClinician();
        program = aProgram(NINE_HOURS);
        ada = admitted(program, EVENING, monday, 540);
    }

    /** The next test begins on the Monday after. */
    @AfterEach
    void theClinicIsOpenAgain() {
        closed.forEach(day -> ADMIN.asks().delete(API + "closures/" + day));
        closed.clear();
    }

    @Test
    void whatThePlanAsksForIsListedUntilItIsBooked() {
        planned(ada, 1, monday, anHourAWeek(dora, monday));
        visits(ada, monday)
                .body("episode", equalTo(ada.episode().toString()))
                .body("needed.modality", contains("INDIVIDUAL_THERAPY"))
                .body("needed.clinician", contains(dora.toString()))
                .body("needed.missing", contains(1))
                .body("needed[0].booked", hasSize(0));

        var visit = booked(ada, dora, monday.plusDays(1), "10:00", "11:00");

        visits(ada, monday)
                .body("needed.missing", contains(0))
                .body("needed[0].booked.id", contains(visit))
                .body("besides", hasSize(0));
        visits(ada, monday.plusDays(7)).body("needed.missing", contains(1));
        await().untilAsserted(() -> assertThat(Broker.said("stepwell.scheduling.state", "session/" + visit))
                .singleElement()
                .asString()
                .contains("\"group\":null", "INDIVIDUAL_THERAPY", dora.toString(), "SCHEDULED"));
    }

    @Test
    void ofTwoWhoBookOneClinicianAtOnceExactlyOneWins() {
        var ben = admitted(program, EVENING, monday, 540);
        for (int round = 1; round <= 5; round++) {
            var form = form(dora, monday.plusDays(round), "10:00", "11:00");

            var loser = loserOf(() -> book(ada, form), () -> book(ben, form));

            loser.body("type", endsWith("/no-facilitator-twice"))
                    .body("title", equalTo("Whoever leads a session leads no other at the same time."))
                    .body("errors.pointer", contains("/clinician"));
        }
    }

    @Test
    void ofTwoWhoBookOnePatientAtOnceExactlyOneWins() {
        var carl = aClinician();
        for (int round = 1; round <= 5; round++) {
            var day = monday.plusDays(round);

            var loser = loserOf(
                    () -> book(ada, form(dora, day, "10:00", "11:00")),
                    () -> book(ada, form(carl, day, "10:30", "11:30")));

            loser.body("type", endsWith("/no-patient-twice")).body("errors.pointer", contains("/from"));
        }
    }

    private static ValidatableResponse loserOf(Supplier<Response> one, Supplier<Response> other) {
        var answers = Stream.of(one, other).map(CompletableFuture::supplyAsync).toList().stream()
                .map(CompletableFuture::join)
                .toList();
        assertThat(answers).extracting(Response::statusCode).containsExactlyInAnyOrder(201, 409);
        return answers.stream()
                .filter(answer -> answer.statusCode() == 409)
                .findFirst()
                .orElseThrow()
                .then();
    }

    @Test
    void closedDaysAndAbsencesReachVisitsThatAreBooked() {
        var first = booked(ada, dora, monday.plusDays(2), "10:00", "11:00");
        var second = booked(ada, dora, monday.plusDays(3), "10:00", "11:00");

        close(monday.plusDays(2));
        away(dora, monday.plusDays(3));

        INTAKE.asks().get(API + "sessions/" + first).then().body("session.status", equalTo("CANCELLED"));
        INTAKE.asks()
                .get(API + "sessions/uncovered?from=" + monday + "&to=" + day(6))
                .then()
                .statusCode(200)
                .body("id", contains(second))
                .body("group", contains(nullValue()));
    }

    @Test
    void aSeriesIsBookedWholeButForDaysOnWhichTheClinicIsClosed() {
        close(monday.plusDays(8));
        var series = form(dora, monday.plusDays(1), "10:00", "11:00");
        series.put("weeks", 4);

        book(ada, series)
                .then()
                .statusCode(201)
                .body("visits.day", contains(day(1), day(15), day(22)))
                .body("leftOut", contains(day(8)));

        var other = form(dora, monday.plusDays(1), "10:30", "11:30");
        other.put("weeks", 2);
        book(admitted(program, EVENING, monday, 540), other)
                .then()
                .statusCode(409)
                .body("errors.detail", contains(day(1) + ": leads another session then"));
    }

    @Test
    void nobodyIsBookedWhileClosedOrAwayOrBusyOrNotAtWork() {
        var room = aRoom();
        var inRoom = form(aClinician(), monday.plusDays(1), "10:00", "11:00");
        inRoom.put("room", room);
        book(ada, inRoom).then().statusCode(201);
        var ben = admitted(program, EVENING, monday, 540);
        var sameRoom = form(dora, monday.plusDays(1), "10:00", "11:00");
        sameRoom.put("room", room);
        refused(ben, sameRoom, "no-room-twice", "/room");
        refused(ada, form(dora, monday.plusDays(1), "10:30", "11:30"), "no-patient-twice", "/from");

        close(monday.plusDays(2));
        refused(ada, form(dora, monday.plusDays(2), "10:00", "11:00"), "nobody-meets-while-closed", "/day");

        away(dora, monday.plusDays(3));
        refused(ada, form(dora, monday.plusDays(3), "10:00", "11:00"), "led-by-those-who-are-here", "/clinician");

        ADMIN.asks()
                .body(Map.of("hours", List.of(Map.of("day", "FRIDAY", "from", "09:00", "to", "12:00"))))
                .put(API + "staff/" + dora + "/hours")
                .then()
                .statusCode(200);
        refused(ada, form(dora, monday.plusDays(4), "11:30", "12:30"), "led-by-those-who-work", "/clinician");
        booked(ada, dora, monday.plusDays(4), "11:00", "12:00");

        var asGroup = form(dora, monday.plusDays(4), "09:00", "10:00");
        asGroup.put("modality", "GROUP_THERAPY");
        book(ada, asGroup).then().statusCode(400).body("type", endsWith("/groups-are-no-visit"));
        book(ada, form(dora, monday.minusDays(3), "09:00", "10:00"))
                .then()
                .statusCode(400)
                .body("type", endsWith("/visit-is-ahead"));
    }

    @Test
    void hoursThatTheClockSkipsAreNoneOfAVisit() {
        var rules = Riverside.ZONE.getRules();
        var change = rules.nextTransition(Riverside.now());
        var night = (change.isGap() ? change : rules.nextTransition(change.getInstant()))
                .getDateTimeBefore()
                .toLocalDate();

        book(ada, form(dora, night, "02:30", "03:15"))
                .then()
                .statusCode(400)
                .body("type", endsWith("/visit-is-ahead"))
                .body("errors.pointer", contains("/to"));
    }

    @Test
    void aLongSeriesLeavesTheHoursOfGroupsToThem() {
        aGroup(program, 12, dora, monday, from18To21On(MONDAY));
        var series = form(dora, monday, "17:30", "18:30");

        refused(ada, form(dora, monday.plusWeeks(8), "17:30", "18:30"), "no-facilitator-twice", "/clinician");
        series.put("weeks", 8);
        refused(ada, series, "no-facilitator-twice", "/clinician");
        series.put("to", "18:00");
        book(ada, series).then().statusCode(201).body("visits", hasSize(8));
    }

    @Test
    void aVisitIsClosedAndItsMinutesCountAsIndividual() {
        planned(ada, 1, monday, anHourAWeek(dora, monday));
        var visit = booked(ada, dora, monday, "10:00", "11:00");
        moveTo(at(monday, "11:05"));

        closed(visit, dora, ada.patient(), "PRESENT");

        await().untilAsserted(() -> assertThat(Broker.said("stepwell.scheduling", ada.patient()))
                .filteredOn(said -> said.startsWith("attendance-recorded.v1"))
                .singleElement()
                .asString()
                .contains("\"group\":false", "\"minutes\":60", "INDIVIDUAL_THERAPY", visit));
        week().body("ruleSets[0].minutes", equalTo(60)).body("ruleSets[0].groupSharePercent", equalTo(0));
        visits(ada, monday).body("needed.missing", contains(0));
    }

    @Test
    void aVisitThatWasMissedIsNeededAgain() {
        planned(ada, 1, monday, anHourAWeek(dora, monday));
        var visit = booked(ada, dora, monday, "10:00", "11:00");
        moveTo(at(monday, "11:05"));

        closed(visit, dora, ada.patient(), "NO_SHOW");

        visits(ada, monday).body("needed.missing", contains(1)).body("needed[0].booked", hasSize(0));
    }

    @Test
    void aVisitIsMovedAndCancelledLikeAnySession() {
        planned(ada, 1, monday, anHourAWeek(dora, monday));
        var visit = booked(ada, dora, monday.plusDays(1), "10:00", "11:00");

        INTAKE.asks()
                .body(Map.of("day", day(2), "from", "14:00", "to", "15:00"))
                .put(API + "sessions/" + visit + "/hours")
                .then()
                .statusCode(200)
                .body("day", equalTo(day(2)))
                .body("room", nullValue());
        booked(admitted(program, EVENING, monday, 540), dora, monday.plusDays(1), "10:00", "11:00");
        INTAKE.asks()
                .delete(API + "sessions/" + visit + "/seats/" + ada.patient())
                .then()
                .statusCode(409)
                .body("type", endsWith("/only-an-extra-seat-is-given-up"));

        INTAKE.asks()
                .body(Map.of("reason", "PATIENT_CANCELLED"))
                .post(API + "sessions/" + visit + "/cancellation")
                .then()
                .statusCode(200)
                .body("status", equalTo("CANCELLED"));

        visits(ada, monday).body("needed.missing", contains(1));
        booked(admitted(program, EVENING, monday, 540), dora, monday.plusDays(2), "14:00", "15:00");
    }

    @Test
    void patientsSeeTheirOwnVisitsAndNobodyElses() {
        planned(ada, 1, monday, anHourAWeek(dora, monday));
        var visit = booked(ada, dora, monday.plusDays(1), "10:00", "11:00");
        var days = "sessions?limit=200&from=" + day(1) + "&to=" + day(1);
        var herself = Person.at("patient").who(ada.patient());

        herself.asks()
                .get(API + "patients/" + ada.patient() + "/visits?from=" + monday)
                .then()
                .statusCode(200)
                .body("needed[0].booked.id", contains(visit));
        herself.asks().get(API + "patients/" + ada.patient() + "/week").then().body("sessions.id", hasItem(visit));
        herself.asks().get(API + days).then().statusCode(200).body("items.id", not(hasItem(visit)));
        INTAKE.asks().get(API + days).then().body("items.id", hasItem(visit));
        herself.asks()
                .body(form(dora, monday.plusDays(2), "10:00", "11:00"))
                .post(API + "patients/" + ada.patient() + "/visits")
                .then()
                .statusCode(403);
    }

    private ValidatableResponse week() {
        return INTAKE.asks()
                .get(API + "patients/" + ada.patient() + "/weeks/" + monday)
                .then()
                .statusCode(200);
    }

    private static void refused(Admitted who, Map<String, Object> form, String rule, String pointer) {
        book(who, form)
                .then()
                .statusCode(409)
                .body("type", endsWith("/" + rule))
                .body("errors[0].pointer", equalTo(pointer));
    }

    private static void away(StaffId who, LocalDate day) {
        INTAKE.asks()
                .body(Map.of("firstDay", day.toString(), "lastDay", day.toString()))
                .post(API + "staff/" + who + "/absences")
                .then()
                .statusCode(201);
    }

    private void close(LocalDate day) {
        closed.add(day);
        ADMIN.asks()
                .body(Map.of("name", "Founders' day"))
                .put(API + "closures/" + day)
                .then()
                .statusCode(200);
    }

    private String day(int after) {
        return monday.plusDays(after).toString();
    }
}
