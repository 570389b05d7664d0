package org.stepwell.scheduling.group;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.WEDNESDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.stepwell.scheduling.Riverside.ADMIN;
import static org.stepwell.scheduling.Riverside.API;
import static org.stepwell.scheduling.Riverside.EVENING;
import static org.stepwell.scheduling.Riverside.INTAKE;
import static org.stepwell.scheduling.Riverside.MORNING;
import static org.stepwell.scheduling.Riverside.NINE_HOURS;
import static org.stepwell.scheduling.Riverside.aClinician;
import static org.stepwell.scheduling.Riverside.aGroup;
import static org.stepwell.scheduling.Riverside.aProgram;
import static org.stepwell.scheduling.Riverside.admitted;
import static org.stepwell.scheduling.Riverside.announce;
import static org.stepwell.scheduling.Riverside.at;
import static org.stepwell.scheduling.Riverside.from18To21On;
import static org.stepwell.scheduling.Riverside.groupForm;
import static org.stepwell.scheduling.Riverside.hours;
import static org.stepwell.scheduling.Riverside.moveTo;
import static org.stepwell.scheduling.Riverside.nineHoursIn;
import static org.stepwell.scheduling.Riverside.onAFreshMonday;
import static org.stepwell.scheduling.Riverside.opened;
import static org.stepwell.scheduling.Riverside.seatsOf;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.stepwell.contracts.code.RuleSet.GroupSize;
import org.stepwell.contracts.id.ProgramId;
import org.stepwell.platform.testing.Broker;
import org.stepwell.platform.testing.StepwellTestResource;
import org.stepwell.scheduling.Riverside;

@QuarkusTest
@QuarkusTestResource(StepwellTestResource.class)
class GroupResourceTest {

    @Test
    void aGroupHasSessionsInClinicTimeForAtLeastTwoWeeksAndTellsItsPlaces() {
        var monday = onAFreshMonday();
        var program = aProgram(NINE_HOURS);
        var dora = aClinician();
        var group = aGroup(program, 10, dora, monday, from18To21On(MONDAY, WEDNESDAY, FRIDAY));

        var answer = INTAKE.asks()
                .get(API + "sessions?limit=200&from=" + monday + "&to=" + monday.plusDays(21))
                .then()
                .statusCode(200)
                .extract();
        List<Map<String, Object>> sessions = answer.path("items.findAll { it.group == '%s' }".formatted(group));

        assertThat(sessions)
                .hasSize(10)
                .allSatisfy(one -> assertThat(one)
                        .containsEntry("status", "SCHEDULED")
                        .containsEntry("facilitators", List.of(dora.toString())));
        assertThat(sessions.getFirst())
                .containsEntry("start", at(monday, "18:00").toString())
                .containsEntry("end", at(monday, "21:00").toString());
        INTAKE.asks()
                .get(API + "groups/" + group)
                .then()
                .body("capacity", equalTo(10))
                .body("taken", equalTo(0))
                .body("weeklyMinutes", equalTo(540))
                .body("slots[0].from", equalTo("18:00"));
        assertThat(free(program)).isEqualTo(10);
        await().untilAsserted(
                        () -> assertThat(Broker.said("stepwell.scheduling.state", "places/" + program + "/" + EVENING))
                                .singleElement()
                                .asString()
                                .contains("places-changed.v1", "\"free\":10"));
        assertThat(Broker.said(
                        "stepwell.scheduling.state",
                        "session/" + sessions.getFirst().get("id")))
                .singleElement()
                .asString()
                .contains("session-changed.v1", "SCHEDULED", dora.toString());
    }

    @Test
    void aClosedGroupHasNoFreePlacesFromItsFirstDayOn() {
        var monday = onAFreshMonday();
        var program = aProgram(NINE_HOURS);
        var form = groupForm(program, 10, aClinician(), monday.plusWeeks(1), from18To21On(MONDAY, WEDNESDAY, FRIDAY));
        form.put("mix", Map.of("closed", true));
        opened(form);
        assertThat(free(program)).isEqualTo(10);

        moveTo(at(monday.plusWeeks(1), "08:00"));

        await().untilAsserted(() -> assertThat(free(program)).isZero());
    }

