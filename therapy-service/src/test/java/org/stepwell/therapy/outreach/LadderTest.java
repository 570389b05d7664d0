package org.stepwell.therapy.outreach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.stepwell.contracts.code.AttendanceStatus.CANCELLED_BY_PROGRAM;
import static org.stepwell.contracts.code.AttendanceStatus.EXCUSED;
import static org.stepwell.contracts.code.AttendanceStatus.NO_SHOW;
import static org.stepwell.contracts.code.AttendanceStatus.PRESENT;
import static org.stepwell.contracts.code.AttendanceStatus.UNEXCUSED;
import static org.stepwell.therapy.Questionnaires.screener;
import static org.stepwell.therapy.Questionnaires.sends;
import static org.stepwell.therapy.Riverside.clinician;
import static org.stepwell.therapy.Riverside.clockAt;
import static org.stepwell.therapy.Riverside.discharged;
import static org.stepwell.therapy.Riverside.inClinic;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stepwell.contracts.enrollment.EnrollmentFact.EpisodeHeld;
import org.stepwell.contracts.enrollment.EnrollmentFact.EpisodeResumed;
import org.stepwell.contracts.enrollment.EnrollmentState.CareTeamChanged;
import org.stepwell.contracts.finding.FindingEvent.SafetyChanged;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.contracts.id.ProgramId;
import org.stepwell.contracts.scheduling.SchedulingState.StaffChanged;
import org.stepwell.platform.database.Uuid7;
import org.stepwell.platform.testing.Broker;
import org.stepwell.platform.testing.StepwellTestResource;
import org.stepwell.therapy.Clearances;
import org.stepwell.therapy.Riverside;

/** Whoever stays away is looked for, one step after the other, until somebody hears of them. */
@QuarkusTest
@QuarkusTestResource(StepwellTestResource.class)
class LadderTest extends Evenings {

    @Test
    void aNoShowIsReachedOutForTheSameDayByTheFirstClinician() {
        evening(0, PRESENT);
        evening(2, NO_SHOW);

        awaitSteps("SAME_DAY_CONTACT OPEN");
        assertThat(taskOf("outreach-same-day", "OPEN")).containsEntry("staff", dora.toString());
        outreach()
                .body("current.beganOn", equalTo(today.plusDays(2).toString()))
                .body("current.steps[0].because", equalTo("MISSED"))
                .body(
                        "current.steps[0].dueAt",
                        equalTo(at(3, LocalTime.MIDNIGHT).toString()));
    }

    @Test
    void whereNobodyTreatsThemFirstItIsTheSupervisorsAndWhatNobodyTakesGoesUp() {
        Broker.say(new CareTeamChanged(
                ada.patient(),
                ada.episode(),
                List.of(new CareTeamChanged.Member(dora, CareTeamChanged.Role.CLINICIAN)),
                Instant.now()));
        await("nobody treats them first")
                .untilAsserted(() -> assertThat(knowsNobodyFirst()).isTrue());
        evening(0, NO_SHOW);
        awaitSteps("SAME_DAY_CONTACT OPEN");
        assertThat(taskOf("outreach-same-day", "OPEN")).containsEntry("roles", List.of("SUPERVISOR"));

        clockAt(at(1, LocalTime.of(10, 1)));

        assertThat(taskOf("outreach-same-day", "OPEN")).containsEntry("roles", List.of("SUPERVISOR", "CLINIC_ADMIN"));
    }

    @Test
    void whoHasLeftIsNobodysOwner() {
        Broker.say(new StaffChanged(dora, List.of("LCSW"), false, null, Instant.now()));
        await("she left")
                .until(() -> inClinic(
                        () -> sql.one("select 1 from staff where id = ? and not active", row -> 1, dora.value())
                                .isPresent()));

        evening(0, NO_SHOW);

        await().untilAsserted(() ->
                assertThat(taskOf("outreach-same-day", "OPEN")).containsEntry("roles", List.of("SUPERVISOR")));
    }

