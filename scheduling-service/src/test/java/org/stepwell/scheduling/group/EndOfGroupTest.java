package org.stepwell.scheduling.group;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.THURSDAY;
import static java.time.DayOfWeek.TUESDAY;
import static java.time.DayOfWeek.WEDNESDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.stepwell.scheduling.Riverside.ADMIN;
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
import static org.stepwell.scheduling.Riverside.moveTo;
import static org.stepwell.scheduling.Riverside.onAFreshMonday;
import static org.stepwell.scheduling.Riverside.opened;
import static org.stepwell.scheduling.Riverside.seatsOf;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.stepwell.contracts.id.GroupId;
import org.stepwell.contracts.id.ProgramId;
import org.stepwell.platform.database.Sql;
import org.stepwell.platform.testing.AtOnce;
import org.stepwell.platform.testing.Broker;
import org.stepwell.platform.testing.StepwellTestResource;
import org.stepwell.scheduling.Riverside.Admitted;

@QuarkusTest
@QuarkusTestResource(StepwellTestResource.class)
class EndOfGroupTest {

    @Inject
    Groups groups;

    @Inject
    EndGroup endGroup;

    @Inject
    Sql sql;

    @Test
    void aGroupEndsByItselfAfterItsOwnLastDayAndOffersNoPlaceInItsLastDays() {
        var monday = onAFreshMonday();
        var program = aProgram(NINE_HOURS);
        var form = groupForm(program, 5, aClinician(), monday, from18To21On(MONDAY, WEDNESDAY, FRIDAY));
        var lastDay = monday.plusDays(9);
        form.put("endsOn", lastDay.toString());
        var group = opened(form);
        var ada = admitted(program, EVENING, monday, 540);
        assertThat(free(program)).isEqualTo(4);

        moveTo(at(monday.plusDays(4), "08:00"));
        assertThat(free(program)).isZero();
        moveTo(at(lastDay, "23:00"));
        INTAKE.asks().get(API + "groups/" + group).then().body("status", equalTo("RUNNING"));

        moveTo(at(lastDay.plusDays(1), "08:00"));
        INTAKE.asks()
                .get(API + "groups/" + group)
                .then()
                .body("status", equalTo("ENDED"))
                .body("endsOn", equalTo(lastDay.toString()))
                .body("taken", equalTo(0));
        assertThat(free(program)).isZero();
        assertThat(seatsOf(ada.patient(), monday.plusDays(7))).hasSize(2);
    }

    @Test
    void theEndOfAGroupTellsTheWeeksItSpoils() {
        var monday = onAFreshMonday();
        var program = aProgram(NINE_HOURS);
        var group = aGroup(program, 5, aClinician(), monday, from18To21On(MONDAY, WEDNESDAY, FRIDAY));
        var ada = admitted(program, EVENING, monday, 540);
        var own = aGroup(program, 5, aClinician(), monday, from18To21On(TUESDAY, THURSDAY));
        var bob = admitted(program, MORNING, monday, 540);
        join(own, bob, monday);
        makeUp(sessionOf(group, monday.plusDays(4)), bob).then().statusCode(201);
        await().untilAsserted(() -> assertThat(weeks(ada.patient())).hasSize(1));
        await().untilAsserted(
                        () -> assertThat(weeks(bob.patient())).last().asString().contains("ON_TRACK"));

        ADMIN.asks()
                .body(Map.of("lastDay", monday.toString()))
                .post(API + "groups/" + group + "/end")
                .then()
                .statusCode(200);

        await().untilAsserted(() -> assertThat(weeks(ada.patient()))
                .anySatisfy(week -> assertThat(week).contains("NOT_MET", "\"weekStart\":\"" + monday + "\"")));
        await().untilAsserted(
                        () -> assertThat(weeks(bob.patient())).last().asString().contains("NOT_MET"));
    }

    @Test
    void nobodyIsSeatedInASessionThatIsBeingCancelled() throws Exception {
        var monday = onAFreshMonday();
        var program = aProgram(NINE_HOURS);
        var group = aGroup(program, 5, aClinician(), monday, from18To21On(MONDAY, WEDNESDAY));
        var ada = admitted(program, MORNING, monday, 540);
        var wednesday = sessionOf(group, monday.plusDays(2));

        var seated = AtOnce.beforeItCommits(
                sql,
                () -> endGroup.end(groups.of(GroupId.fromString(group)), monday),
                () -> makeUp(wednesday, ada).statusCode());

        assertThat(seated.waited()).isTrue();
        assertThat(seated.answer()).isEqualTo(409);
        AtOnce.inTheClinic(() -> assertThat(sql.list(
                        "select 1 from seat where session_id = ? and live",
                        row -> row.getInt(1),
                        UUID.fromString(wednesday)))
                .isEmpty());
    }

    @Test
    void whoJoinsAGroupThatIsBeingEndedIsToldThatItHasEnded() throws Exception {
        var monday = onAFreshMonday();
        var program = aProgram(NINE_HOURS);
        var group = aGroup(program, 5, aClinician(), monday, from18To21On(MONDAY, WEDNESDAY));
        var ada = admitted(program, MORNING, monday, 540);

        var answer = AtOnce.beforeItCommits(
                sql,
                () -> endGroup.end(groups.of(GroupId.fromString(group)), monday),
                () -> joining(group, ada, monday));

        assertThat(answer.waited()).isTrue();
        answer.answer().then().statusCode(409).body("type", endsWith("group-ended"));
    }

    private static String sessionOf(String group, LocalDate day) {
        return INTAKE.asks()
                .get(API + "sessions?limit=200&from=" + day + "&to=" + day)
                .path("items.find { it.group == '%s' }.id".formatted(group));
    }

    private static Response makeUp(String session, Admitted who) {
        return INTAKE.asks()
                .body(Map.of("patient", who.patient(), "episode", who.episode()))
                .post(API + "sessions/" + session + "/seats");
    }

    private static void join(String group, Admitted who, LocalDate from) {
        joining(group, who, from).then().statusCode(201);
    }

    private static Response joining(String group, Admitted who, LocalDate from) {
        return INTAKE.asks()
                .body(Map.of("patient", who.patient(), "episode", who.episode(), "from", from.toString()))
                .post(API + "groups/" + group + "/members");
    }

    private static List<String> weeks(Object patient) {
        return Broker.said("stepwell.scheduling", patient).stream()
                .filter(event -> event.startsWith("week-measured.v1"))
                .toList();
    }

    private static int free(ProgramId program) {
        return INTAKE.asks().get(API + "places?program=" + program).path("find { it.track == 'EVENING' }.free");
    }
}
