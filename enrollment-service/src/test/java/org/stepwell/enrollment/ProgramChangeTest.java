package org.stepwell.enrollment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.stepwell.enrollment.Intake.API;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.stepwell.contracts.id.ClinicId;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.platform.testing.Broker;
import org.stepwell.platform.testing.MovedClock;
import org.stepwell.platform.testing.StepwellTestResource;

/** A program is called something else, has other tracks, and ends one day. */
@QuarkusTest
@QuarkusTestResource(StepwellTestResource.class)
class ProgramChangeTest {

    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final int ROUNDS = 6;

    // A clinic of its own: its board shows nobody else's tracks.
    private final Intake millbrook = new Intake(new ClinicId(UUID.randomUUID()));
    private final LocalDate today = LocalDate.now(NEW_YORK);
    private String program = "";

    @BeforeEach
    void anEveningProgram() {
        millbrook.setUp("Millbrook");
        program = millbrook.program();
    }

    @AfterEach
    void itIsNow() {
        MovedClock.to(Instant.now());
    }

    @Test
    void aProgramIsChangedByTheVersionLastReadAndOthersHearOfIt() {
        var tag = read().extract().header("ETag");
        var form = form("Recovery " + program, 60, "evening", "morning");

        change(form, null).statusCode(428);
        change(form, tag)
                .statusCode(200)
                .body("name", equalTo("Recovery " + program))
                .body("lengthDays", equalTo(60))
                .body("tracks.code", contains("evening", "morning"))
                .body("rules.ruleSet.code", contains("iop-standard"))
                .body("endedAt", nullValue());
        change(form, tag).statusCode(412);

        board().body("track", contains("evening", "morning"));
        heard(
                "\"level\":\"2.1\"",
                "\"name\":\"Recovery " + program,
                "\"lengthDays\":60",
                "\"code\":\"morning\"",
                "\"ended\":false");
    }

    @Test
    void whoIsInKeepsTheEndThatTheyWereTold() {
        var episode = in("evening");
        change(form("Short " + program, 30, "evening"), "*").statusCode(200);

        millbrook
                .ivy()
                .asks()
                .get(API + "episodes/" + episode)
                .then()
                .body("targetEnd", equalTo(today.plusDays(89).toString()));
    }

    @Test
    void aTrackIsGivenUpWhenNobodyWaitsForItOrIsInItOrIsToChangeToIt() {
        var both = form("IOP " + program, 90, "evening", "morning");
        var mornings = form("IOP " + program, 90, "morning");
        var evenings = form("IOP " + program, 90, "evening");
        change(both, "*").statusCode(200);

        var waiting = millbrook.waiting(millbrook.patient(), program);
        inUse(mornings, "evening");
        withdraw(waiting);
        var episode = in("evening");
        inUse(mornings, "evening");
        changesTo(episode, "morning", today.plusDays(3));
        inUse(mornings, "evening");
        inUse(evenings, "morning");

        MovedClock.to(Instant.now().plus(Duration.ofDays(4)));
        inUse(evenings, "morning");
        change(mornings, "*").statusCode(200).body("tracks.code", contains("morning"));

        board().body("track", contains("morning")).body("taken", contains(1));
        heard("\"tracks\":[{\"code\":\"morning\"");
        waits("evening").statusCode(400).body("type", endsWith("/unknown-track"));
        millbrook
                .ivy()
                .asks()
                .get(API + "programs/" + program + "/tracks/evening/waiting-list")
                .then()
                .statusCode(404);
    }

    @Test
    void aTrackThatWasGivenUpIsOfferedAgain() {
        change(form("IOP " + program, 90, "morning"), "*").statusCode(200);
        change(form("IOP " + program, 90, "morning", "evening"), "*")
                .statusCode(200)
                .body("tracks.code", contains("evening", "morning"));

        waits("evening").statusCode(201);
    }

    @Test
    void aProgramIsChangedToSomethingThatCanBe() {
        var other = millbrook
                .ada()
                .asks()
                .get(API + "programs/" + millbrook.program())
                .then()
                .extract()
                .<String>path("name");

        change(form(other, 90, "evening"), "*").statusCode(409).body("type", endsWith("/program-name-taken"));
        change(form("IOP " + program, 90, "evening", "evening"), "*")
                .statusCode(400)
                .body("type", endsWith("/track-named-twice"))
                .body("errors.pointer", contains("/tracks"));
        change(form("IOP " + program, 90), "*").statusCode(400).body("errors.pointer", contains("/tracks"));
        change(form("IOP " + program, 0, "evening"), "*")
                .statusCode(400)
                .body("errors.pointer", contains("/lengthDays"));
        millbrook
                .ivy()
                .asks()
                .header("If-Match", "*")
                .body(form("IOP " + program, 90, "evening"))
                .put(API + "programs/" + program)
                .then()
                .statusCode(403);
    }

