package org.stepwell.therapy.measuredue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.stepwell.therapy.Questionnaires.phq9;
import static org.stepwell.therapy.Questionnaires.screener;
import static org.stepwell.therapy.Questionnaires.sends;
import static org.stepwell.therapy.Riverside.API;
import static org.stepwell.therapy.Riverside.aClinician;
import static org.stepwell.therapy.Riverside.aPatientSince;
import static org.stepwell.therapy.Riverside.aProgram;
import static org.stepwell.therapy.Riverside.awaitTask;
import static org.stepwell.therapy.Riverside.clinician;
import static org.stepwell.therapy.Riverside.discharged;
import static org.stepwell.therapy.Riverside.task;
import static org.stepwell.therapy.Riverside.treatedFirstBy;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.stepwell.contracts.code.DischargeReason;
import org.stepwell.contracts.code.DischargeWaiver;
import org.stepwell.contracts.enrollment.EnrollmentFact.EpisodeDischarged;
import org.stepwell.contracts.finding.FindingEvent.MeasureScored;
import org.stepwell.contracts.finding.FindingEvent.SafetyChanged;
import org.stepwell.contracts.id.MeasureId;
import org.stepwell.contracts.id.StaffId;
import org.stepwell.platform.database.Uuid7;
import org.stepwell.platform.testing.Broker;
import org.stepwell.platform.testing.Person;
import org.stepwell.platform.testing.StepwellTestResource;
import org.stepwell.therapy.Riverside.InCare;

/** Whoever names a thought of death or self-harm is asked the suicide screener the same day. */
@QuarkusTest
@QuarkusTestResource(StepwellTestResource.class)
class ScreenerDueTest {

    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final Duration DAY = Duration.ofDays(1);

    private StaffId dora;
    private InCare ada;

    @BeforeEach
    void aPatient() {
        dora = aClinician();
        ada = aPatientSince(LocalDate.now(NEW_YORK), aProgram(), dora);
        treatedFirstBy(ada, dora);
    }

    @Test
    void theScreenerIsDueTodayAndTheFirstCliniciansTask() {
        named();

        due().body("open.occasion", contains("SUICIDE_ITEM"))
                .body("open.instrument", contains("C-SSRS"))
                .body("open.asks", contains("STAFF"));
        var task = task(ada, "suicide-screener-due", "OPEN");
        assertThat(task).containsEntry("staff", dora.toString());
        assertThat(Instant.parse(String.valueOf(task.get("dueAt"))))
                .isEqualTo(LocalDate.now(NEW_YORK)
                        .plusDays(1)
                        .atStartOfDay(NEW_YORK)
                        .toInstant());
        assertThat(flags()).containsExactly(true);
    }

    @Test
    void itEndsWithTheScreenerOfThatDayAndSoDoesTheFlag() {
        named();

        sends(clinician(dora), ada, "C-SSRS", screener("1")).statusCode(201);

        due().body("open", hasSize(0)).body("before.status", contains("ANSWERED"));
        assertThat(task(ada, "suicide-screener-due", "DONE")).isNotEmpty();
        assertThat(flags()).containsExactly(false);
    }

    @Test
    void aScreenerOfTheDayBeforeDoesNotEndIt() {
        named();

        sends(clinician(dora), ada, "C-SSRS", screener(), Instant.now().minus(DAY))
                .statusCode(201);

        assertThat(task(ada, "suicide-screener-due", "OPEN")).isNotEmpty();
        assertThat(flags()).containsExactly(true);
    }

    @Test
    void whatAPatientNamesAloneIsNotAnsweredByAScreenerOfBefore() {
        isAskedThePhq9();
        sends(clinician(dora), ada, "C-SSRS", screener()).statusCode(201);

        sends(Person.at("patient").who(ada.patient()), ada, "PHQ-9", phq9(0, 1)).statusCode(201);

        assertThat(flags()).containsExactly(true);
        var task = task(ada, "suicide-screener-due", "OPEN");
        assertThat(task).isNotEmpty();
        sends(clinician(dora), ada, "C-SSRS", screener()).statusCode(201);

        assertThat(flags()).containsExactly(false);
        assertThat(task(ada, "suicide-screener-due", "DONE")).containsEntry("id", task.get("id"));
    }

    @Test
    void whatAPatientNamedAloneCountsFromThenThoughStaffTypeInASheetOfThatDayAfterwards() {
        isAskedThePhq9();
        var before = Instant.now();
        sends(Person.at("patient").who(ada.patient()), ada, "PHQ-9", phq9(0, 1)).statusCode(201);
        named();

        sends(clinician(dora), ada, "C-SSRS", screener(), before).statusCode(201);

        assertThat(flags()).containsExactly(true);
        assertThat(task(ada, "suicide-screener-due", "OPEN")).isNotEmpty();
    }

