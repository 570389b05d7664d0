package org.stepwell.scheduling.staff;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.WEDNESDAY;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.stepwell.scheduling.Riverside.ADMIN;
import static org.stepwell.scheduling.Riverside.API;
import static org.stepwell.scheduling.Riverside.INTAKE;
import static org.stepwell.scheduling.Riverside.NINE_HOURS;
import static org.stepwell.scheduling.Riverside.aClinician;
import static org.stepwell.scheduling.Riverside.aGroup;
import static org.stepwell.scheduling.Riverside.aProgram;
import static org.stepwell.scheduling.Riverside.from18To21On;
import static org.stepwell.scheduling.Riverside.groupForm;
import static org.stepwell.scheduling.Riverside.hours;
import static org.stepwell.scheduling.Riverside.onAFreshMonday;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.stepwell.contracts.id.StaffId;
import org.stepwell.platform.testing.StepwellTestResource;

/** When the staff work, when they are away, and who leads then. */
@QuarkusTest
@QuarkusTestResource(StepwellTestResource.class)
class StaffHoursTest {

    private LocalDate monday = LocalDate.EPOCH;
    private StaffId dora = new StaffId(new UUID(0, 0));

    @BeforeEach
    void setUp() {
        monday = onAFreshMonday();
        dora = aClinician();
    }

    @Test
    void nobodyLeadsAGroupAtHoursAtWhichTheyDoNotWork() {
        works(dora, hours("09:00", "18:00", MONDAY, WEDNESDAY)).statusCode(200);
        var program = aProgram(NINE_HOURS);

        await().untilAsserted(() -> ADMIN.asks()
                .body(groupForm(program, 12, dora, monday, from18To21On(MONDAY)))
                .post(API + "groups")
                .then()
                .statusCode(409)
                .body("type", endsWith("/led-by-those-who-work")));
        aGroup(program, 12, dora, monday, hours("09:00", "12:00", MONDAY, WEDNESDAY));
        INTAKE.asks().get(API + "staff/" + dora + "/hours").then().body("hours.day", contains("MONDAY", "WEDNESDAY"));
    }

    @Test
    void whoIsAwayIsStoodInForAndTheGroupGoesOn() {
        var group = aGroup(aProgram(NINE_HOURS), 12, dora, monday, from18To21On(MONDAY, WEDNESDAY, FRIDAY));
        var cora = aClinician();
        String absence = away(dora, monday.plusDays(1), monday.plusDays(3))
                .statusCode(201)
                .extract()
                .path("id");
        away(dora, monday.plusDays(3), monday.plusDays(9)).statusCode(409).body("type", endsWith("/away-twice"));
        away(dora, monday.plusDays(9), monday.plusDays(8)).statusCode(400).body("errors.pointer", contains("/lastDay"));

        var wednesday = uncovered()
                .body(
                        "findAll { it.group == '" + group + "' }.day",
                        contains(monday.plusDays(2).toString()))
                .extract()
                .<String>path("find { it.group == '" + group + "' }.id");
        lead(wednesday, dora).statusCode(409).body("type", endsWith("/led-by-those-who-are-here"));
        lead(wednesday, new StaffId(UUID.randomUUID())).statusCode(409).body("type", endsWith("/active-staff-only"));
        lead(wednesday, cora).statusCode(200).body("facilitators", contains(cora.toString()));

        uncovered().body("group", not(hasItem(group)));
        ADMIN.asks().get(API + "groups/" + group).then().body("facilitators", contains(dora.toString()));
        INTAKE.asks()
                .delete(API + "staff/" + dora + "/absences/" + absence)
                .then()
                .statusCode(204);
        INTAKE.asks().get(API + "staff/" + dora + "/absences").then().body("$", empty());
    }

    @Test
    void nobodyStandsInInTwoPlacesAtOnce() {
        var group = aGroup(aProgram(NINE_HOURS), 12, dora, monday, from18To21On(MONDAY));
        var cora = aClinician();
        aGroup(aProgram(NINE_HOURS), 12, cora, monday, from18To21On(MONDAY));
        String session = INTAKE.asks()
                .get(API + "sessions?limit=200&from=" + monday + "&to=" + monday)
                .path("items.find { it.group == '%s' }.id".formatted(group));

        lead(session, cora).statusCode(409).body("type", endsWith("/no-facilitator-twice"));
    }

    @Test
    void aGroupThatCanNotMeetBecauseItsLeaderStandsInElsewhereIsWorkForAdministrators() {
        var first = aGroup(aProgram(NINE_HOURS), 12, dora, monday, from18To21On(MONDAY));
        var cora = aClinician();
        String session = INTAKE.asks()
                .get(API + "sessions?limit=200&from=" + monday + "&to=" + monday)
                .path("items.find { it.group == '%s' }.id".formatted(first));
        lead(session, cora).statusCode(200);

        var second = aGroup(aProgram(NINE_HOURS), 12, cora, monday, from18To21On(MONDAY));

        INTAKE.asks()
                .get(API + "sessions?limit=200&from=" + monday + "&to=" + monday.plusDays(7))
                .then()
                .body(
                        "items.findAll { it.group == '%s' }.day".formatted(second),
                        contains(monday.plusDays(7).toString()));
        ADMIN.asks()
                .get(API + "tasks?limit=200&kind=group-without-session")
                .then()
                .statusCode(200)
                .body("items.subject", hasItem(second));
    }

    @Test
    void somebodyElseSupervises() {
        var sam = aClinician();
        supervised(dora, sam.toString()).statusCode(200).body("supervisor", equalTo(sam.toString()));
        supervised(dora, dora.toString()).statusCode(400).body("errors.pointer", contains("/supervisor"));
        supervised(dora, UUID.randomUUID().toString()).statusCode(400).body("type", endsWith("/supervised-by-another"));
    }

    private static ValidatableResponse supervised(StaffId who, String by) {
        return ADMIN.asks()
                .header("If-Match", "*")
                .body(Map.of("name", "Dora Diaz", "credentials", List.of("LCSW"), "active", true, "supervisor", by))
                .put(API + "staff/" + who)
                .then();
    }

    private static ValidatableResponse works(StaffId who, List<Map<String, String>> hours) {
        return ADMIN.asks()
                .body(Map.of("hours", hours))
                .put(API + "staff/" + who + "/hours")
                .then();
    }

    private static ValidatableResponse away(StaffId who, LocalDate from, LocalDate through) {
        return INTAKE.asks()
                .body(Map.of("firstDay", from.toString(), "lastDay", through.toString()))
                .post(API + "staff/" + who + "/absences")
                .then();
    }

    private ValidatableResponse uncovered() {
        return INTAKE.asks()
                .get(API + "sessions/uncovered?from=" + monday + "&to=" + monday.plusDays(6))
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse lead(String session, StaffId who) {
        return INTAKE.asks()
                .body(Map.of("facilitators", List.of(who)))
                .put(API + "sessions/" + session + "/facilitators")
                .then();
    }
}