    @Test
    void aSecondDayInAWeekAsksTheTherapistToCallInstead() {
        evening(0, NO_SHOW);
        awaitSteps("SAME_DAY_CONTACT OPEN");

        evening(2, UNEXCUSED);

        awaitSteps("SAME_DAY_CONTACT SUPERSEDED", "THERAPIST_CALL OPEN");
        assertThat(taskOf("outreach-same-day", "WITHDRAWN")).isNotEmpty();
        assertThat(taskOf("outreach-call", "OPEN")).containsEntry("staff", dora.toString());
    }

    @Test
    void threeInARowAskTheTeamAndEachStepIsAskedForOnce() {
        IntStream.of(0, 2, 4).forEach(day -> evening(day, NO_SHOW));
        awaitSteps("SAME_DAY_CONTACT SUPERSEDED", "THERAPIST_CALL OPEN", "TEAM_REVIEW OPEN");

        evening(5, NO_SHOW);
        evening(7, NO_SHOW);

        await("the last")
                .untilAsserted(() -> outreach()
                        .body(
                                "current.lastMissedAt",
                                equalTo(at(7, LocalTime.of(18, 0)).toString())));
        awaitSteps("SAME_DAY_CONTACT SUPERSEDED", "THERAPIST_CALL OPEN", "TEAM_REVIEW OPEN");
    }

    @Test
    void whatTheTeamLookedAtIsNotAskedForAgainForTwoWeeks() {
        evening(0, PRESENT);
        evening(1, PRESENT);
        evening(2, NO_SHOW);
        evening(3, NO_SHOW);
        awaitSteps("SAME_DAY_CONTACT SUPERSEDED", "THERAPIST_CALL OPEN", "TEAM_REVIEW OPEN");
        concluded("TEAM_REVIEW");
        evening(4, PRESENT);
        awaitEnd("ATTENDED");

        evening(5, NO_SHOW);

        awaitSteps("SAME_DAY_CONTACT SUPERSEDED", "THERAPIST_CALL OPEN");
    }

    @Test
    void whatTheTeamIsToLookAtStaysWhenThePatientComesBackBeforeTheyMet() {
        IntStream.of(0, 2, 4).forEach(day -> evening(day, NO_SHOW));
        awaitSteps("SAME_DAY_CONTACT SUPERSEDED", "THERAPIST_CALL OPEN", "TEAM_REVIEW OPEN");

        evening(6, PRESENT);

        awaitEnd("ATTENDED");
        awaitSteps("SAME_DAY_CONTACT SUPERSEDED", "THERAPIST_CALL WITHDRAWN", "TEAM_REVIEW OPEN");
        assertThat(taskOf("outreach-team-review", "OPEN")).containsEntry("staff", dora.toString());
        evening(8, NO_SHOW);
        awaitSteps("SAME_DAY_CONTACT SUPERSEDED", "THERAPIST_CALL OPEN"); // the team is asked for already
        concluded("before[-1]", "TEAM_REVIEW");
        assertThat(taskOf("outreach-team-review", "DONE")).isNotEmpty();
        assertThat(taskOf("outreach-team-review", "OPEN")).isEmpty();
    }

    @Test
    void whatTheTeamIsToLookAtStaysWhenThePatientIsReached() {
        IntStream.of(0, 2, 4).forEach(day -> evening(day, NO_SHOW));
        awaitSteps("SAME_DAY_CONTACT SUPERSEDED", "THERAPIST_CALL OPEN", "TEAM_REVIEW OPEN");

        tried("PHONE", "REACHED").statusCode(201);

        awaitEnd("REACHED");
        assertThat(steps()).contains("TEAM_REVIEW OPEN", "THERAPIST_CALL DONE");
    }

