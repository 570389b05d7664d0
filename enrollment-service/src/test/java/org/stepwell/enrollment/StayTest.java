package org.stepwell.enrollment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.stepwell.enrollment.Intake.API;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.stepwell.contracts.id.ClinicId;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.platform.testing.Broker;
import org.stepwell.platform.testing.MovedClock;
import org.stepwell.platform.testing.Person;
import org.stepwell.platform.testing.StepwellTestResource;

/** What may change while somebody is in: the track, the day it is meant to end, the level of care; how it ended. */
@QuarkusTest
@QuarkusTestResource(StepwellTestResource.class)
class StayTest {

    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    private final Intake millbrook = new Intake(new ClinicId(UUID.randomUUID()));
    private LocalDate today = LocalDate.EPOCH;
    private String program = "";
    private PatientId maya = new PatientId(new UUID(0, 0));
    private EpisodeId episode = new EpisodeId(new UUID(0, 0));

    @BeforeEach
    void somebodyIsInFromToday() {
        today = LocalDate.now(NEW_YORK);
        millbrook.setUp("Millbrook");
        program = millbrook
                .ada()
                .asks()
                .body(Map.of(
                        "name",
                        "IOP " + UUID.randomUUID(),
                        "lengthDays",
                        90,
                        "ruleSet",
                        "iop-standard",
                        "tracks",
                        List.of(
                                Map.of("code", "evening", "name", "Evening"),
                                Map.of("code", "morning", "name", "Morning"))))
                .post(API + "programs")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        maya = millbrook.patient();
        millbrook.screened(maya);
        millbrook.consented(maya);
        episode = millbrook.waiting(maya, program);
        var team = List.of(Map.of("staff", Intake.CARL.toString(), "role", "PRIMARY_CLINICIAN"));
        millbrook
                .ivy()
                .asks()
                .body(Map.of("start", today.toString(), "careTeam", team))
                .post(API + "episodes/" + episode + "/admission")
                .then()
                .statusCode(200);
    }

    @AfterEach
    void itIsNow() {
        MovedClock.to(Instant.now());
    }

    @Test
    void theTrackChangesFromADayOnAndSchedulingIsAskedAgain() {
        trackChange("morning", today.plusDays(3))
                .statusCode(200)
                .body("track", equalTo("morning"))
                .body("placement", nullValue());

        await().untilAsserted(() -> assertThat(Broker.said("stepwell.enrollment", maya))
                .last(STRING)
                .startsWith("track-changed.v1 ")
                .contains("\"track\":\"morning\"", "\"from\":\"" + today.plusDays(3)));
        millbrook
                .ivy()
                .asks()
                .get(API + "programs/capacity")
                .then()
                .body("find { it.track == 'morning' }.taken", equalTo(1))
                .body("find { it.track == 'morning' }.coming", equalTo(1))
                .body("find { it.track == 'evening' }.taken", equalTo(0));
    }

    @Test
    void aReportSaysTheTrackOfThenAndTheLastWordOnADayCounts() {
        trackChange("morning", today.plusDays(5)).statusCode(200);
        trackChange("evening", today.plusDays(7)).statusCode(200);
        trackChange("morning", today.plusDays(3)).statusCode(200);
        MovedClock.to(Instant.now().plus(Duration.ofDays(10)));

        var census = millbrook
                .ada()
                .asks()
                .get(API + "figures/census?audience=CLINIC&from=" + today + "&to=" + today.plusDays(8))
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        assertThat(census.getList("items.track", String.class))
                .containsExactlyElementsOf(Stream.concat(
                                Collections.nCopies(3, "evening").stream(), Collections.nCopies(6, "morning").stream())
                        .toList());
        assertThat(census.getList("items.people", Integer.class)).containsOnly(1);
    }

