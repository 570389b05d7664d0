package org.stepwell.scheduling;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SATURDAY;
import static java.time.DayOfWeek.THURSDAY;
import static java.time.DayOfWeek.WEDNESDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.stepwell.scheduling.Riverside.API;
import static org.stepwell.scheduling.Riverside.EVENING;
import static org.stepwell.scheduling.Riverside.INTAKE;
import static org.stepwell.scheduling.Riverside.LINK;
import static org.stepwell.scheduling.Riverside.MORNING;
import static org.stepwell.scheduling.Riverside.NINE_HOURS;
import static org.stepwell.scheduling.Riverside.ZONE;
import static org.stepwell.scheduling.Riverside.aClinician;
import static org.stepwell.scheduling.Riverside.aGroup;
import static org.stepwell.scheduling.Riverside.aProgram;
import static org.stepwell.scheduling.Riverside.aRoom;
import static org.stepwell.scheduling.Riverside.admitted;
import static org.stepwell.scheduling.Riverside.at;
import static org.stepwell.scheduling.Riverside.byLink;
import static org.stepwell.scheduling.Riverside.closed;
import static org.stepwell.scheduling.Riverside.discharge;
import static org.stepwell.scheduling.Riverside.from18To21On;
import static org.stepwell.scheduling.Riverside.groupForm;
import static org.stepwell.scheduling.Riverside.leading;
import static org.stepwell.scheduling.Riverside.moveTo;
import static org.stepwell.scheduling.Riverside.now;
import static org.stepwell.scheduling.Riverside.onAFreshMonday;
import static org.stepwell.scheduling.Riverside.opened;
import static org.stepwell.scheduling.Riverside.seatsOf;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.stepwell.contracts.id.ProgramId;
import org.stepwell.contracts.id.StaffId;
import org.stepwell.platform.testing.Person;
import org.stepwell.platform.testing.StepwellTestResource;
import org.stepwell.scheduling.Riverside.Admitted;
import org.stepwell.scheduling.visit.Visits;

/** What others who schedule groups got wrong, each by the name of its report, so that we do not. */
@QuarkusTest
@QuarkusTestResource(StepwellTestResource.class)
class PeersBugsTest {

    private LocalDate monday = LocalDate.EPOCH;
    private ProgramId program = new ProgramId(new UUID(0, 0));
    private StaffId dora = new StaffId(new UUID(0, 0));
    private String group = "";

    @BeforeEach
    void threeEvenings() {
        monday = onAFreshMonday();
        program = aProgram(NINE_HOURS);
        dora = aClinician();
        group = aGroup(program, 3, dora, monday, from18To21On(MONDAY, WEDNESDAY, FRIDAY));
    }

    /** cal.diy 14458. */
    @Test
    void oneWhoGivesUpASeatDoesNotCancelTheSessionOfTheOthers() {
        var ada = admitted(program, EVENING, monday, 540);
        var bob = admitted(program, EVENING, monday, 540);
        var guest = admitted(program, MORNING, monday, 540);
        var session = mondayOf(ada);
        seat(session, guest).statusCode(201);

        INTAKE.asks()
                .delete(API + "sessions/" + session + "/seats/" + guest.patient())
                .then()
                .statusCode(200)
                .body("session.status", equalTo("SCHEDULED"))
                .body(
                        "roster.patient",
                        containsInAnyOrder(
                                ada.patient().toString(), bob.patient().toString()));
    }

    /** cal.diy 14458, the other half. */
    @Test
    void nobodysPhoneNamesAnybodyElse() {
        var ada = admitted(program, EVENING, monday, 540);
        var bob = admitted(program, EVENING, monday, 540);
        var phone = Person.at("patient").who(ada.patient());

        for (var path : List.of("patients/" + ada.patient() + "/week?on=" + monday, "sessions?limit=200")) {
            var said = phone.asks()
                    .get(API + path)
                    .then()
                    .statusCode(200)
                    .extract()
                    .asString();
            assertThat(said).doesNotContain(bob.patient().toString());
        }
        phone.asks().get(API + "sessions/" + mondayOf(ada)).then().statusCode(403);
    }

    /** cal.diy 17542. */
    @Test
    void everybodyInASessionCountsMembersAndGuestsAlike() {
        var ada = admitted(program, EVENING, monday, 540);
        admitted(program, EVENING, monday, 540);
        var session = mondayOf(ada);
        seat(session, admitted(program, MORNING, monday, 540)).statusCode(201);

        seat(session, admitted(program, MORNING, monday, 540)).statusCode(409).body("type", endsWith("/session-full"));
    }

    /** cal.diy 14704. */
    @Test
    void oneBookingDoesNotCloseTheSessionToTheNext() {
        var ada = admitted(program, EVENING, monday, 540);
        var session = mondayOf(ada);

        seat(session, admitted(program, MORNING, monday, 540)).statusCode(201);
        seat(session, admitted(program, MORNING, monday, 540)).statusCode(201).body("roster", hasSize(3));
    }

