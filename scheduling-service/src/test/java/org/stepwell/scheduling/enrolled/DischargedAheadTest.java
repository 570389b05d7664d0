package org.stepwell.scheduling.enrolled;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SATURDAY;
import static java.time.DayOfWeek.THURSDAY;
import static java.time.DayOfWeek.TUESDAY;
import static java.time.DayOfWeek.WEDNESDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
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
import static org.stepwell.scheduling.Riverside.discharge;
import static org.stepwell.scheduling.Riverside.from18To21On;
import static org.stepwell.scheduling.Riverside.moveTo;
import static org.stepwell.scheduling.Riverside.now;
import static org.stepwell.scheduling.Riverside.onAFreshMonday;
import static org.stepwell.scheduling.Riverside.placement;
import static org.stepwell.scheduling.Riverside.seatsOf;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.stepwell.contracts.code.DischargeReason;
import org.stepwell.contracts.enrollment.EnrollmentFact.DischargeCorrected;
import org.stepwell.contracts.enrollment.EnrollmentFact.EpisodeAdmitted;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.contracts.id.ProgramId;
import org.stepwell.contracts.id.StaffId;
import org.stepwell.platform.database.Uuid7;
import org.stepwell.platform.testing.AtOnce;
import org.stepwell.platform.testing.Broker;
import org.stepwell.platform.testing.Person;
import org.stepwell.platform.testing.StepwellTestResource;
import org.stepwell.scheduling.Riverside.Admitted;
import org.stepwell.scheduling.placement.UnplacedPatients;

/** It is Monday, and somebody is discharged already, with the Friday as their last day: until then they are in the program. */
@QuarkusTest
@QuarkusTestResource(StepwellTestResource.class)
class DischargedAheadTest {

    @Inject
    Episodes episodes;

    @Inject
    UnplacedPatients unplaced;

    private LocalDate monday;
    private LocalDate friday;
    private ProgramId program;
    private String group;

    @BeforeEach
    void aGroupMeetsThreeEveningsAWeek() {
        monday = onAFreshMonday();
        friday = monday.plusDays(4);
        program = aProgram(NINE_HOURS);
        group = aGroup(program, 5, aClinician(), monday, from18To21On(MONDAY, WEDNESDAY, FRIDAY));
    }

    @Test
    void aMakeUpSeatIsGivenUntilTheLastDay() {
        var ada = admitted(program, EVENING, monday, 540);
        var other = aGroup(program, 5, aClinician(), monday, from18To21On(THURSDAY, SATURDAY));
        discharged(ada, friday);

        makeUp(sessionOf(other, monday.plusDays(3)), ada).then().statusCode(201);
        makeUp(sessionOf(other, monday.plusDays(5)), ada).then().statusCode(409).body("type", endsWith("not-admitted"));

        assertThat(seatsOf(ada.patient(), monday)).hasSize(4);
    }

    @Test
    void whoJoinsAGroupIsAMemberUntilTheLastDay() {
        var bob = admitted(program, MORNING, monday, 540);
        discharged(bob, friday);

        join(friday.plusDays(1), bob).then().statusCode(409).body("type", endsWith("not-admitted"));
        join(monday, bob)
                .then()
                .statusCode(201)
                .body("status", equalTo("LEAVING"))
                .body("lastDay", equalTo(friday.toString()));

        assertThat(seatsOf(bob.patient(), monday)).hasSize(3);
        assertThat(seatsOf(bob.patient(), monday.plusDays(7))).isEmpty();
        moveTo(at(friday.plusDays(1), "08:00"));
        INTAKE.asks().get(API + "groups/" + group).then().body("taken", equalTo(0));
    }

    @Test
    void whoLeavesLaterThanWasSaidHasTheSeatsUntilThen() {
        var ada = admitted(program, EVENING, monday, 540);
        discharged(ada, monday.plusDays(2));
        await().until(() -> seatsOf(ada.patient(), monday).size() == 2);

        Broker.say(new DischargeCorrected(
                ada.patient(), ada.episode(), friday, DischargeReason.COMPLETED_GOALS_MET, null, now()));

        await().untilAsserted(() -> assertThat(seatsOf(ada.patient(), monday)).hasSize(3));
        assertThat(seatsOf(ada.patient(), monday.plusDays(7))).isEmpty();
        moveTo(at(friday.plusDays(1), "08:00"));
        INTAKE.asks().get(API + "groups/" + group).then().body("taken", equalTo(0));
    }

