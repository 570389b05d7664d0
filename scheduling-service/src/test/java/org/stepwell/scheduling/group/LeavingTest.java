package org.stepwell.scheduling.group;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.WEDNESDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
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
import static org.stepwell.scheduling.Riverside.moveTo;
import static org.stepwell.scheduling.Riverside.onAFreshMonday;
import static org.stepwell.scheduling.Riverside.seatsOf;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.stepwell.contracts.id.GroupId;
import org.stepwell.platform.database.Sql;
import org.stepwell.platform.testing.AtOnce;
import org.stepwell.platform.testing.StepwellTestResource;
import org.stepwell.scheduling.Riverside.Admitted;

@QuarkusTest
@QuarkusTestResource(StepwellTestResource.class)
class LeavingTest {

    @Inject
    Groups groups;

    @Inject
    SessionsAhead sessionsAhead;

    @Inject
    Sql sql;

    private LocalDate monday;
    private String group;
    private Admitted ada;

    @BeforeEach
    void adaComesThreeEveningsAWeek() {
        monday = onAFreshMonday();
        var program = aProgram(NINE_HOURS);
        group = aGroup(program, 5, aClinician(), monday, from18To21On(MONDAY, WEDNESDAY, FRIDAY));
        ada = admitted(program, EVENING, monday, 540);
    }

    @Test
    void whoLeavesEarlierThanTheyAreDischargedIsNotSeatedAgain() {
        leave(monday).then().statusCode(200);

        discharge(ada, monday.plusDays(4));

        await().untilAsserted(() ->
                joinFrom(monday.plusDays(5)).then().statusCode(409).body("type", endsWith("not-admitted")));
        joinFrom(monday).then().statusCode(409).body("type", endsWith("already-a-member"));
        moveTo(at(monday, "09:00"));
        assertThat(seatsOf(ada.patient(), monday)).hasSize(1);
        moveTo(at(monday.plusDays(1), "08:00"));
        INTAKE.asks().get(API + "groups/" + group).then().body("taken", equalTo(0));
    }

    @Test
    void aLastDayIsNotMovedToALaterOne() {
        leave(monday.plusDays(2)).then().statusCode(200);

        leave(monday.plusDays(9)).then().statusCode(409).body("type", endsWith("leaves-no-later"));
        leave(monday).then().statusCode(200).body("lastDay", equalTo(monday.toString()));

        assertThat(seatsOf(ada.patient(), monday)).hasSize(1);
    }

    @Test
    void whoWasDischargedIsNotSeatedByLeavingLater() {
        discharge(ada, monday);
        await().untilAsserted(() -> assertThat(seatsOf(ada.patient(), monday)).hasSize(1));

        leave(monday.plusDays(20)).then().statusCode(409).body("type", endsWith("leaves-no-later"));
        leave(null).then().statusCode(200).body("lastDay", equalTo(monday.toString()));

        assertThat(seatsOf(ada.patient(), monday)).hasSize(1);
        assertThat(seatsOf(ada.patient(), monday.plusDays(7))).isEmpty();
    }

    @Test
    void nobodyIsSeatedAfterTheirLastDayByPlanningAtTheSameTime() throws Exception {
        var left = AtOnce.beforeItCommits(
                sql,
                () -> sessionsAhead.plan(groups.of(GroupId.fromString(group)), monday.plusDays(7)),
                () -> leave(monday.plusDays(2)).statusCode());

        assertThat(left.waited()).isTrue();
        assertThat(left.answer()).isEqualTo(200);
        assertThat(seatsOf(ada.patient(), monday)).hasSize(2);
        assertThat(seatsOf(ada.patient(), monday.plusDays(21))).isEmpty();
    }

    private Response joinFrom(LocalDate day) {
        return INTAKE.asks()
                .body(Map.of("patient", ada.patient(), "episode", ada.episode(), "from", day.toString()))
                .post(API + "groups/" + group + "/members");
    }

    private Response leave(@Nullable LocalDate lastDay) {
        return INTAKE.asks()
                .delete(API + "groups/" + group + "/members/" + ada.patient()
                        + (lastDay == null ? "" : "?lastDay=" + lastDay));
    }
}
