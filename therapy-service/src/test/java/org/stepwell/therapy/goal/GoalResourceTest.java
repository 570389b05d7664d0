package org.stepwell.therapy.goal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.stepwell.therapy.GroupRoom.aSession;
import static org.stepwell.therapy.GroupRoom.attendance;
import static org.stepwell.therapy.GroupRoom.attended;
import static org.stepwell.therapy.Questionnaires.phq9OfTotal;
import static org.stepwell.therapy.Questionnaires.sends;
import static org.stepwell.therapy.Riverside.API;
import static org.stepwell.therapy.Riverside.aClinician;
import static org.stepwell.therapy.Riverside.aPatientOf;
import static org.stepwell.therapy.Riverside.aPatientSince;
import static org.stepwell.therapy.Riverside.aProgram;
import static org.stepwell.therapy.Riverside.clinician;
import static org.stepwell.therapy.Riverside.clockAt;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.stepwell.contracts.code.AttendanceStatus;
import org.stepwell.contracts.id.StaffId;
import org.stepwell.platform.testing.Broker;
import org.stepwell.platform.testing.MovedClock;
import org.stepwell.platform.testing.Person;
import org.stepwell.platform.testing.Statements;
import org.stepwell.platform.testing.StepwellTestResource;
import org.stepwell.therapy.Riverside.InCare;

/** The eight goals move by what is known of the stay; the patient reads it in plain words. */
@QuarkusTest
@QuarkusTestResource(StepwellTestResource.class)
class GoalResourceTest {

    StaffId dora;
    InCare ada;

    @BeforeEach
    void aPatient() {
        dora = aClinician();
        ada = aPatientOf(dora);
    }

    @AfterEach
    void now() {
        clockAt(Instant.now());
    }

    @Test
    void inTheBeginningNobodyKnowsWhereItGoes() {
        goals("").body("goals", hasSize(8)).body("goals.direction", everyItem(nullValue()));
        goals("/in-plain-words").body("goals.howItGoes", everyItem(containsString("too early")));
    }

    @Test
    void whoComesMoreOftenAndFeelsBetterReadsSoAndSeesWhatShowsIt() {
        Broker.say(attendance(aSession(daysAgo(60), dora), ada, 1, AttendanceStatus.NO_SHOW));
        Broker.say(attendance(aSession(daysAgo(58), dora), ada, 1, AttendanceStatus.CANCELLED_BY_PROGRAM));
        attended(aSession(daysAgo(2), dora), ada);
        attended(aSession(daysAgo(1), dora), ada);
        clockAt(daysAgo(50));
        sends(clinician(dora), ada, "PHQ-9", phq9OfTotal(16)).statusCode(201);
        clockAt(Instant.now());
        sends(clinician(dora), ada, "PHQ-9", phq9OfTotal(8)).statusCode(201);

        goals("")
                .body(goal("STRUCTURE_AND_SELF_DISCIPLINE") + ".direction", equalTo("BETTER"))
                .body(goal("STRUCTURE_AND_SELF_DISCIPLINE") + ".movers.source", contains("ATTENDANCE"))
                .body(goal("PROBLEM_SOLVING") + ".direction", equalTo("BETTER"))
                .body(goal("PROBLEM_SOLVING") + ".movers[0].weeks.value", contains(16f, 8f))
                .body(goal("COMMUNICATION_SKILLS") + ".minutesGiven", equalTo(360))
                .body(goal("MAINTAINING_ABSTINENCE") + ".direction", nullValue());
        Person.at("patient")
                .who(ada.patient())
                .asks()
                .get(path() + "/goals/in-plain-words")
                .then()
                .statusCode(200)
                .body(goal("PROBLEM_SOLVING") + ".howItGoes", containsString("your mood"));
        criteria()
                .body(criterion("COMES_REGULARLY") + ".met", equalTo(true))
                .body(criterion("COMES_REGULARLY") + ".because", equalTo("2 of 2 sessions."))
                .body(criterion("SYMPTOMS_EASED") + ".met", equalTo(true))
                .body(criterion("NO_OPEN_WARNING") + ".met", equalTo(true))
                .body(criterion("NOTHING_UNEXPECTED_FOUND") + ".met", nullValue())
                .body(criterion("PLAN_AGAINST_RELAPSE") + ".met", equalTo(false));
    }

