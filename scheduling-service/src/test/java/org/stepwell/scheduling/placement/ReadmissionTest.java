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
import static org.stepwell.scheduling.Riverside.moveTo;
import static org.stepwell.scheduling.Riverside.neverCame;
import static org.stepwell.scheduling.Riverside.onAFreshMonday;
import static org.stepwell.scheduling.Riverside.placement;
import static org.stepwell.scheduling.Riverside.seatsOf;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.contracts.id.ProgramId;
import org.stepwell.platform.database.Uuid7;
import org.stepwell.platform.testing.Broker;
import org.stepwell.platform.testing.StepwellTestResource;
import org.stepwell.scheduling.Riverside.Admitted;

@QuarkusTest
@QuarkusTestResource(StepwellTestResource.class)
class ReadmissionTest {

    @Test
    void whoComesBackOnTheDayTheyLeftIsSeatedInTheSameGroupAndAnsweredOnce() {
        var monday = onAFreshMonday();
        var program = aProgram(NINE_HOURS);
        var group = aGroup(program, 5, aClinician(), monday, from18To21On(MONDAY, WEDNESDAY, FRIDAY));
        var ada = admitted(program, EVENING, monday, 540);
        var back = new Admitted(ada.patient(), new EpisodeId(Uuid7.next()));

        discharge(ada, monday);
        admit(back, program, EVENING, monday, 540);

        placement(back).then().body("outcome", equalTo("COMPLETE")).body("groups", equalTo(List.of(group)));
        assertThat(episodesSeated(ada.patient(), seatsOf(ada.patient(), monday)))
                .containsExactly(ada.episode(), back.episode(), back.episode());
        moveTo(at(monday.plusDays(1), "08:00"));
        INTAKE.asks().get(API + "groups/" + group).then().body("taken", equalTo(1));
        await().untilAsserted(() -> assertThat(answers(back)).hasSize(1));
        assertThat(answers(ada)).hasSize(1);
    }

    @Test
    void whoCallsOffBeforeTheFirstDayLeavesNoSeatBehindAndMayComeAnotherTime() {
        var monday = onAFreshMonday();
        var program = aProgram(NINE_HOURS);
        var group = aGroup(program, 5, aClinician(), monday, from18To21On(MONDAY, WEDNESDAY, FRIDAY));
        var ada = admitted(program, EVENING, monday.plusDays(2), 540);
        assertThat(seatsOf(ada.patient(), monday)).hasSize(2);

        neverCame(ada, monday);

        await().untilAsserted(() -> assertThat(seatsOf(ada.patient(), monday)).isEmpty());
        moveTo(at(monday.plusDays(1), "08:00"));
        INTAKE.asks().get(API + "groups/" + group).then().body("taken", equalTo(0));
        var back = new Admitted(ada.patient(), new EpisodeId(Uuid7.next()));
        admit(back, program, EVENING, monday.plusDays(2), 540);
        placement(back).then().body("outcome", equalTo("COMPLETE")).body("groups", equalTo(List.of(group)));
        assertThat(seatsOf(ada.patient(), monday)).hasSize(2);
    }

    @Test
    void aGroupSomebodyWasSeatedInByHandCountsAndIsNotJoinedTwice() {
        var monday = onAFreshMonday();
        var other = aProgram(NINE_HOURS);
        var group = aGroup(other, 5, aClinician(), monday, from18To21On(MONDAY, WEDNESDAY, FRIDAY));
        var notKnownYet = new ProgramId(Uuid7.next());
        var ada = new Admitted(new PatientId(Uuid7.next()), new EpisodeId(Uuid7.next()));
        admit(ada, notKnownYet, EVENING, monday, 540);
        await().until(() -> joined(group, ada, monday.toString()) == 201);

        announce(notKnownYet, NINE_HOURS);

        placement(ada).then().body("outcome", equalTo("COMPLETE")).body("groups", equalTo(List.of(group)));
        INTAKE.asks().get(API + "groups/" + group).then().body("taken", equalTo(1));
    }

    private static int joined(String group, Admitted who, String from) {
        return INTAKE.asks()
                .body(Map.of("patient", who.patient(), "episode", who.episode(), "from", from))
                .post(API + "groups/" + group + "/members")
                .statusCode();
    }

    private static List<EpisodeId> episodesSeated(PatientId patient, List<String> sessions) {
        return sessions.stream()
                .map(session -> EpisodeId.fromString(INTAKE.asks()
                        .get(API + "sessions/" + session)
                        .path("roster.find { it.patient == '%s' }.episode".formatted(patient))))
                .toList();
    }

    private static List<String> answers(Admitted who) {
        return Broker.said("stepwell.scheduling", who.patient()).stream()
                .filter(event -> event.startsWith("placement-answered.v1")
                        && event.contains(who.episode().toString()))
                .toList();
    }
}
