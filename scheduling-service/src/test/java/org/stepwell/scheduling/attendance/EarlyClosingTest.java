package org.stepwell.scheduling.attendance;

import static java.time.DayOfWeek.MONDAY;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
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
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.stepwell.platform.testing.StepwellTestResource;

@QuarkusTest
@QuarkusTestResource(StepwellTestResource.class)
class EarlyClosingTest {

    @Test
    void aSessionClosedAfterFiveMinutesHasFiveMinutes() {
        var monday = onAFreshMonday();
        var dora = aClinician();
        var program = aProgram(NINE_HOURS);
        aGroup(program, 5, dora, monday, from18To21On(MONDAY));
        var ada = admitted(program, EVENING, monday, 540);
        var evening = new Evening(
                monday, dora, ada, ada, seatsOf(ada.patient(), monday).getFirst());
        moveTo(at(monday, "18:05"));

        evening.close(List.of(Map.of("patient", ada.patient(), "status", "PRESENT", "minutes", 180)))
                .then()
                .statusCode(409)
                .body("type", endsWith("minutes-within-session"));
        evening.close(List.of(Evening.presence(ada, "PRESENT")))
                .then()
                .statusCode(200)
                .body("attendance[0].minutes", equalTo(5));

        moveTo(at(monday, "21:05"));
        corrected(evening, 170).then().statusCode(200).body("minutes", equalTo(170));
    }

    private static Response corrected(Evening evening, int minutes) {
        return leading(evening.dora())
                .asks()
                .header("If-Match", "\"1\"")
                .body(Map.of("status", "LEFT_EARLY", "minutes", minutes, "reason", "ENTERED_WRONGLY"))
                .put(API + "sessions/" + evening.session() + "/attendance/"
                        + evening.ada().patient());
    }
}