    @Test
    void afterTheLastDayTheTeamHasNothingLeftToLookAt() {
        IntStream.of(0, 2, 4).forEach(day -> evening(day, NO_SHOW));
        awaitSteps("SAME_DAY_CONTACT SUPERSEDED", "THERAPIST_CALL OPEN", "TEAM_REVIEW OPEN");
        evening(6, PRESENT);
        awaitEnd("ATTENDED");
        assertThat(taskOf("outreach-team-review", "OPEN")).isNotEmpty();

        discharged(ada, today.plusDays(6));
        assertThat(taskOf("outreach-team-review", "OPEN")).isNotEmpty();
        clockAt(at(7, LocalTime.MIDNIGHT).plusSeconds(1));

        await().untilAsserted(() -> assertThat(steps()).contains("TEAM_REVIEW WITHDRAWN"));
        assertThat(taskOf("outreach-team-review", "OPEN")).isEmpty();
    }

    @Test
    void afterTwoWeeksOfSilenceALetterAndAfterAMonthADecisionNeverADischarge() {
        evening(0, NO_SHOW);
        awaitSteps("SAME_DAY_CONTACT OPEN");

        clockAt(at(14, LocalTime.MIDNIGHT).minusSeconds(60)); // it goes on
        assertThat(steps()).containsExactly("SAME_DAY_CONTACT OPEN");
        clockAt(at(14, LocalTime.MIDNIGHT).plusSeconds(1));
        assertThat(steps()).containsExactly("SAME_DAY_CONTACT SUPERSEDED", "CERTIFIED_LETTER OPEN");
        assertThat(taskOf("outreach-letter", "OPEN")).containsEntry("staff", dora.toString());

        clockAt(at(30, LocalTime.MIDNIGHT).plusSeconds(1));

        assertThat(steps())
                .containsExactly(
                        "SAME_DAY_CONTACT SUPERSEDED", "CERTIFIED_LETTER SUPERSEDED", "DISCHARGE_PROPOSAL OPEN");
        assertThat(taskOf("outreach-letter", "WITHDRAWN")).isNotEmpty();
        assertThat(taskOf("outreach-discharge-proposal", "OPEN")).isNotEmpty();
        clinician(dora)
                .asks()
                .get(Riverside.API + "/episodes/" + ada.episode() + "/progress")
                .then()
                .body("running", equalTo(true));
    }

    @Test
    void whoeverLooksAMonthLaterAsksForTheLastStepAndTellsThatTheLetterWasPassed() {
        evening(0, NO_SHOW);
        awaitSteps("SAME_DAY_CONTACT OPEN");

        clockAt(at(45, LocalTime.NOON));

        assertThat(steps())
                .containsExactly(
                        "SAME_DAY_CONTACT SUPERSEDED", "CERTIFIED_LETTER SUPERSEDED", "DISCHARGE_PROPOSAL OPEN");
        assertThat(taskOf("outreach-letter", "OPEN")).isEmpty();
        assertThat(taskOf("outreach-letter", "WITHDRAWN")).isEmpty();
    }

    @Test
    void aLetterThatWasSentStaysSent() {
        evening(0, NO_SHOW);
        awaitSteps("SAME_DAY_CONTACT OPEN");
        clockAt(at(14, LocalTime.NOON));
        concluded("CERTIFIED_LETTER");
        assertThat(taskOf("outreach-letter", "DONE")).isNotEmpty();

        clockAt(at(30, LocalTime.NOON));

        assertThat(steps())
                .containsExactly("SAME_DAY_CONTACT SUPERSEDED", "CERTIFIED_LETTER DONE", "DISCHARGE_PROPOSAL OPEN");
    }

    @ParameterizedTest
    @CsvSource({"2027-03-14, 2027-03-14T05:00:00Z", "2027-11-07, 2027-11-07T04:00:00Z"})
    void onADayOnWhichTheClocksChangeTheLetterIsAskedForAsTheDayBeginsAtTheClinic(LocalDate day, Instant begins) {
        int first = Math.toIntExact(ChronoUnit.DAYS.between(today, day.minusDays(14)));
        evening(first, NO_SHOW);
        awaitSteps("SAME_DAY_CONTACT OPEN");

        clockAt(begins.minusSeconds(60));
        assertThat(steps()).containsExactly("SAME_DAY_CONTACT OPEN");
        clockAt(begins.plusSeconds(1));

        assertThat(steps()).contains("CERTIFIED_LETTER OPEN");
    }

