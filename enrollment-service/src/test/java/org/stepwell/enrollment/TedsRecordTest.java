package org.stepwell.enrollment;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.stepwell.enrollment.Intake.API;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.platform.testing.MovedClock;
import org.stepwell.platform.testing.StepwellTestResource;

/** What a patient answers at admission and again at discharge, and what becomes of it where nobody asked. */
@QuarkusTest
@QuarkusTestResource(StepwellTestResource.class)
class TedsRecordTest {

    private Reports mill = new Reports(new Intake(org.stepwell.platform.testing.Person.RIVERSIDE), "");
    private PatientId maya = new PatientId(new java.util.UUID(0, 0));

    @BeforeEach
    void setUp() {
        mill = Reports.atNewClinic();
        maya = mill.born("1991-04-12");
    }

    @Test
    void anAdmissionIsRecordedWithWhatFollowsFromTheEpisode() {
        var episode = mill.admitted(maya, "2026-03-02");

        mill.answersAtAdmission(episode, Reports.DRINKS)
                .statusCode(200)
                .header("ETag", "\"0\"")
                .body("derived.AGE", equalTo(34))
                .body("derived.SERVICES", equalTo(6))
                .body("derived.DAYWAIT", equalTo(0))
                .body("answers.FREQ1", equalTo(30))
                .body("recordedBy", org.hamcrest.Matchers.startsWith("intake:"));

        read(episode).body("admission.answers.FRSTUSE1", equalTo(16)).body("discharge", nullValue());
    }

    @Test
    void theDaysWaitedAreCountedFromTheFirstContactAndNotFromTheList() {
        var day = MovedClock.now();
        String inquiry = mill.intake()
                .ivy()
                .asks()
                .body(Map.of(
                        "partner",
                        House.of(mill.intake(), "HOSPITAL").partner(),
                        "reason",
                        "FIRST_TREATMENT",
                        "whom",
                        Map.of("name", "Maya", "phone", "+1 555 0100", "mayLeaveMessage", false)))
                .post(API + "referrals")
                .then()
                .statusCode(201)
                .extract()
                .path("inquiry");
        MovedClock.to(day.plus(Duration.ofDays(9)));
        var form = new HashMap<>(Intake.maya());
        form.put("inquiry", inquiry);
        var start = LocalDate.ofInstant(MovedClock.now(), ZoneId.of("America/New_York"));
        var episode = mill.admitted(mill.intake().patient(form), start.toString());

        mill.answersAtAdmission(episode, Reports.DRINKS).statusCode(200).body("derived.DAYWAIT", equalTo(9));
        MovedClock.to(Instant.now());
    }

    @Test
    void aCorrectionNamesTheVersionItWasMadeTo() {
        var episode = mill.admitted(maya, "2026-03-02");
        mill.answersAtAdmission(episode, Reports.DRINKS).statusCode(200);

        mill.answersAtAdmission(episode, Map.of("SUB1", 5)).statusCode(428);
        corrects(episode, "\"7\"").statusCode(412);
        corrects(episode, "\"0\"").statusCode(200).body("version", equalTo(1)).body("answers.SUB1", equalTo(5));

        read(episode).body("admission.answers.SUB1", equalTo(5));
    }

    @Test
    void everyWrongAnswerIsPointedAt() {
        var episode = mill.admitted(maya, "2026-03-02");

        mill.answersAtAdmission(
                        episode,
                        Map.of("SUB1", 2, "SUB2", 2, "FRSTUSE1", 40, "EMPLOY", 1, "DETNLF", 2, "GENDER", 7, "NONE", 1))
                .statusCode(400)
                .body("type", endsWith("/answers-fit-tables"))
                .body(
                        "errors.pointer",
                        containsInAnyOrder(
                                "/answers/SUB2",
                                "/answers/FRSTUSE1",
                                "/answers/DETNLF",
                                "/answers/GENDER",
                                "/answers/NONE"));

        read(episode).body("admission", nullValue());
    }

    @Test
    void whoeverWaitsIsNoClientYet() {
        var episode = mill.intake().waiting(maya, mill.program());

        mill.answersAtAdmission(episode, Reports.DRINKS).statusCode(409).body("type", endsWith("/admitted-first"));
        mill.missing().body("items.episode", not(hasItem(episode.toString())));
    }

    @ParameterizedTest(name = "in on {0}: {1}")
    @CsvSource(textBlock = """
            2026-02-28, 21
            2026-03-01, 22
            """)
    void whoeverWasBornOnTheLastOfFebruaryIsAYearOlderInMarch(String start, int age) {
        var episode = mill.admitted(mill.born("2004-02-29"), start);

        mill.answersAtAdmission(episode, Reports.DRINKS).statusCode(200).body("derived.AGE", equalTo(age));
    }

    @Test
    void aDischargeStandsBesideItsAdmission() {
        var episode = mill.admitted(maya, "2026-03-02");

        mill.answersAtDischarge(episode, Reports.SOBER)
                .statusCode(409)
                .body("type", endsWith("/admission-recorded-first"));
        mill.answersAtAdmission(episode, Reports.DRINKS).statusCode(200);
        var wrong = new HashMap<>(Reports.SOBER);
        wrong.remove("EMPLOY_D");
        wrong.putAll(Map.of("SUB2_D", 2, "REASON", 1));
        mill.answersAtDischarge(episode, wrong)
                .statusCode(400)
                .body("errors.pointer", containsInAnyOrder("/answers/SUB2_D", "/answers/REASON", "/answers/EMPLOY_D"));
        mill.answersAtDischarge(episode, Reports.SOBER).statusCode(200).body("imputed", equalTo(false));

        mill.answersAtDischarge(episode, Reports.SOBER).statusCode(428); // there is one, and no second
    }

