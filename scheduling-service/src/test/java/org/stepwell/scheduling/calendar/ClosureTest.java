package org.stepwell.scheduling.calendar;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SATURDAY;
import static java.time.DayOfWeek.THURSDAY;
import static java.time.DayOfWeek.WEDNESDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
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
import static org.stepwell.scheduling.Riverside.from18To21On;
import static org.stepwell.scheduling.Riverside.groupForm;
import static org.stepwell.scheduling.Riverside.hours;
import static org.stepwell.scheduling.Riverside.moveTo;
import static org.stepwell.scheduling.Riverside.onAFreshMonday;
import static org.stepwell.scheduling.Riverside.seatsOf;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.stepwell.platform.testing.Broker;
import org.stepwell.platform.testing.StepwellTestResource;
import org.stepwell.scheduling.Riverside.Admitted;

/** When the clinic is open, and when it is not. */
@QuarkusTest
@QuarkusTestResource(StepwellTestResource.class)
class ClosureTest {

    private LocalDate monday = LocalDate.EPOCH;

    @BeforeEach
    void setUp() {
        monday = onAFreshMonday();
    }

    @AfterEach
    void itIsOpenAtAnyTime() {
        opens(List.of()).statusCode(200);
        for (int day = 0; day < 21; day++) {
            opened(monday.plusDays(day)); // what is over stays as it was
        }
    }

    @Test
    void nobodyMeetsOnAHolidayAndTheWeekMayLackIt() {
        var program = aProgram(NINE_HOURS);
        aGroup(program, 12, aClinician(), monday, from18To21On(MONDAY, WEDNESDAY, FRIDAY));
        var ada = admitted(program, EVENING, monday, 540);
        var holiday = monday.plusDays(2);
        await().untilAsserted(() -> assertThat(verdictsToldOf(ada)).containsExactly("ON_TRACK"));

        closed(holiday, "Founders' Day").statusCode(200);

        INTAKE.asks()
                .get(API + "patients/" + ada.patient() + "/week?on=" + monday)
                .then()
                .body("sessions.status", contains("SCHEDULED", "CANCELLED", "SCHEDULED"));
        await().untilAsserted(() -> week(ada)
                .body("ruleSets[0].verdict", equalTo("NOT_APPLICABLE"))
                .body("ruleSets[0].because", equalTo("CLOSED"))
                .body("ruleSets[0].forecast", nullValue())
                .body("ruleSets[0].sentence", endsWith("the clinic is closed on a day of it.")));
        INTAKE.asks()
                .get(API + "closures?from=" + monday + "&to=" + monday.plusDays(6))
                .then()
                .body("day", contains(holiday.toString()))
                .body("name", contains("Founders' Day"));

        await().untilAsserted(() -> assertThat(verdictsToldOf(ada)).containsExactly("ON_TRACK", "NOT_APPLICABLE"));

        opened(holiday).statusCode(204);

        await().untilAsserted(() -> week(ada).body("ruleSets[0].verdict", equalTo("ON_TRACK")));
        await().untilAsserted(() ->
                assertThat(verdictsToldOf(ada)).containsExactly("ON_TRACK", "NOT_APPLICABLE", "ON_TRACK"));
        assertThat(seatsOf(ada.patient(), monday)).hasSize(4);
    }

    @Test
    void theOtherServicesAreToldOfADayAndOnceMoreWhereItIsOpenAfterAll() {
        var friday = monday.plusDays(4);

        closed(friday, "Founders' Day").statusCode(200);
        closed(friday, "Founders' Day, observed").statusCode(200);
        opened(friday).statusCode(204);

        await().untilAsserted(() -> assertThat(Broker.said("stepwell.scheduling.state", "closure/" + friday))
                .hasSize(2)
                .allMatch(said -> said.startsWith("closure-changed.v1") && !said.contains("Founders"))
                .satisfiesExactly(
                        said -> assertThat(said).contains("\"closed\":true"),
                        said -> assertThat(said).contains("\"closed\":false")));
    }

