package org.stepwell.scheduling.group;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.WEDNESDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.nullValue;
import static org.stepwell.scheduling.Riverside.ADMIN;
import static org.stepwell.scheduling.Riverside.API;
import static org.stepwell.scheduling.Riverside.EVENING;
import static org.stepwell.scheduling.Riverside.INTAKE;
import static org.stepwell.scheduling.Riverside.NINE_HOURS;
import static org.stepwell.scheduling.Riverside.aClinician;
import static org.stepwell.scheduling.Riverside.aProgram;
import static org.stepwell.scheduling.Riverside.aRoom;
import static org.stepwell.scheduling.Riverside.admitted;
import static org.stepwell.scheduling.Riverside.at;
import static org.stepwell.scheduling.Riverside.from18To21On;
import static org.stepwell.scheduling.Riverside.groupForm;
import static org.stepwell.scheduling.Riverside.leading;
import static org.stepwell.scheduling.Riverside.moveTo;
import static org.stepwell.scheduling.Riverside.onAFreshMonday;
import static org.stepwell.scheduling.Riverside.opened;
import static org.stepwell.scheduling.Riverside.placement;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.stepwell.contracts.id.ProgramId;
import org.stepwell.platform.testing.StepwellTestResource;

/** How often a group meets, what it is about, and how many it needs. */
@QuarkusTest
@QuarkusTestResource(StepwellTestResource.class)
class GroupCurriculumTest {

    private static final List<String> UNITS = List.of("Triggers", "Craving", "Sleep", "Family");

    private LocalDate monday = LocalDate.EPOCH;
    private ProgramId program = new ProgramId(new UUID(0, 0));

    @BeforeEach
    void setUp() {
        monday = onAFreshMonday();
        program = aProgram(NINE_HOURS);
    }

    @Test
    void theUnitsComeInTurnAndOneThatIsCancelledIsLeftToTheNext() {
        var group = opened(form(Map.of("units", UNITS), MONDAY, WEDNESDAY, FRIDAY));
        sessions().body(of(group, "unit"), contains("Triggers", "Craving", "Sleep", "Family", "Triggers", "Craving"));

        var second = read(group, "id").get(1);
        INTAKE.asks()
                .body(Map.of("reason", "WEATHER"))
                .post(API + "sessions/" + second + "/cancellation")
                .then()
                .statusCode(200)
                .body("unit", nullValue());

        sessions().body(of(group, "unit"), contains("Triggers", null, "Craving", "Sleep", "Family", "Triggers"));

        moveTo(at(monday.plusDays(8), "08:00")); // what was to be held is over, and the next weeks are made
        INTAKE.asks()
                .get(API + "sessions?limit=200&from=%s&to=%s".formatted(monday.plusDays(9), monday.plusDays(18)))
                .then()
                .body(of(group, "unit"), contains("Family", "Triggers", "Craving", "Sleep", "Family"));
    }

    /** What was held is not counted anew, so that nothing comes twice. */
    @Test
    void oneThatIsCancelledAfterALaterOneWasHeldTakesItsUnitAlong() {
        var dora = aClinician();
        var form = form(Map.of("units", UNITS), MONDAY, WEDNESDAY, FRIDAY);
        form.put("facilitators", List.of(dora));
        var group = opened(form);
        var ids = read(group, "id");
        moveTo(at(monday.plusDays(2), "21:05"));
        leading(dora)
                .asks()
                .body(Map.of("presences", List.of()))
                .post(API + "sessions/" + ids.get(1) + "/closing")
                .then()
                .statusCode(200);

        INTAKE.asks()
                .body(Map.of("reason", "CLINICIAN_ABSENT"))
                .post(API + "sessions/" + ids.getFirst() + "/cancellation")
                .then()
                .statusCode(200);

        sessions().body(of(group, "unit"), contains("Triggers", "Craving", "Sleep", "Family", "Triggers", "Craving"));
    }

    @Test
    void unitsThatAreSaidAgainGoOn() {
        var group = opened(form(Map.of("units", UNITS), MONDAY, WEDNESDAY, FRIDAY));

        change(group, monday.plusWeeks(1), Map.of("units", List.of("Triggers ", " Craving", "Sleep", "Family")))
                .statusCode(200);

        sessions().body(of(group, "unit"), contains("Triggers", "Craving", "Sleep", "Family", "Triggers", "Craving"));
    }

    @Test
    void aGroupThatMeetsNowAndThenHasNotTheRoomOfOneThatMeetsEachWeekNorTheOtherWayRound() {
        var weekly = form(Map.of(), MONDAY);
        opened(weekly);
        var monthly = form(Map.of("repeats", "FREQ=MONTHLY;BYDAY=1MO"), MONDAY);
        monthly.put("room", Objects.requireNonNull(weekly.get("room")));
        clashes(monthly);

        monthly.put("room", aRoom());
        opened(monthly);
        var another = form(Map.of(), MONDAY);
        another.put("room", Objects.requireNonNull(monthly.get("room")));
        clashes(another);
    }

