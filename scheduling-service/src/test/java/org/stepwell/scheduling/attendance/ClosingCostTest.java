package org.stepwell.scheduling.attendance;

import static java.time.DayOfWeek.MONDAY;
import static org.assertj.core.api.Assertions.assertThat;
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
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.stepwell.platform.testing.Statements;
import org.stepwell.platform.testing.StepwellTestResource;
import org.stepwell.scheduling.Riverside.Admitted;

/** Closing a full group asks the database no more often than closing one for two. */
@QuarkusTest
@QuarkusTestResource(StepwellTestResource.class)
class ClosingCostTest {

    @Test
    void twelveAreClosedWithAsManyStatementsAsTwo() {
        int forTwo = leastToClose(2);
        int forTwelve = leastToClose(12);

        assertThat(forTwo).isPositive();
        assertThat(forTwelve).isEqualTo(forTwo);
    }

    /** Of two times: what is remembered for some seconds, such as an account, may be asked for in one of them. */
    private static int leastToClose(int people) {
        int once = statementsToClose(people);
        int again = statementsToClose(people);
        return Math.min(once, again);
    }

    private static int statementsToClose(int people) {
        var monday = onAFreshMonday();
        var dora = aClinician();
        var program = aProgram(NINE_HOURS);
        aGroup(program, 12, dora, monday, from18To21On(MONDAY));
        var everybody = IntStream.range(0, people)
                .mapToObj(_ -> admitted(program, EVENING, monday, 180))
                .toList();
        var session = seatsOf(everybody.getFirst().patient(), monday).getFirst();
        moveTo(at(monday, "21:05"));
        // Whoever closes it has just been at work: their account is known here for some seconds, and not asked again.
        leading(dora).asks().get(API + "sessions/" + session).then().statusCode(200);
        return Statements.during(() -> leading(dora)
                .asks()
                .body(Map.of("presences", presences(everybody)))
                .post(API + "sessions/" + session + "/closing")
                .then()
                .statusCode(200));
    }

    private static List<Map<String, Object>> presences(List<Admitted> everybody) {
        return everybody.stream()
                .map(one -> Map.<String, Object>of("patient", one.patient(), "status", "PRESENT", "minutes", 180))
                .toList();
    }
}
