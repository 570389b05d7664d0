package org.stepwell.scheduling.telehealth;

import static java.time.DayOfWeek.TUESDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.stepwell.scheduling.Riverside.API;
import static org.stepwell.scheduling.Riverside.EVENING;
import static org.stepwell.scheduling.Riverside.INTAKE;
import static org.stepwell.scheduling.Riverside.LINK;
import static org.stepwell.scheduling.Riverside.NINE_HOURS;
import static org.stepwell.scheduling.Riverside.aClinician;
import static org.stepwell.scheduling.Riverside.aGroup;
import static org.stepwell.scheduling.Riverside.aProgram;
import static org.stepwell.scheduling.Riverside.admitted;
import static org.stepwell.scheduling.Riverside.at;
import static org.stepwell.scheduling.Riverside.from18To21On;
import static org.stepwell.scheduling.Riverside.leading;
import static org.stepwell.scheduling.Riverside.moveTo;
import static org.stepwell.scheduling.Riverside.seatsOf;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.platform.testing.Broker;
import org.stepwell.platform.testing.Person;
import org.stepwell.platform.testing.StepwellTestResource;
import org.stepwell.scheduling.Riverside.Admitted;

/** Patients join on their phones, and were there for as long as they stayed. */
@QuarkusTest
@QuarkusTestResource(StepwellTestResource.class)
class JoiningTest {

    private Meeting meeting;
    private Admitted ada;
    private Admitted bob;

    @BeforeEach
    void aMondayByALink() {
        meeting = Meeting.withAdaAndBob();
        ada = meeting.ada();
        bob = meeting.bob();
    }

    @Test
    void whoeverJoinedWasThereForTheMinutesOfAllTheirStays() {
        moveTo(at(meeting.monday(), "17:50"));
        meeting.joins(ada).statusCode(201).body("meetingLink", equalTo(LINK));
        moveTo(at(meeting.monday(), "19:00:45")); // clocks go on in tests: half a minute is nobody's
        meeting.leaves(ada).statusCode(201);
        meeting.leaves(ada).statusCode(409).body("type", endsWith("/not-in-the-meeting"));
        moveTo(at(meeting.monday(), "19:30:15"));
        meeting.joins(ada).statusCode(201);
        moveTo(at(meeting.monday(), "21:05"));

        meeting.log()
                .statusCode(200)
                .body("stays.saidBy", contains("PHONE", "PHONE"))
                .body("stays[1].leftAt", nullValue());
        meeting.closes()
                .body("attended", equalTo(1))
                .body(Meeting.of(ada, "status"), equalTo("TELEHEALTH"))
                .body(Meeting.of(ada, "minutes"), equalTo(150))
                .body(Meeting.of(bob, "status"), equalTo("NO_SHOW"));

        await().untilAsserted(() -> assertThat(Broker.said("stepwell.scheduling", ada.patient()))
                .filteredOn(said -> said.startsWith("attendance-recorded.v1"))
                .singleElement()
                .asString()
                .contains("\"status\":\"TELEHEALTH\"", "\"minutes\":150"));
    }

    @Test
    void whatStaffSayForAPatientIsNotSaidByTheirPhone() {
        moveTo(at(meeting.monday(), "18:00:30"));
        meeting.joins(ada).statusCode(201);
        moveTo(at(meeting.monday(), "18:10"));
        INTAKE.asks()
                .post(API + "patients/" + bob.patient() + "/sessions/" + meeting.session() + "/joining")
                .then()
                .statusCode(201)
                .body("meetingLink", equalTo(LINK));

        meeting.log()
                .body(
                        "stays.patient",
                        contains(ada.patient().toString(), bob.patient().toString()))
                .body("stays.saidBy", contains("PHONE", "STAFF"));
    }

    @Test
    void whoeverLostTheConnectionJoinsAgainAndNoMinuteCountsTwice() {
        moveTo(at(meeting.monday(), "18:29:30"));
        meeting.joins(ada).statusCode(201);
        moveTo(at(meeting.monday(), "19:30"));
        meeting.joins(ada).statusCode(201);

        meeting.log()
                .body("stays", hasSize(2))
                .body("stays[0].leftAt", notNullValue())
                .body("stays[1].leftAt", nullValue());
        moveTo(at(meeting.monday(), "21:05"));
        meeting.closes().body(Meeting.of(ada, "minutes"), equalTo(150));
    }

    @Test
    void whatIsAskedOnceMoreIsOneStay() {
        moveTo(at(meeting.monday(), "18:00:30"));
        for (int i = 0; i < 2; i++) {
            Meeting.phoneOf(ada)
                    .asks()
                    .header("Idempotency-Key", "joins-" + meeting.session())
                    .post(API + "patients/" + ada.patient() + "/sessions/" + meeting.session() + "/joining")
                    .then()
                    .statusCode(201)
                    .body("meetingLink", equalTo(LINK));
        }

        meeting.log().body("stays", hasSize(1));
    }

