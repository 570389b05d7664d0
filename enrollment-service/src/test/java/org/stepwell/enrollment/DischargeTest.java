package org.stepwell.enrollment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.stepwell.enrollment.Intake.API;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.stepwell.contracts.aftercare.AftercareFact.NextStepChanged;
import org.stepwell.contracts.code.DischargeReason;
import org.stepwell.contracts.code.NextStepKind;
import org.stepwell.contracts.code.NextStepStatus;
import org.stepwell.contracts.finding.FindingEvent.SafetyChanged;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.contracts.id.NextStepId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.contracts.scheduling.SchedulingFact.PlacementAnswered;
import org.stepwell.contracts.therapy.TherapyFact.DischargeSummarySigned;
import org.stepwell.contracts.therapy.TherapyFact.ReadyForStepDown;
import org.stepwell.contracts.therapy.TherapyFact.StepDownPutOff;
import org.stepwell.platform.clinic.ClinicContext;
import org.stepwell.platform.database.Sql;
import org.stepwell.platform.finding.SafetyRegister;
import org.stepwell.platform.testing.AtOnce;
import org.stepwell.platform.testing.Broker;
import org.stepwell.platform.testing.MovedClock;
import org.stepwell.platform.testing.Person;
import org.stepwell.platform.testing.StepwellTestResource;

@QuarkusTest
@QuarkusTestResource(StepwellTestResource.class)
class DischargeTest {

    private static final Map<String, String> PLAN =
            Map.of("targetDate", "2026-05-30", "reason", "COMPLETED_GOALS_MET", "nextLevel", "1");
    private static final Map<String, String> DISCHARGE =
            Map.of("lastDay", "2026-05-30", "reason", "COMPLETED_GOALS_MET");

    @Inject
    Sql sql;

    @Inject
    SafetyRegister flags;

    private final Intake riverside = new Intake(Person.RIVERSIDE);

    @BeforeEach
    void setUp() {
        riverside.setUp("Riverside");
    }

    @Test
    void anAcceptedNextStepOpensTheGate() {
        var patient = riverside.patient();
        var episode = riverside.admitted(patient);
        carl(episode, "discharge-plan", PLAN).statusCode(200).body("status", equalTo("DISCHARGE_PLANNED"));
        carl(episode, "discharge", DISCHARGE).statusCode(409).body("type", endsWith("accepted-next-step-required"));

        var step = new NextStepId(UUID.randomUUID());
        Broker.say(step(patient, episode, step, NextStepStatus.PROPOSED));
        Broker.say(step(patient, episode, step, NextStepStatus.ACCEPTED));

        await().untilAsserted(() -> carl(episode, "discharge", DISCHARGE).statusCode(200));
        await().untilAsserted(() -> assertThat(Broker.said("stepwell.enrollment", patient))
                .extracting(line -> line.substring(0, line.indexOf(' ')))
                .containsExactly("episode-admitted.v1", "discharge-planned.v1", "episode-discharged.v1"));
    }

    @Test
    void aFlagRaisedInTherapyStopsAnAdmissionAndADischargeUntilTherapyClearsIt() {
        var patient = riverside.patient();
        var episode = riverside.admitted(patient);
        var other = riverside.patient();
        riverside.screened(other);
        riverside.consented(other);
        var waiting = riverside.waiting(other, riverside.program());
        var finding = UUID.randomUUID();

        Broker.say(flag(UUID.randomUUID(), other, true));
        Broker.say(flag(finding, patient, true));

        var step = new NextStepId(UUID.randomUUID());
        Broker.say(step(patient, episode, step, NextStepStatus.PROPOSED));
        Broker.say(step(patient, episode, step, NextStepStatus.ACCEPTED));
        awaitFlags(patient, 1);
        awaitFlags(other, 1);
        riverside.admit(waiting).statusCode(409).body("type", endsWith("/safety-flag-open"));
        await().untilAsserted(() ->
                carl(episode, "discharge", DISCHARGE).statusCode(409).body("type", endsWith("/safety-flag-open")));

        Broker.say(flag(finding, patient, false));

        awaitFlags(patient, 0);
        carl(episode, "discharge", DISCHARGE).statusCode(200);
    }

    private static SafetyChanged flag(UUID finding, PatientId patient, boolean raised) {
        return new SafetyChanged("therapy", finding, patient, null, "SUICIDE_ITEM", raised, Instant.EPOCH);
    }

    private void awaitFlags(PatientId patient, int count) {
        await().untilAsserted(() -> assertThat(ClinicContext.in(
                        new ClinicContext.Work(Person.RIVERSIDE, "service:test", null),
                        () -> QuarkusTransaction.requiringNew().call(() -> flags.open(patient))))
                .hasSize(count));
    }

