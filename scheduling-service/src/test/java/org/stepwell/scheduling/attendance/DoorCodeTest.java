package org.stepwell.scheduling.attendance;

import static java.time.DayOfWeek.MONDAY;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.stepwell.scheduling.Riverside.API;
import static org.stepwell.scheduling.Riverside.EVENING;
import static org.stepwell.scheduling.Riverside.NINE_HOURS;
import static org.stepwell.scheduling.Riverside.aClinician;
import static org.stepwell.scheduling.Riverside.aGroup;
import static org.stepwell.scheduling.Riverside.aProgram;
import static org.stepwell.scheduling.Riverside.admitted;
import static org.stepwell.scheduling.Riverside.at;
import static org.stepwell.scheduling.Riverside.from18To21On;
import static org.stepwell.scheduling.Riverside.leading;
import static org.stepwell.scheduling.Riverside.moveTo;
import static org.stepwell.scheduling.Riverside.onAFreshMonday;
import static org.stepwell.scheduling.Riverside.seatsOf;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.contracts.id.StaffId;
import org.stepwell.platform.testing.Person;
import org.stepwell.platform.testing.StepwellTestResource;
import org.stepwell.scheduling.Riverside.Admitted;

/** Patients check themselves in by a code that is shown in the room. */
@QuarkusTest
@QuarkusTestResource(StepwellTestResource.class)
class DoorCodeTest {

    private LocalDate monday = LocalDate.EPOCH;
    private StaffId dora = new StaffId(new UUID(0, 0));
    private Admitted ada = new Admitted(new PatientId(new UUID(0, 0)), new EpisodeId(new UUID(0, 0)));
    private String session = "";

    @BeforeEach
    void anEvening() {
        monday = onAFreshMonday();
        dora = aClinician();
        var program = aProgram(NINE_HOURS);
        aGroup(program, 5, dora, monday, from18To21On(MONDAY));
        ada = admitted(program, EVENING, monday, 180);
        session = seatsOf(ada.patient(), monday).getFirst();
    }

    @Test
    void whoeverReadsTheCodeInTheRoomIsThereFromThenOn() {
        moveTo(at(monday, "18:10"));
        var code = shown().statusCode(201).extract().<String>path("code");

        types(ada, code, false).statusCode(201).body("session", equalTo(session));

        moveTo(at(monday, "20:40:30")); // clocks go on in tests: half a minute is nobody's
        types(ada, code, true).statusCode(409).body("type", endsWith("/code-is-not-good"));
        types(ada, shown().extract().path("code"), true).statusCode(201);
        moveTo(at(monday, "21:05"));
        leading(dora)
                .asks()
                .body(Map.of("presences", List.of()))
                .post(API + "sessions/" + session + "/closing")
                .then()
                .statusCode(200)
                .body("attendance.minutes", contains(150));
    }

    @Test
    void aCodeIsForThoseWithASeatAndForThisSessionOnly() {
        shown().statusCode(409).body("type", endsWith("/comes-and-goes-around-session"));
        moveTo(at(monday, "17:50"));
        String code = shown().body("goodUntil", notNullValue()).extract().path("code");
        var other = admitted(aProgram(NINE_HOURS), EVENING, monday, 180);

        types(other, code, false).statusCode(409).body("type", endsWith("/not-on-roster"));
        types(ada, "000000".equals(code) ? "000001" : "000000", false)
                .statusCode(409)
                .body("errors.pointer", contains("/code"));
        types(ada, "12", false)
                .statusCode(400)
                .body("errors[0].detail", equalTo("the six digits that are shown in the room"));
        Person.at("patient")
                .who(other.patient())
                .asks()
                .body(Map.of("code", code))
                .post(API + "patients/" + ada.patient() + "/door-codes")
                .then()
                .statusCode(404);
        leading(aClinician())
                .asks()
                .post(API + "sessions/" + session + "/door-codes")
                .then()
                .statusCode(403);
    }

    private ValidatableResponse shown() {
        return leading(dora)
                .asks()
                .post(API + "sessions/" + session + "/door-codes")
                .then();
    }

    private static ValidatableResponse types(Admitted who, String code, boolean leaving) {
        return Person.at("patient")
                .who(who.patient())
                .asks()
                .body(Map.of("code", code, "leaving", leaving))
                .post(API + "patients/" + who.patient() + "/door-codes")
                .then();
    }
}
