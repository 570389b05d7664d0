package org.stepwell.scheduling.placement;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SATURDAY;
import static java.time.DayOfWeek.THURSDAY;
import static java.time.DayOfWeek.WEDNESDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.stepwell.scheduling.Riverside.API;
import static org.stepwell.scheduling.Riverside.EVENING;
import static org.stepwell.scheduling.Riverside.INTAKE;
import static org.stepwell.scheduling.Riverside.NINE_HOURS;
import static org.stepwell.scheduling.Riverside.aClinician;
import static org.stepwell.scheduling.Riverside.aGroup;
import static org.stepwell.scheduling.Riverside.aProgram;
import static org.stepwell.scheduling.Riverside.admitted;
import static org.stepwell.scheduling.Riverside.at;
import static org.stepwell.scheduling.Riverside.discharge;
import static org.stepwell.scheduling.Riverside.from18To21On;
import static org.stepwell.scheduling.Riverside.leading;
import static org.stepwell.scheduling.Riverside.moveTo;
import static org.stepwell.scheduling.Riverside.now;
import static org.stepwell.scheduling.Riverside.onAFreshMonday;
import static org.stepwell.scheduling.Riverside.placement;
import static org.stepwell.scheduling.Riverside.seatsOf;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.stepwell.contracts.enrollment.EnrollmentFact.EpisodeHeld;
import org.stepwell.contracts.enrollment.EnrollmentFact.EpisodeResumed;
import org.stepwell.contracts.id.ProgramId;
import org.stepwell.contracts.id.StaffId;
import org.stepwell.platform.database.Uuid7;
import org.stepwell.platform.testing.Broker;
import org.stepwell.platform.testing.StepwellTestResource;
import org.stepwell.scheduling.Riverside.Admitted;

/** Somebody who is in is away for a while: nobody expects them, and their place is kept for as long as was said. */
@QuarkusTest
@QuarkusTestResource(StepwellTestResource.class)
class HoldTest {

    private LocalDate monday = LocalDate.EPOCH;
    private StaffId dora = new StaffId(Uuid7.next());
    private ProgramId program = new ProgramId(Uuid7.next());
    private String group = "";

    @BeforeEach
    void aGroupMeetsThreeEveningsAWeek() {
        monday = onAFreshMonday();
        dora = aClinician();
        program = aProgram(NINE_HOURS);
        group = aGroup(program, 2, dora, monday, from18To21On(MONDAY, WEDNESDAY, FRIDAY));
    }

    @Test
    void nobodyExpectsWhoeverIsAwayAndTheirPlaceIsKept() {
        var ada = admitted(program, EVENING, monday, 540);
        admitted(program, EVENING, monday, 540);
        var evening = seatsOf(ada.patient(), monday).get(1);

        held(ada, monday.plusDays(1), monday.plusDays(13));

        awaitSeats(ada, monday, 1);
        assertThat(seatsOf(ada.patient(), monday.plusDays(7))).isEmpty();
        taken(2);
        moveTo(at(monday.plusDays(2), "21:05"));
        leading(dora)
                .asks()
                .body(Map.of("presences", List.of()))
                .post(API + "sessions/" + evening + "/closing")
                .then()
                .statusCode(200)
                .body("attended", equalTo(0))
                .body("absent", equalTo(1));
        assertThat(said(ada, "attendance-recorded.v1")).isEmpty();
    }

    @Test
    void aKeptPlaceIsThereWhenTheyAreBackAndTheReturnIsAnswered() {
        var ada = admitted(program, EVENING, monday, 540);
        held(ada, monday, monday.plusDays(13));
        awaitSeats(ada, monday, 0);
        moveTo(at(monday.plusDays(8), "08:00"));

        resumed(ada, monday.plusDays(9));

        await().untilAsserted(
                        () -> assertThat(said(ada, "placement-answered.v1")).hasSize(2));
        placement(ada).then().body("outcome", equalTo("COMPLETE")).body("groups", equalTo(List.of(group)));
        assertThat(seatsOf(ada.patient(), monday.plusDays(7))).hasSize(2);
        assertThat(seatsOf(ada.patient(), monday.plusDays(14))).hasSize(3);
        taken(1);
    }

    @Test
    void aPlaceThatIsKeptNoLongerIsSomebodyElses() {
        var ada = admitted(program, EVENING, monday, 540);
        admitted(program, EVENING, monday, 540);
        held(ada, monday.plusDays(1), monday.plusDays(6));
        awaitSeats(ada, monday, 1);
        taken(2);

        moveTo(at(monday.plusDays(7), "08:00"));

        taken(1);
        var carl = admitted(program, EVENING, monday.plusDays(7), 540);
        placement(carl).then().body("outcome", equalTo("COMPLETE"));
        resumed(ada, monday.plusDays(7));
        await().untilAsserted(() -> assertThat(said(ada, "placement-answered.v1"))
                .hasSize(2)
                .last()
                .asString()
                .contains("INCOMPLETE", "\"missingMinutes\":540"));
        taken(2);
    }