    @Test
    void aProgramEndsWhenNobodyWaitsForItOrIsInIt() {
        var episode = millbrook.waiting(millbrook.patient(), program);
        end().statusCode(409).body("type", endsWith("/program-in-use"));
        board().body("program", contains(program));
        withdraw(episode);

        end().statusCode(200).body("endedAt", notNullValue());

        board().body("program", equalTo(List.of()));
        heard("\"ended\":true");
        read().body("endedAt", notNullValue()).body("tracks.code", contains("evening"));
        waits("evening")
                .statusCode(409)
                .body("type", endsWith("/program-ended"))
                .body("errors.pointer", contains("/program"));
        end().statusCode(409).body("type", endsWith("/program-ended"));
        change(form("IOP " + program, 90, "evening"), "*").statusCode(409).body("type", endsWith("/program-ended"));
        millbrook
                .ada()
                .asks()
                .header("If-Match", "*")
                .body(Map.of("ruleSet", "nc-saiop", "from", "2199-06-01"))
                .post(API + "programs/" + program + "/rules")
                .then()
                .statusCode(409)
                .body("type", endsWith("/program-ended"));
    }

    @Test
    void nobodyIsPutOnTheListOfAProgramThatEndsInTheSameMoment() {
        for (int round = 0; round < ROUNDS; round++) {
            program = millbrook.program();
            var patient = millbrook.registered();
            var ending = CompletableFuture.supplyAsync(() -> end().extract().statusCode());
            var listing = CompletableFuture.supplyAsync(() -> millbrook
                    .ivy()
                    .asks()
                    .body(Map.of("program", program, "track", "evening"))
                    .post(API + "patients/" + patient + "/episodes")
                    .then()
                    .extract()
                    .statusCode());

            assertThat(List.of(ending.join(), listing.join())).isIn(List.of(200, 409), List.of(409, 201));
        }
    }

    private Map<String, Object> form(String name, int days, String... tracks) {
        return Map.of(
                "name",
                name,
                "lengthDays",
                days,
                "tracks",
                Stream.of(tracks)
                        .map(code -> Map.of("code", code, "name", "In the " + code))
                        .toList());
    }

    private ValidatableResponse change(Map<String, Object> form, @Nullable String version) {
        var asks = millbrook.ada().asks().body(form);
        return (version == null ? asks : asks.header("If-Match", version))
                .put(API + "programs/" + program)
                .then();
    }

    private void inUse(Map<String, Object> form, String track) {
        change(form, "*")
                .statusCode(409)
                .body("type", endsWith("/track-in-use"))
                .body("errors.pointer", contains("/tracks"))
                .body("errors.detail", contains("with " + track));
    }

    private ValidatableResponse end() {
        return millbrook.ada().asks().post(API + "programs/" + program + "/end").then();
    }

    private ValidatableResponse read() {
        return millbrook.ivy().asks().get(API + "programs/" + program).then();
    }

    private ValidatableResponse board() {
        return millbrook.ivy().asks().get(API + "programs/capacity").then().statusCode(200);
    }

    private ValidatableResponse waits(String track) {
        return millbrook
                .ivy()
                .asks()
                .body(Map.of("program", program, "track", track))
                .post(API + "patients/" + millbrook.registered() + "/episodes")
                .then();
    }

    private void withdraw(EpisodeId episode) {
        millbrook
                .ivy()
                .asks()
                .post(API + "episodes/" + episode + "/withdrawal")
                .then()
                .statusCode(200);
    }

    private EpisodeId in(String track) {
        var patient = millbrook.patient();
        millbrook.screened(patient);
        millbrook.consented(patient);
        var episode = EpisodeId.fromString(millbrook
                .ivy()
                .asks()
                .body(Map.of("program", program, "track", track))
                .post(API + "patients/" + patient + "/episodes")
                .then()
                .extract()
                .path("id"));
        millbrook.admit(episode, Map.of("start", today.toString())).statusCode(200);
        return episode;
    }

    private void changesTo(EpisodeId episode, String track, LocalDate from) {
        millbrook
                .ivy()
                .asks()
                .body(Map.of("track", track, "from", from.toString()))
                .post(API + "episodes/" + episode + "/track-change")
                .then()
                .statusCode(200);
    }

    private void heard(String... parts) {
        await().untilAsserted(() -> assertThat(Broker.said("stepwell.enrollment.state", "program/" + program))
                .last(STRING)
                .startsWith("program-changed.v1 ")
                .contains(parts));
    }
}