    /** Said on the Tuesday after their last day: they are expected until Friday, and have their place again. */
    @Test
    void whoHasLeftAndIsSaidToStayHasThePlaceAgainOrSomebodyLooksForOne() {
        var ada = admitted(program, EVENING, monday, 540);
        discharged(ada, monday);
        moveTo(at(monday.plusDays(1), "09:00"));
        INTAKE.asks().get(API + "groups/" + group).then().body("taken", equalTo(0));

        Broker.say(new DischargeCorrected(
                ada.patient(), ada.episode(), friday, DischargeReason.COMPLETED_GOALS_MET, null, now()));

        await().untilAsserted(() -> assertThat(seatsOf(ada.patient(), monday)).hasSize(3));
        INTAKE.asks()
                .get(API + "places?program=" + program)
                .then()
                .body("find { it.track == 'EVENING' }.free", equalTo(4));
        moveTo(at(friday.plusDays(1), "08:00"));
        INTAKE.asks().get(API + "groups/" + group).then().body("taken", equalTo(0));
    }

    /** Said on the Wednesday after the week was told for good, as one that the patient had left in. */
    @Test
    void theWeeksOfWhoStaysAfterAllAreMeasuredForGood() {
        var ada = admitted(program, EVENING, monday, 540);
        discharged(ada, monday.plusDays(2));
        moveTo(at(monday.plusDays(8), "08:00"));
        await().untilAsserted(() -> assertThat(lastWords(ada, monday)).containsExactly("NOT_WHOLLY_IN_PROGRAM"));
        moveTo(at(monday.plusDays(9), "09:00"));

        Broker.say(new DischargeCorrected(
                ada.patient(), ada.episode(), friday.plusDays(21), DischargeReason.COMPLETED_GOALS_MET, null, now()));

        await().untilAsserted(
                        () -> assertThat(lastWords(ada, monday)).containsExactly("NOT_WHOLLY_IN_PROGRAM", "NOT_MET"));
        moveTo(at(monday.plusDays(30), "08:00"));
        await().untilAsserted(() -> {
            assertThat(lastWords(ada, monday.plusDays(7))).containsExactly("NOT_MET");
            assertThat(lastWords(ada, monday.plusDays(14))).containsExactly("NOT_MET");
            assertThat(lastWords(ada, monday.plusDays(21))).containsExactly("NOT_WHOLLY_IN_PROGRAM");
        });
    }

    /** Said when all of it is over: each week gets its last word at once, also those in between. */
    @Test
    void theWeeksUntilALastDayThatWasLaterAreMeasuredAfterwards() {
        var ada = admitted(program, EVENING, monday, 540);
        discharged(ada, monday.plusDays(2));
        moveTo(at(monday.plusDays(25), "09:00"));

        Broker.say(new DischargeCorrected(
                ada.patient(), ada.episode(), monday.plusDays(16), DischargeReason.COMPLETED_GOALS_MET, null, now()));

        await().untilAsserted(() -> {
            assertThat(lastWords(ada, monday)).containsExactly("NOT_WHOLLY_IN_PROGRAM", "NOT_MET");
            assertThat(lastWords(ada, monday.plusDays(7))).containsExactly("NOT_MET");
            assertThat(lastWords(ada, monday.plusDays(14))).containsExactly("NOT_WHOLLY_IN_PROGRAM");
        });
    }

    @Test
    void whoeverStaysLongerAndFindsTheGroupFullIsWorkForIntake() {
        var small = aGroup(program, 2, aClinician(), monday, from18To21On(TUESDAY, THURSDAY, SATURDAY));
        var ada = admitted(program, MORNING, monday, 540);
        join(small, monday, ada).then().statusCode(201);
        join(small, monday, admitted(program, MORNING, monday, 540)).then().statusCode(201);
        discharged(ada, monday);
        moveTo(at(monday.plusDays(1), "09:00"));
        var bob = admitted(program, MORNING, monday, 540);
        join(small, monday.plusDays(1), bob).then().statusCode(201);

        Broker.say(new DischargeCorrected(
                ada.patient(), ada.episode(), friday, DischargeReason.COMPLETED_GOALS_MET, null, now()));

        await().untilAsserted(() -> INTAKE.asks()
                .get(API + "tasks?kind=place-gone&patient=" + ada.patient())
                .then()
                .body("items.status", contains("OPEN")));
        INTAKE.asks().get(API + "groups/" + small).then().body("taken", equalTo(2));
    }