    @Test
    void aStepThatWasWithdrawnClosesTheGateAgain() {
        var patient = riverside.patient();
        var episode = riverside.admitted(patient);
        carl(episode, "discharge-plan", PLAN).statusCode(200);
        var step = new NextStepId(UUID.randomUUID());

        Broker.say(step(patient, episode, step, NextStepStatus.ACCEPTED));
        awaitStep(step, NextStepStatus.ACCEPTED);
        Broker.say(step(patient, episode, step, NextStepStatus.WITHDRAWN));
        awaitStep(step, NextStepStatus.WITHDRAWN);

        carl(episode, "discharge", DISCHARGE).statusCode(409).body("type", endsWith("accepted-next-step-required"));
    }

    @Test
    void aStepBeforeTheLastDayIsNoStepAfterIt() {
        var patient = riverside.patient();
        var episode = riverside.admitted(patient);
        var step = new NextStepId(UUID.randomUUID());
        Broker.say(step(patient, episode, step, NextStepStatus.ACCEPTED));
        awaitStep(step, NextStepStatus.ACCEPTED);

        carl(episode, "discharge", Map.of("lastDay", "2026-06-02", "reason", "COMPLETED_GOALS_MET"))
                .statusCode(409)
                .body("type", endsWith("accepted-next-step-required"));
        carl(episode, "discharge", Map.of("lastDay", "2026-06-01", "reason", "COMPLETED_GOALS_MET"))
                .statusCode(200);
    }

    @Test
    void therapySaysThatAPatientIsReady() {
        var patient = riverside.patient();
        var episode = riverside.admitted(patient);

        Broker.say(new ReadyForStepDown(patient, episode, Intake.CARL, Instant.EPOCH));

        awaitField(episode, "readyForStepDownAt");
        Broker.say(new StepDownPutOff(patient, episode, Instant.EPOCH));
        await("the word that was taken back")
                .untilAsserted(() -> riverside
                        .carl()
                        .asks()
                        .get(API + "episodes/" + episode)
                        .then()
                        .body("readyForStepDownAt", nullValue()));
    }

    @Test
    void theRecordSaysWhenTherapySignedTheSummaryAndNobodyWaitsForIt() {
        var patient = riverside.patient();
        var episode = riverside.admitted(patient);
        var step = new NextStepId(UUID.randomUUID());
        Broker.say(step(patient, episode, step, NextStepStatus.ACCEPTED));
        awaitStep(step, NextStepStatus.ACCEPTED);
        carl(episode, "discharge", DISCHARGE).statusCode(200).body("dischargeSummarySignedAt", nullValue());

        var at = Instant.parse("2026-06-03T15:00:00Z");
        Broker.say(new DischargeSummarySigned(
                patient,
                episode,
                LocalDate.parse("2026-05-30"),
                DischargeReason.COMPLETED_GOALS_MET,
                null,
                85,
                false,
                List.of(),
                false,
                List.of(),
                List.of(),
                List.of(),
                at));

        awaitField(episode, "dischargeSummarySignedAt")
                .body("dischargeSummarySignedAt", equalTo(at.toString()))
                .body("status", equalTo("DISCHARGED"));
    }

    @Test
    void aPlanIsTakenBackAndThePatientStays() {
        var episode = riverside.admitted(riverside.patient());
        carl(episode, "discharge-plan", PLAN).statusCode(200);

        riverside
                .carl()
                .asks()
                .delete(API + "episodes/" + episode + "/discharge-plan")
                .then()
                .statusCode(200)
                .body("status", equalTo("ADMITTED"))
                .body("plannedEnd", nullValue());
        riverside
                .carl()
                .asks()
                .delete(API + "episodes/" + episode + "/discharge-plan")
                .then()
                .statusCode(409);
    }

    @Test
    void aWaiverForAnotherReasonPointsAtTheWaiver() {
        var episode = riverside.admitted(riverside.patient());

        carl(
                        episode,
                        "discharge",
                        Map.of("lastDay", "2026-03-20", "reason", "COMPLETED_GOALS_MET", "waiver", "NO_CONTACT"))
                .statusCode(400)
                .body("type", endsWith("/waiver-fits-reason"))
                .body("errors[0].pointer", equalTo("/waiver"));
    }

    @Test
    void aMistypedYearIsNoPlan() {
        var episode = riverside.admitted(riverside.patient());

        carl(episode, "discharge-plan", Map.of("targetDate", "2027-12-01", "reason", "STEP_DOWN_OUTPATIENT"))
                .statusCode(400)
                .body("type", endsWith("/discharge-is-planned-near"))
                .body("errors.pointer", contains("/targetDate"));
    }