    @Test
    void itStopsWhenThePatientComes() {
        evening(0, NO_SHOW);
        awaitSteps("SAME_DAY_CONTACT OPEN");
        evening(2, NO_SHOW);
        awaitSteps("SAME_DAY_CONTACT SUPERSEDED", "THERAPIST_CALL OPEN");

        evening(4, PRESENT);

        awaitEnd("ATTENDED");
        awaitSteps("SAME_DAY_CONTACT SUPERSEDED", "THERAPIST_CALL WITHDRAWN");
        assertThat(taskOf("outreach-call", "WITHDRAWN")).isNotEmpty();
        clockAt(at(20, LocalTime.NOON));
        assertThat(steps()).doesNotContain("CERTIFIED_LETTER OPEN");
    }

    @Test
    void aCorrectionWithdrawsWhatIsNotDone() {
        evening(0, NO_SHOW);
        awaitSteps("SAME_DAY_CONTACT OPEN");
        evening(2, NO_SHOW);
        awaitSteps("SAME_DAY_CONTACT SUPERSEDED", "THERAPIST_CALL OPEN");

        recorded(0, PRESENT);

        awaitSteps(
                "SAME_DAY_CONTACT SUPERSEDED", "THERAPIST_CALL WITHDRAWN", "SAME_DAY_CONTACT OPEN"); // of the other day
        outreach().body("current.beganOn", equalTo(today.plusDays(2).toString()));
        recorded(2, EXCUSED);
        awaitEnd("EXPLAINED");
        assertThat(taskOf("outreach-call", "OPEN")).isEmpty();
    }

    @Test
    void aContactIsAskedForAgainWhereTheDayThatAskedForTheCallWasNoneAfterAll() {
        evening(0, NO_SHOW);
        awaitSteps("SAME_DAY_CONTACT OPEN");
        evening(2, NO_SHOW);
        awaitSteps("SAME_DAY_CONTACT SUPERSEDED", "THERAPIST_CALL OPEN");

        recorded(2, EXCUSED);

        awaitSteps("SAME_DAY_CONTACT WITHDRAWN", "THERAPIST_CALL WITHDRAWN", "SAME_DAY_CONTACT OPEN");
        assertThat(taskOf("outreach-same-day", "OPEN")).containsEntry("staff", dora.toString());
        evening(3, NO_SHOW);
        awaitSteps(
                "SAME_DAY_CONTACT WITHDRAWN",
                "THERAPIST_CALL WITHDRAWN",
                "SAME_DAY_CONTACT SUPERSEDED",
                "THERAPIST_CALL OPEN");
    }

    @Test
    void whatTheCallHadDoneIsNotAskedForAgain() {
        evening(0, NO_SHOW);
        awaitSteps("SAME_DAY_CONTACT OPEN");
        evening(2, NO_SHOW);
        awaitSteps("SAME_DAY_CONTACT SUPERSEDED", "THERAPIST_CALL OPEN");
        tried("PHONE", "NO_ANSWER").statusCode(201);

        recorded(2, EXCUSED);

        await("the correction")
                .untilAsserted(() -> outreach()
                        .body(
                                "current.lastMissedAt",
                                equalTo(at(0, LocalTime.of(18, 0)).toString())));
        awaitSteps("SAME_DAY_CONTACT SUPERSEDED", "THERAPIST_CALL DONE");
    }

    @Test
    void anExcuseAndACancellationAreNoAbsence() {
        evening(0, EXCUSED);
        evening(1, CANCELLED_BY_PROGRAM);
        evening(2, NO_SHOW);

        awaitSteps("SAME_DAY_CONTACT OPEN");
        outreach().body("current.beganOn", equalTo(today.plusDays(2).toString()));
    }