    /** What the clinic took away is excused; whoever likes makes up for it all the same. */
    @Test
    void whatAHolidayTookIsMadeUpForIfThePatientLikes() {
        var program = aProgram(NINE_HOURS);
        aGroup(program, 12, aClinician(), monday, from18To21On(MONDAY, WEDNESDAY, FRIDAY));
        aGroup(program, 12, aClinician(), monday, from18To21On(THURSDAY, SATURDAY));
        var ada = admitted(program, EVENING, monday, 540);
        closed(monday.plusDays(2), "Founders' Day").statusCode(200);
        await().untilAsserted(() -> week(ada).body("ruleSets[0].because", equalTo("CLOSED")));
        var path = API + "patients/" + ada.patient() + "/weeks/" + monday + "/make-ups";
        String thursday = INTAKE.asks().get(path).path("[0].sessions[0].session.id");

        INTAKE.asks()
                .body(Map.of("sessions", List.of(thursday)))
                .post(path)
                .then()
                .statusCode(201);

        assertThat(seatsOf(ada.patient(), monday)).contains(thursday);
    }

    @Test
    void aDayThatIsOpenAfterAllIsAsItWasAlsoWhereTheGroupMeetsAtOtherHoursLater() {
        var program = aProgram(NINE_HOURS);
        var group = aGroup(program, 12, aClinician(), monday, from18To21On(MONDAY, WEDNESDAY, FRIDAY));
        var ada = admitted(program, EVENING, monday, 540);
        var wednesday = monday.plusDays(2);
        var friday = seatsOf(ada.patient(), monday).getLast();
        INTAKE.asks()
                .body(Map.of("reason", "WEATHER"))
                .post(API + "sessions/" + friday + "/cancellation")
                .then()
                .statusCode(200);
        for (var day : List.of(wednesday, monday.plusDays(4))) {
            closed(day, "Founders' Day").statusCode(200);
        }
        var room = INTAKE.asks()
                .get(API + "sessions?limit=200&from=" + wednesday + "&to=" + wednesday)
                .<String>path("items.find { it.group == '%s' }.room".formatted(group));
        changes(group, monday.plusDays(7), hours("17:00", "20:00", MONDAY, WEDNESDAY, FRIDAY));

        for (var day : List.of(wednesday, monday.plusDays(4))) {
            opened(day).statusCode(204);
        }

        INTAKE.asks()
                .get(API + "sessions?limit=200&from=" + wednesday + "&to=" + monday.plusDays(4))
                .then()
                .body(
                        "items.findAll { it.group == '%s' && it.status == 'SCHEDULED' }.start".formatted(group),
                        contains(at(wednesday, "18:00").toString())) // what somebody cancelled stays so
                .body(
                        "items.findAll { it.group == '%s' && it.status == 'SCHEDULED' }.room".formatted(group),
                        contains(room));
    }

    @Test
    void aGroupThatChangedBeforeADayThatIsOpenAfterAllMeetsOnItAsItIsThen() {
        var program = aProgram(NINE_HOURS);
        var group = aGroup(program, 12, aClinician(), monday, from18To21On(MONDAY, WEDNESDAY, FRIDAY));
        var ada = admitted(program, EVENING, monday, 540);
        var wednesday = monday.plusDays(2);
        closed(wednesday, "Founders' Day").statusCode(200);
        changes(group, monday.plusDays(1), hours("17:00", "20:00", MONDAY, WEDNESDAY, FRIDAY));

        opened(wednesday).statusCode(204);

        String room = ADMIN.asks().get(API + "groups/" + group).path("room");
        INTAKE.asks()
                .get(API + "patients/" + ada.patient() + "/week?on=" + monday)
                .then()
                .body(
                        "sessions.findAll { it.day == '%s' }.status".formatted(wednesday),
                        contains("SCHEDULED", "CANCELLED"))
                .body(
                        "sessions.find { it.day == '%s' }.start".formatted(wednesday),
                        equalTo(at(wednesday, "17:00").toString()))
                .body("sessions.find { it.day == '%s' }.room".formatted(wednesday), equalTo(room));
    }

