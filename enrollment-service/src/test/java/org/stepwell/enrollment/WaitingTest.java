package org.stepwell.enrollment;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.startsWith;
import static org.stepwell.enrollment.Intake.API;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.stepwell.contracts.id.ClinicId;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.contracts.id.ProgramId;
import org.stepwell.contracts.scheduling.SchedulingState.PlacesChanged;
import org.stepwell.platform.testing.Broker;
import org.stepwell.platform.testing.MovedClock;
import org.stepwell.platform.testing.Person;
import org.stepwell.platform.testing.StepwellTestResource;

/** Who waits for a place, and to whom one is offered. */
@QuarkusTest
@QuarkusTestResource(StepwellTestResource.class)
class WaitingTest {

    // A clinic of its own: its board shows nobody else's tracks.
    private final Intake millbrook = new Intake(new ClinicId(UUID.randomUUID()));
    private String program = "";

    @BeforeEach
    void setUp() {
        millbrook.setUp("Millbrook");
        program = millbrook.program();
    }

    @Test
    void thoseWhoWaitStandInTheOrderOfPriorityThenOfTime() {
        var first = waits("ROUTINE");
        var second = waits("ROUTINE");
        var urgent = waits("PREGNANT");

        line(200).body("items.episode", equalTo(List.of(urgent.toString(), first.toString(), second.toString())));
        var page = line(2).body("items.episode", equalTo(List.of(urgent.toString(), first.toString())))
                .extract();
        millbrook
                .ivy()
                .asks()
                .queryParam("after", page.<String>path("after"))
                .get(lineUrl())
                .then()
                .body("items.episode", equalTo(List.of(second.toString())));

        prioritize(second, "PREGNANT_AND_INJECTING").statusCode(200);
        line(1).body("items[0].episode", equalTo(second.toString()));
    }

    @Test
    void aPlaceIsOfferedInTurnOrItIsSaidWhyOthersArePassedOver() {
        var first = waits("ROUTINE");
        var second = waits("ROUTINE");
        offer(first, Map.of()).statusCode(409).body("type", endsWith("/no-place-free"));
        free(3);

        offer(second, Map.of())
                .statusCode(409)
                .body("type", endsWith("/offered-in-turn"))
                .body("errors[0].pointer", equalTo("/passedOver"));
        offer(second, Map.of("passedOver", "WANT_ANOTHER_TIME"))
                .statusCode(201)
                .body("passedOver", equalTo("WANT_ANOTHER_TIME"));
        line(2).body("items[0].passedOver.because", equalTo(List.of("WANT_ANOTHER_TIME")))
                .body("items[0].name", startsWith("Maya"))
                .body("items[1].passedOver", empty());
        offer(first, Map.of()).statusCode(201).body("status", equalTo("OPEN"));
        offer(first, Map.of()).statusCode(409).body("type", endsWith("/one-open-offer"));
    }

    @Test
    void noMorePlacesAreOfferedThanAreFree() {
        var first = waits("ROUTINE");
        var second = waits("ROUTINE");
        free(1);
        var offer = offer(first, Map.of()).statusCode(201).extract().<String>path("id");

        offer(second, Map.of()).statusCode(409).body("type", endsWith("/no-place-free"));
        answer(millbrook.ivy(), offer, "refusal", Map.of("because", "ANOTHER_TIME_WANTED"))
                .statusCode(200)
                .body("status", equalTo("DECLINED"));

        offer(second, Map.of("passedOver", "WANT_ANOTHER_TIME")).statusCode(201);
        answer(millbrook.ivy(), offer, "acceptance", Map.of()).statusCode(409).body("type", endsWith("/offer-is-over"));
    }

    @Test
    void aPatientTakesTheirOwnOfferAndNobodyElses() {
        var patient = millbrook.patient();
        var episode = millbrook.waiting(patient, program);
        free(1);
        var offer = offer(episode, Map.of()).extract().<String>path("id");

        answer(Person.of("patient", millbrook.clinic()).who(millbrook.patient()), offer, "acceptance", Map.of())
                .statusCode(404);
        answer(Person.of("patient", millbrook.clinic()).who(patient), offer, "acceptance", Map.of())
                .statusCode(200)
                .body("status", equalTo("ACCEPTED"));
    }