    @Test
    void whoIsAwayIsNotLookedForAndBeginsAnewWhenTheyAreBack() {
        evening(0, NO_SHOW);
        awaitSteps("SAME_DAY_CONTACT OPEN");

        Broker.say(new EpisodeHeld(
                ada.patient(), ada.episode(), today.plusDays(1), today.plusDays(20), null, Instant.now()));
        knows("held_from");
        clockAt(at(1, LocalTime.of(8, 0)));

        awaitEnd("AWAY");
        assertThat(taskOf("outreach-same-day", "WITHDRAWN")).isNotEmpty();
        recorded(3, NO_SHOW);
        Broker.say(new EpisodeResumed(
                ada.patient(), ada.episode(), today.plusDays(10), today.plusDays(120), Instant.now()));
        knows("back_on");
        evening(10, PRESENT);
        outreach().body("current", nullValue()).body("before", hasSize(1));
        evening(12, NO_SHOW);
        awaitSteps("SAME_DAY_CONTACT OPEN");
        outreach().body("current.beganOn", equalTo(today.plusDays(12).toString()));
    }

    @Test
    void afterTheLastDayNobodyIsLookedFor() {
        evening(0, NO_SHOW);
        awaitSteps("SAME_DAY_CONTACT OPEN");

        discharged(ada, today);
        clockAt(at(1, LocalTime.MIDNIGHT).plusSeconds(1));

        awaitEnd("DISCHARGED");
        recorded(-1, NO_SHOW);
        clockAt(at(40, LocalTime.NOON));
        outreach().body("current", nullValue()).body("before", hasSize(1));
        assertThat(taskOf("outreach-same-day", "OPEN")).isEmpty();
    }

    @Test
    void anyDayThatIsMissedAsksForAContactOfThatDay() {
        evening(0, NO_SHOW);
        awaitSteps("SAME_DAY_CONTACT OPEN");
        tried("PHONE", "LEFT_NEUTRAL_MESSAGE").statusCode(201);

        evening(8, NO_SHOW);

        awaitSteps("SAME_DAY_CONTACT DONE", "SAME_DAY_CONTACT OPEN");
        recorded(8, EXCUSED);
        awaitSteps("SAME_DAY_CONTACT DONE", "SAME_DAY_CONTACT WITHDRAWN");
    }

    @Test
    void whoeverIsDischargedAheadIsLookedForUntilTheLastDayIsOver() {
        evening(0, NO_SHOW);
        awaitSteps("SAME_DAY_CONTACT OPEN");
        discharged(ada, today.plusDays(3));

        evening(2, NO_SHOW);

        awaitSteps("SAME_DAY_CONTACT SUPERSEDED", "THERAPIST_CALL OPEN");
        clockAt(at(4, LocalTime.MIDNIGHT).minusSeconds(90));
        outreach().body("current.steps.status", hasItem("OPEN"));
        clockAt(at(4, LocalTime.MIDNIGHT).plusSeconds(1));
        awaitEnd("DISCHARGED");
    }

    @Test
    void whoIsAtARiskOfSuicideIsLookedAfterTheSameDay() {
        sends(clinician(dora), ada, "C-SSRS", screener("1", "2", "3")).statusCode(201);

        evening(0, NO_SHOW);

        awaitSteps("SAME_DAY_CONTACT SUPERSEDED", "WELFARE_CHECK OPEN");
        outreach().body("current.steps.because", contains("MISSED", "SUICIDE_RISK"));
        var task = taskOf("outreach-welfare", "OPEN");
        assertThat(task).containsEntry("staff", dora.toString());
        assertThat(Instant.parse(String.valueOf(task.get("dueAt")))).isBefore(at(1, LocalTime.of(1, 0)));

        clockAt(at(0, LocalTime.of(23, 30)));
        assertThat(taskOf("outreach-welfare", "OPEN")).containsEntry("roles", List.of("SUPERVISOR"));
    }

