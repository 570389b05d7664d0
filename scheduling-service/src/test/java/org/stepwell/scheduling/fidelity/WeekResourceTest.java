package org.stepwell.scheduling.fidelity;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.WEDNESDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
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
import static org.stepwell.scheduling.Riverside.leading;
import static org.stepwell.scheduling.Riverside.moveTo;
import static org.stepwell.scheduling.Riverside.onAFreshMonday;
import static org.stepwell.scheduling.Riverside.seatsOf;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.stepwell.contracts.enrollment.EnrollmentState.CareTeamChanged;
import org.stepwell.contracts.enrollment.EnrollmentState.ClinicChanged;
import org.stepwell.contracts.id.StaffId;
import org.stepwell.platform.testing.Broker;
import org.stepwell.platform.testing.Person;
import org.stepwell.platform.testing.StepwellTestResource;
import org.stepwell.scheduling.Riverside.Admitted;

@QuarkusTest
@QuarkusTestResource(StepwellTestResource.class)
class WeekResourceTest {

    @Test
    void aWeekIsOnTrackThenMetAndThenFinal() {
        var monday = onAFreshMonday();
        var dora = aClinician();
        var program = aProgram(NINE_HOURS);
        aGroup(program, 12, dora, monday, from18To21On(MONDAY, WEDNESDAY, FRIDAY));
        var ada = admitted(program, EVENING, monday, 540);
        week(ada, monday)
                .body("ruleSets[0].verdict", equalTo("ON_TRACK"))
                .body("ruleSets[0].minutes", equalTo(0))
                .body("ruleSets[0].plannedMinutes", equalTo(540))
                .body("ruleSets[0].ruleSet", equalTo("iop-standard"));

        var sessions = seatsOf(ada.patient(), monday);
        for (int i = 0; i < 3; i++) {
            moveTo(at(monday.plusDays(2L * i), "21:05"));
            close(dora, sessions.get(i), ada, "PRESENT");
        }

        week(ada, monday)
                .body("ruleSets[0].verdict", equalTo("MET"))
                .body("ruleSets[0].minutes", equalTo(540))
                .body("ruleSets[0].days", equalTo(3));
        await().untilAsserted(() -> assertThat(verdicts(ada)).containsExactly("ON_TRACK false", "MET false"));
        moveTo(at(monday.plusDays(8), "00:01"));
        week(ada, monday).body("last", equalTo(true));
        await().untilAsserted(() -> assertThat(verdicts(ada)).contains("ON_TRACK false", "MET false", "MET true"));
    }

    @Test
    void aNoShowMakesTheWeekMissedAndACorrectionMendsIt() {
        var monday = onAFreshMonday();
        var dora = aClinician();
        var program = aProgram(NINE_HOURS);
        aGroup(program, 12, dora, monday, from18To21On(MONDAY, WEDNESDAY, FRIDAY));
        var ada = admitted(program, EVENING, monday, 540);
        var sessions = seatsOf(ada.patient(), monday);
        moveTo(at(monday, "21:05"));

        close(dora, sessions.getFirst(), ada, "NO_SHOW");

        await().untilAsserted(() -> week(ada, monday)
                .body("ruleSets[0].verdict", equalTo("NOT_MET"))
                .body("ruleSets[0].missing[0]", equalTo("WEEK_MINUTES"))
                .body("perDay.scheduled.sum()", equalTo(540))
                .body("perDay.attended.sum()", equalTo(0)));
        await().untilAsserted(() -> assertThat(verdicts(ada)).containsExactly("ON_TRACK false", "NOT_MET false"));
        leading(dora)
                .asks()
                .header("If-Match", "\"1\"")
                .body(Map.of("status", "TELEHEALTH", "minutes", 180, "reason", "ENTERED_WRONGLY"))
                .put(API + "sessions/" + sessions.getFirst() + "/attendance/" + ada.patient())
                .then()
                .statusCode(200);
        await().untilAsserted(() ->
                assertThat(verdicts(ada)).containsExactly("ON_TRACK false", "NOT_MET false", "ON_TRACK false"));
        week(ada, monday)
                .body(
                        "perDay.day",
                        contains(
                                monday.toString(),
                                monday.plusDays(2).toString(),
                                monday.plusDays(4).toString()))
                .body("perDay.scheduled", contains(180, 180, 180))
                .body("perDay.attended", contains(180, 0, 0));
    }

