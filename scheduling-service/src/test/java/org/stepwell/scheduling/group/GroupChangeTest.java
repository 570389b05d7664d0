package org.stepwell.scheduling.group;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
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
import static org.stepwell.scheduling.Riverside.MORNING;
import static org.stepwell.scheduling.Riverside.NINE_HOURS;
import static org.stepwell.scheduling.Riverside.aClinician;
import static org.stepwell.scheduling.Riverside.aGroup;
import static org.stepwell.scheduling.Riverside.aProgram;
import static org.stepwell.scheduling.Riverside.aRoom;
import static org.stepwell.scheduling.Riverside.admitted;
import static org.stepwell.scheduling.Riverside.at;
import static org.stepwell.scheduling.Riverside.closed;
import static org.stepwell.scheduling.Riverside.discharge;
import static org.stepwell.scheduling.Riverside.from18To21On;
import static org.stepwell.scheduling.Riverside.groupForm;
import static org.stepwell.scheduling.Riverside.hours;
import static org.stepwell.scheduling.Riverside.moveTo;
import static org.stepwell.scheduling.Riverside.onAFreshMonday;
import static org.stepwell.scheduling.Riverside.opened;
import static org.stepwell.scheduling.Riverside.seatsOf;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.contracts.id.ProgramId;
import org.stepwell.contracts.id.StaffId;
import org.stepwell.platform.testing.StepwellTestResource;
import org.stepwell.scheduling.Riverside.Admitted;

/** A group that meets on three evenings is changed: one session, this and all that follow, or all that is to come. */
@QuarkusTest
@QuarkusTestResource(StepwellTestResource.class)
class GroupChangeTest {

    private LocalDate monday = LocalDate.EPOCH;
    private StaffId dora = new StaffId(new UUID(0, 0));
    private ProgramId program = new ProgramId(new UUID(0, 0));
    private String group = "";
    private Admitted ada = new Admitted(new PatientId(new UUID(0, 0)), new EpisodeId(new UUID(0, 0)));

    @BeforeEach
    void threeEvenings() {
        monday = onAFreshMonday();
        dora = aClinician();
        program = aProgram(NINE_HOURS);
        group = aGroup(program, 12, dora, monday, from18To21On(MONDAY, WEDNESDAY, FRIDAY));
        ada = admitted(program, EVENING, monday, 540);
    }

    @Test
    void allThatIsToComeKeepsItsRosterAtTheNewHoursAndWhatWasRecordedStays() {
        var sessions = seatsOf(ada.patient(), monday);
        moveTo(at(monday, "21:05"));
        closed(sessions.getFirst(), dora, ada.patient(), "PRESENT");

        change(monday, Map.of("slots", hours("17:00", "20:00", MONDAY, WEDNESDAY, FRIDAY)))
                .statusCode(200)
                .body("slots.from", contains("17:00", "17:00", "17:00"));

        assertThat(seatsOf(ada.patient(), monday)).containsExactlyElementsOf(sessions);
        week(monday)
                .body(
                        "sessions.start",
                        contains(
                                at(monday, "18:00").toString(),
                                at(monday.plusDays(2), "17:00").toString(),
                                at(monday.plusDays(4), "17:00").toString()))
                .body("sessions.status", contains("CLOSED", "SCHEDULED", "SCHEDULED"));
    }

    @Test
    void thisOneAndAllThatFollowChangeAndThoseBeforeDoNot() {
        var before = seatsOf(ada.patient(), monday);

        change(monday.plusWeeks(1), Map.of("slots", from18To21On(MONDAY, THURSDAY, FRIDAY)))
                .statusCode(200);

        assertThat(seatsOf(ada.patient(), monday)).containsExactlyElementsOf(before);
        week(monday.plusWeeks(1))
                .body(
                        "sessions.findAll { it.status != 'CANCELLED' }.day",
                        contains(
                                monday.plusDays(7).toString(),
                                monday.plusDays(10).toString(),
                                monday.plusDays(11).toString()))
                .body(
                        "sessions.findAll { it.status == 'CANCELLED' }.day",
                        contains(monday.plusDays(9).toString()));
    }

    @Test
    void aChangeBeyondWhatIsPlannedLeavesNoGap() {
        var from = monday.plusWeeks(5);

        change(from, Map.of("slots", hours("17:00", "20:00", MONDAY, WEDNESDAY, FRIDAY)))
                .statusCode(200);

        week(monday.plusWeeks(4))
                .body("sessions.start", hasItem(at(monday.plusWeeks(4), "18:00").toString()));
        moveTo(at(monday.plusWeeks(4), "08:00"));
        week(from).body("sessions.start", hasItem(at(from, "17:00").toString()));
    }