    private static void changes(String group, LocalDate from, List<Map<String, String>> slots) {
        var form = new HashMap<String, Object>(
                ADMIN.asks().get(API + "groups/" + group).then().extract().path("$"));
        form.keySet().retainAll(List.of("name", "capacity", "facilitators"));
        form.put("room", aRoom());
        form.put("slots", slots);
        form.put("from", from.toString());
        ADMIN.asks()
                .header("If-Match", "*")
                .body(form)
                .put(API + "groups/" + group)
                .then()
                .statusCode(200);
    }

    private static List<String> verdictsToldOf(Admitted somebody) {
        return Broker.said("stepwell.scheduling", somebody.patient()).stream()
                .filter(said -> said.startsWith("week-measured.v1"))
                .map(said -> said.replaceAll(".*\"verdict\":\"(\\w+)\".*", "$1"))
                .toList();
    }

    @Test
    void aGroupThatIsOpenedLaterLeavesTheDayOut() {
        closed(monday.plusDays(4), "Founders' Day").statusCode(200);
        var program = aProgram(NINE_HOURS);

        aGroup(program, 12, aClinician(), monday, from18To21On(MONDAY, WEDNESDAY, FRIDAY));

        var ada = admitted(program, EVENING, monday, 540);
        assertThat(seatsOf(ada.patient(), monday)).hasSize(2);
        assertThat(seatsOf(ada.patient(), monday.plusDays(7))).hasSize(3);
    }

    @Test
    void whatIsOverIsNotClosed() {
        moveTo(at(monday.plusDays(1), "08:00"));
        closed(monday, "Yesterday")
                .statusCode(400)
                .body("type", endsWith("/closed-ahead"))
                .body("errors.pointer", contains("day"));
        INTAKE.asks()
                .body(Map.of("name", "A day off"))
                .put(API + "closures/" + monday.plusDays(3))
                .then()
                .statusCode(403);
    }

    @Test
    void holidaysOfAStateAreSuggested() {
        ADMIN.asks()
                .get(API + "closures/suggestions?year=2026&state=ny")
                .then()
                .statusCode(200)
                .body("day", hasItem("2026-11-26"))
                .body("find { it.day == '2026-11-26' }.name", equalTo("Thanksgiving Day"));
        ADMIN.asks()
                .get(API + "closures/suggestions?year=2026&state=zz")
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("state"));
    }

    @Test
    void groupsMeetWhileTheClinicIsOpen() {
        opens(hours("08:00", "20:30", MONDAY, WEDNESDAY, FRIDAY)).statusCode(200);
        var program = aProgram(NINE_HOURS);
        var late = groupForm(program, 12, aClinician(), monday, from18To21On(MONDAY));

        await().untilAsserted(() -> ADMIN.asks()
                .body(late)
                .post(API + "groups")
                .then()
                .statusCode(409)
                .body("type", endsWith("/while-open"))
                .body("errors.pointer", contains("/slots")));
        aGroup(program, 12, aClinician(), monday, hours("17:00", "20:00", MONDAY, WEDNESDAY, FRIDAY));
        opens(hours("20:00", "08:00", MONDAY))
                .statusCode(400)
                .body("type", endsWith("/hours-can-be"))
                .body("errors.pointer", contains("/hours/0/to"));
        INTAKE.asks().get(API + "opening-hours").then().body("hours.day", contains("MONDAY", "WEDNESDAY", "FRIDAY"));
        opens(List.of()).body("hours", empty());
    }

    private static ValidatableResponse closed(LocalDate day, String name) {
        return ADMIN.asks()
                .body(Map.of("name", name))
                .put(API + "closures/" + day)
                .then();
    }

    private static ValidatableResponse opened(LocalDate day) {
        return ADMIN.asks().delete(API + "closures/" + day).then();
    }

    private static ValidatableResponse opens(List<Map<String, String>> hours) {
        return ADMIN.asks()
                .body(Map.of("hours", hours))
                .put(API + "opening-hours")
                .then();
    }

    private ValidatableResponse week(Admitted who) {
        return INTAKE.asks()
                .get(API + "patients/" + who.patient() + "/weeks/" + monday)
                .then()
                .statusCode(200);
    }
}
