package org.stepwell.scheduling;

import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SATURDAY;
import static java.time.DayOfWeek.THURSDAY;
import static java.time.DayOfWeek.TUESDAY;
import static java.time.DayOfWeek.WEDNESDAY;
import static java.util.Map.entry;
import static org.stepwell.scheduling.Riverside.ADMIN;
import static org.stepwell.scheduling.Riverside.API;
import static org.stepwell.scheduling.Riverside.EVENING;
import static org.stepwell.scheduling.Riverside.INTAKE;
import static org.stepwell.scheduling.Riverside.MORNING;
import static org.stepwell.scheduling.Riverside.NINE_HOURS;
import static org.stepwell.scheduling.Riverside.aClinician;
import static org.stepwell.scheduling.Riverside.aGroup;
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
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.stepwell.contracts.id.ProgramId;
import org.stepwell.contracts.id.StaffId;
import org.stepwell.platform.database.Uuid7;
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
    protected Map<String, String> showNothing() {
        return Map.ofEntries(
                nothing("parked", "of the whole deployment: ids of records, and no body"),
                nothing("closures", "the clinic's, and nobody's"),
                nothing("closures/suggestions", "the same for everybody"),
                nothing("opening-hours", "the clinic's, and nobody's"),
                nothing("group-tags", "the clinic's, and nobody's"),
                nothing("own-calendar-link", "whoever asks has none"),
                nothing("staff/{staff}/hours", "they work whenever the clinic is open"));
    }

    private static Map.Entry<String, String> nothing(String path, String because) {
        return Map.entry("GET " + API + path, because);
    }

    @Override
    protected Map<String, String> heldAsSaid() {
        return Map.of(
                "closure.name", "what a holiday is called",
                "patient_tag.tag", "one of the clinic's tags, which administrators publish",
                "group_tag.tag", "the clinic's tags, of nobody",
                "room.name", "what a room is called",
                "staff_member.name", "who works here");
    }

    @Override
    protected Map<String, String> refused() {
        return Map.of(
                "POST " + API + "groups", "of no patient",
                "PUT " + API + "groups/{group}", "of no patient",
                "PUT " + API + "group-tags", "of no patient",
                "PUT " + API + "patients/{patient}/group-tags", "takes published tags alone",
                "POST " + API + "parked/replay-all", "of no patient",
                "POST " + API + "patients/{patient}/disclosures", "nobody speaks for the consent register here");
    }

    @Override
    protected Records records() {
        var monday = onAFreshMonday();
        var dora = aClinician();
        var program = aProgram(NINE_HOURS);
        var group = opened(byLink(groupForm(program, 2, dora, monday, from18To21On(MONDAY, TUESDAY, THURSDAY))));
        var ada = admitted(program, EVENING, monday, 540);
        planned(ada, 1, monday, anHourAWeek(dora, monday), anHourAWeek(null, monday));
        booked(ada, dora, monday.plusDays(1), "10:00", "11:00");
        var session = seatsOf(ada.patient(), monday).getFirst();
        var later = surrounded(ada, group, program, monday);
        joined(ada, session, at(monday, "18:00"));
        moveTo(at(monday, "21:05"));
        closed(session, dora, ada.patient(), "NO_SHOW");
        var cora = aClinician();
        return new Records(
                ada.patient(),
                dora,
                Map.ofEntries(
                        entry("episode", ada.episode().toString()),
                        entry("program", program.toString()),
                        entry("group", group),
                        entry("laterGroup", later),
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

    /** By somebody in the same group, somebody who waits for it, sessions that make up for what was missed, and whom to avoid. */
    private static String surrounded(Admitted ada, String group, ProgramId program, LocalDate monday) {
        admitted(program, EVENING, monday, 540);
        var away = aClinician();
        var later = aGroup(program, 12, away, monday, from18To21On(WEDNESDAY, SATURDAY));
        absent(away, monday.plusDays(2));
        var waits = admitted(program, EVENING, monday, 540);
        var line = Map.of("patient", waits.patient(), "episode", waits.episode());
        INTAKE.asks()
                .body(line)
                .post(API + "groups/" + group + "/waiting")
                .then()
                .statusCode(201);
        var path = API + "patients/" + ada.patient();
        var tags = new TreeSet<>(ADMIN.asks().get(API + "group-tags").<List<String>>path("tags"));
        tags.add("veterans");
        ADMIN.asks().body(Map.of("tags", tags)).put(API + "group-tags").then().statusCode(200);
        INTAKE.asks()
                .body(Map.of("tags", List.of("veterans")))
                .put(path + "/group-tags")
                .then()
                .statusCode(200);
        Person.at("supervisor")
                .who(new StaffId(Uuid7.next()))
                .asks()
                .body(Map.of("other", admitted(program, MORNING, monday, 540).patient()))
                .post(path + "/kept-apart")
                .then()
                .statusCode(200);
        return later;
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