    @Test
    void aChangeThatIsAnnouncedIsShownWithItsDay() {
        var from = monday.plusWeeks(4);

        change(from, Map.of("slots", hours("09:00", "12:00", MONDAY, WEDNESDAY)))
                .statusCode(200)
                .body("slots.from", contains("09:00", "09:00"))
                .body("slotsFrom", equalTo(from.toString()))
                .body("slotsBefore.through", contains(from.minusDays(1).toString()))
                .body("slotsBefore[0].slots.from", contains("18:00", "18:00", "18:00"));

        moveTo(at(from, "08:00"));
        ADMIN.asks()
                .get(API + "groups/" + group)
                .then()
                .body("slots.from", contains("09:00", "09:00"))
                .body("slotsFrom", nullValue())
                .body("slotsBefore", empty());
    }

    @Test
    void untilAGroupChangesItsRoomAndItsMembersAreBusyAtTheOldHours() {
        var from = monday.plusWeeks(4);
        change(from, Map.of("slots", hours("09:00", "12:00", MONDAY, WEDNESDAY, FRIDAY)))
                .statusCode(200);

        var inTheRoom = groupForm(program, 12, aClinician(), monday, from18To21On(MONDAY));
        inTheRoom.put("room", ADMIN.asks().get(API + "groups/" + group).path("room"));
        ADMIN.asks()
                .body(inTheRoom)
                .post(API + "groups")
                .then()
                .statusCode(409)
                .body("type", endsWith("/no-room-twice"));
        inTheRoom.put("startsOn", from.toString());
        opened(inTheRoom);

        var other = aGroup(program, 12, aClinician(), monday, from18To21On(WEDNESDAY));
        joins(other, monday).statusCode(409).body("type", endsWith("/no-patient-twice"));
        joins(other, from).statusCode(201);
    }

    private ValidatableResponse joins(String other, LocalDate from) {
        return INTAKE.asks()
                .body(Map.of("patient", ada.patient(), "episode", ada.episode(), "from", from.toString()))
                .post(API + "groups/" + other + "/members")
                .then();
    }

    @Test
    void oneSessionMovesWithEverybodyInItAndTheGroupGoesOnAsBefore() {
        var wednesday = seatsOf(ada.patient(), monday).get(1);

        move(wednesday, monday.plusDays(3), "10:00", "13:00")
                .statusCode(200)
                .body("start", equalTo(at(monday.plusDays(3), "10:00").toString()));

        assertThat(seatsOf(ada.patient(), monday)).contains(wednesday).hasSize(3);
        // The next change of the group leaves it where it was put, and puts no other in its place.
        change(monday, Map.of("slots", hours("17:00", "20:00", MONDAY, WEDNESDAY, FRIDAY)))
                .statusCode(200);
        week(monday)
                .body(
                        "sessions.start",
                        contains(
                                at(monday, "17:00").toString(),
                                at(monday.plusDays(3), "10:00").toString(),
                                at(monday.plusDays(4), "17:00").toString()));
    }

    @Test
    void whatWasCancelledStaysCancelledAndWhatWasHeldTodayIsNotHeldAgain() {
        var sessions = seatsOf(ada.patient(), monday);
        moveTo(at(monday, "21:05"));
        closed(sessions.getFirst(), dora, ada.patient(), "PRESENT");
        INTAKE.asks()
                .body(Map.of("reason", "WEATHER"))
                .post(API + "sessions/" + sessions.get(1) + "/cancellation")
                .then()
                .statusCode(200);

        change(monday, Map.of("name", "Late", "slots", hours("22:00", "23:00", MONDAY, WEDNESDAY)))
                .statusCode(200);

        week(monday)
                .body("sessions.status", contains("CLOSED", "CANCELLED", "CANCELLED"))
                .body(
                        "sessions.day",
                        contains(
                                monday.toString(),
                                monday.plusDays(2).toString(),
                                monday.plusDays(4).toString()));
    }