    @Test
    void aTrackChangesToAnotherOneOfTheProgramSoonAndNotWhileAway() {
        refused(trackChange("night", today), 400, "unknown-track", "/track");
        refused(trackChange("evening", today), 400, "another-track", "/track");
        refused(trackChange("morning", today.minusDays(1)), 400, "track-changes-ahead", "/from");
        refused(trackChange("morning", today.plusDays(15)), 400, "track-changes-ahead", "/from");
        var away = Map.of("from", today.toString(), "expectedUntil", today.toString(), "reason", "FAMILY");
        carl("hold", away).statusCode(200);
        trackChange("morning", today).statusCode(409).body("type", endsWith("/back-before-track-changes"));
        read().body("track", equalTo("evening"));
    }

    @Test
    void onDayNinetyTheClinicianLooksWhetherItGoesOnAndNothingEndsByItself() {
        tasks("OPEN", 0);

        MovedClock.to(Instant.now().plus(Duration.ofDays(90)));

        tasks("OPEN", 1).body("items[0].staff", equalTo(Intake.CARL.toString()));
        read().body("status", equalTo("ADMITTED"));
        var later = today.plusDays(120);
        goesOn(later).statusCode(200).body("targetEnd", equalTo(later.toString()));
        tasks("DONE", 1);
        MovedClock.to(Instant.now().plus(Duration.ofDays(110)));
        tasks("OPEN", 0);
        MovedClock.to(Instant.now().plus(Duration.ofDays(121)));
        tasks("OPEN", 1);
        read().body("status", equalTo("ADMITTED"));
        await().untilAsserted(() -> assertThat(Broker.said("stepwell.enrollment", maya))
                .last(STRING)
                .startsWith("target-end-moved.v1 ")
                .contains(later.toString()));
    }

    @Test
    void aPlannedDischargeIsTheOtherAnswerToTheReview() {
        MovedClock.to(Instant.now().plus(Duration.ofDays(90)));
        tasks("OPEN", 1);

        carl("discharge-plan", Map.of("targetDate", today.plusDays(97).toString(), "reason", "COMPLETED_GOALS_MET"))
                .statusCode(200);

        tasks("DONE", 1);
        millbrook
                .carl()
                .asks()
                .delete(API + "episodes/" + episode + "/discharge-plan")
                .then()
                .statusCode(200);
        await().untilAsserted(() -> tasks("OPEN", 1));
    }

    @Test
    void aPlannedDischargeWhoseDayIsOverIsATaskUntilItMovesOrIsMade() {
        plansAnew(today.plusDays(20), "*").statusCode(409).body("type", endsWith("/episode-goes-forward"));
        carl("discharge-plan", Map.of("targetDate", today.plusDays(20).toString(), "reason", "MOVED"))
                .statusCode(200);
        MovedClock.to(dayFromNow(20));
        tasks("OPEN", 0);

        MovedClock.to(dayFromNow(21));
        tasks("OPEN", 1).body("items[0].staff", equalTo(Intake.CARL.toString()));
        plansAnew(today.plusDays(27), null).statusCode(428);
        refused(plansAnew(today.minusDays(1), "*"), 400, "last-day-before-start", "/targetDate");
        refused(plansAnew(today.plusDays(112), "*"), 400, "discharge-is-planned-near", "/targetDate");
        plansAnew(today.plusDays(27), "*")
                .statusCode(200)
                .body("status", equalTo("DISCHARGE_PLANNED"))
                .body("plannedEnd", equalTo(today.plusDays(27).toString()))
                .body("plannedReason", equalTo("STEP_DOWN_OUTPATIENT"));
        tasks("DONE", 1);
        await().untilAsserted(() -> assertThat(Broker.said("stepwell.enrollment", maya))
                .last(STRING)
                .startsWith("discharge-planned.v1 ")
                .contains(today.plusDays(27).toString()));

        MovedClock.to(dayFromNow(27));
        tasks("OPEN", 0);
        MovedClock.to(dayFromNow(28));
        tasks("OPEN", 1);
        carl("discharge", Map.of("lastDay", today.toString(), "reason", "NO_CONTACT", "waiver", "NO_CONTACT"))
                .statusCode(200);
        tasks("DONE", 1);
    }

