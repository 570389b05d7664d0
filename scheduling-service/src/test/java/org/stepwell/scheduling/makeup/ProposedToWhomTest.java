package org.stepwell.scheduling.makeup;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SATURDAY;
import static java.time.DayOfWeek.THURSDAY;
import static java.time.DayOfWeek.TUESDAY;
import static java.time.DayOfWeek.WEDNESDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.stepwell.scheduling.Riverside.ADMIN;
import static org.stepwell.scheduling.Riverside.API;
import static org.stepwell.scheduling.Riverside.EVENING;
import static org.stepwell.scheduling.Riverside.INTAKE;
import static org.stepwell.scheduling.Riverside.NINE_HOURS;
import static org.stepwell.scheduling.Riverside.aClinician;
import static org.stepwell.scheduling.Riverside.aGroup;
import static org.stepwell.scheduling.Riverside.aProgram;
import static org.stepwell.scheduling.Riverside.admitted;
import static org.stepwell.scheduling.Riverside.at;
import static org.stepwell.scheduling.Riverside.closed;
import static org.stepwell.scheduling.Riverside.from18To21On;
import static org.stepwell.scheduling.Riverside.groupForm;
import static org.stepwell.scheduling.Riverside.moveTo;
import static org.stepwell.scheduling.Riverside.onAFreshMonday;
import static org.stepwell.scheduling.Riverside.opened;
import static org.stepwell.scheduling.Riverside.seatsOf;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.stepwell.contracts.id.ProgramId;
import org.stepwell.contracts.id.StaffId;
import org.stepwell.platform.database.Uuid7;
import org.stepwell.platform.testing.Person;
import org.stepwell.platform.testing.StepwellTestResource;
import org.stepwell.scheduling.Riverside.Admitted;

/** Ada has missed the Monday of her first week: only groups that are for her make up for it. */
@QuarkusTest
@QuarkusTestResource(StepwellTestResource.class)
class ProposedToWhomTest {

    private final Person sue = Person.at("supervisor").who(new StaffId(Uuid7.next()));

    private LocalDate monday;
    private ProgramId program;
    private Admitted ada;

    @BeforeEach
    void adaMissesMonday() {
        monday = onAFreshMonday();
        var dora = aClinician();
        program = aProgram(NINE_HOURS);
        aGroup(program, 12, dora, monday, from18To21On(MONDAY, WEDNESDAY, FRIDAY));
        ada = admitted(program, EVENING, monday, 540);
        moveTo(at(monday, "21:05"));
        closed(seatsOf(ada.patient(), monday).getFirst(), dora, ada.patient(), "NO_SHOW");
    }

    @Test
    void aGroupForAPhaseTakesThoseInIt() {
        takes(THURSDAY, Map.of("weeksFrom", 1, "weeksThrough", 4));
        takes(SATURDAY, Map.of("weeksFrom", 2, "weeksThrough", 8));

        isProposed(THURSDAY);
    }

    @Test
    void aClosedGroupTakesNobodyForOnceAndNeitherDoesOneInAnotherLanguage() {
        var closed = takes(TUESDAY, Map.of("closed", true));
        takes(THURSDAY, Map.of("language", "es"));
        takes(SATURDAY, Map.of());

        isProposed(SATURDAY);
        isNotGiven(closed, TUESDAY, "/session-takes-others");
    }

    @Test
    void aGroupForSomeTakesThoseWhoAreCalledSoAndNobodyWhomItExcludes() {
        published("women", "veterans");
        var women = takes(THURSDAY, Map.of("needs", List.of("women")));
        takes(SATURDAY, Map.of("excludes", List.of("veterans")));
        isProposed(SATURDAY);
        isNotGiven(women, THURSDAY, "/session-takes-others");

        INTAKE.asks()
                .body(Map.of("tags", List.of("women", "veterans")))
                .put(API + "patients/" + ada.patient() + "/group-tags")
                .then()
                .statusCode(200);

        isProposed(THURSDAY);
    }

    @Test
    void nobodyMeetsWhomTheyAreKeptApartFrom() {
        var withBob = takes(THURSDAY, Map.of());
        takes(SATURDAY, Map.of());
        var bob = admitted(aProgram(NINE_HOURS), EVENING, monday, 540);
        INTAKE.asks()
                .body(Map.of("patient", bob.patient(), "episode", bob.episode(), "from", day(TUESDAY)))
                .post(API + "groups/" + withBob + "/members")
                .then()
                .statusCode(201);
        isProposed(THURSDAY, SATURDAY);

        sue.asks()
                .body(Map.of("other", bob.patient()))
                .post(API + "patients/" + ada.patient() + "/kept-apart")
                .then()
                .statusCode(200);

        isProposed(SATURDAY);
        isNotGiven(withBob, THURSDAY, "/seat-not-possible");
    }

    private String takes(DayOfWeek day, Map<String, Object> mix) {
        var form = groupForm(program, 12, aClinician(), monday, from18To21On(day));
        form.put("mix", mix);
        return opened(form);
    }

    private static void published(String... tags) {
        var all = new TreeSet<>(ADMIN.asks().get(API + "group-tags").<List<String>>path("tags"));
        all.addAll(List.of(tags));
        ADMIN.asks().body(Map.of("tags", all)).put(API + "group-tags").then().statusCode(200);
    }

    private void isProposed(DayOfWeek... days) {
        List<String> proposed =
                INTAKE.asks().get(makeUps()).then().statusCode(200).extract().path("sessions.session.day.flatten()");
        assertThat(proposed)
                .containsExactly(List.of(days).stream().map(this::day).toArray(String[]::new));
    }

    private void isNotGiven(String group, DayOfWeek day, String why) {
        var session = INTAKE.asks()
                .get(API + "sessions?limit=200&from=" + day(day) + "&to=" + day(day))
                .<String>path("items.find { it.group == '%s' }.id".formatted(group));
        INTAKE.asks()
                .body(Map.of("sessions", List.of(session)))
                .post(makeUps())
                .then()
                .statusCode(409)
                .body("type", endsWith(why));
    }

    private String makeUps() {
        return API + "patients/" + ada.patient() + "/weeks/" + monday + "/make-ups";
    }

    private String day(DayOfWeek day) {
        return monday.plusDays(day.getValue() - 1L).toString();
    }
}
