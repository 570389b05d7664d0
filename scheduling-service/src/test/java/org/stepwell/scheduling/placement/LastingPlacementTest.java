package org.stepwell.scheduling.placement;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.WEDNESDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.stepwell.scheduling.Riverside.API;
import static org.stepwell.scheduling.Riverside.EVENING;
import static org.stepwell.scheduling.Riverside.INTAKE;
import static org.stepwell.scheduling.Riverside.NINE_HOURS;
import static org.stepwell.scheduling.Riverside.aClinician;
import static org.stepwell.scheduling.Riverside.aGroup;
import static org.stepwell.scheduling.Riverside.aProgram;
import static org.stepwell.scheduling.Riverside.admit;
import static org.stepwell.scheduling.Riverside.admitted;
import static org.stepwell.scheduling.Riverside.announce;
import static org.stepwell.scheduling.Riverside.from18To21On;
import static org.stepwell.scheduling.Riverside.groupForm;
import static org.stepwell.scheduling.Riverside.onAFreshMonday;
import static org.stepwell.scheduling.Riverside.opened;
import static org.stepwell.scheduling.Riverside.placement;
import static org.stepwell.scheduling.Riverside.seatsOf;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.contracts.id.ProgramId;
import org.stepwell.platform.database.Uuid7;
import org.stepwell.platform.testing.StepwellTestResource;
import org.stepwell.scheduling.Riverside.Admitted;

/** A week that does not exist yet, or that ends in a week, is not answered as complete. */
@QuarkusTest
@QuarkusTestResource(StepwellTestResource.class)
class LastingPlacementTest {

    @Test
    void aGroupThatBeginsInTwoMonthsIsAPlaceAndNoWeek() {
        var monday = onAFreshMonday();
        var program = aProgram(NINE_HOURS);
        var group = aGroup(program, 5, aClinician(), monday.plusDays(56), from18To21On(MONDAY, WEDNESDAY, FRIDAY));

        var ada = admitted(program, EVENING, monday, 540);

        everythingIsMissing(ada, List.of(group));
        INTAKE.asks().get(API + "groups/" + group).then().body("taken", equalTo(1));
    }

    @Test
    void aGroupThatBeginsAfterTheTargetEndIsNotJoined() {
        var monday = onAFreshMonday();
        var program = aProgram(NINE_HOURS);
        aGroup(program, 5, aClinician(), monday.plusDays(91), from18To21On(MONDAY, WEDNESDAY, FRIDAY));

        var ada = admitted(program, EVENING, monday, 540);

        everythingIsMissing(ada, List.of());
    }

    @Test
    void aGroupThatEndsInEightDaysIsASeatUntilThenAndNoWeek() {
        var monday = onAFreshMonday();
        var program = aProgram(NINE_HOURS);
        var group = groupUntil(program, monday, monday.plusDays(8));

        var ada = admitted(program, EVENING, monday, 540);

        everythingIsMissing(ada, List.of(group));
        assertThat(seatsOf(ada.patient(), monday)).hasSize(3);
    }

    @Test
    void aGroupThatEndsAfterFourWeeksIsAWeek() {
        var monday = onAFreshMonday();
        var program = aProgram(NINE_HOURS);
        groupUntil(program, monday, monday.plusDays(25));

        var ada = admitted(program, EVENING, monday, 540);

        placement(ada).then().body("outcome", equalTo("COMPLETE")).body("weeklyMinutes", equalTo(540));
    }

    @Test
    void whoStartsMidweekHasAWeekFromTheNextMondayOn() {
        var monday = onAFreshMonday();
        var program = aProgram(NINE_HOURS);
        aGroup(program, 5, aClinician(), monday.plusDays(7), from18To21On(MONDAY, WEDNESDAY, FRIDAY));

        var ada = admitted(program, EVENING, monday.plusDays(1), 540);
        var bob = admitted(program, EVENING, monday, 540);

        placement(ada).then().body("outcome", equalTo("COMPLETE")).body("unmet", empty());
        placement(bob).then().body("outcome", equalTo("INCOMPLETE"));
    }

    @Test
    void aPlaceByHandFromALaterDayOnIsNoWeekEither() {
        var monday = onAFreshMonday();
        var group = aGroup(aProgram(NINE_HOURS), 5, aClinician(), monday, from18To21On(MONDAY, WEDNESDAY, FRIDAY));
        var notKnownYet = new ProgramId(Uuid7.next());
        var ada = new Admitted(new PatientId(Uuid7.next()), new EpisodeId(Uuid7.next()));
        admit(ada, notKnownYet, EVENING, monday, 540);
        await().until(() -> joined(group, ada, monday.plusDays(14)) == 201);

        announce(notKnownYet, NINE_HOURS);

        everythingIsMissing(ada, List.of(group));
    }

    private static void everythingIsMissing(Admitted who, List<String> groups) {
        placement(who)
                .then()
                .body("outcome", equalTo("INCOMPLETE"))
                .body("groups", equalTo(groups))
                .body("weeklyMinutes", equalTo(0))
                .body("missingMinutes", equalTo(540))
                .body("missingDays", equalTo(3));
    }

    private static String groupUntil(ProgramId program, LocalDate monday, LocalDate lastDay) {
        var form = groupForm(program, 5, aClinician(), monday, from18To21On(MONDAY, WEDNESDAY, FRIDAY));
        form.put("endsOn", lastDay.toString());
        return opened(form);
    }

    private static int joined(String group, Admitted who, LocalDate from) {
        return INTAKE.asks()
                .body(Map.of("patient", who.patient(), "episode", who.episode(), "from", from.toString()))
                .post(API + "groups/" + group + "/members")
                .statusCode();
    }
}
