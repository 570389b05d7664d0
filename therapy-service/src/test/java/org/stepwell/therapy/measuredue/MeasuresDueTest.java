package org.stepwell.therapy.measuredue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.stepwell.therapy.Questionnaires.phq9;
import static org.stepwell.therapy.Questionnaires.rulers;
import static org.stepwell.therapy.Questionnaires.screener;
import static org.stepwell.therapy.Questionnaires.sends;
import static org.stepwell.therapy.Riverside.API;
import static org.stepwell.therapy.Riverside.aClinician;
import static org.stepwell.therapy.Riverside.aPatientOf;
import static org.stepwell.therapy.Riverside.aPatientSince;
import static org.stepwell.therapy.Riverside.aProgram;
import static org.stepwell.therapy.Riverside.awaitTask;
import static org.stepwell.therapy.Riverside.clinician;
import static org.stepwell.therapy.Riverside.clockAt;
import static org.stepwell.therapy.Riverside.discharged;
import static org.stepwell.therapy.Riverside.inClinic;
import static org.stepwell.therapy.Riverside.task;
import static org.stepwell.therapy.Riverside.treatedFirstBy;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stepwell.contracts.code.DischargeReason;
import org.stepwell.contracts.enrollment.EnrollmentFact.DischargePlanCancelled;
import org.stepwell.contracts.enrollment.EnrollmentFact.DischargePlanned;
import org.stepwell.contracts.enrollment.EnrollmentFact.EpisodeHeld;
import org.stepwell.contracts.enrollment.EnrollmentFact.EpisodeResumed;
import org.stepwell.contracts.finding.FindingEvent.MeasureScored;
import org.stepwell.contracts.id.MeasureId;
import org.stepwell.contracts.id.ProgramId;
import org.stepwell.contracts.id.StaffId;
import org.stepwell.platform.database.Sql;
import org.stepwell.platform.database.Uuid7;
import org.stepwell.platform.testing.Broker;
import org.stepwell.platform.testing.Person;
import org.stepwell.platform.testing.StepwellTestResource;
import org.stepwell.therapy.Riverside.InCare;

/** Questionnaires fall due by the calendar, are answered on the phone, and are somebody's task where they are not. */
@QuarkusTest
@QuarkusTestResource(StepwellTestResource.class)
class MeasuresDueTest {

    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    @Inject
    Sql sql;

    /** The house's, but for the BAM-IOP: one questionnaire a week is enough here. */
    private static final String SCHEDULE = """
            {"lines": [
              {"instrument": "READINESS", "asks": "PATIENT", "occasions": ["WEEKLY"]},
              {"instrument": "C-SSRS-SLC", "asks": "STAFF", "occasions": ["WEEKLY"]},
              {"instrument": "PHQ-9", "asks": "PATIENT", "occasions": ["DAY_30", "DAY_60", "DAY_90", "PLANNED_DISCHARGE"]},
              {"instrument": "GAD-7", "asks": "PATIENT", "occasions": ["DAY_30", "DAY_60", "DAY_90", "PLANNED_DISCHARGE"]},
              {"instrument": "BAM", "asks": "PATIENT", "occasions": ["DAY_30", "DAY_60", "DAY_90", "PLANNED_DISCHARGE"]}]}
            """;

    private final LocalDate first = LocalDate.now(NEW_YORK);
    private StaffId dora;
    private InCare ada;

    @BeforeEach
    void somebodyWhoseFirstDayIsToday() {
        dora = aClinician();
        ada = aPatientSince(first, program(), dora);
        treatedFirstBy(ada, dora);
    }

    private static ProgramId program() {
        var program = aProgram();
        var schedule = API + "/programs/" + program + "/measure-schedule";
        var admin = Person.at("clinic-admin");
        await("the program").until(() -> admin.asks().get(schedule).statusCode() == 200);
        admin.asks().body(SCHEDULE).put(schedule).then().statusCode(200);
        return program;
    }