    /** cal.diy 9749. */
    @Test
    void allWhoAreInASessionJoinItByOneLink() {
        var other = aProgram(NINE_HOURS);
        opened(byLink(groupForm(other, 5, aClinician(), monday, from18To21On(MONDAY))));
        var ada = admitted(other, EVENING, monday, 180);
        var bob = admitted(other, EVENING, monday, 180);
        moveTo(at(monday, "17:55"));

        for (var one : List.of(ada, bob)) {
            Person.at("patient")
                    .who(one.patient())
                    .asks()
                    .post(API + "patients/" + one.patient() + "/sessions/" + mondayOf(one) + "/joining")
                    .then()
                    .statusCode(201)
                    .body("meetingLink", equalTo(LINK));
        }
    }

    /** cal.diy 19061 and 10616. */
    @Test
    void aSeriesHasSeatsAndALineAtOnceAndWhoeverIsNextHasAllThatIsToCome() {
        var small = aProgram(NINE_HOURS);
        var full = aGroup(small, 2, aClinician(), monday, from18To21On(MONDAY, WEDNESDAY, FRIDAY));
        var ada = admitted(small, EVENING, monday, 540);
        admitted(small, EVENING, monday, 540);
        var waits = admitted(small, EVENING, monday, 540);
        INTAKE.asks()
                .body(Map.of("patient", waits.patient(), "episode", waits.episode()))
                .post(API + "groups/" + full + "/waiting")
                .then()
                .statusCode(201);

        discharge(ada, monday);
        moveTo(at(monday.plusDays(1), "09:00"));

        await().untilAsserted(() -> assertThat(seatsOf(waits.patient(), monday)).hasSize(2));
        assertThat(seatsOf(waits.patient(), monday.plusWeeks(2))).hasSize(3);
        moveTo(at(monday.plusWeeks(3), "08:00"));
        await().untilAsserted(() ->
                assertThat(seatsOf(waits.patient(), monday.plusWeeks(4))).hasSize(3));
    }

    /** TherapyMate and myAvatar. */
    @Test
    void aNewMemberHasAllSessionsToComeAndIsOfferedThoseThatNobodyClosedYet() {
        var ada = admitted(program, EVENING, monday, 540);
        var late = admitted(program, MORNING, monday, 540);
        var begun = mondayOf(ada);
        moveTo(at(monday, "21:05"));

        INTAKE.asks()
                .body(Map.of("patient", late.patient(), "episode", late.episode(), "from", monday.toString()))
                .post(API + "groups/" + group + "/members")
                .then()
                .statusCode(201)
                .body("begun", contains(begun))
                .body("withoutSeat", empty());
        assertThat(seatsOf(late.patient(), monday)).hasSize(2).doesNotContain(begun);
        seat(begun, late).statusCode(201);

        closed(begun, dora, late.patient(), "PRESENT");
        attendance(begun, late).body("versions[0].minutes", equalTo(180));
    }

    /** openemr 7569. */
    @Test
    void nothingThatIsWrittenOfASessionTakesItOutOfItsGroup() {
        var ada = admitted(program, EVENING, monday, 540);
        var session = mondayOf(ada);
        INTAKE.asks()
                .body(Map.of("day", monday.toString(), "from", "17:00", "to", "20:00", "room", aRoom()))
                .put(API + "sessions/" + session + "/hours")
                .then()
                .statusCode(200);
        moveTo(at(monday, "20:05"));
        closed(session, dora, ada.patient(), "PRESENT");
        leading(dora)
                .asks()
                .header("If-Match", "\"1\"")
                .body(Map.of("status", "EXCUSED", "reason", "ENTERED_WRONGLY"))
                .put(API + "sessions/" + session + "/attendance/" + ada.patient())
                .then()
                .statusCode(200);

        read(session).body("session.group", equalTo(group)).body("session.status", equalTo("CLOSED"));
    }

    /** openemr 7127. */
    @Test
    void howSomebodyWasThereIsSeenWhereTheSessionIsRead() {
        var ada = admitted(program, EVENING, monday, 540);
        var session = mondayOf(ada);
        moveTo(at(monday, "21:05"));
        closed(session, dora, ada.patient(), "PRESENT");

        read(session).body("roster.attendance", contains("PRESENT")).body("roster.minutes", contains(180));
    }

    /** openemr 2777. */
    @Test
    void whoeverLeadsASessionIsToldThatAPatientTookASeatOnThePhone() {
        var ada = admitted(program, EVENING, monday, 540);
        var cora = aClinician();
        aGroup(program, 5, cora, monday, from18To21On(THURSDAY, SATURDAY));
        moveTo(at(monday, "21:05"));
        closed(mondayOf(ada), dora, ada.patient(), "NO_SHOW");
        var path = API + "patients/" + ada.patient() + "/weeks/" + monday + "/make-ups";
        var phone = Person.at("patient").who(ada.patient());
        String taken = phone.asks().get(path).path("[0].sessions[0].session.id");

        phone.asks().body(Map.of("sessions", List.of(taken))).post(path).then().statusCode(201);

        leading(cora)
                .asks()
                .get(API + "tasks?kind=seat-taken-by-patient&limit=200")
                .then()
                .statusCode(200)
                .body("items.subject", hasItem(taken));
    }