    @Test
    void anOfferThatNobodyAnswersEndsAndIntakeHearsOfIt() {
        var patient = millbrook.patient();
        var episode = millbrook.waiting(patient, program);
        free(1);
        var offer = offer(episode, Map.of()).extract().<String>path("id");
        try {
            MovedClock.to(Instant.now().plus(Duration.ofDays(3)));

            millbrook.ivy().asks().get(API + "offers/" + offer).then().body("status", equalTo("EXPIRED"));
            millbrook
                    .ivy()
                    .asks()
                    .queryParam("patient", patient.toString())
                    .get(API + "tasks")
                    .then()
                    .body("items.kind", hasItem("offer-expired"));
            line(1).body("items[0].episode", equalTo(episode.toString()));
        } finally {
            MovedClock.to(Instant.now());
        }
    }

    @Test
    void aPlaceThatWasPromisedIsNotGivenToSomebodyElse() {
        var promised = waits("ROUTINE");
        var patient = millbrook.patient();
        millbrook.screened(patient);
        millbrook.consented(patient);
        var other = millbrook.waiting(patient, program);
        free(1);
        var offer = offer(promised, Map.of()).extract().<String>path("id");

        millbrook.admit(other).statusCode(409).body("type", endsWith("/place-is-promised"));

        answer(millbrook.ivy(), offer, "withdrawal", Map.of()).statusCode(200);
        millbrook.admit(other, Map.of("passedOver", "NOT_REACHED")).statusCode(200);
    }

    @Test
    void nobodyIsAdmittedBeforeThoseWhoComeFirstUnlessItIsSaidWhy() {
        var first = waits("ROUTINE");
        var second = ready();
        free(3);

        millbrook
                .admit(second)
                .statusCode(409)
                .body("type", endsWith("/offered-in-turn"))
                .body("errors[0].pointer", equalTo("/passedOver"));
        millbrook.admit(second, Map.of("passedOver", "CLINICAL_NEED")).statusCode(200);
        line(1).body("items.episode", equalTo(List.of(first.toString())))
                .body("items[0].passedOver.because", equalTo(List.of("CLINICAL_NEED")));

        millbrook
                .ivy()
                .asks()
                .get(API + "episodes/" + second + "/offers")
                .then()
                .body("items.passedOver", equalTo(List.of("CLINICAL_NEED")))
                .body("items.status", equalTo(List.of("ACCEPTED")));
    }

    @Test
    void aPromisedPlaceIsKeptFromWhoeverComesWhileOthersAreOnTheirWay() {
        var comes = ready();
        var promised = waits("ROUTINE");
        var third = ready();
        free(2);
        millbrook.admit(comes).statusCode(200); // scheduling has not seated them, and still counts the place as free
        offer(promised, Map.of()).statusCode(201);

        millbrook.admit(third).statusCode(409).body("type", endsWith("/place-is-promised"));
    }

    /** Somebody who waits and could be admitted. */
    private EpisodeId ready() {
        var patient = millbrook.patient();
        millbrook.screened(patient);
        millbrook.consented(patient);
        return millbrook.waiting(patient, program);
    }

    @Test
    void whoeverIsAdmittedOrWaitsNoMoreHasNoOpenOffer() {
        var patient = millbrook.patient();
        millbrook.screened(patient);
        millbrook.consented(patient);
        var comes = millbrook.waiting(patient, program);
        var goes = waits("ROUTINE");
        free(2);
        var taken = offer(comes, Map.of()).extract().<String>path("id");
        var left = offer(goes, Map.of()).extract().<String>path("id");

        millbrook.admit(comes).statusCode(200);
        millbrook
                .ivy()
                .asks()
                .post(API + "episodes/" + goes + "/withdrawal")
                .then()
                .statusCode(200);

        millbrook.ivy().asks().get(API + "offers/" + taken).then().body("status", equalTo("ACCEPTED"));
        millbrook.ivy().asks().get(API + "offers/" + left).then().body("status", equalTo("WITHDRAWN"));
        offer(comes, Map.of()).statusCode(409).body("type", endsWith("/offered-to-who-waits"));
    }