    @AfterEach
    void theClockGoesBack() {
        clockAt(Instant.now());
    }

    @Test
    void afterAWeekThePatientIsAskedOnThePhoneAndAnswers() {
        askedOfAda().body("", hasSize(0));
        due().body(
                        "coming.find { it.occasion == 'DAY_30' }.dueOn",
                        equalTo(first.plusDays(30).toString()));

        dayIs(7);

        askedOfAda()
                .body("instrument", contains("READINESS"))
                .body("[0].dueOn", equalTo(first.plusDays(7).toString()))
                .body("[0].episode", equalTo(ada.episode().toString()));
        sends(patient(), ada, "READINESS", rulers())
                .statusCode(201)
                .body("recordedBy", nullValue())
                .body("saidBy", equalTo("PATIENT"));
        askedOfAda().body("", hasSize(0));
        due().body("open", hasSize(0))
                .body("before.status", contains("ANSWERED"))
                .body("before[0].measure", not(nullValue()));
    }

    @Test
    void theHouseAsksEachWeekForUseAndForReadiness() {
        ada = aPatientSince(first, aProgram(), dora);

        dayIs(7);

        askedOfAda().body("instrument", containsInAnyOrder("BAM-IOP", "READINESS"));
    }

    @Test
    void aPatientAnswersWhatTheyAreAskedAndNothingElse() {
        dayIs(7);

        sends(patient(), ada, "PHQ-9", phq9(1, 0))
                .statusCode(409)
                .body("type", endsWith("/problems/answered-as-asked"));
        sends(patient(), ada, "C-SSRS", screener()).statusCode(409);
        sends(patient(), ada, "READINESS", rulers()).statusCode(201);
        sends(patient(), ada, "READINESS", rulers()).statusCode(409);
        sends(Person.at("patient").who(aPatientOf().patient()), ada, "READINESS", rulers())
                .statusCode(404);

        clinician(dora).asks().get(measures()).then().body("items", hasSize(1));
    }

    @Test
    void whoNamesAThoughtOnThePhoneReadsWhomToCallAndStaffReadWhatTheyDo() {
        dayIs(31);

        sends(patient(), ada, "PHQ-9", phq9(1, 1))
                .statusCode(201)
                .body("alerts.code", contains("SUICIDE_ITEM"))
                .body("alerts[0].action", containsString("988"));

        patient().asks().get(measures()).then().body("items[0].alerts[0].action", containsString("988"));
        clinician(dora).asks().get(measures()).then().body("items[0].alerts[0].action", containsString("C-SSRS"));
        sends(clinician(dora), ada, "PHQ-9", phq9(1, 1))
                .statusCode(201)
                .body("alerts[0].action", containsString("C-SSRS"));
    }

    @Test
    void whatNobodyAnsweredIsATaskOfTheFirstClinicianUntilItIsAnswered() {
        dayIs(7);
        dayIs(9);
        assertThat(task(ada, "measure-unanswered", "OPEN")).isEmpty();

        dayIs(10);

        assertThat(task(ada, "measure-unanswered", "OPEN")).containsEntry("staff", dora.toString());
        due().body("open[0].unansweredSince", not(nullValue()));
        sends(clinician(dora), ada, "READINESS", rulers()).statusCode(201);
        assertThat(task(ada, "measure-unanswered", "DONE")).isNotEmpty();
    }

    @Test
    void whoeverLooksWeeksLaterAsksTheLastOnlyAndOnce() {
        dayIs(31);

        askedOfAda().body("instrument", containsInAnyOrder("READINESS", "PHQ-9", "GAD-7", "BAM"));
        due().body(
                        "open.find { it.instrument == 'READINESS' }.dueOn",
                        equalTo(first.plusDays(28).toString()))
                .body("before.instrument", contains("READINESS", "READINESS", "READINESS"))
                .body("before.status", contains("SUPERSEDED", "SUPERSEDED", "SUPERSEDED"));

        dayIs(35);

        askedOfAda().body("instrument", containsInAnyOrder("READINESS", "PHQ-9", "GAD-7", "BAM"));
        due().body(
                        "open.find { it.instrument == 'READINESS' }.dueOn",
                        equalTo(first.plusDays(35).toString()))
                .body("before", hasSize(4));
    }