    /** medplum 9995. */
    @Test
    void whoeverLeadsAGroupIsBusyForVisitsToo() {
        var ada = admitted(program, MORNING, monday, 540);
        Visits.planned(ada, 1, monday, Visits.anHourAWeek(dora, monday));

        INTAKE.asks()
                .body(Map.of(
                        "modality", "INDIVIDUAL_THERAPY",
                        "clinician", dora,
                        "day", monday.plusDays(2).toString(),
                        "from", "20:00",
                        "to", "21:00"))
                .post(API + "patients/" + ada.patient() + "/visits")
                .then()
                .statusCode(409)
                .body("type", endsWith("/no-facilitator-twice"));
    }

    /** BestNotes. */
    @Test
    void whoeverIsFoundToHaveBeenThereAfterTheClosingChangesNobodyElse() {
        var ada = admitted(program, EVENING, monday, 540);
        var late = admitted(program, MORNING, monday, 540);
        var session = mondayOf(ada);
        found(session, late, "PRESENT").statusCode(409).body("type", endsWith("/found-present"));
        moveTo(at(monday, "21:05"));
        closed(session, dora, ada.patient(), "PRESENT");
        var before = attendance(session, ada).extract().asString();

        found(session, late, "NO_SHOW").statusCode(409).body("type", endsWith("/found-present"));
        found(session, late, "PRESENT")
                .statusCode(201)
                .body("version", equalTo(1))
                .body("minutes", equalTo(180));
        found(session, late, "PRESENT").statusCode(409).body("type", endsWith("/found-present"));

        assertThat(attendance(session, ada).extract().asString()).isEqualTo(before);
        read(session).body("roster", hasSize(2)).body("session.status", equalTo("CLOSED"));
    }

    /** medplum, its time zone of alignment. */
    @Test
    void aSeriesKeepsItsHourOverTheNightInWhichTheClocksChange() {
        var night = ZONE.getRules().nextTransition(now()).getDateTimeBefore().toLocalDate();
        var before = night.with(TemporalAdjusters.previous(MONDAY));
        moveTo(at(before, "08:00"));
        var other = aProgram(NINE_HOURS);
        var series = aGroup(other, 5, aClinician(), before, from18To21On(MONDAY));

        List<String> starts = INTAKE.asks()
                .get(API + "sessions?limit=200&from=" + before + "&to=" + before.plusDays(7))
                .then()
                .statusCode(200)
                .extract()
                .path("items.findAll { it.group == '%s' }.start".formatted(series));
        assertThat(starts)
                .hasSize(2)
                .allSatisfy(
                        start -> assertThat(Instant.parse(start).atZone(ZONE).toLocalTime())
                                .isEqualTo(LocalTime.of(18, 0)));
    }

    /** HAPI 7542. */
    @Test
    void aSubscriptionGivesItsOwnerWhatIsTheirsAndNobodyAnythingOnceItIsRevoked() {
        var ada = admitted(program, EVENING, monday, 540);
        var bob = admitted(program, EVENING, monday, 540);
        var path = API + "patients/" + ada.patient() + "/calendar-link";
        var phone = Person.at("patient").who(ada.patient());
        String link = phone.asks().post(path).then().statusCode(200).extract().path("path");

        assertThat(RestAssured.given()
                        .get(link)
                        .then()
                        .statusCode(200)
                        .extract()
                        .asString())
                .doesNotContain(bob.patient().toString(), ada.patient().toString());
        phone.asks().delete(path).then().statusCode(204);
        RestAssured.given().get(link).then().statusCode(404);
    }

    private String mondayOf(Admitted who) {
        return seatsOf(who.patient(), monday).getFirst();
    }

    private static ValidatableResponse seat(String session, Admitted who) {
        return INTAKE.asks()
                .body(Map.of("patient", who.patient(), "episode", who.episode()))
                .post(API + "sessions/" + session + "/seats")
                .then();
    }

    private static ValidatableResponse read(String session) {
        return INTAKE.asks().get(API + "sessions/" + session).then().statusCode(200);
    }

    private ValidatableResponse attendance(String session, Admitted who) {
        return leading(dora)
                .asks()
                .get(API + "sessions/" + session + "/attendance/" + who.patient())
                .then()
                .statusCode(200);
    }

    private ValidatableResponse found(String session, Admitted who, String status) {
        return Person.at("supervisor")
                .who(dora)
                .asks()
                .body(Map.of("patient", who.patient(), "episode", who.episode(), "status", status))
                .post(API + "sessions/" + session + "/attendance")
                .then();
    }
}