    @Test
    void aRiskThatIsFoundAfterTheSessionIsLookedAfterAtOnce() {
        evening(0, NO_SHOW);
        awaitSteps("SAME_DAY_CONTACT OPEN");

        sends(clinician(dora), ada, "C-SSRS", screener("1", "2", "3")).statusCode(201);

        awaitSteps("SAME_DAY_CONTACT SUPERSEDED", "WELFARE_CHECK OPEN");
        outreach().body("current.steps.because", contains("MISSED", "SUICIDE_RISK"));
        assertThat(taskOf("outreach-welfare", "OPEN")).containsEntry("staff", dora.toString());
    }

    @Test
    void soIsOneThatAnotherServiceFindsAfterTheSession() {
        evening(0, NO_SHOW);
        awaitSteps("SAME_DAY_CONTACT OPEN");

        Broker.say(new SafetyChanged(
                "enrollment", Uuid7.next(), ada.patient(), null, "SUICIDE_RISK_HIGH", true, Instant.now()));

        awaitSteps("SAME_DAY_CONTACT SUPERSEDED", "WELFARE_CHECK OPEN");
    }

    @Test
    void aRiskOfWhoeverDoesNotStayAwayAsksForNothingHere() {
        evening(0, PRESENT);

        sends(clinician(dora), ada, "C-SSRS", screener("1", "2", "3")).statusCode(201);
        evening(1, NO_SHOW);

        awaitSteps("SAME_DAY_CONTACT SUPERSEDED", "WELFARE_CHECK OPEN");
        outreach().body("before", hasSize(0));
    }

    @Test
    void aRiskThatIntakeFoundCountsTooAndOneThatIsLowerByNowDoesNot() {
        sends(clinician(dora), ada, "C-SSRS", screener("6"), at(-3, LocalTime.NOON))
                .statusCode(201);
        sends(clinician(dora), ada, "C-SSRS", screener("1"), at(-2, LocalTime.NOON))
                .statusCode(201);
        Clearances.clears(clinician(dora), ada, "SUICIDE_RISK_MODERATE", "NO_ACUTE_RISK", "LOW", "Years ago.")
                .statusCode(200);
        evening(0, NO_SHOW);
        awaitSteps("SAME_DAY_CONTACT OPEN");

        Broker.say(new SafetyChanged(
                "enrollment", Uuid7.next(), ada.patient(), null, "SUICIDE_RISK_HIGH", true, Instant.now()));
        await("the flag")
                .untilAsserted(() -> clinician(dora)
                        .asks()
                        .get(Riverside.API + "/patients/" + ada.patient() + "/safety")
                        .then()
                        .body("items", hasSize(2)));
        evening(1, NO_SHOW);

        await().untilAsserted(() -> assertThat(steps()).contains("WELFARE_CHECK OPEN"));
    }