    @Test
    void whoStartsMidweekHasAFirstWeekThatIsNotApplicable() {
        var monday = onAFreshMonday();
        var program = aProgram(NINE_HOURS);
        aGroup(program, 12, aClinician(), monday, from18To21On(MONDAY, WEDNESDAY, FRIDAY));
        var ada = admitted(program, EVENING, monday.plusDays(1), 540);

        week(ada, monday).body("ruleSets[0].verdict", equalTo("NOT_APPLICABLE"));
        week(ada, monday.plusDays(7)).body("ruleSets[0].verdict", equalTo("ON_TRACK"));
        discharge(ada, monday.plusDays(9));
        await().untilAsserted(
                        () -> week(ada, monday.plusDays(7)).body("ruleSets[0].verdict", equalTo("NOT_APPLICABLE")));
        moveTo(at(monday.plusDays(40), "08:00"));
        await().untilAsserted(
                        () -> assertThat(verdicts(ada)).containsOnly("NOT_APPLICABLE false", "NOT_APPLICABLE true"));
        assertThat(verdicts(ada)).filteredOn(one -> one.endsWith("true")).hasSize(2);
    }

    @Test
    void aWeekIsReadByThePatientAndTheirCareTeamOnly() {
        var monday = onAFreshMonday();
        var dora = aClinician();
        var program = aProgram(NINE_HOURS);
        aGroup(program, 12, dora, monday, from18To21On(MONDAY, WEDNESDAY, FRIDAY));
        var ada = admitted(program, EVENING, monday, 540);
        var bob = admitted(program, EVENING, monday, 540);
        Broker.say(new CareTeamChanged(
                ada.patient(),
                ada.episode(),
                List.of(new CareTeamChanged.Member(dora, CareTeamChanged.Role.PRIMARY_CLINICIAN)),
                Instant.EPOCH));

        await().untilAsserted(
                        () -> assertThat(status(leading(dora), ada, monday)).isEqualTo(200));
        assertThat(status(leading(dora), bob, monday)).isEqualTo(403);
        assertThat(status(Person.at("patient").who(ada.patient()), ada, monday)).isEqualTo(200);
        assertThat(status(Person.at("patient").who(ada.patient()), bob, monday)).isEqualTo(404);
        Broker.say(
                Person.HARBOR,
                new ClinicChanged(Person.HARBOR, "Harbor", "America/New_York", DayOfWeek.MONDAY, null, Instant.EPOCH));
        await().untilAsserted(() -> assertThat(status(Person.of("intake", Person.HARBOR), ada, monday))
                .isEqualTo(404));
        INTAKE.asks()
                .get(API + "patients/" + ada.patient() + "/weeks/" + monday.plusDays(1))
                .then()
                .statusCode(400);
        Person.at("patient")
                .who(ada.patient())
                .asks()
                .get(API + "patients/" + bob.patient() + "/week")
                .then()
                .statusCode(404);
    }

    private static int status(Person who, Admitted patient, LocalDate weekStart) {
        return who.asks()
                .get(API + "patients/" + patient.patient() + "/weeks/" + weekStart)
                .statusCode();
    }

    private static ValidatableResponse week(Admitted who, LocalDate weekStart) {
        return INTAKE.asks()
                .get(API + "patients/" + who.patient() + "/weeks/" + weekStart)
                .then()
                .statusCode(200);
    }

    private static void close(StaffId leader, String session, Admitted who, String status) {
        leading(leader)
                .asks()
                .body(Map.of("presences", List.of(Map.of("patient", who.patient(), "status", status))))
                .post(API + "sessions/" + session + "/closing")
                .then()
                .statusCode(200);
    }

    /** The verdicts told of somebody, in order, and whether each was the last word. */
    private static List<String> verdicts(Admitted who) {
        return Broker.said("stepwell.scheduling", who.patient()).stream()
                .filter(event -> event.startsWith("week-measured.v1"))
                .map(event -> event.replaceAll(".*\"verdict\":\"(\\w+)\".*\"last\":(\\w+).*", "$1 $2"))
                .toList();
    }
}