    @Test
    void whoeverComesBackWhileTheirDischargeIsPlannedIsLookedAtWhenItsDayIsOver() {
        carl("discharge-plan", Map.of("targetDate", today.plusDays(20).toString(), "reason", "MOVED"))
                .statusCode(200);
        var week = today.plusDays(6).toString();
        carl("hold", Map.of("from", today.toString(), "expectedUntil", week, "reason", "FAMILY"))
                .statusCode(200);
        carl("resumption", Map.of("from", today.plusDays(3).toString())).statusCode(200);

        MovedClock.to(dayFromNow(21));

        tasks("OPEN", 1);
    }

    private static Instant dayFromNow(int days) {
        return Instant.now().plus(Duration.ofDays(days));
    }

    private ValidatableResponse plansAnew(LocalDate day, @Nullable String version) {
        var asks = millbrook.carl().asks();
        if (version != null) {
            asks.header("If-Match", version);
        }
        return asks.body(Map.of("targetDate", day.toString(), "reason", "STEP_DOWN_OUTPATIENT", "nextLevel", "1"))
                .put(API + "episodes/" + episode + "/discharge-plan")
                .then();
    }

    @Test
    void itGoesOnToALaterDay() {
        refused(goesOn(today.plusDays(89)), 400, "target-end-moves-on", "/targetEnd");
        refused(goesOn(today.plusDays(91)), 400, "target-end-moves-on", "/targetEnd");
        goesOn(today.plusDays(90)).statusCode(200);
    }

    @Test
    void whoeverGoesToAnotherLevelOfTheClinicWaitsForItInAnEpisodeThatFollows() {
        refused(carl("level-change", levelChange(millbrook.program())), 400, "program-gives-level", "/next/program");
        refused(
                carl("level-change", Map.of("level", "LEVEL_2_1", "lastDay", today.toString())),
                400,
                "another-level",
                "/level");
        var outpatient = millbrook.programAt("LEVEL_1");

        var opened = carl("level-change", levelChange(outpatient))
                .statusCode(200)
                .body("ended.status", equalTo("DISCHARGED"))
                .body("ended.dischargeReason", equalTo("STEP_DOWN_OUTPATIENT"))
                .body("opened.status", equalTo("WAITING"))
                .body("opened.program", equalTo(outpatient))
                .body("opened.previous", equalTo(episode.toString()))
                .extract()
                .<String>path("opened.id");

        await().untilAsserted(() -> assertThat(Broker.said("stepwell.enrollment", maya))
                .last(STRING)
                .startsWith("episode-discharged.v1 ")
                .contains("STEP_DOWN_OUTPATIENT"));
        correct(
                        Map.of(
                                "lastDay",
                                today.toString(),
                                "reason",
                                "STEP_DOWN_OUTPATIENT",
                                "because",
                                "ENTERED_WRONGLY"),
                        "*")
                .statusCode(200);
        millbrook
                .admit(EpisodeId.fromString(opened))
                .statusCode(400)
                .body("type", endsWith("/episodes-do-not-overlap"))
                .body("errors[0].pointer", equalTo("/start"));

        millbrook
                .ivy()
                .asks()
                .post(API + "episodes/" + opened + "/withdrawal")
                .then()
                .statusCode(200);
        Person.of("supervisor", millbrook.clinic())
                .asks()
                .get(API + "tasks?kind=next-step-lost&patient=" + maya)
                .then()
                .body("items.subject", contains(episode.toString()));
    }

    private Map<String, Object> levelChange(String program) {
        return Map.of(
                "level",
                "LEVEL_1",
                "lastDay",
                today.toString(),
                "next",
                Map.of("program", program, "track", "evening"));
    }

    @Test
    void toALevelElsewhereNobodyGoesBeforeTheyAreAcceptedThere() {
        carl("level-change", Map.of("level", "LEVEL_3_5", "lastDay", today.toString()))
                .statusCode(409)
                .body("type", endsWith("/accepted-next-step-required"));

        read().body("status", equalTo("ADMITTED"));
    }