    /** Today a new week of the stay begins; it is no week without a meeting yet. */
    @Test
    void aWeekThatIsNotOverYetIsNoWeekWithoutAMeeting() {
        var from = LocalDate.ofInstant(daysAgo(8 * 7), ZoneId.of("America/New_York"));
        ada = aPatientSince(from, aProgram(), dora);
        for (int week = 0; week < 8; week++) {
            Person.at("patient")
                    .who(ada.patient())
                    .asks()
                    .body(Map.of(
                            "date",
                            from.plusDays(week * 7L + 1).toString(),
                            "fellowship",
                            "ALCOHOLICS_ANONYMOUS",
                            "format",
                            "ONLINE",
                            "homeGroup",
                            false))
                    .post(path() + "/twelve-step/meetings")
                    .then()
                    .statusCode(201);
        }

        goals("")
                .body(goal("TAKING_ACTION_FOR_SOBRIETY") + ".movers.source", contains("MEETINGS"))
                .body(goal("TAKING_ACTION_FOR_SOBRIETY") + ".direction", equalTo("STEADY"));
    }

    @Test
    void whatADrugScreenFoundReachesThePatientsPagesNoSoonerThanTheScreenItself() {
        var screen = aPositiveScreen();

        goals("").body(goal("MAINTAINING_ABSTINENCE") + ".movers.source", contains("DRUG_SCREENS"));
        criteria()
                .body(criterion("NOTHING_UNEXPECTED_FOUND") + ".met", equalTo(false))
                .body(criterion("NOTHING_UNEXPECTED_FOUND") + ".because", startsWith("1 of 1 "));
        readsAsPatient("/goals").body(goal("MAINTAINING_ABSTINENCE") + ".movers", empty());
        readsAsPatient("/step-down-criteria")
                .body(criterion("NOTHING_UNEXPECTED_FOUND") + ".met", nullValue())
                .body(criterion("NOTHING_UNEXPECTED_FOUND") + ".because", startsWith("0 of 0 "));

        posts(screen + "/review", "{}").statusCode(200);

        readsAsPatient("/goals").body(goal("MAINTAINING_ABSTINENCE") + ".movers.source", contains("DRUG_SCREENS"));
        readsAsPatient("/step-down-criteria").body(criterion("NOTHING_UNEXPECTED_FOUND") + ".met", equalTo(false));
    }

    @Test
    void aPatientReadsOfWhatNobodyLookedAtAfterTwoDays() {
        aPositiveScreen();
        clockAt(MovedClock.now().plus(Duration.ofDays(2)).minusSeconds(60));
        readsAsPatient("/step-down-criteria").body(criterion("NOTHING_UNEXPECTED_FOUND") + ".met", nullValue());

        clockAt(MovedClock.now().plusSeconds(120));

        readsAsPatient("/step-down-criteria").body(criterion("NOTHING_UNEXPECTED_FOUND") + ".met", equalTo(false));
        readsAsPatient("/goals").body(goal("MAINTAINING_ABSTINENCE") + ".movers.source", contains("DRUG_SCREENS"));
    }

    /** Its path. */
    private String aPositiveScreen() {
        var screens = path() + "/drug-screens";
        var id = posts(screens, "{\"panel\": \"69739-1\", \"analytes\": [\"FENTANYL\"]}")
                .statusCode(201)
                .extract()
                .<String>path("id");
        var screen = screens + "/" + id;
        posts(screen + "/collection", "{}").statusCode(200);
        posts(screen + "/results", """
                {"kind": "PRESUMPTIVE", "readings": [{"analyte": "FENTANYL", "outcome": "DETECTED"}]}
                """).statusCode(200);
        return screen;
    }

    private ValidatableResponse posts(String path, String body) {
        return clinician(dora)
                .asks()
                .header("If-Match", "*")
                .body(body)
                .post(path)
                .then();
    }

    private ValidatableResponse readsAsPatient(String page) {
        return Person.at("patient")
                .who(ada.patient())
                .asks()
                .get(path() + page)
                .then()
                .statusCode(200);
    }

