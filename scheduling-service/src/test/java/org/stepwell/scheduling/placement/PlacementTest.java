package org.stepwell.scheduling.placement;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.THURSDAY;
import static java.time.DayOfWeek.TUESDAY;
import static java.time.DayOfWeek.WEDNESDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.stepwell.scheduling.Riverside.API;
import static org.stepwell.scheduling.Riverside.EVENING;
import static org.stepwell.scheduling.Riverside.INTAKE;
import static org.stepwell.scheduling.Riverside.MORNING;
import static org.stepwell.scheduling.Riverside.NINE_HOURS;
import static org.stepwell.scheduling.Riverside.aClinician;
import static org.stepwell.scheduling.Riverside.aGroup;
import static org.stepwell.scheduling.Riverside.aProgram;
import static org.stepwell.scheduling.Riverside.admit;
import static org.stepwell.scheduling.Riverside.admitted;
import static org.stepwell.scheduling.Riverside.announce;
import static org.stepwell.scheduling.Riverside.at;
import static org.stepwell.scheduling.Riverside.discharge;
import static org.stepwell.scheduling.Riverside.from18To21On;
import static org.stepwell.scheduling.Riverside.hours;
import static org.stepwell.scheduling.Riverside.moveTo;
import static org.stepwell.scheduling.Riverside.onAFreshMonday;
import static org.stepwell.scheduling.Riverside.placement;
import static org.stepwell.scheduling.Riverside.seatsOf;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.stepwell.contracts.enrollment.EnrollmentFact.EpisodeAdmitted;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.contracts.id.ProgramId;
import org.stepwell.platform.database.Uuid7;
import org.stepwell.platform.testing.Broker;
import org.stepwell.platform.testing.Person;
import org.stepwell.platform.testing.StepwellTestResource;
import org.stepwell.scheduling.Riverside.Admitted;

@QuarkusTest
@QuarkusTestResource(StepwellTestResource.class)
class PlacementTest {

    @Test
    void whoIsAdmittedGetsAFullWeekAndOneAnswer() {
        var monday = onAFreshMonday();
        var program = aProgram(NINE_HOURS);
        var first = aGroup(program, 5, aClinician(), monday, from18To21On(MONDAY, WEDNESDAY));
        var second = aGroup(program, 5, aClinician(), monday, from18To21On(FRIDAY));

        var ada = admitted(program, EVENING, monday, 540);

        placement(ada)
                .then()
                .body("outcome", equalTo("COMPLETE"))
                .body("groups", containsInAnyOrder(first, second))
                .body("weeklyMinutes", equalTo(540))
                .body("missingMinutes", equalTo(0))
                .body("missingDays", equalTo(0))
                .body("unmet", empty());
        assertThat(seatsOf(ada.patient(), monday)).hasSize(3);
        assertThat(answers(ada)).singleElement().asString().contains("\"outcome\":\"COMPLETE\"");
    }

    @Test
    void whatIsMissingIsSaid() {
        var monday = onAFreshMonday();
        var program = aProgram(NINE_HOURS);
        aGroup(program, 5, aClinician(), monday, from18To21On(MONDAY, WEDNESDAY));
        aGroup(program, 5, aClinician(), monday, from18To21On(WEDNESDAY));

        var ada = admitted(program, EVENING, monday, 540);
        var bob = admitted(program, MORNING, monday, 540);

        placement(ada)
                .then()
                .body("outcome", equalTo("INCOMPLETE"))
                .body("missingMinutes", equalTo(180))
                .body("missingDays", equalTo(1));
        placement(bob)
                .then()
                .body("outcome", equalTo("INCOMPLETE"))
                .body("missingMinutes", equalTo(540))
                .body("groups", empty());
    }

