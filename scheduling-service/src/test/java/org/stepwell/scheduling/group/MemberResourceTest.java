package org.stepwell.scheduling.group;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.WEDNESDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
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
import static org.stepwell.scheduling.Riverside.hours;
import static org.stepwell.scheduling.Riverside.moveTo;
import static org.stepwell.scheduling.Riverside.onAFreshMonday;
import static org.stepwell.scheduling.Riverside.seatsOf;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.stepwell.contracts.id.ProgramId;
import org.stepwell.platform.testing.Person;
import org.stepwell.platform.testing.StepwellTestResource;
import org.stepwell.scheduling.Riverside;

@QuarkusTest
@QuarkusTestResource(StepwellTestResource.class)
class MemberResourceTest {

    @Test
    void theLastSeatGoesToExactlyOneOfFifty() throws Exception {
        var monday = onAFreshMonday();
        var program = aProgram(NINE_HOURS);
        var group = aGroup(program, 2, aClinician(), monday, from18To21On(MONDAY, WEDNESDAY, FRIDAY));
        var everybody = IntStream.range(0, 51)
                .mapToObj(_ -> admitted(program, MORNING, monday, 540))
                .toList();
        join(group, everybody.getFirst(), monday.toString()).then().statusCode(201);

        List<Integer> answers;
        try (var threads = Executors.newFixedThreadPool(50)) {
            List<Callable<Integer>> race = everybody.stream()
                    .skip(1)
                    .map(one -> (Callable<Integer>)
                            () -> join(group, one, monday.toString()).statusCode())
                    .toList();
            answers = threads.invokeAll(race).stream().map(Future::resultNow).toList();
        }

        assertThat(answers).filteredOn(status -> status == 201).hasSize(1);
        assertThat(answers).filteredOn(status -> status == 409).hasSize(49);
        INTAKE.asks().get(API + "groups/" + group).then().body("taken", equalTo(2));
        assertThat(memberships(group)).hasSize(2);
        assertThat(free(program)).isZero();
    }

    @Test
    void whoIsFullSaysSo() {
        var monday = onAFreshMonday();
        var program = aProgram(NINE_HOURS);
        var group = aGroup(program, 2, aClinician(), monday, from18To21On(MONDAY));
        Stream.of(1, 2)
                .forEach(_ -> join(group, admitted(program, MORNING, monday, 540), monday.toString())
                        .then()
                        .statusCode(201));

        join(group, admitted(program, MORNING, monday, 540), monday.toString())
                .then()
                .statusCode(409)
                .body("type", endsWith("group-full"));
    }

    @Test
    void aMemberJoinsOnceAndOnlyWithTheirOwnEpisode() {
        var monday = onAFreshMonday();
        var program = aProgram(NINE_HOURS);
        var group = aGroup(program, 12, aClinician(), monday, from18To21On(MONDAY));
        var other = aGroup(program, 12, aClinician(), monday, hours("20:00", "22:00", MONDAY));
        var ada = admitted(program, MORNING, monday, 540);
        var bob = admitted(program, MORNING, monday, 540);
        join(group, ada, monday.toString()).then().statusCode(201);

        join(group, ada, monday.toString()).then().statusCode(409).body("type", endsWith("already-a-member"));
        join(other, ada, monday.toString()).then().statusCode(409).body("type", endsWith("no-patient-twice"));
        join(group, new Riverside.Admitted(bob.patient(), ada.episode()), monday.toString())
                .then()
                .statusCode(409)
                .body("type", endsWith("not-admitted"));
        join(other, bob, monday.minusDays(1).toString())
                .then()
                .statusCode(409)
                .body("type", endsWith("not-yet-in-program"));
        assertThat(memberships(group)).hasSize(1);
        assertThat(memberships(other)).isEmpty();
    }

    @Test
    void whoLeavesLosesTheSeatsAfterwardsAndThenThePlaceIsFree() {
        var monday = onAFreshMonday();
        var program = aProgram(NINE_HOURS);
        var group = aGroup(program, 5, aClinician(), monday, from18To21On(MONDAY, WEDNESDAY, FRIDAY));
        var ada = admitted(program, EVENING, monday, 540);

        INTAKE.asks()
                .delete(API + "groups/" + group + "/members/" + ada.patient() + "?lastDay=" + monday.plusDays(2))
                .then()
                .statusCode(200)
                .body("status", equalTo("LEAVING"));

        assertThat(seatsOf(ada.patient(), monday)).hasSize(2);
        assertThat(seatsOf(ada.patient(), monday.plusDays(7))).isEmpty();
        assertThat(free(program)).isEqualTo(4);
        moveTo(at(monday.plusDays(3), "08:00"));
        assertThat(free(program)).isEqualTo(5);
        assertThat(memberships(group)).isEmpty();
        join(group, ada, monday.plusDays(3).toString()).then().statusCode(201);
    }

    @Test
    void anotherClinicSeesNoGroupOfOurs() {
        var monday = onAFreshMonday();
        var group = aGroup(aProgram(NINE_HOURS), 5, aClinician(), monday, from18To21On(MONDAY));
        var harbor = Person.of("clinic-admin", Person.HARBOR);
        harbor.asks().get(API + "groups/" + group).then().statusCode(404);
        harbor.asks().get(API + "groups/" + group + "/members").then().statusCode(404);
        harbor.asks().get(API + "groups").then().body("items", hasSize(0));
    }

    private static Response join(String group, Riverside.Admitted who, String from) {
        return INTAKE.asks()
                .body(Map.of("patient", who.patient(), "episode", who.episode(), "from", from))
                .post(API + "groups/" + group + "/members");
    }

    private static List<Map<String, Object>> memberships(String group) {
        return INTAKE.asks().get(API + "groups/" + group + "/members").path("");
    }

    private static int free(ProgramId program) {
        return INTAKE.asks().get(API + "places?program=" + program).path("find { it.track == 'EVENING' }.free");
    }
}