    @Test
    void eachWeekTheNextSessionsAreMadeAndTheMembersSitInThem() {
        var monday = onAFreshMonday();
        var program = aProgram(NINE_HOURS);
        var group = aGroup(program, 10, aClinician(), monday, from18To21On(MONDAY, WEDNESDAY, FRIDAY));
        var ada = admitted(program, EVENING, monday, 540);

        moveTo(at(monday.plusDays(35), "08:00"));

        assertThat(seatsOf(ada.patient(), monday.plusDays(35))).hasSize(3);
        assertThat(seatsOf(ada.patient(), monday.plusDays(49))).hasSize(3);
        assertThat(memberships(group)).hasSize(1);
    }

    @Test
    void aGroupThatEndsHasNoSessionsPlacesOrMembersAfterwards() {
        var monday = onAFreshMonday();
        var program = aProgram(NINE_HOURS);
        var group = aGroup(program, 5, aClinician(), monday, from18To21On(MONDAY, WEDNESDAY, FRIDAY));
        var ada = admitted(program, EVENING, monday, 540);

        ADMIN.asks()
                .body(Map.of("lastDay", monday.plusDays(2).toString()))
                .post(API + "groups/" + group + "/end")
                .then()
                .statusCode(200)
                .body("status", equalTo("RUNNING"));

        assertThat(seatsOf(ada.patient(), monday)).hasSize(2);
        assertThat(free(program)).isZero();
        moveTo(at(monday.plusDays(3), "08:00"));
        INTAKE.asks().get(API + "groups/" + group).then().body("status", equalTo("ENDED"));
        join(group, admitted(program, MORNING, monday, 540), monday.toString())
                .then()
                .statusCode(409)
                .body("type", endsWith("group-ended"));
        moveTo(at(monday.plusDays(15), "08:00"));
        assertThat(memberships(group)).isEmpty();
        List<String> states = INTAKE.asks()
                .get(API + "sessions?limit=200&from=" + monday.plusDays(3) + "&to=" + monday.plusDays(28))
                .path("items.findAll { it.group == '%s' }.status".formatted(group));
        assertThat(states).isNotEmpty().containsOnly("CANCELLED");
    }

    @Test
    void aRoomAndAFacilitatorAreInOnePlaceAtATime() {
        var monday = onAFreshMonday();
        var program = aProgram(NINE_HOURS);
        var dora = aClinician();
        var first = groupForm(program, 10, dora, monday, from18To21On(MONDAY));
        opened(first);
        var sameRoom = groupForm(program, 10, aClinician(), monday, hours("20:30", "22:00", MONDAY));
        sameRoom.put("room", first.get("room"));
        var sameLeader = groupForm(program, 10, dora, monday, hours("16:30", "18:30", MONDAY));
        var backToBack = groupForm(program, 10, dora, monday, hours("21:00", "22:00", MONDAY));

        refused(sameRoom, "no-room-twice");
        refused(sameLeader, "no-facilitator-twice");
        ADMIN.asks().body(backToBack).post(API + "groups").then().statusCode(201);
    }

    @Test
    void aGroupThatCanNotBeIsRefused() {
        var monday = onAFreshMonday();
        var program = aProgram(NINE_HOURS);
        opened(groupForm(program, 10, aClinician(), monday, from18To21On(MONDAY)));
        var form = groupForm(program, 12, aClinician(), monday, from18To21On(MONDAY));
        form.put("facilitators", List.of(UUID.randomUUID().toString()));
        refused(form, "active-staff-only");
        form.put("room", UUID.randomUUID().toString());
        refused(form, "reference-unknown");
        form.put("track", "NIGHT");
        refused(form, "track-unknown");
        form.put("program", UUID.randomUUID().toString());
        refused(form, "program-unknown");
        form.put("capacity", 16);
        ADMIN.asks()
                .body(form)
                .post(API + "groups")
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/capacity"));
        INTAKE.asks()
                .body(groupForm(program, 9, aClinician(), monday, from18To21On(MONDAY)))
                .post(API + "groups")
                .then()
                .statusCode(403);
    }