    @Test
    void howItEndedIsCorrectedAndWhatWasSaidBeforeIsKept() {
        carl("discharge", Map.of("lastDay", today.toString(), "reason", "NO_CONTACT", "waiver", "NO_CONTACT"))
                .statusCode(200);
        var jail = Map.of(
                "lastDay",
                today.plusDays(2).toString(),
                "reason",
                "INCARCERATED",
                "waiver",
                "INCARCERATION",
                "because",
                "LEARNED_LATER");

        correct(jail, null).statusCode(428);
        correct(jail, "*")
                .statusCode(200)
                .body("lastDay", equalTo(today.plusDays(2).toString()))
                .body("dischargeReason", equalTo("INCARCERATED"));

        millbrook
                .carl()
                .asks()
                .get(API + "episodes/" + episode + "/discharge/corrections")
                .then()
                .statusCode(200)
                .body("", hasSize(1))
                .body("[0].reason", equalTo("NO_CONTACT"))
                .body("[0].lastDay", equalTo(today.toString()))
                .body("[0].because", equalTo("LEARNED_LATER"))
                .body("[0].correctedBy", startsWith("clinician:"));
        await().untilAsserted(() -> assertThat(Broker.said("stepwell.enrollment", maya))
                .last(STRING)
                .startsWith("discharge-corrected.v1 ")
                .contains("INCARCERATED"));
        millbrook
                .ivy()
                .asks()
                .get(API + "teds/missing?limit=200")
                .then()
                .body(
                        "items.find { it.episode == '" + episode + "' && it.moment == 'DISCHARGE' }.since",
                        equalTo(today.plusDays(2).toString()));
    }

    @Test
    void aCorrectionIsHeldToTheRulesOfADischarge() {
        var moved = Map.of("lastDay", today.toString(), "reason", "MOVED", "because", "ENTERED_WRONGLY");
        correct(moved, "*").statusCode(409).body("type", endsWith("/only-an-ending-is-corrected"));
        carl("discharge", Map.of("lastDay", today.toString(), "reason", "NO_CONTACT", "waiver", "NO_CONTACT"))
                .statusCode(200);

        correct(moved, "*").statusCode(409).body("type", endsWith("/accepted-next-step-required"));
        var early = Map.of(
                "lastDay",
                today.minusDays(1).toString(),
                "reason",
                "NO_CONTACT",
                "waiver",
                "NO_CONTACT",
                "because",
                "ENTERED_WRONGLY");
        refused(correct(early, "*"), 400, "last-day-before-start", "/lastDay");
        read().body("dischargeReason", equalTo("NO_CONTACT"));
    }

    private ValidatableResponse trackChange(String track, LocalDate from) {
        return millbrook
                .ivy()
                .asks()
                .body(Map.of("track", track, "from", from.toString()))
                .post(API + "episodes/" + episode + "/track-change")
                .then();
    }

    private ValidatableResponse goesOn(LocalDate targetEnd) {
        return carl("stay-review", Map.of("targetEnd", targetEnd.toString(), "reason", "GOALS_NOT_MET"));
    }

    private ValidatableResponse correct(Map<String, String> body, @Nullable String version) {
        var asks = millbrook.carl().asks();
        if (version != null) {
            asks.header("If-Match", version);
        }
        return asks.body(body).put(API + "episodes/" + episode + "/discharge").then();
    }

    private ValidatableResponse carl(String verb, Map<String, ?> body) {
        return millbrook
                .carl()
                .asks()
                .body(body)
                .post(API + "episodes/" + episode + "/" + verb)
                .then();
    }

    private ValidatableResponse read() {
        return millbrook.ivy().asks().get(API + "episodes/" + episode).then().statusCode(200);
    }

    private ValidatableResponse tasks(String status, int count) {
        return millbrook
                .carl()
                .asks()
                .get(API + "tasks?kind=stay-review&status=" + status + "&patient=" + maya)
                .then()
                .body("items", hasSize(count));
    }

    private static void refused(ValidatableResponse answer, int status, String slug, String pointer) {
        answer.statusCode(status).body("type", endsWith("/" + slug)).body("errors[0].pointer", equalTo(pointer));
    }
}
