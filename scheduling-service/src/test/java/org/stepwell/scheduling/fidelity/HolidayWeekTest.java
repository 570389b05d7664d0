package org.stepwell.scheduling.fidelity;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SATURDAY;
import static java.time.DayOfWeek.THURSDAY;
import static java.time.DayOfWeek.TUESDAY;
import static java.time.DayOfWeek.WEDNESDAY;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.stepwell.scheduling.Riverside.ADMIN;
import static org.stepwell.scheduling.Riverside.API;
import static org.stepwell.scheduling.Riverside.EVENING;
import static org.stepwell.scheduling.Riverside.INTAKE;
import static org.stepwell.scheduling.Riverside.NINE_HOURS;
import static org.stepwell.scheduling.Riverside.aClinician;
import static org.stepwell.scheduling.Riverside.aGroup;
import static org.stepwell.scheduling.Riverside.aProgram;
import static org.stepwell.scheduling.Riverside.admitted;
import static org.stepwell.scheduling.Riverside.from18To21On;
import static org.stepwell.scheduling.Riverside.hours;
import static org.stepwell.scheduling.Riverside.onAFreshMonday;
import static org.stepwell.scheduling.Riverside.seatsOf;
import static org.stepwell.scheduling.visit.Visits.anHourAWeek;
import static org.stepwell.scheduling.visit.Visits.booked;
import static org.stepwell.scheduling.visit.Visits.planned;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.stepwell.contracts.id.ProgramId;
import org.stepwell.platform.testing.StepwellTestResource;
import org.stepwell.scheduling.Riverside.Admitted;

/** The clinic is closed on Thursday: whoever would have come then is excused, and nobody else is. */
@QuarkusTest
@QuarkusTestResource(StepwellTestResource.class)
class HolidayWeekTest {

    private LocalDate monday;
    private LocalDate thursday;
    private ProgramId program;

    @BeforeEach
    void setUp() {
        monday = onAFreshMonday();
        thursday = monday.plusDays(3);
        program = aProgram(NINE_HOURS);
    }

    @AfterEach
    void itIsOpen() {
        ADMIN.asks().delete(API + "closures/" + thursday).then().statusCode(204);
    }

    @Test
    void theHolidayIsExcusedAlsoWhereTheGroupMeetsOnOtherDaysFromNextWeekOn() {
        var group = aGroup(program, 12, aClinician(), monday, from18To21On(MONDAY, WEDNESDAY, THURSDAY));
        var ada = admitted(program, EVENING, monday, 540);
        closedOnThursday();

        changes(group, MONDAY, TUESDAY, WEDNESDAY);

        said(ada, "NOT_APPLICABLE", "CLOSED");
    }

    @Test
    void aGroupThatMeetsOnThursdaysFromNextWeekOnLostNothing() {
        var group = aGroup(program, 12, aClinician(), monday, from18To21On(MONDAY, TUESDAY, WEDNESDAY));
        var ada = admitted(program, EVENING, monday, 540);
        closedOnThursday();
        cancelled(seatsOf(ada.patient(), monday).get(1));

        changes(group, MONDAY, WEDNESDAY, THURSDAY);

        said(ada, "NOT_MET", null);
    }

    @Test
    void aGroupThatHasNotBegunLostNothing() {
        var ada = threeEvenings();
        var later = aGroup(program, 12, aClinician(), monday.plusDays(7), from18To21On(THURSDAY, SATURDAY));
        joins(later, ada);
        closedOnThursday();

        cancelled(seatsOf(ada.patient(), monday).get(1));

        said(ada, "NOT_MET", null);
    }

    @Test
    void whatWasToBeMadeUpForOnTheDayIsExcused() {
        var ada = threeEvenings();
        var other = aGroup(program, 12, aClinician(), monday, from18To21On(THURSDAY, SATURDAY));
        cancelled(seatsOf(ada.patient(), monday).get(1));
        INTAKE.asks()
                .body(Map.of("patient", ada.patient(), "episode", ada.episode()))
                .post(API + "sessions/" + onThursday(other) + "/seats")
                .then()
                .statusCode(201);
        said(ada, "ON_TRACK", null);

        closedOnThursday();

        said(ada, "NOT_APPLICABLE", "CLOSED");
    }

    @Test
    void aVisitOnTheDayIsExcused() {
        var dora = aClinician();
        aGroup(program, 12, dora, monday, hours("18:00", "22:00", MONDAY, WEDNESDAY));
        var ada = admitted(program, EVENING, monday, 540);
        planned(ada, 1, monday, anHourAWeek(dora, monday));
        booked(ada, dora, thursday, "10:00", "11:00");
        said(ada, "ON_TRACK", null);

        closedOnThursday();

        said(ada, "NOT_APPLICABLE", "CLOSED");
    }

    @Test
    void whoeverLeftTheGroupBeforeTheDayLostNothing() {
        var ada = threeEvenings();
        var other = aGroup(program, 12, aClinician(), monday, from18To21On(THURSDAY, SATURDAY));
        joins(other, ada);
        cancelled(seatsOf(ada.patient(), monday).get(1));
        closedOnThursday();

        INTAKE.asks()
                .delete(API + "groups/" + other + "/members/" + ada.patient() + "?lastDay=" + monday)
                .then()
                .statusCode(200);

        said(ada, "NOT_MET", null);
    }

    private Admitted threeEvenings() {
        aGroup(program, 12, aClinician(), monday, from18To21On(MONDAY, WEDNESDAY, FRIDAY));
        return admitted(program, EVENING, monday, 540);
    }

    private void joins(String group, Admitted who) {
        INTAKE.asks()
                .body(Map.of("patient", who.patient(), "episode", who.episode(), "from", monday.toString()))
                .post(API + "groups/" + group + "/members")
                .then()
                .statusCode(201);
    }

    private void closedOnThursday() {
        ADMIN.asks()
                .body(Map.of("name", "Thanksgiving"))
                .put(API + "closures/" + thursday)
                .then()
                .statusCode(200);
    }

    private String onThursday(String group) {
        return INTAKE.asks()
                .get(API + "sessions?limit=200&from=" + thursday + "&to=" + thursday)
                .path("items.find { it.group == '%s' }.id".formatted(group));
    }

    private static void cancelled(String session) {
        INTAKE.asks()
                .body(Map.of("reason", "WEATHER"))
                .post(API + "sessions/" + session + "/cancellation")
                .then()
                .statusCode(200);
    }

    /** From next week on it meets on other days. */
    private void changes(String group, DayOfWeek... days) {
        var form = new HashMap<String, Object>(
                ADMIN.asks().get(API + "groups/" + group).then().extract().path("$"));
        form.keySet().retainAll(List.of("name", "capacity", "room", "facilitators"));
        form.put("slots", from18To21On(days));
        form.put("from", monday.plusDays(7).toString());
        ADMIN.asks()
                .header("If-Match", "*")
                .body(form)
                .put(API + "groups/" + group)
                .then()
                .statusCode(200);
    }

    private void said(Admitted who, String verdict, @Nullable String because) {
        INTAKE.asks()
                .get(API + "patients/" + who.patient() + "/weeks/" + monday)
                .then()
                .statusCode(200)
                .body("ruleSets[0].verdict", equalTo(verdict))
                .body("ruleSets[0].because", because == null ? nullValue() : equalTo(because));
    }
}