    @Test
    void aSessionGoesToAnotherRoomBecauseItsOwnIsTakenThen() {
        var wednesday = seatsOf(ada.patient(), monday).get(1);
        String room = ADMIN.asks().get(API + "groups/" + group).path("room");
        var other = new HashMap<>(groupForm(program, 12, aClinician(), monday, hours("10:00", "13:00", WEDNESDAY)));
        other.put("room", room);
        opened(other);

        move(wednesday, monday.plusDays(2), "10:00", "13:00").statusCode(200);

        week(monday)
                .body(
                        "sessions[1].start",
                        equalTo(at(monday.plusDays(2), "10:00").toString()));
    }

    @Test
    void aSessionThatMovesToAnotherDayIsForThoseWhoAreHereThen() {
        var tuesdaysMember = admitted(program, EVENING, monday.plusDays(3), 540);
        var wednesday = seatsOf(ada.patient(), monday).get(1);
        assertThat(seatsOf(tuesdaysMember.patient(), monday)).hasSize(1);

        move(wednesday, monday.plusDays(3), "10:00", "13:00").statusCode(200);

        assertThat(seatsOf(tuesdaysMember.patient(), monday)).hasSize(2);
        INTAKE.asks()
                .delete(API + "groups/" + group + "/members/" + ada.patient() + "?lastDay=" + monday.plusDays(1))
                .then()
                .statusCode(200);
        assertThat(seatsOf(ada.patient(), monday)).hasSize(1);
        move(wednesday, monday.plusDays(1), "10:00", "13:00").statusCode(200);
        assertThat(seatsOf(ada.patient(), monday)).hasSize(2);
        assertThat(seatsOf(tuesdaysMember.patient(), monday)).hasSize(1);
    }

    @Test
    void nobodyChangesAGroupInAFarFuture() {
        change(monday.plusYears(36), Map.of("name", "Typo"))
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/from"));
    }

    @Test
    void whoLeadsOneForOnceGoesOnDoingSo() {
        var cora = aClinician();
        var eve = aClinician();
        var sessions = seatsOf(ada.patient(), monday);
        INTAKE.asks()
                .body(Map.of("facilitators", List.of(cora)))
                .put(API + "sessions/" + sessions.get(1) + "/facilitators")
                .then()
                .statusCode(200);

        change(monday, Map.of("facilitators", List.of(eve))).statusCode(200);

        week(monday)
                .body("sessions[0].facilitators", contains(eve.toString()))
                .body("sessions[1].facilitators", contains(cora.toString()))
                .body("sessions[2].facilitators", contains(eve.toString()));
    }

    @Test
    void aGroupIsNotMadeSmallerThanItsMembersNorChangedInThePast() {
        var another = admitted(program, EVENING, monday, 540);
        assertThat(seatsOf(another.patient(), monday)).hasSize(3);
        var third = admitted(program, EVENING, monday, 540);
        assertThat(seatsOf(third.patient(), monday)).hasSize(3);

        change(monday, Map.of("capacity", 2))
                .statusCode(409)
                .body("type", endsWith("/group-keeps-its-members"))
                .body("errors[0].pointer", equalTo("/capacity"));
        change(monday.minusDays(1), Map.of("name", "Yesterday"))
                .statusCode(400)
                .body("type", endsWith("/changes-while-it-runs"))
                .body("errors[0].pointer", equalTo("/from"));
        ADMIN.asks()
                .get(API + "groups/" + group)
                .then()
                .body("name", equalTo("Evening group"))
                .body("capacity", equalTo(12));
    }

    @Test
    void whoHasSeenAnOlderVersionChangesNothing() {
        var form = form(monday, Map.of("name", "Late"));
        change(monday, Map.of("name", "Early")).statusCode(200);

        ADMIN.asks()
                .header("If-Match", "\"0\"")
                .body(form)
                .put(API + "groups/" + group)
                .then()
                .statusCode(412);
    }

    @Test
    void aRoomThatIsTakenThenRefusesAllOfIt() {
        var room = aRoom();
        var other = new HashMap<>(groupForm(program, 12, aClinician(), monday, hours("17:00", "18:00", WEDNESDAY)));
        other.put("room", room);
        opened(other);

        change(monday, Map.of("room", room, "slots", hours("17:00", "20:00", MONDAY, WEDNESDAY, FRIDAY)))
                .statusCode(409)
                .body("type", endsWith("/no-room-twice"));

        week(monday).body("sessions[0].start", equalTo(at(monday, "18:00").toString()));
    }

