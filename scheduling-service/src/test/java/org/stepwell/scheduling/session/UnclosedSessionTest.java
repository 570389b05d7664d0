package org.stepwell.scheduling.session;

import static java.time.DayOfWeek.MONDAY;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.stepwell.scheduling.Riverside.API;
import static org.stepwell.scheduling.Riverside.EVENING;
import static org.stepwell.scheduling.Riverside.NINE_HOURS;
import static org.stepwell.scheduling.Riverside.aClinician;
import static org.stepwell.scheduling.Riverside.aGroup;
import static org.stepwell.scheduling.Riverside.aProgram;
import static org.stepwell.scheduling.Riverside.admitted;
import static org.stepwell.scheduling.Riverside.at;
import static org.stepwell.scheduling.Riverside.closed;
import static org.stepwell.scheduling.Riverside.from18To21On;
import static org.stepwell.scheduling.Riverside.leading;
import static org.stepwell.scheduling.Riverside.moveTo;
import static org.stepwell.scheduling.Riverside.onAFreshMonday;
import static org.stepwell.scheduling.Riverside.seatsOf;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
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
    void whatWasClosedInTimeIsNoTask() {
        var monday = onAFreshMonday();
        var program = aProgram(NINE_HOURS);
        var dora = aClinician();
        aGroup(program, 5, dora, monday, from18To21On(MONDAY));
        var left = seatsOf(admitted(program, EVENING, monday, 180).patient(), monday)
                .getFirst();
        var cora = aClinician();
        aGroup(aProgram(NINE_HOURS), 5, cora, monday, from18To21On(MONDAY));
        moveTo(at(monday, "21:05"));
        leading(dora)
                .asks()
                .body(java.util.Map.of("presences", List.of()))
                .post(API + "sessions/" + left + "/closing")
                .then()
                .statusCode(200);

        moveTo(at(monday.plusDays(1), "09:05"));

        await().untilAsserted(() -> tasks(cora).body("items.kind", hasItem("session-not-closed")));
        tasks(dora).body("items.subject", not(hasItem(left)));
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