    @Test
    void aPlaceThatWasNotToBeKeptIsFreeAtOnce() {
        var ada = admitted(program, EVENING, monday, 540);

        held(ada, monday, null);

        await().untilAsserted(() -> taken(0));
        resumed(ada, monday.plusDays(2));
        await().untilAsserted(
                        () -> assertThat(said(ada, "placement-answered.v1")).hasSize(2));
        assertThat(seatsOf(ada.patient(), monday)).hasSize(2);
        taken(1);
    }

    @Test
    void sessionsThatAreMadeWhileSomebodyIsAwayDoNotListThem() {
        var ada = admitted(program, EVENING, monday, 540);
        held(ada, monday, monday.plusDays(50));
        awaitSeats(ada, monday, 0);

        moveTo(at(monday.plusDays(28), "08:00"));

        assertThat(seatsOf(ada.patient(), monday.plusDays(28))).isEmpty();
        taken(1);
        resumed(ada, monday.plusDays(30));
        await().untilAsserted(() ->
                assertThat(seatsOf(ada.patient(), monday.plusDays(28))).hasSize(2));
    }

    @Test
    void aWeekWithDaysAwayIsNotApplicableAndSaysWhy() {
        var ada = admitted(program, EVENING, monday, 540);
        await().untilAsserted(() -> week(ada, monday)
                .body("ruleSets[0].verdict", equalTo("ON_TRACK"))
                .body("ruleSets[0].because", nullValue()));

        held(ada, monday.plusDays(3), monday.plusDays(20));

        await().untilAsserted(() -> week(ada, monday)
                .body("ruleSets[0].verdict", equalTo("NOT_APPLICABLE"))
                .body("ruleSets[0].because", equalTo("ON_HOLD")));
        await().untilAsserted(() -> assertThat(said(ada, "week-measured.v1").getLast())
                .contains("\"verdict\":\"NOT_APPLICABLE\"", "\"because\":\"ON_HOLD\""));
        moveTo(at(monday.plusDays(8), "08:00"));
        await().untilAsserted(() -> assertThat(said(ada, "week-measured.v1").getLast())
                .contains("\"last\":true", "\"because\":\"ON_HOLD\""));
        resumed(ada, monday.plusDays(14));
        await().untilAsserted(
                        () -> assertThat(said(ada, "placement-answered.v1")).hasSize(2));
        week(ada, monday.plusDays(7)).body("ruleSets[0].because", equalTo("ON_HOLD"));
        week(ada, monday.plusDays(14)).body("ruleSets[0].verdict", equalTo("ON_TRACK"));
    }

    @Test
    void nobodyIsSeatedOnADayOnWhichTheyAreAway() {
        var ada = admitted(program, EVENING, monday, 540);
        var other = aGroup(program, 5, aClinician(), monday, from18To21On(THURSDAY, SATURDAY));
        held(ada, monday.plusDays(1), monday.plusDays(13));
        awaitSeats(ada, monday, 1);

        INTAKE.asks()
                .body(Map.of(
                        "patient",
                        ada.patient(),
                        "episode",
                        ada.episode(),
                        "from",
                        monday.plusDays(2).toString()))
                .post(API + "groups/" + other + "/members")
                .then()
                .statusCode(409)
                .body("type", endsWith("/not-while-on-hold"));
        INTAKE.asks().get(API + "groups/" + other).then().body("taken", equalTo(0));
    }

    @Test
    void whoLeavesWhileAwayHasNoPlaceAnyMore() {
        var ada = admitted(program, EVENING, monday, 540);
        held(ada, monday, monday.plusDays(13));
        awaitSeats(ada, monday, 0);

        discharge(ada, monday);
        moveTo(at(monday.plusDays(1), "08:00"));

        await().untilAsserted(() -> taken(0));
        moveTo(at(monday.plusDays(15), "08:00"));
        taken(0);
    }

    private static void held(Admitted who, LocalDate from, @Nullable LocalDate keepSeatsUntil) {
        Broker.say(new EpisodeHeld(who.patient(), who.episode(), from, from.plusDays(55), keepSeatsUntil, now()));
    }

    private static void resumed(Admitted who, LocalDate from) {
        Broker.say(new EpisodeResumed(who.patient(), who.episode(), from, from.plusDays(90), now()));
    }

    private static void awaitSeats(Admitted who, LocalDate week, int seats) {
        await().untilAsserted(() -> assertThat(seatsOf(who.patient(), week)).hasSize(seats));
    }

    private void taken(int places) {
        INTAKE.asks().get(API + "groups/" + group).then().body("taken", equalTo(places));
    }

    private static List<String> said(Admitted who, String type) {
        return Broker.said("stepwell.scheduling", who.patient()).stream()
                .filter(event -> event.startsWith(type))
                .toList();
    }

    private static ValidatableResponse week(Admitted who, LocalDate weekStart) {
        return INTAKE.asks()
                .get(API + "patients/" + who.patient() + "/weeks/" + weekStart)
                .then()
                .statusCode(200);
    }
}
