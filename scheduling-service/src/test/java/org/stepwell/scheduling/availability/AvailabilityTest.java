package org.stepwell.scheduling.availability;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SATURDAY;
import static java.time.DayOfWeek.THURSDAY;
import static java.time.DayOfWeek.TUESDAY;
import static java.time.DayOfWeek.WEDNESDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.stepwell.scheduling.Riverside.ADMIN;
import static org.stepwell.scheduling.Riverside.API;
import static org.stepwell.scheduling.Riverside.EVENING;
import static org.stepwell.scheduling.Riverside.INTAKE;
import static org.stepwell.scheduling.Riverside.NINE_HOURS;
import static org.stepwell.scheduling.Riverside.aClinician;
import static org.stepwell.scheduling.Riverside.aGroup;
import static org.stepwell.scheduling.Riverside.aProgram;
import static org.stepwell.scheduling.Riverside.admit;
import static org.stepwell.scheduling.Riverside.admitted;
import static org.stepwell.scheduling.Riverside.from18To21On;
import static org.stepwell.scheduling.Riverside.hours;
import static org.stepwell.scheduling.Riverside.onAFreshMonday;
import static org.stepwell.scheduling.Riverside.placement;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.contracts.id.ProgramId;
import org.stepwell.platform.database.Uuid7;
import org.stepwell.platform.testing.Broker;
import org.stepwell.platform.testing.Person;
import org.stepwell.platform.testing.StepwellTestResource;
import org.stepwell.scheduling.Riverside.Admitted;

/** Work, school, court and children: the week is made around them. */
@QuarkusTest
@QuarkusTestResource(StepwellTestResource.class)
class AvailabilityTest {

    private LocalDate monday = LocalDate.EPOCH;

    @BeforeEach
    void setUp() {
        monday = onAFreshMonday();
    }

    @Test
    void whoeverWorksInTheEveningIsPlacedElsewhere() {
        var program = aProgram(NINE_HOURS);
        var evenings = aGroup(program, 12, aClinician(), monday, from18To21On(MONDAY, WEDNESDAY, FRIDAY));
        var others = aGroup(program, 8, aClinician(), monday, from18To21On(TUESDAY, THURSDAY, SATURDAY));
        var ada = somebody();
        says(INTAKE, ada, "\"0\"", List.of(work("MONDAY", "20:00", "23:00"))).statusCode(200);

        admit(ada, program, EVENING, monday, 540);

        placement(ada).then().body("groups", contains(others)).body("outcome", equalTo("COMPLETE"));
        joins(evenings, ada).statusCode(409).body("type", endsWith("/not-available"));
        says(INTAKE, ada, "\"1\"", List.of()).statusCode(200);
        joins(evenings, ada).statusCode(201);
    }

    /** Aftercare looks for meetings in the hours that are left. What keeps somebody is nobody's business there. */
    @Test
    void theHoursAreToldAndNotWhatKeepsSomebody() {
        var ada = somebody();
        says(INTAKE, ada, "\"0\"", List.of(work("MONDAY", "20:00", "23:00"))).statusCode(200);
        says(INTAKE, ada, "\"1\"", List.of()).statusCode(200);

        await().untilAsserted(() -> assertThat(
                        Broker.said("stepwell.scheduling.state", "availability/" + ada.patient()))
                .hasSize(2)
                .noneMatch(told -> told.contains("WORK"))
                .satisfies(told -> assertThat(told.getFirst())
                        .contains("availability-changed.v1", "\"day\":\"MONDAY\"", "\"from\":\"20:00:00\""))
                .satisfies(told -> assertThat(told.getLast()).contains("\"busy\":[]")));
    }

    /** In the evening for four more weeks, and then in the morning: whoever can not come at either is not taken. */
    @Test
    void whoeverIsTakenCanComeUntilAGroupChangesItsHoursAndAfterwards() {
        var program = aProgram(NINE_HOURS);
        var group = aGroup(program, 12, aClinician(), monday, from18To21On(MONDAY, WEDNESDAY, FRIDAY));
        var change = monday.plusWeeks(4);
        meetsInTheMorning(group, change);
        var inTheEvening = work("MONDAY", "17:00", "23:00");
        var inTheMorning = work("MONDAY", "08:00", "10:00");

        for (var work : List.of(inTheEvening, inTheMorning)) {
            var ada = admittedWith(program, work);
            placement(ada).then().body("outcome", equalTo("INCOMPLETE")).body("groups", empty());
            joins(group, ada).statusCode(409).body("type", endsWith("/not-available"));
        }
        var fromThenOn = with(inTheEvening, "firstDay", change);
        var untilThen = with(inTheMorning, "lastDay", change.minusDays(1));
        for (var work : List.of(fromThenOn, untilThen)) {
            placement(admittedWith(program, work))
                    .then()
                    .body("outcome", equalTo("COMPLETE"))
                    .body("groups", contains(group));
        }
    }

    private Admitted admittedWith(ProgramId program, Map<String, String> work) {
        var somebody = somebody();
        says(INTAKE, somebody, "\"0\"", List.of(work)).statusCode(200);
        admit(somebody, program, EVENING, monday, 540);
        return somebody;
    }