    @Test
    void theRulerOfReadinessAndThePartsOfTheBamMoveGoalsAndDaysAreNotHeldAgainstSteps() {
        clockAt(daysAgo(50));
        sends(clinician(dora), ada, "READINESS", Map.of("1", 6, "2", 4, "3", 2)).statusCode(201);
        sends(clinician(dora), ada, "BAM-R", bam(9)).statusCode(201);
        clockAt(Instant.now());
        sends(clinician(dora), ada, "READINESS", Map.of("1", 6, "2", 4, "3", 8)).statusCode(201);
        sends(clinician(dora), ada, "BAM", bam(0)).statusCode(201);

        goals("")
                .body(goal("TAKING_ACTION_FOR_SOBRIETY") + ".movers.source", contains("READINESS"))
                .body(goal("TAKING_ACTION_FOR_SOBRIETY") + ".direction", equalTo("BETTER"))
                .body(goal("MAINTAINING_ABSTINENCE") + ".movers.source", contains("USE"))
                .body(goal("MAINTAINING_ABSTINENCE") + ".movers[0].weeks.value", contains(0f))
                .body(goal("MAINTAINING_ABSTINENCE") + ".direction", nullValue());
    }

    @Test
    void thePagesTakeAsManyStatementsHoweverMuchTheyGoBy() {
        goesOn(1);
        int few = statements();
        for (int day = 2; day < 6; day++) {
            goesOn(day);
        }

        assertThat(statements()).isEqualTo(few);
    }

    private void goesOn(int daysAgo) {
        attended(aSession(daysAgo(daysAgo), dora), ada);
        sends(clinician(dora), ada, "PHQ-9", phq9OfTotal(16 - daysAgo), daysAgo(daysAgo))
                .statusCode(201);
        aPositiveScreen();
    }

    private int statements() {
        return Statements.ofReading(() -> {
            goals("").body(goal("PROBLEM_SOLVING") + ".movers", hasSize(1));
            goals("/in-plain-words");
            criteria();
        });
    }

    @Test
    void whatIsAskedEachWeekMovesGoals() {
        clockAt(daysAgo(42));
        sends(clinician(dora), ada, "BAM-IOP", bamIop(4)).statusCode(201);
        clockAt(Instant.now());
        sends(clinician(dora), ada, "BAM-IOP", bamIop(0)).statusCode(201);

        goals("")
                .body(
                        goal("MAINTAINING_ABSTINENCE") + ".movers.source",
                        containsInAnyOrder("ALCOHOL_DAYS", "DRUG_DAYS"))
                .body(goal("MAINTAINING_ABSTINENCE") + ".direction", equalTo("BETTER"))
                .body(
                        goal("CHANGING_NEGATIVE_BEHAVIORS") + ".movers.source",
                        containsInAnyOrder("CRAVINGS", "RISKY_DAYS"))
                .body(goal("SOCIALIZING_WITHOUT_SUBSTANCES") + ".movers.source", contains("SUPPORT_DAYS"));
    }

    private static Map<String, Integer> bamIop(int drinking) {
        var answers = IntStream.rangeClosed(1, 17)
                .filter(item -> item != 7 && (item != 5 || drinking > 0))
                .boxed()
                .collect(Collectors.toMap(String::valueOf, item -> item == 4 ? drinking : 0));
        return answers;
    }

    /** All of it nothing, but for drinking: days of the BAM-R, steps of the BAM. */
    private static Map<String, Integer> bam(int drinking) {
        return IntStream.rangeClosed(1, 16)
                .filter(item -> item != 7 && (item != 5 || drinking > 0))
                .boxed()
                .collect(Collectors.toMap(String::valueOf, item -> item == 4 || item == 5 ? drinking : 0));
    }

    private static Instant daysAgo(int days) {
        return Instant.now().minus(Duration.ofDays(days)).truncatedTo(ChronoUnit.SECONDS);
    }

    private static String goal(String goal) {
        return "goals.find { it.goal == '%s' }".formatted(goal);
    }

    private static String criterion(String criterion) {
        return "criteria.find { it.criterion == '%s' }".formatted(criterion);
    }

    private ValidatableResponse goals(String page) {
        return clinician(dora).asks().get(path() + "/goals" + page).then().statusCode(200);
    }

    private ValidatableResponse criteria() {
        return clinician(dora).asks().get(path() + "/step-down-criteria").then().statusCode(200);
    }

    private String path() {
        return API + "/episodes/" + ada.episode();
    }
}
