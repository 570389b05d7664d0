package org.stepwell.enrollment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
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
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.stepwell.contracts.id.ClinicId;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.contracts.scheduling.SchedulingFact.PlacementAnswered;
import org.stepwell.platform.testing.Broker;
import org.stepwell.platform.testing.MovedClock;
import org.stepwell.platform.testing.StepwellTestResource;

/** Somebody is away for a while, and comes back to the same episode. */
@QuarkusTest
@QuarkusTestResource(StepwellTestResource.class)
class HoldTest {

    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    // A clinic of its own: its board shows nobody else's tracks.
    private final Intake millbrook = new Intake(new ClinicId(UUID.randomUUID()));
    private LocalDate today = LocalDate.EPOCH;
    private PatientId maya = new PatientId(new UUID(0, 0));
    private EpisodeId episode = new EpisodeId(new UUID(0, 0));

    @BeforeEach
    void somebodyIsIn() {
        today = LocalDate.now(NEW_YORK);
        millbrook.setUp("Millbrook");
        maya = millbrook.patient();
        episode = millbrook.admitted(maya);
    }

    @AfterEach
    void itIsNow() {
        MovedClock.to(Instant.now());
    }

    @Test
    void aPlaceThatIsKeptIsTakenAndOneThatWasGivenBackIsNot() {
        board().body("[0].taken", equalTo(1)).body("[0].away", equalTo(0));

        hold(today, 14, 7)
                .statusCode(200)
                .body("status", equalTo("ON_HOLD"))
                .body("onHold.reason", equalTo("HOSPITAL"));

        board().body("[0].taken", equalTo(1)).body("[0].away", equalTo(1));
        MovedClock.to(Instant.now().plus(Duration.ofDays(8)));
        board().body("[0].taken", equalTo(0)).body("[0].away", equalTo(1)).body("[0].coming", equalTo(0));

        resume(today.plusDays(8)).statusCode(200);

        board().body("[0].taken", equalTo(1)).body("[0].away", equalTo(0)).body("[0].coming", equalTo(1));
    }

    @Test
    void whoComesBackIsMeantToStayAsMuchLongerAndTheOthersHearOfIt() {
        hold(today, 14, 7).statusCode(200);
        MovedClock.to(Instant.now().plus(Duration.ofDays(3)));

        resume(today.plusDays(3))
                .statusCode(200)
                .body("status", equalTo("ADMITTED"))
                .body("onHold", nullValue())
                .body("targetEnd", equalTo("2026-06-02"));

        await().untilAsserted(() -> assertThat(Broker.said("stepwell.enrollment", maya))
                .extracting(line -> line.substring(0, line.indexOf(' ')))
                .containsExactly("episode-admitted.v1", "episode-held.v1", "episode-resumed.v1"));
        assertThat(Broker.said("stepwell.enrollment", maya).getLast())
                .contains("\"from\":\"" + today.plusDays(3), "\"targetEnd\":\"2026-06-02\"");
    }

    @Test
    void whoDoesNotComeBackIsAskedAfterAndNothingEndsByItself() {
        hold(today, 5, 5).statusCode(200);
        tasks("patient-expected-back", "OPEN", 0);

        MovedClock.to(Instant.now().plus(Duration.ofDays(6)));

        tasks("patient-expected-back", "OPEN", 1)
                .body("items[0].staff", equalTo(Intake.CARL.toString()))
                .body("items[0].episode", equalTo(episode.toString()));
        status("ON_HOLD");
        staysAway(today.plusDays(20)).statusCode(200).body("onHold.from", equalTo(today.toString()));
        tasks("patient-expected-back", "WITHDRAWN", 1);
        MovedClock.to(Instant.now().plus(Duration.ofDays(22)));
        tasks("patient-expected-back", "OPEN", 1);
        resume(today.plusDays(22)).statusCode(200);
        tasks("patient-expected-back", "DONE", 1);
    }

    @Test
    void whoeverIsAwayNeedsNoWeekUntilTheyAreBack() {
        Broker.say(millbrook.clinic(), lacking(Instant.parse("2026-03-02T09:00:00Z")));
        await().untilAsserted(() -> tasks("placement-incomplete", "OPEN", 1));

        hold(today, 14, 0).statusCode(200).body("onHold.keepSeatsUntil", nullValue());

        tasks("placement-incomplete", "WITHDRAWN", 1);
        resume(today).statusCode(200).body("placement", nullValue());
        Broker.say(millbrook.clinic(), lacking(MovedClock.now()));
        await().untilAsserted(() -> tasks("placement-incomplete", "OPEN", 1));
    }

