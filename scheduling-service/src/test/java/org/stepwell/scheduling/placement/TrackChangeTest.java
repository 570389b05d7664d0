package org.stepwell.scheduling.placement;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.WEDNESDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.stepwell.scheduling.Riverside.API;
import static org.stepwell.scheduling.Riverside.EVENING;
import static org.stepwell.scheduling.Riverside.INTAKE;
import static org.stepwell.scheduling.Riverside.MORNING;
import static org.stepwell.scheduling.Riverside.NINE_HOURS;
import static org.stepwell.scheduling.Riverside.aClinician;
import static org.stepwell.scheduling.Riverside.aGroup;
import static org.stepwell.scheduling.Riverside.aProgram;
import static org.stepwell.scheduling.Riverside.admitted;
import static org.stepwell.scheduling.Riverside.at;
import static org.stepwell.scheduling.Riverside.from18To21On;
import static org.stepwell.scheduling.Riverside.groupForm;
import static org.stepwell.scheduling.Riverside.hours;
import static org.stepwell.scheduling.Riverside.moveTo;
import static org.stepwell.scheduling.Riverside.now;
import static org.stepwell.scheduling.Riverside.onAFreshMonday;
import static org.stepwell.scheduling.Riverside.opened;
import static org.stepwell.scheduling.Riverside.placement;
import static org.stepwell.scheduling.Riverside.seatsOf;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.stepwell.contracts.enrollment.EnrollmentFact.TrackChanged;
import org.stepwell.contracts.id.ProgramId;
import org.stepwell.platform.database.Uuid7;
import org.stepwell.platform.testing.Broker;
import org.stepwell.platform.testing.StepwellTestResource;
import org.stepwell.scheduling.Riverside.Admitted;

/** Somebody in the evening comes in the morning from a day on. */
@QuarkusTest
@QuarkusTestResource(StepwellTestResource.class)
class TrackChangeTest {

    private LocalDate monday = LocalDate.EPOCH;
    private ProgramId program = new ProgramId(Uuid7.next());
    private String evenings = "";

    @BeforeEach
    void aGroupMeetsInTheEvening() {
        monday = onAFreshMonday();
        program = aProgram(NINE_HOURS);
        evenings = aGroup(program, 5, aClinician(), monday, from18To21On(MONDAY, WEDNESDAY, FRIDAY));
    }

    @Test
    void theOldPlacesEndOnTheDayBeforeAndTheNewOnesBegin() {
        var form = groupForm(program, 5, aClinician(), monday, hours("09:00", "12:00", MONDAY, WEDNESDAY, FRIDAY));
        form.put("track", MORNING);
        var mornings = opened(form);
        var ada = admitted(program, EVENING, monday, 540);

        changesTrack(ada, monday.plusDays(7));

        await().untilAsserted(() -> assertThat(answers(ada)).hasSize(2));
        placement(ada).then().body("outcome", equalTo("COMPLETE")).body("groups", equalTo(List.of(mornings)));
        assertThat(seatsOf(ada.patient(), monday)).hasSize(3);
        assertThat(seatsOf(ada.patient(), monday.plusDays(7)))
                .hasSize(3)
                .allSatisfy(session ->
                        INTAKE.asks().get(API + "sessions/" + session).then().body("session.group", equalTo(mornings)));
        taken(evenings, 1);
        taken(mornings, 1);
        moveTo(at(monday.plusDays(7), "00:01"));
        taken(evenings, 0);
        taken(mornings, 1);
    }

    @Test
    void whatTheOtherTrackLacksIsSaid() {
        var ada = admitted(program, EVENING, monday, 540);

        changesTrack(ada, monday.plusDays(2));

        await().untilAsserted(() ->
                assertThat(answers(ada)).hasSize(2).last().asString().contains("INCOMPLETE"));
        assertThat(seatsOf(ada.patient(), monday)).hasSize(1);
    }

    private static void changesTrack(Admitted who, LocalDate from) {
        Broker.say(new TrackChanged(who.patient(), who.episode(), MORNING, from, now()));
    }

    private static void taken(String group, int places) {
        INTAKE.asks().get(API + "groups/" + group).then().body("taken", equalTo(places));
    }

    private static List<String> answers(Admitted who) {
        return Broker.said("stepwell.scheduling", who.patient()).stream()
                .filter(event -> event.startsWith("placement-answered.v1"))
                .toList();
    }
}
