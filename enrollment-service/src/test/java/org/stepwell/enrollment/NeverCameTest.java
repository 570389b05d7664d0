package org.stepwell.enrollment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.stepwell.enrollment.Billing.h0015;
import static org.stepwell.enrollment.Billing.today;
import static org.stepwell.enrollment.Billing.with;
import static org.stepwell.enrollment.Intake.API;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.contracts.scheduling.SchedulingFact.PlacementAnswered;
import org.stepwell.platform.clinic.ClinicContext;
import org.stepwell.platform.database.Sql;
import org.stepwell.platform.testing.Broker;
import org.stepwell.platform.testing.MovedClock;
import org.stepwell.platform.testing.Person;
import org.stepwell.platform.testing.StepwellTestResource;

/** Somebody was admitted and was never there: they are no client, and nobody has to do anything about them any more. */
@QuarkusTest
@QuarkusTestResource(StepwellTestResource.class)
class NeverCameTest {

    @Inject
    Sql sql;

    private Reports mill = new Reports(new Intake(Person.RIVERSIDE), "");
    private PatientId maya = new PatientId(new UUID(0, 0));

    @BeforeEach
    void setUp() {
        mill = Reports.atNewClinic();
        maya = mill.born("1991-04-12");
    }

    @AfterEach
    void itIsNow() {
        MovedClock.to(Instant.now());
    }

    @Test
    void theSeatsAreFreeNobodyTreatsThemAndTheyMayBeListedAnew() {
        var episode = mill.admitted(maya, today().minusDays(3).toString());

        neverCame(episode, today().minusDays(1))
                .statusCode(200)
                .body("status", equalTo("WITHDRAWN"))
                .body("withdrawalReason", equalTo("CHANGED_THEIR_MIND"))
                .body("awaitedFrom", equalTo(today().minusDays(3).toString()))
                .body("awaitedUntil", equalTo(today().minusDays(1).toString()))
                .body("start", nullValue())
                .body("lastDay", nullValue())
                .body("dischargeReason", nullValue())
                .body("careTeam", empty());

        await().untilAsserted(() -> assertThat(Broker.said("stepwell.enrollment", maya))
                .last(STRING)
                .startsWith("episode-discharged.v1 ")
                .contains("\"lastDay\":\"" + today().minusDays(1), "\"reason\":null", "\"waiver\":null"));
        mill.intake().carl().asks().get(API + "patients/" + maya).then().statusCode(403);
        board().body("find { it.program == '" + mill.program() + "' }.taken", equalTo(0));
        neverCame(episode, today()).statusCode(409).body("type", endsWith("/episode-goes-forward"));
        var again = mill.intake().waiting(maya, mill.program());
        mill.intake()
                .admit(again, Map.of("start", today().minusDays(2).toString()))
                .statusCode(200);
    }

    @Test
    void whoeverCallsItOffBeforehandWasExpectedUntilToday() {
        var episode = mill.admitted(maya, today().plusDays(10).toString());

        refused(neverCame(episode, today().plusDays(1)), "/awaited-until-today", today() + " to " + today());
        refused(neverCame(episode, today().minusDays(1)), "/awaited-until-today", today() + " to " + today());

        neverCame(episode, today()).statusCode(200);
    }

    @Test
    void aMistypedDayIsPointedAt() {
        var episode = mill.admitted(maya, today().minusDays(3).toString());

        refused(
                neverCame(episode, today().minusDays(5)),
                "/awaited-until-today",
                today().minusDays(4) + " to " + today());

        neverCame(episode, today().minusDays(4)).statusCode(200);
    }

    @Test
    void whoeverWasHereIsDischarged() {
        var episode = mill.admitted(maya, today().minusDays(3).toString());
        new Billing(mill.intake()).attends(maya, episode, today().minusDays(3));

        var mistyped = today().plusDays(1); // refused also while nobody knows of the session
        await().untilAsserted(() -> neverCame(episode, mistyped).statusCode(409).body("type", endsWith("/was-here")));
        neverCame(episode, today()).statusCode(409).body("type", endsWith("/was-here"));
        mill.intake().ivy().asks().get(API + "episodes/" + episode).then().body("status", equalTo("ADMITTED"));
    }