    @Test
    void aDischargeWithoutAnInterviewIsWorkUntilItIsThere() {
        var episode = mill.admitted(maya, "2026-03-02");
        mill.missing().body("items.moment", contains("ADMISSION")).body("items.since", contains("2026-03-02"));
        mill.answersAtAdmission(episode, Reports.DRINKS).statusCode(200);
        mill.missing().body("items", hasSize(0));

        mill.completed(maya, episode, "2026-05-30");

        mill.missing().body("items.moment", contains("DISCHARGE")).body("items.since", contains("2026-05-30"));
        tasks("OPEN")
                .body("items.kind", contains("discharge-interview-missing"))
                .body("items.staff", contains(Intake.CARL.toString()));
        mill.answersAtDischarge(episode, Reports.SOBER).statusCode(200);
        mill.missing().body("items", hasSize(0));
        tasks("DONE").body("items.subject", contains(episode.toString()));
    }

    @Test
    void whoeverWasAskedBeforeTheLastDayIsNoTask() {
        var episode = mill.admitted(maya, "2026-03-02");
        mill.answersAtAdmission(episode, Reports.DRINKS).statusCode(200);
        mill.answersAtDischarge(episode, Reports.SOBER).statusCode(200);

        mill.completed(maya, episode, "2026-05-30");

        mill.missing().body("items", hasSize(0));
        tasks("OPEN").body("items", hasSize(0));
    }

    @Test
    void whereNobodyCouldAskTheLastThatIsKnownStandsInAndSaysSo() {
        var episode = mill.admitted(maya, "2026-03-02");
        mill.answersAtAdmission(episode, Reports.DRINKS).statusCode(200);
        mill.nobodyCouldAsk(episode).statusCode(409).body("type", endsWith("/imputed-where-nobody-could-ask"));
        mill.droppedOut(episode, "2026-03-20");

        mill.nobodyCouldAsk(episode)
                .statusCode(200)
                .body("imputed", equalTo(true))
                .body("answers.LIVARAG_D", equalTo(1))
                .body("answers.FREQ1_D", equalTo(30))
                .body("answers.GENDER", nullValue());

        corrects(episode, "\"0\"").statusCode(200);
        read(episode)
                .body("discharge.answers.SUB1_D", equalTo(5))
                .body("discharge.imputed", equalTo(true))
                .body("discharge.version", equalTo(1));
    }

    @Test
    void whoeverCouldBeAskedAfterAllIsAsked() {
        var episode = mill.admitted(maya, "2026-03-02");
        mill.answersAtAdmission(episode, Reports.DRINKS).statusCode(200);
        mill.droppedOut(episode, "2026-03-20");
        mill.nobodyCouldAsk(episode).statusCode(200);
        tasks("OPEN").body("items", hasSize(0));

        mill.hasANextStep(maya, episode);
        var handedOver = Map.of("lastDay", "2026-03-20", "reason", "TRANSFER_OTHER", "because", "LEARNED_LATER");
        await().untilAsserted(() -> mill.intake()
                .carl()
                .asks()
                .header("If-Match", "*")
                .body(handedOver)
                .put(API + "episodes/" + episode + "/discharge")
                .then()
                .statusCode(200));

        mill.missing().body("items.moment", contains("DISCHARGE")).body("items.since", contains("2026-03-20"));
        tasks("OPEN").body("items.kind", contains("discharge-interview-missing"));
        mill.intake()
                .carl()
                .asks()
                .header("If-Match", "*")
                .body(Map.of("answers", Reports.SOBER))
                .put(API + "episodes/" + episode + "/teds/discharge")
                .then()
                .statusCode(200)
                .body("imputed", equalTo(false));
        mill.missing().body("items", hasSize(0));
    }

    @Test
    void whoeverCompletedWasThereToBeAsked() {
        var episode = mill.admitted(maya, "2026-03-02");
        mill.answersAtAdmission(episode, Reports.DRINKS).statusCode(200);
        mill.completed(maya, episode, "2026-05-30");

        mill.nobodyCouldAsk(episode).statusCode(409).body("type", endsWith("/imputed-where-nobody-could-ask"));
    }

    @Test
    void theTablesSayWhatIsAsked() {
        mill.intake()
                .ivy()
                .asks()
                .get(API + "teds/codes")
                .then()
                .statusCode(200)
                .body("stateTable", equalTo("example-state"))
                .body("fields.find { it.name == 'FREQ1' }.ask", equalTo("COUNT"))
                .body("fields.find { it.name == 'DETNLF' }.condition", equalTo("only if EMPLOY=4"))
                .body("fields.find { it.name == 'SUB1_D' }.codes", hasSize(19));
    }

    private ValidatableResponse corrects(EpisodeId episode, String version) {
        return mill.intake()
                .ivy()
                .asks()
                .header("If-Match", version)
                .body(Map.of("answers", Map.of("SUB1", 5)))
                .put(API + "episodes/" + episode + "/teds/admission")
                .then();
    }

    private ValidatableResponse read(EpisodeId episode) {
        return mill.intake()
                .carl()
                .asks()
                .get(API + "episodes/" + episode + "/teds")
                .then()
                .statusCode(200);
    }

    private ValidatableResponse tasks(String status) {
        return mill.intake()
                .carl()
                .asks()
                .get(API + "tasks?kind=discharge-interview-missing&status=" + status + "&patient=" + maya)
                .then()
                .statusCode(200);
    }
}
