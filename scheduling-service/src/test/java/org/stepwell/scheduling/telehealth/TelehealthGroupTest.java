package org.stepwell.scheduling.telehealth;

import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.WEDNESDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.stepwell.scheduling.Riverside.ADMIN;
import static org.stepwell.scheduling.Riverside.API;
import static org.stepwell.scheduling.Riverside.INTAKE;
import static org.stepwell.scheduling.Riverside.LINK;
import static org.stepwell.scheduling.Riverside.aClinician;
import static org.stepwell.scheduling.Riverside.aRoom;
import static org.stepwell.scheduling.Riverside.at;
import static org.stepwell.scheduling.Riverside.from18To21On;
import static org.stepwell.scheduling.Riverside.groupForm;
import static org.stepwell.scheduling.Riverside.leading;
import static org.stepwell.scheduling.Riverside.moveTo;
import static org.stepwell.scheduling.Riverside.opened;
import static org.stepwell.scheduling.visit.Visits.booked;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.stepwell.platform.clinic.ClinicContext;
import org.stepwell.platform.database.Sql;
import org.stepwell.platform.testing.Broker;
import org.stepwell.platform.testing.Person;
import org.stepwell.platform.testing.StepwellTestResource;

/** A group meets in a room or by a link; and nobody is shown the link who has no seat. */
@QuarkusTest
@QuarkusTestResource(StepwellTestResource.class)
class TelehealthGroupTest {

    private static final String OTHER_LINK = "https://meet.example.org/an0therOfDoras";

    @Inject
    Sql sql;

    private Meeting meeting;
    private LocalDate monday;

    @BeforeEach
    void aMondayByALink() {
        meeting = Meeting.withAdaAndBob();
        monday = meeting.monday();
    }

    @Test
    void aGroupMeetsInARoomOrByALinkAndNotBoth() {
        var form = Meeting.form(meeting.program(), aClinician(), monday);

        form.put("room", aRoom());
        opens(form)
                .statusCode(400)
                .body("type", endsWith("/room-or-link"))
                .body("errors.pointer", contains("/meetingLink"));
        form.remove("room");
        form.remove("meetingLink");
        opens(form).statusCode(400).body("type", endsWith("/room-or-link")).body("errors.pointer", contains("/room"));
        for (var link : List.of(
                "http://meet.example.org/a",
                "https://",
                "https://ada@meet.example.org/a",
                "https://meet.example.org/a b",
                "https://meet.example.org/" + "a".repeat(480))) {
            form.put("meetingLink", link);
            opens(form)
                    .statusCode(400)
                    .body("errors.pointer", contains("/meetingLink"))
                    .body(not(containsString("ada@")));
        }
    }

    @Test
    void theLinkIsSealedAndStandsNowhereElse() {
        moveTo(at(monday, "18:00:30"));
        meeting.joins(meeting.ada()).statusCode(201);

        var everywhere = List.of(
                ADMIN.asks().get(API + "groups/" + meeting.group()).asString(),
                ADMIN.asks().get(API + "groups?limit=200").asString(),
                INTAKE.asks().get(API + "sessions/" + meeting.session()).asString(),
                INTAKE.asks().get(API + "sessions?limit=200").asString(),
                INTAKE.asks()
                        .get(API + "patients/" + meeting.ada().patient() + "/week")
                        .asString(),
                leading(meeting.dora())
                        .asks()
                        .get(API + "sessions/" + meeting.session() + "/telehealth-log")
                        .asString(),
                calendarOf(
                        Meeting.phoneOf(meeting.ada()),
                        "patients/" + meeting.ada().patient() + "/calendar-link"),
                calendarOf(leading(meeting.dora()), "own-calendar-link"));
        assertThat(everywhere).noneMatch(said -> said.contains("gr0upOfDoras"));
        assertThat(Stream.of("stepwell.scheduling", "stepwell.scheduling.state")
                        .flatMap(topic -> Broker.all(topic).stream())
                        .map(event -> new String(event.value(), StandardCharsets.UTF_8)))
                .isNotEmpty()
                .noneMatch(said -> said.contains("gr0upOfDoras"));
        assertThat(atRiverside(() -> tablesThatSay("gr0upOfDoras"))).isEmpty();
        assertThat(atRiverside(() -> tablesThatSay(meeting.group()))).contains("care_group", "session");
        assertThat(atRiverside(() -> sql.list(
                        "select meeting_link from session where group_id = ?::uuid",
                        row -> row.getString(1),
                        meeting.group())))
                .isNotEmpty()
                .allMatch(kept -> kept.matches("[^:]+:[A-Za-z0-9+/=]+"));
    }