    @Test
    void noGroupIsOpenedInATrackThatWasGivenUpNorInAProgramThatEnded() {
        var monday = onAFreshMonday();
        var program = aProgram(NINE_HOURS);
        opened(groupForm(program, 10, aClinician(), monday, from18To21On(MONDAY)));
        var next = groupForm(program, 10, aClinician(), monday, from18To21On(MONDAY));

        announce(program, NINE_HOURS, List.of(MORNING), false);
        await().untilAsserted(() -> refused(next, "track-unknown"));
        announce(program, NINE_HOURS, List.of(EVENING), true);
        await().untilAsserted(() -> refused(next, "program-is-over"));
        announce(program, NINE_HOURS, List.of(EVENING), false);
        var again = groupForm(program, 10, aClinician(), monday, from18To21On(MONDAY));
        await().untilAsserted(() ->
                ADMIN.asks().body(again).post(API + "groups").then().statusCode(201));
    }

    @Test
    void aGroupIsAsLargeAsTheRulesOfItsProgramAllow() {
        var monday = onAFreshMonday();
        var program = aProgram(nineHoursIn(new GroupSize(4, 6, 8)));
        opened(groupForm(program, 8, aClinician(), monday, from18To21On(MONDAY)));
        opened(groupForm(program, 4, aClinician(), monday, from18To21On(MONDAY)));

        for (int places : List.of(3, 9)) {
            ADMIN.asks()
                    .body(groupForm(program, places, aClinician(), monday, from18To21On(MONDAY)))
                    .post(API + "groups")
                    .then()
                    .statusCode(400)
                    .body("type", endsWith("/group-size"))
                    .body("errors.pointer", equalTo(List.of("/capacity")));
        }
    }

    @Test
    void aGroupOfWhichNobodySaysHowLargeHasThePlacesThatTheRulesSay() {
        var monday = onAFreshMonday();
        var program = aProgram(nineHoursIn(new GroupSize(4, 6, 8)));
        var form = groupForm(program, 8, aClinician(), monday, from18To21On(MONDAY));
        form.remove("capacity");

        var group = opened(form);

        INTAKE.asks().get(API + "groups/" + group).then().body("capacity", equalTo(6));
    }

    @Test
    void aGroupGoesByTheRulesOfTheDayItStartsOn() {
        var monday = onAFreshMonday();
        var program = aProgram(NINE_HOURS);
        opened(groupForm(program, 12, aClinician(), monday, from18To21On(MONDAY)));
        announce(
                program,
                NINE_HOURS,
                monday.plusDays(7),
                nineHoursIn(new GroupSize(4, 6, 8)).as(2));

        await().untilAsserted(() -> ADMIN.asks()
                .body(groupForm(program, 12, aClinician(), monday.plusDays(7), from18To21On(MONDAY)))
                .post(API + "groups")
                .then()
                .statusCode(400)
                .body("type", endsWith("/group-size")));
        opened(groupForm(program, 12, aClinician(), monday.plusDays(6), from18To21On(MONDAY)));
    }

    private static Response join(String group, Riverside.Admitted who, String from) {
        return INTAKE.asks()
                .body(Map.of("patient", who.patient(), "episode", who.episode(), "from", from))
                .post(API + "groups/" + group + "/members");
    }

    private static void refused(Map<String, Object> form, String slug) {
        ADMIN.asks().body(form).post(API + "groups").then().statusCode(409).body("type", endsWith(slug));
    }

    private static List<Map<String, Object>> memberships(String group) {
        return INTAKE.asks().get(API + "groups/" + group + "/members").path("");
    }

    private static int free(ProgramId program) {
        return INTAKE.asks().get(API + "places?program=" + program).path("find { it.track == 'EVENING' }.free");
    }
}