    @Test
    void oneJoinsFromAQuarterOfAnHourBeforeTheStartUntilTheEnd() {
        moveTo(at(meeting.monday(), "17:43"));
        meeting.joins(ada).statusCode(409).body("type", endsWith("/joined-around-its-time"));

        moveTo(at(meeting.monday(), "17:45"));
        meeting.joins(ada).statusCode(201);
        meeting.leaves(ada).statusCode(201);

        moveTo(at(meeting.monday(), "21:00"));
        meeting.joins(bob).statusCode(409).body("type", endsWith("/joined-around-its-time"));
        meeting.closes()
                .body("attended", equalTo(0))
                .body(Meeting.of(ada, "status"), equalTo("NO_SHOW")); // and did not wait for the start
        meeting.joins(ada).statusCode(409).body("type", endsWith("/session-is-over"));
    }

    @Test
    void aLinkIsForThoseWithASeatInThisSession() {
        moveTo(at(meeting.monday(), "18:00"));
        var other = admitted(aProgram(NINE_HOURS), EVENING, meeting.monday(), 180);

        meeting.joins(other).statusCode(404);
        Meeting.phoneOf(other)
                .asks()
                .post(API + "patients/" + ada.patient() + "/sessions/" + meeting.session() + "/joining")
                .then()
                .statusCode(404);
        Meeting.phoneOf(ada)
                .asks()
                .post(API + "patients/" + ada.patient() + "/sessions/" + UUID.randomUUID() + "/joining")
                .then()
                .statusCode(404);
        Person.of("patient", Person.HARBOR)
                .who(ada.patient())
                .asks()
                .post(API + "patients/" + ada.patient() + "/sessions/" + meeting.session() + "/joining")
                .then()
                .statusCode(404);
        leading(aClinician())
                .asks()
                .post(API + "sessions/" + meeting.session() + "/joining")
                .then()
                .statusCode(403);
        meeting.log().body("stays", hasSize(0));
    }

    @Test
    void aSessionInARoomIsNotJoined() {
        var carl = aClinician();
        var program = aProgram(NINE_HOURS);
        aGroup(program, 12, carl, meeting.monday(), from18To21On(TUESDAY));
        var inRoom = admitted(program, EVENING, meeting.monday(), 180);
        var session = seatsOf(inRoom.patient(), meeting.monday()).getFirst();
        moveTo(at(meeting.monday().plusDays(1), "18:00"));

        Meeting.phoneOf(inRoom)
                .asks()
                .post(API + "patients/" + inRoom.patient() + "/sessions/" + session + "/joining")
                .then()
                .statusCode(409)
                .body("type", endsWith("/meets-in-a-room"));
        leading(carl)
                .asks()
                .post(API + "sessions/" + session + "/joining")
                .then()
                .statusCode(409)
                .body("type", endsWith("/meets-in-a-room"));
    }

    @Test
    void whoeverLeadsItGetsTheLinkAndIsNotInTheLog() {
        leading(meeting.dora())
                .asks()
                .post(API + "sessions/" + meeting.session() + "/joining")
                .then()
                .statusCode(200)
                .body("meetingLink", equalTo(LINK));

        meeting.log().body("stays", hasSize(0));
    }

    @Test
    void whoeverJoinedHasComeAndTheirSeatStays() {
        moveTo(at(meeting.monday(), "18:00:30"));
        meeting.joins(ada).statusCode(201);

        INTAKE.asks()
                .body(Map.of("reason", "CLINICIAN_ABSENT"))
                .post(API + "sessions/" + meeting.session() + "/cancellation")
                .then()
                .statusCode(409)
                .body("type", endsWith("/somebody-came"));
        INTAKE.asks()
                .delete(API + "groups/" + meeting.group() + "/members/" + ada.patient() + "?lastDay="
                        + meeting.monday().minusDays(1))
                .then()
                .statusCode(200);
        assertThat(seatsOf(ada.patient(), meeting.monday())).containsExactly(meeting.session());
        INTAKE.asks()
                .get(API + "sessions/" + meeting.session())
                .then()
                .body("session.telehealth", equalTo(true))
                .body(joinedAt(ada.patient()), notNullValue())
                .body(joinedAt(bob.patient()), nullValue());
        moveTo(at(meeting.monday(), "21:05"));
        meeting.closes().body(Meeting.of(ada, "minutes"), equalTo(179));
    }

    @Test
    void whoeverIsSaidToHaveBeenThereHasTheMinutesOfTheirStays() {
        moveTo(at(meeting.monday(), "19:59:30"));
        meeting.joins(ada).statusCode(201);
        moveTo(at(meeting.monday(), "21:05"));

        leading(meeting.dora())
                .asks()
                .body(Map.of(
                        "presences",
                        List.of(
                                Map.of("patient", ada.patient(), "status", "LATE"),
                                Map.of("patient", bob.patient(), "status", "TELEHEALTH", "minutes", 20))))
                .post(API + "sessions/" + meeting.session() + "/closing")
                .then()
                .statusCode(200)
                .body(Meeting.of(ada, "minutes"), equalTo(60))
                .body(Meeting.of(ada, "status"), equalTo("LATE"))
                .body(Meeting.of(bob, "minutes"), equalTo(20));
    }

    private static String joinedAt(PatientId patient) {
        return "roster.find { it.patient == '%s' }.joinedAt".formatted(patient);
    }
}