    @Test
    void daysAwaySayNothingAboutHowSoonUnitsAreUsedUp() {
        var billing = new Billing(millbrook);
        var coverage = billing.covered(maya, billing.payer(Billing.h0015()));
        var authorization = billing.approved(coverage, 12, today.minusDays(20), today.plusDays(60));
        List.of(15, 13, 11).forEach(ago -> billing.attends(maya, episode, today.minusDays(ago)));
        hold(today.minusDays(10), 11, 0).statusCode(200);
        resume(today).statusCode(200);

        await().untilAsserted(() -> billing.authorization(authorization).body("burnDown.used", equalTo(3)));

        billing.authorization(authorization)
                .body("burnDown.usedUpOn", equalTo(today.plusDays(21).toString()));
    }

    @Test
    void whatCanNotBeIsSaidAtTheField() {
        refused(hold(today.plusDays(8), 7, 0), 400, "hold-begins-near", "/from");
        refused(hold(today, 61, 0), 400, "hold-is-short", "/expectedUntil");
        refused(hold(today, 7, 8), 400, "seats-kept-while-away", "/keepSeatsUntil");
        resume(today).statusCode(409).body("type", endsWith("/not-on-hold"));
        hold(today, 7, 7).statusCode(200);
        hold(today, 7, 7).statusCode(409).body("type", endsWith("/already-on-hold"));
        refused(resume(today.minusDays(1)), 400, "back-while-on-hold", "/from");
        refused(staysAway(today.plusDays(60)), 400, "hold-is-short", "/expectedUntil");
        status("ON_HOLD");
    }

    @Test
    void onlyWhoeverTreatsThePatientHoldsTheirEpisode() {
        var body = Map.of(
                "from", today.toString(), "expectedUntil", today.plusDays(6).toString(), "reason", "FAMILY");

        for (var path : List.of("hold", "resumption")) {
            millbrook
                    .ivy()
                    .asks()
                    .body(path.equals("hold") ? body : Map.of("from", today.toString()))
                    .post(API + "episodes/" + episode + "/" + path)
                    .then()
                    .statusCode(403);
        }
        status("ADMITTED");
    }

    private PlacementAnswered lacking(Instant at) {
        return new PlacementAnswered(maya, episode, PlacementAnswered.Outcome.INCOMPLETE, List.of(), 360, 180, 1, at);
    }

    private ValidatableResponse hold(LocalDate from, int days, int seatsKept) {
        var body = new HashMap<String, String>(Map.of(
                "from",
                from.toString(),
                "expectedUntil",
                from.plusDays(days - 1L).toString(),
                "reason",
                "HOSPITAL"));
        if (seatsKept > 0) {
            body.put("keepSeatsUntil", from.plusDays(seatsKept - 1L).toString());
        }
        return post("hold", body);
    }

    private ValidatableResponse staysAway(LocalDate until) {
        return millbrook
                .carl()
                .asks()
                .header("If-Match", "*")
                .body(Map.of("expectedUntil", until.toString(), "reason", "HOSPITAL"))
                .put(API + "episodes/" + episode + "/hold")
                .then();
    }

    private ValidatableResponse resume(LocalDate from) {
        return post("resumption", Map.of("from", from.toString()));
    }

    private ValidatableResponse post(String verb, Map<String, String> body) {
        return millbrook
                .carl()
                .asks()
                .body(body)
                .post(API + "episodes/" + episode + "/" + verb)
                .then();
    }

    private ValidatableResponse board() {
        return millbrook.ivy().asks().get(API + "programs/capacity").then().statusCode(200);
    }

    private void status(String expected) {
        millbrook.ivy().asks().get(API + "episodes/" + episode).then().body("status", equalTo(expected));
    }

    private ValidatableResponse tasks(String kind, String status, int count) {
        var who = kind.equals("patient-expected-back") ? millbrook.carl() : millbrook.ivy();
        return who.asks()
                .get(API + "tasks?kind=" + kind + "&status=" + status + "&patient=" + maya)
                .then()
                .body("items", hasSize(count));
    }

    private static void refused(ValidatableResponse answer, int status, String slug, String pointer) {
        answer.statusCode(status).body("type", endsWith("/" + slug)).body("errors[0].pointer", equalTo(pointer));
    }
}