    @Test
    void whoOnlyWaitsIsNotDischarged() {
        var waits = riverside.waiting(riverside.patient(), riverside.program());

        Person.of("supervisor", riverside.clinic())
                .asks()
                .body(Map.of("lastDay", "2026-05-30", "reason", "COMPLETED_GOALS_MET"))
                .post(API + "episodes/" + waits + "/discharge")
                .then()
                .statusCode(409)
                .body("type", endsWith("/episode-goes-forward"));
    }

    @Test
    void aMistypedYearIsNoLastDay() {
        var episode = riverside.admitted(riverside.patient());

        carl(episode, "discharge", Map.of("lastDay", "2062-05-30", "reason", "NO_CONTACT", "waiver", "NO_CONTACT"))
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/lastDay"));
    }

    @Test
    void nobodyLeavesBeforeTheyCame() {
        var episode = riverside.admitted(riverside.patient());
        var before = LocalDate.of(2026, 2, 20);

        leaves(episode, before, "NO_CONTACT")
                .statusCode(400)
                .body("type", endsWith("/last-day-before-start"))
                .body("errors.pointer", contains("/lastDay"));
        carl(episode, "discharge-plan", Map.of("targetDate", before.toString(), "reason", "MOVED", "nextLevel", "1"))
                .statusCode(400)
                .body("type", endsWith("/last-day-before-start"))
                .body("errors.pointer", contains("/targetDate"));
    }

    @Test
    void nobodyLeavesBeforeTheirLastSessionAndWhoIsNotReachedLeftWithIt() {
        var patient = riverside.patient();
        var episode = riverside.admitted(patient);
        var seen = Billing.today().minusDays(12);
        new Billing(riverside).attends(patient, episode, seen);

        await().untilAsserted(() -> leaves(episode, seen.minusDays(1), "MOVED")
                .statusCode(400)
                .body("type", endsWith("/last-day-after-last-visit"))
                .body("errors[0].pointer", equalTo("/lastDay")));
        leaves(episode, Billing.today(), "NO_CONTACT")
                .statusCode(400)
                .body("type", endsWith("/not-reached-since-last-visit"))
                .body("errors[0].detail", equalTo(seen.toString()));
        leaves(episode, seen, "NO_CONTACT").statusCode(200).body("lastDay", equalTo(seen.toString()));
    }

    @Test
    void anEndThatIsCorrectedWhileThePatientComesBackOverlapsNothing() throws Exception {
        var patient = riverside.patient();
        var episode = riverside.admitted(patient);
        var today = Billing.today();
        leaves(episode, today.minusDays(20), "NO_CONTACT").statusCode(200);
        var again = riverside.waiting(patient, riverside.program());

        var admitted = AtOnce.beforeItCommits(
                sql,
                () -> sql.update("update episode set last_day = ? where id = ?", today, episode.value()),
                () -> riverside.admit(again, Map.of("start", today.minusDays(10).toString())));

        assertThat(admitted.waited()).isTrue();
        admitted.answer().statusCode(400).body("type", endsWith("/episodes-do-not-overlap"));
    }

    private ValidatableResponse leaves(EpisodeId episode, LocalDate lastDay, String reason) {
        var form = new HashMap<>(Map.of("lastDay", lastDay.toString(), "reason", reason));
        form.put("waiver", "NO_CONTACT");
        if (!"NO_CONTACT".equals(reason)) {
            form.remove("waiver");
        }
        return carl(episode, "discharge", form);
    }

    @Test
    void theListSaysWhoIsInAndNotWhySomebodyLeft() {
        var episode = riverside.admitted(riverside.patient());
        carl(episode, "discharge", Map.of("lastDay", "2026-03-20", "reason", "NO_CONTACT", "waiver", "NO_CONTACT"))
                .statusCode(200);

        riverside
                .carl()
                .asks()
                .get(API + "episodes?status=DISCHARGED&limit=200")
                .then()
                .statusCode(200)
                .body("items.id", hasItem(episode.toString()))
                .body("items.findAll { it.containsKey('dischargeReason') }", hasSize(0));
    }

    @Test
    void aWaiverDischargesWithoutANextStep() {
        var episode = riverside.admitted(riverside.patient());

        carl(episode, "discharge", Map.of("lastDay", "2026-03-20", "reason", "NO_CONTACT", "waiver", "NO_CONTACT"))
                .statusCode(200)
                .body("dischargeWaiver", equalTo("NO_CONTACT"));

        carl(episode, "discharge", DISCHARGE).statusCode(409).body("type", endsWith("/episode-goes-forward"));
    }

    @Test
    void intakeDischargesNobody() {
        var episode = riverside.admitted(riverside.patient());

        riverside
                .ivy()
                .asks()
                .body(DISCHARGE)
                .post(API + "episodes/" + episode + "/discharge")
                .then()
                .statusCode(403);
    }