    @Test
    void anAnswerOfTheDaysBeforeCounts() {
        dayIs(28);
        sends(clinician(dora), ada, "PHQ-9", phq9(1, 0)).statusCode(201);

        dayIs(30);

        askedOfAda().body("instrument", containsInAnyOrder("READINESS", "GAD-7", "BAM"));
        due().body("before.find { it.instrument == 'PHQ-9' }.status", equalTo("ANSWERED"));
    }

    @Test
    void anAnswerOfLastWeekDoesNotAnswerToday() {
        dayIs(30);

        var lastWeek = first.plusDays(22).atTime(12, 0).atZone(NEW_YORK).toInstant();
        sends(clinician(dora), ada, "PHQ-9", phq9(1, 0), lastWeek).statusCode(201);

        askedOfAda().body("instrument", containsInAnyOrder("READINESS", "PHQ-9", "GAD-7", "BAM"));
    }

    @Test
    void anAnswerInAnotherServiceAnswersItToo() {
        dayIs(30);
        var at = first.plusDays(30).atTime(12, 0).atZone(NEW_YORK).toInstant();

        var measure = new MeasureId(Uuid7.next());
        Broker.say(new MeasureScored(
                "enrollment", ada.patient(), null, measure, "GAD-7", "1", 5, "MILD", List.of(), at, at));

        await("the answer")
                .untilAsserted(() -> due().body(
                                "before.measure",
                                contains(nullValue(), nullValue(), nullValue(), equalTo(measure.toString()))));
        askedOfAda().body("instrument", containsInAnyOrder("READINESS", "PHQ-9", "BAM"));
    }

    @Test
    void nobodyIsAskedWhileTheyAreAwayAndTheLastIsAskedWhenTheyAreBack() {
        heldFrom(5);
        dayIs(15);
        askedOfAda().body("", hasSize(0));

        backOn(16);
        dayIs(16);

        askedOfAda()
                .body("instrument", contains("READINESS"))
                .body("[0].dueOn", equalTo(first.plusDays(14).toString()));
        dayIs(18);
        assertThat(task(ada, "measure-unanswered", "OPEN")).isEmpty();
        dayIs(19);
        assertThat(task(ada, "measure-unanswered", "OPEN")).isNotEmpty();
    }

    @Test
    void whatFellDueLongAgoWhileTheyWereAwayIsNotAskedAnyMore() {
        heldFrom(25);
        dayIs(45);

        backOn(46);
        dayIs(46);

        askedOfAda().body("instrument", contains("READINESS"));
        due().body("before.findAll { it.instrument == 'PHQ-9' }.status", contains("SUPERSEDED"));
    }

    @Test
    void beforeAPlannedDischargeTheLastAreAskedAndNotAnyMoreWhereTheyStay() {
        plannedFor(40);
        dayIs(37);

        askedOfAda().body("instrument", containsInAnyOrder("READINESS", "PHQ-9", "GAD-7", "BAM"));
        due().body(
                        "open.findAll { it.occasion == 'PLANNED_DISCHARGE' }.instrument",
                        containsInAnyOrder("PHQ-9", "GAD-7", "BAM"));

        Broker.say(new DischargePlanCancelled(ada.patient(), ada.episode(), Instant.now()));

        await("the cancellation").untilAsserted(() -> askedOfAda().body("instrument", contains("READINESS")));
    }

    @Test
    void afterTheLastDayNothingIsAskedAndNobodyHasATask() {
        dayIs(10);
        dayIs(13);
        assertThat(task(ada, "measure-unanswered", "OPEN")).isNotEmpty();

        discharged(ada, first.plusDays(13));
        assertThat(task(ada, "measure-unanswered", "OPEN")).isNotEmpty();
        dayIs(14);

        awaitTask(ada, "measure-unanswered", "WITHDRAWN");
        askedOfAda().body("", empty());
        dayIs(31);
        due().body("open", empty()).body("coming", empty()).body("before.status", everyItem(equalTo("WITHDRAWN")));
    }