    @Test
    void theBoardShowsHowFullEachTrackIs() {
        waits("ROUTINE");
        var offered = waits("PREGNANT");
        free(3);
        offer(offered, Map.of()).statusCode(201);

        millbrook
                .ivy()
                .asks()
                .get(API + "programs/capacity")
                .then()
                .statusCode(200)
                .body("track", equalTo(List.of("evening")))
                .body("[0].free", equalTo(3))
                .body("[0].kept", equalTo(1))
                .body("[0].coming", equalTo(0))
                .body("[0].waiting", equalTo(2))
                .body("[0].taken", equalTo(0));
    }

    @Test
    void aSeatOfSomebodyOnTheirWayIsNotOfferedAgain() {
        var patient = millbrook.patient();
        millbrook.screened(patient);
        millbrook.consented(patient);
        var comes = millbrook.waiting(patient, program);
        var waits = waits("ROUTINE");
        free(1);
        offer(comes, Map.of()).statusCode(201);

        millbrook.admit(comes).statusCode(200); // scheduling has not seated them, and still counts the place as free

        offer(waits, Map.of()).statusCode(409).body("type", endsWith("/no-place-free"));
        millbrook
                .ivy()
                .asks()
                .get(API + "programs/capacity")
                .then()
                .body("[0].free", equalTo(1))
                .body("[0].coming", equalTo(1))
                .body("[0].kept", equalTo(0));
    }

    @Test
    void anAnswerHasAnHourAtLeast() {
        var episode = waits("ROUTINE");
        free(1);

        offer(episode, Map.of("answerBy", MovedClock.now().plusSeconds(60).toString()))
                .statusCode(400)
                .body("type", endsWith("/answered-in-due-time"))
                .body("errors[0].pointer", equalTo("/answerBy"));
    }

    private EpisodeId waits(String priority) {
        PatientId patient = millbrook.patient();
        return EpisodeId.fromString(millbrook
                .ivy()
                .asks()
                .body(Map.of("program", program, "track", "evening", "priority", priority))
                .post(API + "patients/" + patient + "/episodes")
                .then()
                .statusCode(201)
                .extract()
                .path("id"));
    }

    /** Scheduling says how many places there are, and enrollment has heard it. */
    private void free(int places) {
        Broker.say(
                millbrook.clinic(),
                new PlacesChanged(
                        ProgramId.fromString(program), "evening", LocalDate.of(2026, 3, 2), places, Instant.EPOCH));
        await().untilAsserted(() ->
                millbrook.ivy().asks().get(API + "programs/capacity").then().body("[0].free", equalTo(places)));
    }

    private ValidatableResponse offer(EpisodeId episode, Map<String, ?> form) {
        return millbrook
                .ivy()
                .asks()
                .body(form)
                .post(API + "episodes/" + episode + "/offers")
                .then();
    }

    private static ValidatableResponse answer(Person who, String offer, String how, Map<String, ?> form) {
        var asks = who.asks();
        return (form.isEmpty() ? asks : asks.body(form))
                .post(API + "offers/" + offer + "/" + how)
                .then();
    }

    private ValidatableResponse prioritize(EpisodeId episode, String priority) {
        return millbrook
                .ivy()
                .asks()
                .header("If-Match", "*")
                .body(Map.of("priority", priority))
                .put(API + "episodes/" + episode + "/priority")
                .then();
    }

    private ValidatableResponse line(int limit) {
        return millbrook
                .ivy()
                .asks()
                .queryParam("limit", limit)
                .get(lineUrl())
                .then()
                .statusCode(200);
    }

    private String lineUrl() {
        return API + "programs/" + program + "/tracks/evening/waiting-list";
    }
}