    @Test
    void theAnswerOfThePlacementIsSeenAtTheEpisode() {
        var patient = riverside.patient();
        var episode = riverside.admitted(patient);

        Broker.say(new PlacementAnswered(
                patient, episode, PlacementAnswered.Outcome.INCOMPLETE, List.of(), 360, 180, 1, Instant.EPOCH));

        awaitField(episode, "placement")
                .body("placementMissingMinutes", equalTo(180))
                .body("placementMissingDays", equalTo(1));
    }

    @Test
    void aWeekThatLacksSomethingIsOneTaskForIntakeUntilItIsWhole() {
        var patient = riverside.patient();
        var episode = riverside.admitted(patient);
        var said = Instant.parse("2026-03-02T09:00:00Z");
        var lacking = new PlacementAnswered(
                patient, episode, PlacementAnswered.Outcome.INCOMPLETE, List.of(), 360, 180, 1, said);

        Broker.say(lacking);
        Broker.say(lacking);
        awaitTask(patient, "OPEN")
                .body("items.kind", contains("placement-incomplete"))
                .body("items[0].roles", hasItem("INTAKE"))
                .body("items.subject", contains(episode.toString()))
                .body("items[0].dueAt", equalTo("2026-03-03T09:00:00Z"));

        Broker.say(new PlacementAnswered(
                patient, episode, PlacementAnswered.Outcome.COMPLETE, List.of(), 540, 0, 0, said.plusSeconds(60)));
        awaitTask(patient, "DONE").body("items.endedBy", contains("service:test"));
        Broker.say(new PlacementAnswered(
                patient, episode, PlacementAnswered.Outcome.INCOMPLETE, List.of(), 360, 180, 1, said.plusSeconds(90)));
        awaitTask(patient, "OPEN");

        carl(episode, "discharge", Map.of("lastDay", "2026-03-02", "reason", "DECEASED", "waiver", "DEATH"))
                .statusCode(200);
        awaitTask(patient, "WITHDRAWN");
    }

    @Test
    void ofWhomSchedulingSaysNothingForAnHourIntakeHears() {
        var patient = riverside.patient();
        var episode = riverside.admitted(patient);
        var placed = riverside.patient();
        var seated = riverside.admitted(placed);
        Broker.say(whole(placed, seated));
        awaitField(seated, "placement");
        try {
            MovedClock.to(Instant.now().plus(Duration.ofMinutes(61)));

            awaitTask("placement-unanswered", patient, "OPEN").body("items.subject", contains(episode.toString()));
            Broker.say(whole(patient, episode));
            awaitTask("placement-unanswered", patient, "DONE");
            riverside
                    .ivy()
                    .asks()
                    .get(API + "tasks?kind=placement-unanswered&patient=" + placed)
                    .then()
                    .body("items", hasSize(0));
        } finally {
            MovedClock.to(Instant.now());
        }
    }

    private static PlacementAnswered whole(PatientId patient, EpisodeId episode) {
        return new PlacementAnswered(
                patient, episode, PlacementAnswered.Outcome.COMPLETE, List.of(), 540, 0, 0, Instant.now());
    }

    private ValidatableResponse awaitTask(PatientId patient, String status) {
        return awaitTask("placement-incomplete", patient, status);
    }

    private ValidatableResponse awaitTask(String kind, PatientId patient, String status) {
        var url = API + "tasks?kind=" + kind + "&status=" + status + "&patient=" + patient;
        await().untilAsserted(() -> riverside.ivy().asks().get(url).then().body("items", hasSize(1)));
        return riverside.ivy().asks().get(url).then();
    }

    private void awaitStep(NextStepId step, NextStepStatus status) {
        await().untilAsserted(() -> assertThat(ClinicContext.in(
                        new ClinicContext.Work(Person.RIVERSIDE, "service:test", null),
                        () -> QuarkusTransaction.requiringNew()
                                .call(() -> sql.one(
                                        "select status from next_step where id = ?",
                                        row -> row.getString("status"),
                                        step.value()))))
                .contains(status.name()));
    }

    private ValidatableResponse awaitField(EpisodeId episode, String field) {
        var url = API + "episodes/" + episode;
        await().untilAsserted(() -> riverside.ivy().asks().get(url).then().body(field, notNullValue()));
        return riverside.ivy().asks().get(url).then();
    }

    private ValidatableResponse carl(EpisodeId episode, String verb, Map<String, String> body) {
        return riverside
                .carl()
                .asks()
                .body(body)
                .post(API + "episodes/" + episode + "/" + verb)
                .then();
    }

    private static NextStepChanged step(PatientId patient, EpisodeId episode, NextStepId step, NextStepStatus status) {
        return new NextStepChanged(
                patient,
                episode,
                step,
                NextStepKind.TWELVE_STEP_MEETING,
                LocalDate.parse("2026-06-01"),
                status,
                NextStepChanged.By.PATIENT,
                Instant.EPOCH);
    }
}