    @Test
    void onlyWhoeverSetsUpGroupsIsShownTheLink() {
        var path = API + "groups/" + meeting.group() + "/meeting-link";

        ADMIN.asks().get(path).then().statusCode(200).body("meetingLink", equalTo(LINK));
        INTAKE.asks().get(path).then().statusCode(403);
        leading(meeting.dora()).asks().get(path).then().statusCode(403);
        Meeting.phoneOf(meeting.ada()).asks().get(path).then().statusCode(403);
        Person.of("clinic-admin", Person.HARBOR).asks().get(path).then().statusCode(404);
        ADMIN.asks()
                .get(API + "groups/" + meeting.group())
                .then()
                .body("telehealth", equalTo(true))
                .body("room", nullValue());
    }

    @Test
    void aSessionByTelehealthIsMovedAndCancelledLikeAnyOther() {
        moves(Map.of("day", monday.plusDays(1).toString(), "from", "17:00", "to", "20:00"))
                .statusCode(200)
                .body("telehealth", equalTo(true))
                .body("room", nullValue());
        var room = aRoom();
        moves(Map.of("day", monday.plusDays(1).toString(), "from", "17:00", "to", "20:00", "room", room))
                .statusCode(200)
                .body("telehealth", equalTo(false))
                .body("room", equalTo(room));
        moves(Map.of("day", monday.plusDays(1).toString(), "from", "18:00", "to", "21:00"))
                .statusCode(200)
                .body("telehealth", equalTo(true));

        INTAKE.asks()
                .body(Map.of("reason", "CLINICIAN_ABSENT"))
                .post(API + "sessions/" + meeting.session() + "/cancellation")
                .then()
                .statusCode(200);
        moveTo(at(monday.plusDays(1), "18:00"));
        meeting.joins(meeting.ada()).statusCode(409).body("type", endsWith("/session-is-over"));
    }

    @Test
    void nobodyLeadsTwoGroupsAtOnceAndManyMeetByLinksAtOnce() {
        opens(Meeting.form(meeting.program(), meeting.dora(), monday))
                .statusCode(409)
                .body("type", endsWith("/no-facilitator-twice"));
        opens(Meeting.form(meeting.program(), aClinician(), monday)).statusCode(201);
        INTAKE.asks()
                .body(Map.of(
                        "modality", "INDIVIDUAL_THERAPY",
                        "clinician", aClinician(),
                        "day", monday.toString(),
                        "from", "18:30",
                        "to", "19:30"))
                .post(API + "patients/" + meeting.ada().patient() + "/visits")
                .then()
                .statusCode(409)
                .body("type", endsWith("/no-patient-twice"));
        booked(meeting.ada(), meeting.dora(), monday, "16:30", "17:30");

        var inRoom = groupForm(meeting.program(), 12, aClinician(), monday, from18To21On(MONDAY));
        opened(inRoom);
        inRoom.put("facilitators", List.of(aClinician()));
        opens(inRoom).statusCode(409).body("type", endsWith("/no-room-twice"));
        moves(Map.of("day", monday.toString(), "from", "18:00", "to", "21:00", "room", inRoom.get("room")))
                .statusCode(409)
                .body("type", endsWith("/no-room-twice"));
    }