    /** Meanwhile somebody is in the group from whom they are kept apart. */
    @Test
    void whoeverStaysLongerAndCanNotBeInTheGroupAnyMoreIsWorkForIntake() {
        var ada = admitted(program, EVENING, monday, 540);
        discharged(ada, monday);
        moveTo(at(monday.plusDays(1), "09:00"));
        var bob = admitted(program, MORNING, monday, 540);
        Person.at("supervisor")
                .who(new StaffId(Uuid7.next()))
                .asks()
                .body(Map.of("other", bob.patient()))
                .post(API + "patients/" + ada.patient() + "/kept-apart")
                .then()
                .statusCode(200);
        join(monday.plusDays(1), bob).then().statusCode(201);

        Broker.say(new DischargeCorrected(
                ada.patient(), ada.episode(), friday, DischargeReason.COMPLETED_GOALS_MET, null, now()));

        await().untilAsserted(() -> INTAKE.asks()
                .get(API + "tasks?kind=place-gone&patient=" + ada.patient())
                .then()
                .body("items.status", contains("OPEN")));
        INTAKE.asks().get(API + "groups/" + group).then().body("taken", equalTo(1));
    }

    @Test
    void whoIsPlacedAfterTheirDischargeWasSaidIsSeatedUntilTheLastDay() {
        var ada = new Admitted(new PatientId(Uuid7.next()), new EpisodeId(Uuid7.next()));

        AtOnce.inTheClinic(() -> {
            episodes.admitted(admission(ada));
            episodes.ended(ada.episode(), friday);
            unplaced.due(ada.episode().value(), now());
        });

        placement(ada).then().body("groups", equalTo(List.of(group)));
        assertThat(seatsOf(ada.patient(), monday)).hasSize(3);
        assertThat(seatsOf(ada.patient(), monday.plusDays(7))).isEmpty();
    }

    @Test
    void theWeekInWhichTheyJoinIsMeasured() {
        var bob = admitted(program, MORNING, monday, 540);
        discharged(bob, friday.plusDays(7));
        await().until(() -> weeks(bob).stream().anyMatch(week -> week.contains("NOT_APPLICABLE")));

        join(monday, bob).then().statusCode(201);

        await().untilAsserted(() -> assertThat(weeks(bob))
                .anyMatch(week -> week.contains("ON_TRACK") && week.contains("\"weekStart\":\"" + monday)));
    }

    /** What was told of a week for good, in order: the verdict, or why there is none. */
    private static List<String> lastWords(Admitted who, LocalDate week) {
        return weeks(who).stream()
                .filter(said -> said.contains("\"weekStart\":\"" + week) && said.contains("\"last\":true"))
                .map(said -> said.contains("because\":\"")
                        ? said.replaceAll(".*\"because\":\"(\\w+)\".*", "$1")
                        : said.replaceAll(".*\"verdict\":\"(\\w+)\".*", "$1"))
                .toList();
    }

    private static List<String> weeks(Admitted who) {
        return Broker.said("stepwell.scheduling", who.patient()).stream()
                .filter(event -> event.startsWith("week-measured.v1"))
                .toList();
    }

    private EpisodeAdmitted admission(Admitted who) {
        return new EpisodeAdmitted(
                who.patient(), who.episode(), null, program, EVENING, monday, monday.plusDays(90), 540, now());
    }

    private void discharged(Admitted who, LocalDate lastDay) {
        discharge(who, lastDay);
        await().until(() -> AtOnce.inTheClinic(() -> Objects.equals(
                episodes.find(who.episode()).map(Episode::lastDay).orElse(null), lastDay)));
    }

    private Response join(LocalDate from, Admitted who) {
        return join(group, from, who);
    }

    private static Response join(String group, LocalDate from, Admitted who) {
        return INTAKE.asks()
                .body(Map.of("patient", who.patient(), "episode", who.episode(), "from", from.toString()))
                .post(API + "groups/" + group + "/members");
    }

    private static Response makeUp(String session, Admitted who) {
        return INTAKE.asks()
                .body(Map.of("patient", who.patient(), "episode", who.episode()))
                .post(API + "sessions/" + session + "/seats");
    }

    private static String sessionOf(String group, LocalDate day) {
        return INTAKE.asks()
                .get(API + "sessions?limit=200&from=" + day + "&to=" + day)
                .path("items.find { it.group == '%s' }.id".formatted(group));
    }
}
