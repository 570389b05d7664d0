package org.stepwell.scheduling.session;

import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.TUESDAY;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.stepwell.scheduling.Riverside.API;
import static org.stepwell.scheduling.Riverside.EVENING;
import static org.stepwell.scheduling.Riverside.INTAKE;
import static org.stepwell.scheduling.Riverside.NINE_HOURS;
import static org.stepwell.scheduling.Riverside.aClinician;
import static org.stepwell.scheduling.Riverside.aGroup;
import static org.stepwell.scheduling.Riverside.aProgram;
import static org.stepwell.scheduling.Riverside.aRoom;
import static org.stepwell.scheduling.Riverside.admitted;
import static org.stepwell.scheduling.Riverside.at;
import static org.stepwell.scheduling.Riverside.closed;
import static org.stepwell.scheduling.Riverside.from18To21On;
import static org.stepwell.scheduling.Riverside.hours;
import static org.stepwell.scheduling.Riverside.leading;
import static org.stepwell.scheduling.Riverside.moveTo;
import static org.stepwell.scheduling.Riverside.onAFreshMonday;
import static org.stepwell.scheduling.Riverside.seatsOf;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.stepwell.contracts.id.StaffId;
import org.stepwell.platform.testing.StepwellTestResource;

/** Whoever goes home without saying who was there is told the next morning. */
@QuarkusTest
@QuarkusTestResource(StepwellTestResource.class)
class UnclosedSessionTest {

    @Test
    void whatNobodyClosedIsATaskOfItsLeaderTheNextMorningUntilItIsClosed() {
        var monday = onAFreshMonday();
        var program = aProgram(NINE_HOURS);
        var dora = aClinician();
        aGroup(program, 5, dora, monday, from18To21On(MONDAY));
        var ada = admitted(program, EVENING, monday, 180);
        var session = seatsOf(ada.patient(), monday).getFirst();

        moveTo(at(monday.plusDays(1), "08:55"));
        tasks(dora).body("items.subject", not(hasItem(session)));
        moveTo(at(monday.plusDays(1), "09:05"));
        await().untilAsserted(() -> tasks(dora).body("items.subject", hasItem(session)));

        closed(session, dora, ada.patient(), "PRESENT");
        tasks(dora).body("items.subject", not(hasItem(session)));
    }

    @Test
    void whatWasClosedOrIsEmptyOrStillAheadIsNoTask() {
        var monday = onAFreshMonday();
        var program = aProgram(NINE_HOURS);
        var dora = aClinician();
        aGroup(program, 5, dora, monday, from18To21On(MONDAY, TUESDAY));
        var ada = admitted(program, EVENING, monday, 360);
        var left = seatsOf(ada.patient(), monday);
        var emil = aClinician();
        aGroup(aProgram(NINE_HOURS), 5, emil, monday, from18To21On(MONDAY));
        var cora = aClinician();
        var late = aProgram(NINE_HOURS);
        aGroup(late, 5, cora, monday, hours("19:00", "22:00", MONDAY)); // looked at after the others
        admitted(late, EVENING, monday, 180);
        INTAKE.asks()
                .body(Map.of("day", monday.plusDays(3).toString(), "from", "18:00", "to", "21:00", "room", aRoom()))
                .put(API + "sessions/" + left.get(1) + "/hours")
                .then()
                .statusCode(200);
        moveTo(at(monday, "21:05"));
        closed(left.getFirst(), dora, ada.patient(), "PRESENT");

        moveTo(at(monday.plusDays(2), "10:05"));

        await().untilAsserted(() -> tasks(cora).body("items.staff", hasItem(cora.toString())));
        tasks(dora).body("items.staff", not(hasItem(dora.toString())));
        tasks(emil).body("items.staff", not(hasItem(emil.toString())));
        moveTo(at(monday.plusDays(4), "09:05"));
        await().untilAsserted(() -> tasks(dora).body("items.subject", hasItem(left.get(1))));
    }

    /** It did not take place, and somebody says so late. */
    @Test
    void whatIsCancelledAfterwardsIsNoTaskAnyMore() {
        var monday = onAFreshMonday();
        var program = aProgram(NINE_HOURS);
        var dora = aClinician();
        aGroup(program, 5, dora, monday, from18To21On(MONDAY));
        var session = seatsOf(admitted(program, EVENING, monday, 180).patient(), monday)
                .getFirst();
        moveTo(at(monday.plusDays(1), "09:05"));
        await().untilAsserted(() -> tasks(dora).body("items.subject", hasItem(session)));

        INTAKE.asks()
                .body(Map.of("reason", "CLINICIAN_ABSENT"))
                .post(API + "sessions/" + session + "/cancellation")
                .then()
                .statusCode(200);

        tasks(dora).body("items.subject", not(hasItem(session)));
    }

    private static ValidatableResponse tasks(StaffId leader) {
        return leading(leader)
                .asks()
                .queryParam("kind", "session-not-closed")
                .queryParam("limit", 200)
                .get(API + "tasks")
                .then()
                .statusCode(200);
    }
}