    private static void clashes(Map<String, Object> form) {
        ADMIN.asks().body(form).post(API + "groups").then().statusCode(409).body("type", endsWith("/no-room-twice"));
    }

    @Test
    void anotherCurriculumBeginsAnewOnTheDayOfTheChange() {
        var group = opened(form(Map.of("units", UNITS), MONDAY, WEDNESDAY, FRIDAY));

        change(group, monday.plusWeeks(1), Map.of("units", List.of("Work", "Money")))
                .statusCode(200)
                .body("units", contains("Work", "Money"));

        sessions().body(of(group, "unit"), contains("Triggers", "Craving", "Sleep", "Work", "Money", "Work"));

        change(group, monday.plusWeeks(1), Map.of()).statusCode(200);
        sessions().body(of(group, "unit"), contains("Triggers", "Craving", "Sleep", null, null, null));
    }

    @Test
    void aGroupThatMeetsEverySecondWeekHasNoSessionsBetweenAndMakesUpNobodysWeek() {
        var form = form(Map.of("repeats", "FREQ=WEEKLY;INTERVAL=2"), MONDAY, WEDNESDAY, FRIDAY);
        var group = opened(form);
        var other = new HashMap<>(form);
        other.put("startsOn", monday.plusWeeks(1).toString());

        assertThat(read(group, "day"))
                .containsExactly(
                        monday.toString(),
                        monday.plusDays(2).toString(),
                        monday.plusDays(4).toString());
        ADMIN.asks()
                .get(API + "groups/" + group)
                .then()
                .body("repeats", equalTo("FREQ=WEEKLY;INTERVAL=2"))
                .body("weeklyMinutes", equalTo(0));
        assertThat(read(opened(other), "day"))
                .containsExactly(
                        monday.plusWeeks(1).toString(),
                        monday.plusDays(9).toString(),
                        monday.plusDays(11).toString());

        placement(admitted(program, EVENING, monday, 540)).then().body("outcome", equalTo("INCOMPLETE"));
    }

    @Test
    void aGroupThatMeetsLessOftenFromADayOnGivesUpTheSessionsBetween() {
        var group = opened(form(Map.of(), MONDAY));

        change(group, monday, Map.of("repeats", "FREQ=WEEKLY;INTERVAL=2")).statusCode(200);

        sessions().body(of(group, "status"), contains("SCHEDULED", "CANCELLED"));
    }

    @Test
    void aRuleThatIsNoneAndMoreThanFitInAreRefusedAtTheirField() {
        refused(Map.of("repeats", "FREQ=HOURLY"), "repeats-by-a-rule", "/repeats");
        refused(Map.of("repeats", "FREQ=MONTHLY;BYDAY=1SU"), "repeats-by-a-rule", "/repeats");
        refused(Map.of("fewest", 13), "fewest-fit-in", "/fewest");
        refused(Map.of("units", List.of("Triggers", "Triggers ")), "units-are-told-apart", "/units");
    }

    @Test
    void aSessionWithFewerThanItIsToHaveIsShownUntilOneMoreIsSeated() {
        var group = opened(form(Map.of("fewest", 1), MONDAY, WEDNESDAY, FRIDAY));
        few().body(of(group, "tooFew"), contains(true, true, true, true, true, true));

        admitted(program, EVENING, monday, 540);

        few().body(of(group, "id"), empty());
        sessions().body(of(group, "tooFew"), everyItem(equalTo(false)));
    }

    private Map<String, Object> form(Map<String, ?> more, DayOfWeek... days) {
        var form = groupForm(program, 12, aClinician(), monday, from18To21On(days));
        form.putAll(more);
        return form;
    }

    private void refused(Map<String, ?> more, String rule, String pointer) {
        ADMIN.asks()
                .body(form(more, MONDAY))
                .post(API + "groups")
                .then()
                .statusCode(400)
                .body("type", endsWith("/" + rule))
                .body("errors.pointer", contains(pointer));
    }

    /** As it is, but for what is said. */
    private ValidatableResponse change(String group, LocalDate from, Map<String, ?> more) {
        Map<String, Object> now =
                ADMIN.asks().get(API + "groups/" + group).then().extract().path("$");
        var form = new HashMap<String, Object>(more);
        form.put("from", from.toString());
        for (var kept : List.of("name", "capacity", "room", "facilitators", "slots")) {
            form.putIfAbsent(kept, Objects.requireNonNull(now.get(kept)));
        }
        return ADMIN.asks()
                .header("If-Match", "*")
                .body(form)
                .put(API + "groups/" + group)
                .then();
    }

    private ValidatableResponse sessions() {
        return asked("");
    }

    private ValidatableResponse few() {
        return asked("&tooFew=true");
    }

    private ValidatableResponse asked(String more) {
        return INTAKE.asks()
                .get(API + "sessions?limit=200&from=%s&to=%s".formatted(monday, monday.plusDays(11)) + more)
                .then()
                .statusCode(200);
    }

    private static String of(String group, String field) {
        return "items.findAll { it.group == '%s' }.%s".formatted(group, field);
    }

    private List<String> read(String group, String field) {
        return sessions().extract().path(of(group, field));
    }
}