    @Test
    void aGroupGoesIntoARoomFromADayOnAndBack() {
        var room = aRoom();
        change(monday.plusDays(2), Map.of("room", room)).statusCode(200).body("telehealth", equalTo(false));

        week().body("sessions.telehealth", contains(true, false)).body("sessions.room", contains(null, room));
        moveTo(at(monday, "18:00"));
        meeting.joins(meeting.ada()).statusCode(201).body("meetingLink", equalTo(LINK));

        change(monday.plusDays(1), Map.of("meetingLink", OTHER_LINK))
                .statusCode(200)
                .body("telehealth", equalTo(true))
                .body("room", nullValue());
        week().body("sessions.telehealth", contains(true, true));
        linkFor(meeting.session()).body("meetingLink", equalTo(LINK));
        linkFor(meeting.wednesday()).body("meetingLink", equalTo(OTHER_LINK));
    }

    @Test
    void aNewLinkIsThatOfSessionsThatWereMovedToo() {
        moves(Map.of("day", monday.plusDays(1).toString(), "from", "17:00", "to", "20:00"))
                .statusCode(200);

        change(monday, Map.of("meetingLink", OTHER_LINK)).statusCode(200);

        linkFor(meeting.session()).body("meetingLink", equalTo(OTHER_LINK));
        linkFor(meeting.wednesday()).body("meetingLink", equalTo(OTHER_LINK));
        week().body("sessions.start", hasItem(at(monday.plusDays(1), "17:00").toString()));
    }

    private static ValidatableResponse opens(Map<String, Object> form) {
        return ADMIN.asks().body(form).post(API + "groups").then();
    }

    private ValidatableResponse moves(Map<String, Object> form) {
        return INTAKE.asks()
                .body(form)
                .put(API + "sessions/" + meeting.session() + "/hours")
                .then();
    }

    private ValidatableResponse linkFor(String session) {
        return leading(meeting.dora())
                .asks()
                .post(API + "sessions/" + session + "/joining")
                .then()
                .statusCode(200);
    }

    private ValidatableResponse week() {
        return INTAKE.asks()
                .get(API + "patients/" + meeting.ada().patient() + "/week?on=" + monday)
                .then()
                .statusCode(200);
    }

    private ValidatableResponse change(LocalDate from, Map<String, Object> where) {
        var etag = ADMIN.asks().get(API + "groups/" + meeting.group()).header("ETag");
        var form = new HashMap<String, Object>(Map.of(
                "from", from.toString(),
                "name", "Evening group",
                "capacity", 12,
                "facilitators", List.of(meeting.dora()),
                "slots", from18To21On(MONDAY, WEDNESDAY)));
        form.putAll(where);
        return ADMIN.asks()
                .header("If-Match", etag)
                .body(form)
                .put(API + "groups/" + meeting.group())
                .then();
    }

    private static String calendarOf(Person who, String link) {
        var path = who.asks().post(API + link).then().statusCode(200).extract().<String>path("path");
        return RestAssured.given()
                .get(path)
                .then()
                .statusCode(200)
                .body(notNullValue())
                .extract()
                .asString();
    }

    private List<String> tablesThatSay(String word) {
        var tables = sql.list("""
                select c.oid::regclass::text from pg_class c
                join pg_namespace n on n.oid = c.relnamespace and n.nspname in ('public', 'platform')
                where c.relkind = 'r' and has_table_privilege(c.oid, 'select')
                """, row -> row.getString(1));
        return tables.stream()
                .filter(table -> sql.one(
                                "select 1 from %s t where t::text like ? limit 1".formatted(table),
                                row -> row.getInt(1),
                                "%" + word + "%")
                        .isPresent())
                .toList();
    }

    private static <T> List<T> atRiverside(Callable<List<T>> work) {
        return ClinicContext.in(
                new ClinicContext.Work(Person.RIVERSIDE, "service:test", null),
                () -> QuarkusTransaction.requiringNew().call(work));
    }
}