    private static Map<String, String> with(Map<String, String> work, String field, LocalDate day) {
        var changed = new HashMap<>(work);
        changed.put(field, day.toString());
        return changed;
    }

    private static void meetsInTheMorning(String group, LocalDate from) {
        var form = new HashMap<String, Object>(
                ADMIN.asks().get(API + "groups/" + group).then().extract().path("$"));
        form.keySet().retainAll(List.of("name", "capacity", "room", "facilitators"));
        form.put("slots", hours("09:00", "12:00", MONDAY, WEDNESDAY, FRIDAY));
        form.put("from", from.toString());
        ADMIN.asks()
                .header("If-Match", "*")
                .body(form)
                .put(API + "groups/" + group)
                .then()
                .statusCode(200);
    }

    @Test
    void seatsThatDoNotFitAnyMoreAreListedAndWorkForWhoeverSeatsPeople() {
        var program = aProgram(NINE_HOURS);
        aGroup(program, 12, aClinician(), monday, from18To21On(MONDAY, WEDNESDAY, FRIDAY));
        var ada = admitted(program, EVENING, monday, 540);
        var herself = Person.at("patient").who(ada.patient());

        var until = new HashMap<>(work("WEDNESDAY", "20:30", "22:00"));
        until.put("lastDay", monday.plusDays(9).toString());
        says(herself, ada, "\"0\"", List.of(until))
                .statusCode(200)
                .body(
                        "clashes.day",
                        contains(
                                monday.plusDays(2).toString(),
                                monday.plusDays(9).toString()))
                .body("clashes[0].from", equalTo("18:00:00"));
        tasks(ada).body("items.kind", hasItem("seats-not-possible"));

        says(herself, ada, "\"1\"", List.of()).statusCode(200).body("clashes", empty());
        tasks(ada).body("items.findAll { it.status == 'OPEN' }.kind", not(hasItem("seats-not-possible")));
    }

    /** A night from Friday on, letter by letter as {@code handover.busy} of an application in therapy has it. */
    @Test
    void theHoursOfAJobAreTakenAsTherapyShowsThem() {
        var ada = somebody();
        var herself = Person.at("patient").who(ada.patient());
        var evening = new HashMap<>(work("FRIDAY", "22:00:00", "23:59:00"));
        var morning = new HashMap<>(work("SATURDAY", "00:00:00", "06:00:00"));
        List.of(evening, morning).forEach(hours -> hours.put("lastDay", null));

        says(herself, ada, "\"0\"", List.of(evening, morning)).statusCode(200).body("busy", contains(evening, morning));
    }

    @Test
    void itIsSaidAsAWholeToTheVersionThatWasRead() {
        var ada = somebody();
        says(INTAKE, ada, "\"0\"", List.of(work("MONDAY", "08:00", "12:00"), work("TUESDAY", "08:00", "12:00")))
                .statusCode(200)
                .header("ETag", "\"1\"");
        says(INTAKE, ada, "\"0\"", List.of(work("MONDAY", "08:00", "12:00")))
                .statusCode(412)
                .body("type", endsWith("/stale-version"));
        says(INTAKE, ada, "\"1\"", List.of(work("MONDAY", "12:00", "08:00")))
                .statusCode(400)
                .body("type", endsWith("/busy-times-can-be"))
                .body("errors.pointer", contains("/busy/0/to"));
        var backwards = new HashMap<>(work("MONDAY", "08:00", "12:00"));
        backwards.put("lastDay", monday.minusDays(1).toString());
        says(INTAKE, ada, "\"1\"", List.of(backwards))
                .statusCode(400)
                .body("errors.pointer", contains("/busy/0/lastDay"));

        Person.at("patient")
                .who(ada.patient())
                .asks()
                .get(API + "patients/" + ada.patient() + "/availability")
                .then()
                .body("busy.day", contains("MONDAY", "TUESDAY"))
                .header("ETag", "\"1\"");
        Person.at("patient")
                .who(somebody().patient())
                .asks()
                .get(API + "patients/" + ada.patient() + "/availability")
                .then()
                .statusCode(404);
    }

    private Map<String, String> work(String day, String from, String until) {
        return Map.of("kind", "WORK", "day", day, "from", from, "to", until, "firstDay", monday.toString());
    }

    private static ValidatableResponse says(Person who, Admitted patient, String version, List<?> busy) {
        return who.asks()
                .header("If-Match", version)
                .body(Map.of("busy", busy))
                .put(API + "patients/" + patient.patient() + "/availability")
                .then();
    }

    private ValidatableResponse joins(String group, Admitted who) {
        return INTAKE.asks()
                .body(Map.of("patient", who.patient(), "episode", who.episode(), "from", monday.toString()))
                .post(API + "groups/" + group + "/members")
                .then();
    }

    private static ValidatableResponse tasks(Admitted who) {
        return Person.at("supervisor")
                .asks()
                .queryParam("patient", who.patient().toString())
                .get(API + "tasks")
                .then()
                .statusCode(200);
    }

    /** Registered, and in no program yet. */
    private static Admitted somebody() {
        return new Admitted(Known.patient(), new EpisodeId(Uuid7.next()));
    }
}
