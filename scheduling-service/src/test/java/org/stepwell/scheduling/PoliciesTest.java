package org.stepwell.scheduling;

import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.THURSDAY;
import static java.time.DayOfWeek.TUESDAY;
import static org.stepwell.scheduling.Riverside.EVENING;
import static org.stepwell.scheduling.Riverside.NINE_HOURS;
import static org.stepwell.scheduling.Riverside.aClinician;
import static org.stepwell.scheduling.Riverside.aGroup;
import static org.stepwell.scheduling.Riverside.aProgram;
import static org.stepwell.scheduling.Riverside.aRoom;
import static org.stepwell.scheduling.Riverside.admitted;
import static org.stepwell.scheduling.Riverside.at;
import static org.stepwell.scheduling.Riverside.closed;
import static org.stepwell.scheduling.Riverside.from18To21On;
import static org.stepwell.scheduling.Riverside.moveTo;
import static org.stepwell.scheduling.Riverside.onAFreshMonday;
import static org.stepwell.scheduling.Riverside.seatsOf;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.stepwell.platform.testing.PoliciesTestBase;
import org.stepwell.platform.testing.Records;
import org.stepwell.platform.testing.StepwellTestResource;

@QuarkusTest
@QuarkusTestResource(StepwellTestResource.class)
class PoliciesTest extends PoliciesTestBase {

    @Override
    protected Records records() {
        var monday = onAFreshMonday();
        var dora = aClinician();
        var program = aProgram(NINE_HOURS);
        var group = aGroup(program, 12, dora, monday, from18To21On(MONDAY, TUESDAY, THURSDAY));
        var ada = admitted(program, EVENING, monday, 540);
        var session = seatsOf(ada.patient(), monday).getFirst();
        moveTo(at(monday, "21:05"));
        closed(session, dora, ada.patient(), "PRESENT");
        return new Records(
                ada.patient(),
                dora,
                Map.of(
                        "episode", ada.episode().toString(),
                        "program", program.toString(),
                        "group", group,
                        "room", aRoom(),
                        "staff", aClinician().toString(),
                        "session", session,
                        "weekStart", monday.toString()));
    }
}