    @Test
    void whoeverCameAfterAllIsATask() {
        var episode = mill.admitted(maya, today().minusDays(3).toString());
        neverCame(episode, today()).statusCode(200);

        new Billing(mill.intake()).attends(maya, episode, today().minusDays(3));

        await().untilAsserted(() -> assertThat(open()).containsExactly("came-after-all"));
    }

    @Test
    void intakeAndSupervisorsSaySoOfWhoeverIsIn() {
        var episode = mill.admitted(maya, today().minusDays(3).toString());
        var waits = mill.intake().waiting(mill.intake().patient(), mill.program());
        neverCame(waits, today()).statusCode(409).body("type", endsWith("/episode-goes-forward"));
        neverCame(mill.intake().carl(), episode, today()).statusCode(403);
        mill.intake()
                .ivy()
                .asks()
                .post(API + "episodes/" + episode + "/withdrawal")
                .then()
                .statusCode(409)
                .body("type", endsWith("/episode-goes-forward"));

        neverCame(Person.of("supervisor", mill.intake().clinic()), episode, today())
                .statusCode(200);
    }

    @Test
    void theyAreInNoReport() {
        var episode = mill.admitted(maya, "2026-03-02");
        mill.missing().body("items.moment", contains("ADMISSION"));
        var answered = mill.admitted(mill.intake().patient(), "2026-03-02");
        mill.answersAtAdmission(answered, Reports.DRINKS).statusCode(200);

        neverCame(episode, LocalDate.parse("2026-03-06")).statusCode(200);
        neverCame(answered, LocalDate.parse("2026-03-06")).statusCode(200);

        mill.missing().body("items", empty());
        mill.answersAtAdmission(episode, Reports.DRINKS).statusCode(409).body("type", endsWith("/admitted-first"));
        mill.nobodyCouldAsk(answered).statusCode(403); // nobody treats them any more
        var audit = mill.audit(List.of("PRESENCE", "ASSESSMENT"), "2099-12-31");
        for (var moment : List.of("ADMISSION", "DISCHARGE")) {
            mill.extract(audit, moment, "STATE", "CSV")
                    .statusCode(200)
                    .header("X-Records", "0")
                    .header("X-Unrecorded", "0");
        }
        for (var figures : List.of("census", "waiting", "stays", "completion")) {
            mill.figures(figures, "CLINIC").statusCode(200).body("items", empty());
        }
        assertThat(open()).isEmpty();
    }

    @Test
    void whatSomebodyHadToDoBecauseOfTheStayIsNotToBeDone() {
        mill.intake()
                .ada()
                .asks()
                .body(Map.of("kind", "PROGRAM_RULES", "text", "Come sober, and on time.", "signAgain", false))
                .post(API + "form-texts")
                .then()
                .statusCode(201);
        var billing = new Billing(mill.intake());
        billing.covered(maya, billing.payer(with(with(h0015(), "authorized", false), "certified", true)));
        var episode = mill.admitted(maya, today().toString());
        Broker.say(mill.intake().clinic(), lacking(episode, 180));
        await().untilAsserted(() ->
                assertThat(open()).containsExactly("admission-packet", "certification-due", "placement-incomplete"));

        neverCame(episode, today()).statusCode(200);

        assertThat(open()).isEmpty();
        Broker.say(mill.intake().clinic(), lacking(episode, 90));
        await().untilAsserted(() -> mill.intake()
                .ivy()
                .asks()
                .get(API + "episodes/" + episode)
                .then()
                .body("placementMissingMinutes", equalTo(90)));
        MovedClock.to(Instant.now().plus(Duration.ofDays(100)));
        assertThat(open()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"hold", "discharge-plan"})
    void itIsSaidAlsoOfWhoeverIsAwayOrWasToLeave(String verb) {
        var episode = mill.admitted(maya, today().toString());
        var week = today().plusDays(7).toString();
        var form = verb.equals("hold")
                ? Map.of("from", today().toString(), "expectedUntil", week, "reason", "ILLNESS")
                : Map.of("targetDate", week, "reason", "MOVED");
        mill.intake()
                .carl()
                .asks()
                .body(form)
                .post(API + "episodes/" + episode + "/" + verb)
                .then()
                .statusCode(200);

        neverCame(episode, today()).statusCode(200).body("onHold", nullValue());

        MovedClock.to(Instant.now().plus(Duration.ofDays(10)));
        assertThat(open()).isEmpty();
    }

