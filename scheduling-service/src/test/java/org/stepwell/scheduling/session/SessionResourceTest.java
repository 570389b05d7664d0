package org.stepwell.scheduling.session;

import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.TUESDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.stepwell.scheduling.Riverside.API;
import static org.stepwell.scheduling.Riverside.EVENING;
import static org.stepwell.scheduling.Riverside.INTAKE;
import static org.stepwell.scheduling.Riverside.MORNING;
import static org.stepwell.scheduling.Riverside.NINE_HOURS;
import static org.stepwell.scheduling.Riverside.aClinician;
import static org.stepwell.scheduling.Riverside.aGroup;
import static org.stepwell.scheduling.Riverside.aProgram;
import static org.stepwell.scheduling.Riverside.admitted;
import static org.stepwell.scheduling.Riverside.from18To21On;
import static org.stepwell.scheduling.Riverside.hours;
import static org.stepwell.scheduling.Riverside.leading;
import static org.stepwell.scheduling.Riverside.onAFreshMonday;
import static org.stepwell.scheduling.Riverside.seatsOf;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stepwell.contracts.id.StaffId;
import org.stepwell.platform.clinic.ClinicContext;
import org.stepwell.platform.database.DatabaseTrouble;
import org.stepwell.platform.database.Sql;
import org.stepwell.platform.testing.Person;
import org.stepwell.platform.testing.StepwellTestResource;
import org.stepwell.scheduling.Riverside.Admitted;

@QuarkusTest
@QuarkusTestResource(StepwellTestResource.class)
class SessionResourceTest {

    @Inject
    Sql sql;

    @Test
    void aMakeUpSeatIsGivenOnceAndNotAtTheSameTimeElsewhere() {
        var monday = onAFreshMonday();
        var program = aProgram(NINE_HOURS);
        var own = aGroup(program, 5, aClinician(), monday, from18To21On(MONDAY));
        var ada = admitted(program, EVENING, monday, 180);
        var other = aGroup(program, 2, aClinician(), monday, hours("17:00", "19:00", MONDAY, TUESDAY));
        var clashing = sessionOf(other, monday);
        var free = sessionOf(other, monday.plusDays(1));

        seat(clashing, ada).then().statusCode(409).body("type", endsWith("no-patient-twice"));
        seat(free, ada)
                .then()
                .statusCode(201)
                .body("session.taken", equalTo(1))
                .body("roster[0].kind", equalTo("EXTRA"));

        assertThat(seatsOf(ada.patient(), monday)).containsExactly(sessionOf(own, monday), free);
    }

    @Test
    void aSessionHasNoMoreSeatsThanItsGroup() {
        var monday = onAFreshMonday();
        var program = aProgram(NINE_HOURS);
        var session = sessionOf(aGroup(program, 2, aClinician(), monday, from18To21On(MONDAY)), monday);
        seat(session, admitted(program, MORNING, monday, 540)).then().statusCode(201);
        seat(session, admitted(program, MORNING, monday, 540)).then().statusCode(201);

        seat(session, admitted(program, MORNING, monday, 540))
                .then()
                .statusCode(409)
                .body("type", endsWith("session-full"));
    }

    @Test
    void aCancelledSessionGivesItsTimeBack() {
        var monday = onAFreshMonday();
        var program = aProgram(NINE_HOURS);
        var session = sessionOf(aGroup(program, 5, aClinician(), monday, from18To21On(MONDAY)), monday);
        var ada = admitted(program, EVENING, monday, 180);
        var other = sessionOf(aGroup(program, 5, aClinician(), monday, hours("20:00", "22:00", MONDAY)), monday);

        INTAKE.asks()
                .body(Map.of("reason", "CLINICIAN_ABSENT"))
                .post(API + "sessions/" + session + "/cancellation")
                .then()
                .statusCode(200)
                .body("status", equalTo("CANCELLED"));

        seat(other, ada).then().statusCode(201);
        INTAKE.asks()
                .body(Map.of("reason", "WEATHER"))
                .post(API + "sessions/" + session + "/cancellation")
                .then()
                .statusCode(409)
                .body("type", endsWith("session-is-over"));
        seat(session, ada).then().statusCode(409).body("type", endsWith("session-is-over"));
    }