    @Test
    void aSessionMovesToAnHourOfItsWeekThatIsToCome() {
        var friday = seatsOf(ada.patient(), monday).getLast();

        move(friday, monday.plusDays(7), "18:00", "21:00").statusCode(400).body("errors[0].pointer", equalTo("/day"));
        move(friday, monday, "06:00", "07:00").statusCode(400).body("errors[0].pointer", equalTo("/from"));
        move(friday, monday.plusDays(1), "19:00", "18:00").statusCode(400).body("errors[0].pointer", equalTo("/to"));
        move(friday, monday.plusDays(2), "19:00", "22:00").statusCode(409).body("type", endsWith("twice"));
        week(monday)
                .body(
                        "sessions[2].start",
                        equalTo(at(monday.plusDays(4), "18:00").toString()));
    }

    /** A bigger room from next week on: until then nobody is taken for whom there is no seat. */
    @Test
    void morePlacesFromALaterDayAreGivenFromThen() {
        change(monday, Map.of("capacity", 2)).statusCode(200);
        admitted(program, EVENING, monday, 540);
        var waits = admitted(program, EVENING, monday, 540);
        INTAKE.asks()
                .body(Map.of("patient", waits.patient(), "episode", waits.episode()))
                .post(API + "groups/" + group + "/waiting")
                .then()
                .statusCode(201);
        var nextWeek = monday.plusDays(7);

        change(nextWeek, Map.of("capacity", 5)).statusCode(200);
        moveTo(at(monday.plusDays(3), "09:00"));
        assertThat(seatsOf(waits.patient(), nextWeek)).isEmpty();

        moveTo(at(nextWeek, "08:00"));
        await().untilAsserted(
                        () -> assertThat(seatsOf(waits.patient(), nextWeek)).hasSize(3));
    }

    /** What enrollment offers to others rests on what is told. */
    @Test
    void morePlacesFromALaterDayAreToldOnThatDay() {
        change(monday, Map.of("capacity", 2)).statusCode(200);
        assertThat(free()).isEqualTo(1);
        var thursday = monday.plusDays(3);
        change(thursday, Map.of("capacity", 5)).statusCode(200);
        assertThat(free()).isEqualTo(1);

        moveTo(at(thursday, "08:00"));

        await().untilAsserted(() -> assertThat(free()).isEqualTo(4));
    }

    private int free() {
        return INTAKE.asks()
                .get(API + "places?program=" + program)
                .path("find { it.track == '%s' }.free".formatted(EVENING));
    }

    /** A guest had the last seat on the day somebody joined, and then left the program. */
    @Test
    void aMemberHasTheSeatThatALeavingGuestGivesUp() {
        change(monday, Map.of("capacity", 2)).statusCode(200);
        var guest = admitted(program, MORNING, monday, 540);
        var wednesday = seatsOf(ada.patient(), monday).get(1);
        INTAKE.asks()
                .body(Map.of("patient", guest.patient(), "episode", guest.episode()))
                .post(API + "sessions/" + wednesday + "/seats")
                .then()
                .statusCode(201);
        var bob = admitted(program, EVENING, monday, 540);
        assertThat(seatsOf(bob.patient(), monday)).hasSize(2).doesNotContain(wednesday);

        discharge(guest, monday);

        await().untilAsserted(() -> assertThat(seatsOf(bob.patient(), monday)).contains(wednesday));
        await().untilAsserted(() -> INTAKE.asks()
                .get(API + "patients/" + bob.patient() + "/weeks/" + monday)
                .then()
                .body("ruleSets[0].forecast", equalTo("ON_COURSE")));
    }

    private ValidatableResponse change(LocalDate from, Map<String, Object> what) {
        return ADMIN.asks()
                .header("If-Match", ADMIN.asks().get(API + "groups/" + group).header("ETag"))
                .body(form(from, what))
                .put(API + "groups/" + group)
                .then();
    }

    private Map<String, Object> form(LocalDate from, Map<String, Object> what) {
        Map<String, Object> form = new HashMap<>(
                ADMIN.asks().get(API + "groups/" + group).then().extract().path("$"));
        form.keySet().retainAll(List.of("name", "capacity", "room", "facilitators", "slots"));
        form.put("from", from.toString());
        form.putAll(what);
        return form;
    }

    private static ValidatableResponse move(String session, LocalDate day, String from, String to) {
        return INTAKE.asks()
                .body(Map.of("day", day.toString(), "from", from, "to", to, "room", aRoom()))
                .put(API + "sessions/" + session + "/hours")
                .then();
    }

    private ValidatableResponse week(LocalDate on) {
        return INTAKE.asks()
                .get(API + "patients/" + ada.patient() + "/week?on=" + on)
                .then()
                .statusCode(200);
    }
}