    @ParameterizedTest
    @CsvSource({"2027-03-14, 2027-03-14T05:00:00Z", "2027-11-07, 2027-11-07T04:00:00Z"})
    void onADayOnWhichTheClocksChangeItIsAskedAsTheDayBeginsAtTheClinic(LocalDate day, Instant begins) {
        ada = aPatientSince(day.minusDays(7), program(), dora);

        clockAt(begins.minusSeconds(60)); // it goes on
        askedOfAda().body("", hasSize(0));
        clockAt(begins.plusSeconds(1));

        askedOfAda().body("dueOn", contains(day.toString()));
    }

    @Test
    void onlyWhomAScreenerFoundSomethingAreAskedEachWeekWhatChangedSince() {
        sends(clinician(dora), ada, "C-SSRS", screener("1")).statusCode(201);

        dayIs(7);

        due().body("open.instrument", containsInAnyOrder("READINESS", "C-SSRS-SLC"));
        askedOfAda().body("instrument", contains("READINESS"));
        sends(clinician(dora), ada, "C-SSRS", screener()).statusCode(201);
        due().body("open.instrument", contains("READINESS"));
    }

    @Test
    void whoReadsTheRecordReadsWhatIsDue() {
        for (var path : List.of(
                API + "/episodes/" + ada.episode() + "/measures-due",
                API + "/patients/" + ada.patient() + "/measures-asked")) {
            patient().asks().get(path).then().statusCode(200);
            clinician(aClinician()).asks().get(path).then().statusCode(403);
            Person.at("intake").asks().get(path).then().statusCode(403);
            Person.of("supervisor", Person.HARBOR)
                    .who(dora)
                    .asks()
                    .get(path)
                    .then()
                    .statusCode(404);
        }
    }

    private void dayIs(int day) {
        clockAt(first.plusDays(day).atTime(9, 0).atZone(NEW_YORK).toInstant());
    }

    private void heldFrom(int day) {
        Broker.say(new EpisodeHeld(
                ada.patient(), ada.episode(), first.plusDays(day), first.plusDays(day + 20), null, Instant.now()));
        knows("held_from");
    }

    private void backOn(int day) {
        Broker.say(new EpisodeResumed(
                ada.patient(), ada.episode(), first.plusDays(day), first.plusDays(120), Instant.now()));
        knows("back_on");
    }

    private void plannedFor(int day) {
        Broker.say(new DischargePlanned(
                ada.patient(),
                ada.episode(),
                first.plusDays(day),
                DischargeReason.COMPLETED_GOALS_MET,
                null,
                Instant.now()));
        await("the plan")
                .until(() -> inClinic(() -> sql.one(
                                "select discharge_on from measure_calendar where episode_id = ?",
                                row -> row.getString(1) != null,
                                ada.episode().value())
                        .orElse(false)));
    }

    private void knows(String column) {
        await(column)
                .until(() -> inClinic(() -> sql.one(
                                "select %s from episode where id = ?".formatted(column),
                                row -> row.getString(1) != null,
                                ada.episode().value())
                        .orElse(false)));
    }

    private Person patient() {
        return Person.at("patient").who(ada.patient());
    }

    private ValidatableResponse askedOfAda() {
        return patient()
                .asks()
                .get(API + "/patients/" + ada.patient() + "/measures-asked")
                .then()
                .statusCode(200);
    }

    private ValidatableResponse due() {
        return clinician(dora)
                .asks()
                .get(API + "/episodes/" + ada.episode() + "/measures-due")
                .then()
                .statusCode(200);
    }

    private String measures() {
        return API + "/patients/" + ada.patient() + "/measures";
    }
}