    @Test
    void sessionsAreListedInTheOrderTheyStartPageByPage() {
        var monday = onAFreshMonday();
        var program = aProgram(NINE_HOURS);
        aGroup(program, 5, aClinician(), monday, hours("20:00", "22:00", MONDAY, TUESDAY));
        aGroup(program, 5, aClinician(), monday, from18To21On(MONDAY, TUESDAY));
        var days = "from=" + monday + "&to=" + monday.plusDays(1);
        List<String> all = INTAKE.asks().get(API + "sessions?limit=200&" + days).path("items.id");
        List<String> starts =
                INTAKE.asks().get(API + "sessions?limit=200&" + days).path("items.start");

        var paged = new ArrayList<String>();
        for (String after = ""; after != null; ) {
            var page = INTAKE.asks().get(API + "sessions?limit=2&" + days + after);
            paged.addAll(page.path("items.id"));
            String last = page.path("after");
            after = last == null ? null : "&after=" + last;
        }

        assertThat(paged).containsExactlyElementsOf(all).hasSizeGreaterThanOrEqualTo(4);
        assertThat(starts).isSorted();
    }

    @Test
    void theRosterIsForWhoeverLeadsOrCoordinatesAndAnotherClinicSeesNothing() {
        var monday = onAFreshMonday();
        var program = aProgram(NINE_HOURS);
        var session = sessionOf(aGroup(program, 5, aClinician(), monday, from18To21On(MONDAY)), monday);
        var ada = admitted(program, EVENING, monday, 180);

        Person.at("patient")
                .who(ada.patient())
                .asks()
                .get(API + "sessions/" + session)
                .then()
                .statusCode(403);
        Person.of("supervisor", Person.HARBOR)
                .asks()
                .get(API + "sessions/" + session)
                .then()
                .statusCode(404);
        leading(new StaffId(UUID.randomUUID()))
                .asks()
                .get(API + "sessions/" + session)
                .then()
                .statusCode(403);
        INTAKE.asks()
                .get(API + "sessions/" + session)
                .then()
                .statusCode(200)
                .body("roster", hasSize(1))
                .body("attendanceShown", equalTo(true));
    }

    /** The last line of defence: whatever code forgets, the database does not. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            seat                | no_patient_twice     | insert into seat (session_id, patient_id, episode_id, kind, starts_at, ends_at) select ?, patient_id, episode_id, 'EXTRA', starts_at + interval '1 hour', ends_at from seat where session_id = ?
            session_facilitator | no_facilitator_twice | insert into session_facilitator (session_id, staff_id, starts_at, ends_at, live) select ?, staff_id, starts_at + interval '1 hour', ends_at, true from session_facilitator where session_id = ?
            session             | no_room_twice        | insert into session (id, version, group_id, room_id, modality, in_group, day, starts_at, ends_at, capacity, status) select ?, 0, group_id, room_id, modality, in_group, day, starts_at + interval '1 hour', ends_at, capacity, status from session where id = ?
            """)
    void nobodyIsInTwoPlacesAtOneTime(String table, String constraint, String insert) {
        var monday = onAFreshMonday();
        var program = aProgram(NINE_HOURS);
        var first = sessionOf(aGroup(program, 5, aClinician(), monday, from18To21On(MONDAY)), monday);
        admitted(program, EVENING, monday, 180);
        var second = sessionOf(aGroup(program, 5, aClinician(), monday, from18To21On(MONDAY)), monday);
        var target = "session".equals(table) ? UUID.randomUUID() : UUID.fromString(second);

        assertThatThrownBy(() -> ClinicContext.in(
                        new ClinicContext.Work(Person.RIVERSIDE, "test", null),
                        () -> QuarkusTransaction.requiringNew()
                                .call(() -> sql.update(insert, target, UUID.fromString(first)))))
                .satisfies(failure ->
                        assertThat(DatabaseTrouble.constraintOf(failure)).contains(constraint));
    }

    private static String sessionOf(String group, LocalDate day) {
        return INTAKE.asks()
                .get(API + "sessions?limit=200&from=" + day + "&to=" + day)
                .path("items.find { it.group == '%s' }.id".formatted(group));
    }

    private static io.restassured.response.Response seat(String session, Admitted who) {
        return INTAKE.asks()
                .body(Map.of("patient", who.patient(), "episode", who.episode()))
                .post(API + "sessions/" + session + "/seats");
    }
}