    /** The program asks each week, and the first week is over. */
    private void isAskedThePhq9() {
        var program = aProgram();
        var schedule = API + "/programs/" + program + "/measure-schedule";
        var admin = Person.at("clinic-admin");
        await("the program").until(() -> admin.asks().get(schedule).statusCode() == 200);
        admin.asks().body("""
                        {"lines": [{"instrument": "PHQ-9", "asks": "PATIENT", "occasions": ["WEEKLY"]}]}
                        """).put(schedule).then().statusCode(200);
        ada = aPatientSince(LocalDate.now(NEW_YORK).minusDays(7), program, dora);
        treatedFirstBy(ada, dora);
        await("what is asked").untilAsserted(() -> due().body("open.instrument", contains("PHQ-9")));
    }

    /** Whoever types in a sheet may have asked the screener before, when they saw it. */
    @Test
    void whoWasAskedTheScreenerOnTheDayOfASheetThatStaffTypeInIsNotAskedAgain() {
        sends(clinician(dora), ada, "C-SSRS", screener()).statusCode(201);

        named();

        due().body("open", hasSize(0));
        assertThat(task(ada, "suicide-screener-due", "OPEN")).isEmpty();
        assertThat(flags()).containsExactly(false);
    }

    @Test
    void theQuestionsSinceTheLastContactDoOnceTheWholeScreenerWasAsked() {
        named();
        var slc = screener();

        sends(clinician(dora), ada, "C-SSRS-SLC", slc).statusCode(201);
        assertThat(task(ada, "suicide-screener-due", "OPEN")).isNotEmpty();

        sends(clinician(dora), ada, "C-SSRS", slc, Instant.now().minus(DAY)).statusCode(201);
        assertThat(task(ada, "suicide-screener-due", "OPEN")).isEmpty();
        assertThat(flags()).containsExactly(false);
    }

    @Test
    void itEndsWithAScreenerOfAnotherService() {
        named();

        Broker.say(new MeasureScored(
                "enrollment",
                ada.patient(),
                null,
                new MeasureId(Uuid7.next()),
                "C-SSRS",
                "1",
                null,
                "LOW",
                List.of(),
                Instant.now(),
                Instant.now()));

        awaitTask(ada, "suicide-screener-due", "DONE");
        assertThat(flags()).containsExactly(false);
    }

    @Test
    void aThoughtThatWasNamedInAnotherServiceAsksForItHere() {
        Broker.say(new SafetyChanged(
                "enrollment", Uuid7.next(), ada.patient(), null, "SUICIDE_ITEM", true, Instant.now()));

        awaitTask(ada, "suicide-screener-due", "OPEN");
        due().body("open.occasion", contains("SUICIDE_ITEM"));
    }

    @Test
    void namedAgainOnALaterDayItIsOneTaskAndTheLaterDayCounts() {
        named(Instant.now().minus(DAY));
        named();

        due().body("open", hasSize(1))
                .body("open[0].dueOn", equalTo(LocalDate.now(NEW_YORK).toString()));
        sends(clinician(dora), ada, "C-SSRS", screener(), Instant.now().minus(DAY))
                .statusCode(201);
        assertThat(flags()).containsExactly(true);
    }

    @Test
    void ofManyAtOnceOneAsks() {
        var answers = IntStream.range(0, 10)
                .parallel()
                .map(_ -> sends(clinician(dora), ada, "PHQ-9", phq9(0, 1))
                        .extract()
                        .statusCode())
                .boxed()
                .collect(Collectors.toSet());

        assertThat(answers).containsExactly(201);
        due().body("open", hasSize(1));
    }

    @Test
    void whoLeavesWithAThoughtThatNobodyAskedAboutIsStillAsked() {
        named();

        discharged(ada, LocalDate.now(NEW_YORK).minusDays(1));

        await("the end").untilAsserted(() -> due().body("coming", hasSize(0)));
        awaitTask(ada, "suicide-screener-due", "OPEN");
        sends(clinician(dora), ada, "C-SSRS", screener()).statusCode(201);
        awaitTask(ada, "suicide-screener-due", "DONE");
    }

    @Test
    void ofWhoeverDiedNobodyIsToAskAnything() {
        named();

        Broker.say(new EpisodeDischarged(
                ada.patient(),
                ada.episode(),
                LocalDate.now(NEW_YORK),
                DischargeReason.DECEASED,
                DischargeWaiver.DEATH,
                Instant.now()));

        awaitTask(ada, "suicide-screener-due", "WITHDRAWN");
        await().untilAsserted(() -> due().body("before.status", contains("WITHDRAWN")));
    }

    private void named() {
        sends(clinician(dora), ada, "PHQ-9", phq9(0, 1)).statusCode(201);
    }

    private void named(Instant at) {
        sends(clinician(dora), ada, "PHQ-9", phq9(0, 1), at).statusCode(201);
    }

    private ValidatableResponse due() {
        return clinician(dora)
                .asks()
                .get(API + "/episodes/" + ada.episode() + "/measures-due")
                .then()
                .statusCode(200);
    }

    private List<Boolean> flags() {
        return clinician(dora)
                .asks()
                .get(API + "/patients/" + ada.patient() + "/safety")
                .then()
                .statusCode(200)
                .extract()
                .path("items.open");
    }
}