    @Test
    void eachDayOnWhichTheyStayAwayWhileInDangerAsksForACheckUntilTheyAreReached() {
        sends(clinician(dora), ada, "C-SSRS", screener("1", "2", "4")).statusCode(201);
        evening(0, NO_SHOW);
        awaitSteps("SAME_DAY_CONTACT SUPERSEDED", "WELFARE_CHECK OPEN");
        tried("PHONE", "LEFT_NEUTRAL_MESSAGE").statusCode(201);
        assertThat(steps()).contains("WELFARE_CHECK OPEN");
        tried("PHONE", "OTHERS_LOOK_AFTER").statusCode(201);
        assertThat(steps()).contains("WELFARE_CHECK DONE");
        assertThat(taskOf("outreach-welfare", "DONE")).isNotEmpty();

        evening(2, NO_SHOW);

        awaitSteps(
                "SAME_DAY_CONTACT SUPERSEDED", "WELFARE_CHECK DONE", "THERAPIST_CALL SUPERSEDED", "WELFARE_CHECK OPEN");
        tried("PHONE", "REACHED").statusCode(201);
        awaitEnd("REACHED");
        assertThat(steps().stream().filter("WELFARE_CHECK DONE"::equals)).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({"2, WELFARE_CHECK", "5,"})
    void whoStaysAwayWithinThreeDaysOfAnOpioidThatNobodyExpectedIsLookedAfterTheSameDay(
            int day, @Nullable String check) {
        opiatesAreFound();

        evening(day, NO_SHOW);

        if (check == null) {
            awaitSteps("SAME_DAY_CONTACT OPEN");
        } else {
            awaitSteps("SAME_DAY_CONTACT SUPERSEDED", "WELFARE_CHECK OPEN");
            outreach().body("current.steps[1].because", equalTo("OPIOIDS_FOUND"));
        }
    }

    @Test
    void anOpioidThatIsFoundAfterTheSessionIsLookedAfterAtOnce() {
        evening(0, NO_SHOW);
        awaitSteps("SAME_DAY_CONTACT OPEN");

        opiatesAreFound();

        awaitSteps("SAME_DAY_CONTACT SUPERSEDED", "WELFARE_CHECK OPEN");
        outreach().body("current.steps[1].because", equalTo("OPIOIDS_FOUND"));
    }

    private void opiatesAreFound() {
        var screens = Riverside.API + "/episodes/" + ada.episode() + "/drug-screens";
        String screen = clinician(dora)
                .asks()
                .body("{}")
                .post(screens)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        changes(screens + "/" + screen + "/collection", "{\"temperature\": 96}");
        changes(screens + "/" + screen + "/results", """
                {"kind": "PRESUMPTIVE", "creatinine": 88, "readings": [{"analyte": "OPIATES", "outcome": "DETECTED"}]}
                """);
    }

    private void changes(String path, String body) {
        clinician(dora)
                .asks()
                .header("If-Match", "*")
                .body(body)
                .post(path)
                .then()
                .statusCode(200);
    }

    @Test
    void anAttendanceMayComeBeforeTheAdmission() {
        var before = ada;
        ada = new Riverside.InCare(new PatientId(Uuid7.next()), new EpisodeId(Uuid7.next()));
        evening(0, NO_SHOW);

        Broker.say(Riverside.admission(ada.patient(), ada.episode(), new ProgramId(Uuid7.next())));

        await().untilAsserted(
                        () -> assertThat(taskOf("outreach-same-day", "OPEN")).isNotEmpty());
        assertThat(before).isNotEqualTo(ada);
    }

    @Test
    void everyRecordTwiceIsTheSameAsOnce() {
        evening(0, NO_SHOW);
        awaitSteps("SAME_DAY_CONTACT OPEN");
        var task = taskOf("outreach-same-day", "OPEN");

        versions.put(0, 0);
        recorded(0, NO_SHOW);
        evening(2, EXCUSED);

        awaitSteps("SAME_DAY_CONTACT OPEN");
        assertThat(taskOf("outreach-same-day", "OPEN"))
                .containsEntry("id", task.get("id"))
                .containsEntry("dueAt", task.get("dueAt"));
    }

    private boolean knowsNobodyFirst() {
        return inClinic(() -> sql.one(
                        "select 1 from patient where id = ? and primary_clinician_id is null",
                        row -> 1,
                        ada.patient().value())
                .isPresent());
    }

    private void concluded(String rung) {
        concluded("current", rung);
    }

    private void concluded(String run, String rung) {
        String step = outreach().extract().path("%s.steps.find { it.rung == '%s' }.id".formatted(run, rung));
        clinician(dora)
                .asks()
                .body(Map.of("conclusion", "DONE", "text", "The team met."))
                .post(path() + "/steps/" + step + "/conclusion")
                .then()
                .statusCode(200)
                .body("status", equalTo("DONE"));
    }

    private void awaitEnd(String because) {
        await(because)
                .untilAsserted(() ->
                        outreach().body("current", nullValue()).body("before[-1].endedBecause", equalTo(because)));
    }
}