    @Test
    void whoeverWasInAftercareIsTreatedByItsTeamAgainAndHasNoNextStep() {
        var first = mill.admitted(maya, today().minusDays(60).toString());
        var second = levelChange(first);
        mill.intake().decidedLevel(maya, "1");
        mill.intake()
                .admit(second, Map.of("start", today().minusDays(2).toString()))
                .statusCode(200);

        neverCame(second, today()).statusCode(200);

        mill.intake().carl().asks().get(API + "patients/" + maya).then().statusCode(200);
        await().untilAsserted(() -> assertThat(Broker.said("stepwell.enrollment.state", maya))
                .filteredOn(line -> line.startsWith("care-team-changed.v1 "))
                .last(STRING)
                .contains(first.toString(), Intake.CARL.toString()));
        assertThat(open()).contains("next-step-lost");
    }

    private EpisodeId levelChange(EpisodeId from) {
        var next = Map.of("program", mill.intake().programAt("LEVEL_1"), "track", "evening");
        return EpisodeId.fromString(mill.intake()
                .carl()
                .asks()
                .body(Map.of("level", "LEVEL_1", "lastDay", today().minusDays(3).toString(), "next", next))
                .post(API + "episodes/" + from + "/level-change")
                .then()
                .statusCode(200)
                .extract()
                .path("opened.id"));
    }

    @Test
    void aDuplicateThatWasAdmittedIsNotMergedBecauseTheOtherServicesKnowThem() {
        var episode = mill.admitted(maya, today().toString());
        neverCame(episode, today()).statusCode(200);

        mill.officer()
                .asks()
                .header("If-Match", "*")
                .body(Map.of("duplicate", maya.toString(), "duplicateVersion", 0, "words", "Both cards in one hand."))
                .post(API + "patients/" + mill.intake().patient() + "/merges")
                .then()
                .statusCode(409)
                .body("type", endsWith("/duplicate-was-in-care"));
    }

    private PlacementAnswered lacking(EpisodeId episode, int missingMinutes) {
        return new PlacementAnswered(
                maya,
                episode,
                PlacementAnswered.Outcome.INCOMPLETE,
                List.of(),
                360,
                missingMinutes,
                1,
                MovedClock.now());
    }

    private ValidatableResponse neverCame(EpisodeId episode, LocalDate awaitedUntil) {
        return neverCame(mill.intake().ivy(), episode, awaitedUntil);
    }

    private static ValidatableResponse neverCame(Person who, EpisodeId episode, LocalDate awaitedUntil) {
        return who.asks()
                .body(Map.of("awaitedUntil", awaitedUntil.toString(), "reason", "CHANGED_THEIR_MIND"))
                .post(API + "episodes/" + episode + "/never-came")
                .then();
    }

    private static void refused(ValidatableResponse answer, String slug, String days) {
        answer.statusCode(400)
                .body("type", endsWith(slug))
                .body("errors.pointer", contains("/awaitedUntil"))
                .body("errors[0].detail", equalTo(days));
    }

    private ValidatableResponse board() {
        return mill.intake().ivy().asks().get(API + "programs/capacity").then().statusCode(200);
    }

    /** What somebody still has to do about the patient. */
    private List<String> open() {
        return ClinicContext.in(
                new ClinicContext.Work(mill.intake().clinic(), "service:test", null),
                () -> QuarkusTransaction.requiringNew()
                        .call(() -> sql.list(
                                "select kind from platform.task where patient_id = ? and ended_at is null order by kind",
                                row -> row.getString("kind"),
                                maya.value())));
    }
}
