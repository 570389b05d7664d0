package org.stepwell.scheduling.telehealth;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.stepwell.scheduling.Riverside.API;
import static org.stepwell.scheduling.Riverside.EVENING;
import static org.stepwell.scheduling.Riverside.INTAKE;
import static org.stepwell.scheduling.Riverside.NINE_HOURS;
import static org.stepwell.scheduling.Riverside.aClinician;
import static org.stepwell.scheduling.Riverside.aProgram;
import static org.stepwell.scheduling.Riverside.admitted;
import static org.stepwell.scheduling.Riverside.at;
import static org.stepwell.scheduling.Riverside.leading;
import static org.stepwell.scheduling.Riverside.moveTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.stepwell.platform.testing.StepwellTestResource;
import org.stepwell.scheduling.Riverside.Admitted;

/** The log of the meeting tool takes the place of what the phones said. */
@QuarkusTest
@QuarkusTestResource(StepwellTestResource.class)
class TelehealthLogTest {

    private Meeting meeting;
    private Admitted ada;
    private Admitted bob;

    @BeforeEach
    void adaJoinedThisEvening() {
        meeting = Meeting.withAdaAndBob();
        ada = meeting.ada();
        bob = meeting.bob();
        moveTo(at(meeting.monday(), "18:00:30"));
        meeting.joins(ada).statusCode(201);
        moveTo(at(meeting.monday(), "21:05"));
    }

    @Test
    void theLogOfTheToolReplacesWhatThePhonesSaid() {
        meeting.brings(List.of(
                        meeting.stay(bob, "19:00", "20:30"),
                        meeting.stay(bob, "17:55", "18:30"),
                        meeting.stay(bob, "20:00", "21:03")))
                .statusCode(200)
                .body("stays.saidBy", contains("MEETING_TOOL", "MEETING_TOOL", "MEETING_TOOL"))
                .body("stays[0].joinedAt", equalTo(at(meeting.monday(), "17:55").toString()));

        INTAKE.asks()
                .get(API + "sessions/" + meeting.session())
                .then()
                .body("roster.find { it.patient == '%s' }.joinedAt".formatted(ada.patient()), nullValue())
                .body("roster.find { it.patient == '%s' }.joinedAt".formatted(bob.patient()), notNullValue());
        meeting.closes()
                .body(Meeting.of(ada, "status"), equalTo("NO_SHOW"))
                .body(Meeting.of(bob, "status"), equalTo("TELEHEALTH"))
                .body(Meeting.of(bob, "minutes"), equalTo(150));
        meeting.brings(List.of()).statusCode(409).body("type", endsWith("/session-is-over"));
        meeting.log().body("stays", hasSize(3));
    }

    @Test
    void anEmptyLogSaysThatNobodyWasThere() {
        meeting.brings(List.of()).statusCode(200).body("stays", hasSize(0));

        meeting.closes().body("attended", equalTo(0));
    }

    @Test
    void aLogThatCanNotBeIsRefusedWithWhatIsWrongAndNothingIsReplaced() {
        var other = admitted(aProgram(NINE_HOURS), EVENING, meeting.monday(), 180);

        meeting.brings(List.of(meeting.stay(ada, "18:00", "19:00"), meeting.stay(other, "18:00", "19:00")))
                .statusCode(409)
                .body("type", endsWith("/stays-of-the-roster"))
                .body("errors.pointer", contains("/stays/1/patient"));
        var yesterday = new HashMap<>(meeting.stay(ada, "18:00", "19:00"));
        yesterday.put("joinedAt", at(meeting.monday().minusDays(1), "23:59").toString());
        var tomorrow = new HashMap<>(meeting.stay(ada, "18:00", "19:00"));
        tomorrow.put("leftAt", at(meeting.monday().plusDays(1), "00:00").toString());
        meeting.brings(List.of(
                        meeting.stay(ada, "19:00", "18:59"), yesterday, tomorrow, meeting.stay(bob, "18:00", "22:00")))
                .statusCode(400)
                .body("type", endsWith("/stays-are-of-its-day"))
                .body(
                        "errors.pointer",
                        contains("/stays/0/leftAt", "/stays/1/joinedAt", "/stays/2/leftAt", "/stays/3/leftAt"));
        var open = new HashMap<>(meeting.stay(ada, "18:00", "19:00"));
        open.remove("leftAt");
        meeting.brings(List.of(open)).statusCode(400).body("errors.pointer", contains("/stays/0/leftAt"));

        meeting.log().body("stays.saidBy", contains("PHONE"));
    }

    @Test
    void onlyWhoeverLeadsItBringsItsLog() {
        var nobody = Map.of("stays", List.of());
        var path = API + "sessions/" + meeting.session() + "/telehealth-log";

        leading(aClinician()).asks().body(nobody).put(path).then().statusCode(403);
        leading(aClinician()).asks().get(path).then().statusCode(403);
        INTAKE.asks().body(nobody).put(path).then().statusCode(403);
        Meeting.phoneOf(ada).asks().body(nobody).put(path).then().statusCode(403);
    }
}
