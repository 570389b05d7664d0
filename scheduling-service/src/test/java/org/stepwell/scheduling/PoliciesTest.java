package org.stepwell.scheduling;

import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.THURSDAY;
import static java.time.DayOfWeek.TUESDAY;
import static java.util.Map.entry;
import static org.stepwell.scheduling.Riverside.API;
import static org.stepwell.scheduling.Riverside.EVENING;
import static org.stepwell.scheduling.Riverside.INTAKE;
import static org.stepwell.scheduling.Riverside.NINE_HOURS;
import static org.stepwell.scheduling.Riverside.aClinician;
import static org.stepwell.scheduling.Riverside.aProgram;
import static org.stepwell.scheduling.Riverside.aRoom;
import static org.stepwell.scheduling.Riverside.admitted;
import static org.stepwell.scheduling.Riverside.at;
import static org.stepwell.scheduling.Riverside.byLink;
import static org.stepwell.scheduling.Riverside.closed;
import static org.stepwell.scheduling.Riverside.from18To21On;
import static org.stepwell.scheduling.Riverside.groupForm;
import static org.stepwell.scheduling.Riverside.moveTo;
import static org.stepwell.scheduling.Riverside.onAFreshMonday;
import static org.stepwell.scheduling.Riverside.opened;
import static org.stepwell.scheduling.Riverside.seatsOf;
import static org.stepwell.scheduling.visit.Visits.anHourAWeek;
import static org.stepwell.scheduling.visit.Visits.booked;
import static org.stepwell.scheduling.visit.Visits.planned;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.stepwell.contracts.id.StaffId;
import org.stepwell.platform.testing.Person;
import org.stepwell.platform.testing.PoliciesTestBase;
import org.stepwell.platform.testing.Records;
import org.stepwell.platform.testing.StepwellTestResource;
import org.stepwell.scheduling.Riverside.Admitted;

@QuarkusTest
@QuarkusTestResource(StepwellTestResource.class)
class PoliciesTest extends PoliciesTestBase {

    /** Days, years and states are nobody's, and a secret that opens nothing. */
    static final Set<String> CALENDAR = Set.of("day", "year", "state", "secret");

    @Override
    protected Records records() {
        var monday = onAFreshMonday();
        var dora = aClinician();
        var program = aProgram(NINE_HOURS);
        var group = opened(byLink(groupForm(program, 12, dora, monday, from18To21On(MONDAY, TUESDAY, THURSDAY))));
        var ada = admitted(program, EVENING, monday, 540);
        planned(ada, 1, monday, anHourAWeek(dora, monday));
        booked(ada, dora, monday.plusDays(1), "10:00", "11:00");
        var session = seatsOf(ada.patient(), monday).getFirst();
        joined(ada, session, at(monday, "18:00"));
        moveTo(at(monday, "21:05"));
        closed(session, dora, ada.patient(), "PRESENT");
        var cora = aClinician();
        return new Records(
                ada.patient(),
                dora,
                Map.ofEntries(
                        entry("episode", ada.episode().toString()),
                        entry("program", program.toString()),
                        entry("group", group),
                        entry("room", aRoom()),
                        entry("staff", cora.toString()),
                        entry("clinician", dora.toString()),
                        entry("absence", absent(cora, monday)),
                        entry("session", session),
                        entry("weekStart", monday.toString()),
                        entry("day", monday.plusDays(60).toString()),
                        entry("clinic", Person.RIVERSIDE.toString()),
                        entry("secret", "A".repeat(43)),
                        entry("year", "2026"),
                        entry("state", "ny")));
    }

    @Override
    protected Set<String> everybodys() {
        return CALENDAR;
    }

    @Override
    protected Set<String> reachAnother() { // whoever treats one of two keeps them apart, and ends what they set
        var path = API + "patients/{patient}/kept-apart";
        return Set.of("POST " + path, "DELETE " + path + "/{other}");
    }

    private static void joined(Admitted who, String session, Instant at) {
        moveTo(at);
        Person.at("patient")
                .who(who.patient())
                .asks()
                .post(API + "patients/" + who.patient() + "/sessions/" + session + "/joining")
                .then()
                .statusCode(201);
    }

    private static String absent(StaffId who, LocalDate day) {
        return INTAKE.asks()
                .body(Map.of("firstDay", day.toString(), "lastDay", day.toString()))
                .post(API + "staff/" + who + "/absences")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }
}