    @Test
    void enoughMinutesOnTooFewDaysAreNoWholeWeekUntilAThirdDayIsAdded() {
        var monday = onAFreshMonday();
        var program = aProgram(NINE_HOURS);
        aGroup(program, 5, aClinician(), monday, hours("16:30", "21:00", TUESDAY, THURSDAY));

        var ada = admitted(program, EVENING, monday, 540);
        aGroup(program, 5, aClinician(), monday, hours("18:00", "19:00", MONDAY));
        var bob = admitted(program, EVENING, monday, 540);

        placement(ada)
                .then()
                .body("outcome", equalTo("INCOMPLETE"))
                .body("missingMinutes", equalTo(0))
                .body("missingDays", equalTo(1))
                .body("unmet", equalTo(List.of("DAYS")));
        await().untilAsserted(() ->
                assertThat(answers(ada)).singleElement().asString().contains("INCOMPLETE", "\"missingDays\":1"));
        placement(bob).then().body("outcome", equalTo("COMPLETE")).body("weeklyMinutes", equalTo(600));
    }

    @Test
    void aGroupThatIsFullIsPassedOver() {
        var monday = onAFreshMonday();
        var program = aProgram(NINE_HOURS);
        var small = aGroup(program, 2, aClinician(), monday, from18To21On(MONDAY, WEDNESDAY, FRIDAY));
        admitted(program, EVENING, monday, 540);
        admitted(program, EVENING, monday, 540);
        var other = aGroup(program, 5, aClinician(), monday, from18To21On(MONDAY, TUESDAY, WEDNESDAY));

        var late = admitted(program, EVENING, monday, 540);

        placement(late).then().body("groups", equalTo(List.of(other)));
        INTAKE.asks().get(API + "groups/" + small).then().body("taken", equalTo(2));
    }

    @Test
    void anAdmissionHeardTwiceIsAnsweredOnce() {
        var monday = onAFreshMonday();
        var program = aProgram(NINE_HOURS);
        aGroup(program, 5, aClinician(), monday, from18To21On(MONDAY, WEDNESDAY, FRIDAY));
        var ada = new Admitted(new PatientId(Uuid7.next()), new EpisodeId(Uuid7.next()));
        var admission = new EpisodeAdmitted(
                ada.patient(), ada.episode(), null, program, EVENING, monday, monday.plusDays(90), 540, Instant.EPOCH);

        Broker.say(Person.RIVERSIDE, admission, 1);
        Broker.say(Person.RIVERSIDE, admission, 1);
        Broker.say(Person.RIVERSIDE, admission, 2);
        placement(ada);
        moveTo(at(monday, "09:00"));
        var bob = admitted(program, EVENING, monday, 540);

        await().until(() -> answers(bob).size() == 1);
        assertThat(answers(ada)).hasSize(1);
        assertThat(seatsOf(ada.patient(), monday)).hasSize(3);
    }

    @Test
    void anAdmissionWaitsForItsProgram() {
        var monday = onAFreshMonday();
        var program = new ProgramId(Uuid7.next());
        var ada = new Admitted(new PatientId(Uuid7.next()), new EpisodeId(Uuid7.next()));
        admit(ada, program, EVENING, monday, 540);
        await().pollDelay(Duration.ofMillis(500)).until(() -> answers(ada).isEmpty());

        announce(program, NINE_HOURS);

        placement(ada).then().body("outcome", equalTo("INCOMPLETE"));
    }

    @Test
    void whoIsDischargedKeepsTheirSeatsUntilTheLastDay() {
        var monday = onAFreshMonday();
        var program = aProgram(NINE_HOURS);
        var group = aGroup(program, 5, aClinician(), monday, from18To21On(MONDAY, WEDNESDAY, FRIDAY));
        var ada = admitted(program, EVENING, monday, 540);

        discharge(ada, monday.plusDays(2));

        await().untilAsserted(() -> assertThat(seatsOf(ada.patient(), monday)).hasSize(2));
        assertThat(seatsOf(ada.patient(), monday.plusDays(7))).isEmpty();
        INTAKE.asks().get(API + "groups/" + group).then().body("taken", equalTo(1));
        moveTo(at(monday.plusDays(3), "08:00"));
        INTAKE.asks().get(API + "groups/" + group).then().body("taken", equalTo(0));
    }

    private static List<String> answers(Admitted who) {
        return Broker.said("stepwell.scheduling", who.patient()).stream()
                .filter(event -> event.startsWith("placement-answered.v1"))
                .toList();
    }
}
