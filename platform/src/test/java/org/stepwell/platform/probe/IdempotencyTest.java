package org.stepwell.platform.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.platform.testing.Broker;
import org.stepwell.platform.testing.Person;
import org.stepwell.platform.testing.StepwellTestResource;

/** A request that is sent again has one effect, and is answered as before. */
@QuarkusTest
@QuarkusTestResource(StepwellTestResource.class)
class IdempotencyTest {

    private static final String PROBES = "/api/probe/v1/probes";

    private final PatientId maya = new PatientId(UUID.randomUUID());

    /** Nothing but the key keeps the effect from happening again: the body gives no name that could be taken. */
    @Test
    void aRepeatedRequestAtTheSameTimeHasOneEffect() throws Exception {
        var key = UUID.randomUUID().toString();
        try (var threads = java.util.concurrent.Executors.newFixedThreadPool(20)) {
            var answers = threads.invokeAll(java.util.Collections.nCopies(20, () -> again(key)));
            for (var answer : answers) {
                assertThat(answer.get()).isIn(200, 409);
            }
        }

        assertThat(again(key)).isEqualTo(200);
        Awaitility.await()
                .untilAsserted(() ->
                        assertThat(Broker.said("stepwell.enrollment", maya)).isNotEmpty());
        // What another effect would have said was committed before the last answer, so it is no further behind.
        say(maya, "last");
        Awaitility.await()
                .untilAsserted(() ->
                        assertThat(Broker.said("stepwell.enrollment", maya)).anyMatch(said -> said.contains("last")));
        assertThat(Broker.said("stepwell.enrollment", maya)).hasSize(2);
    }

    @Test
    void aRepeatedRequestHasOneEffectAlsoWhereItsCallerHasAnotherRoleMeanwhile() {
        var key = UUID.randomUUID().toString();
        var supervisor =
                new Person(key, Set.of("supervisor"), Person.at("intake").claims());
        var intakeToo = new Person(key, Set.of("intake", "supervisor"), supervisor.claims());

        assertThat(again(supervisor, key)).isEqualTo(200);
        assertThat(again(intakeToo, key)).isEqualTo(200);
        assertThat(again(supervisor, key)).isEqualTo(200);

        say(maya, "last");
        Awaitility.await()
                .untilAsserted(() ->
                        assertThat(Broker.said("stepwell.enrollment", maya)).anyMatch(said -> said.contains("last")));
        assertThat(Broker.said("stepwell.enrollment", maya)).hasSize(2);
    }

    private int again(String key) {
        return again(Person.at("intake"), key);
    }

    private int again(Person somebody, String key) {
        return somebody.asks()
                .header("Idempotency-Key", key)
                .body(Map.of("name", "once", "patient", maya.toString(), "size", 1))
                .post(PROBES + "/said")
                .statusCode();
    }

    private static void say(PatientId patient, String name) {
        Person.at("intake")
                .asks()
                .body(Map.of("name", name, "patient", patient.toString(), "size", 1))
                .post(PROBES + "/said")
                .then()
                .statusCode(200);
    }

    @Test
    void whatAnsweredWithoutABodyIsRepeatedWithoutOne() {
        var key = UUID.randomUUID().toString();
        for (int turn = 0; turn < 2; turn++) {
            Person.at("intake")
                    .asks()
                    .header("Idempotency-Key", key)
                    .post(PROBES + "/nothing")
                    .then()
                    .statusCode(204)
                    .body(emptyString());
        }
    }

    /** One would be answered what another was told, or refused because of what another said. */
    @Test
    void strangersShareNoKeys() {
        var key = UUID.randomUUID().toString();

        var first = leaves(key, "Call me back");
        var same = leaves(key, "Call me back");
        var other = leaves(key, "Call me, too");

        assertThat(first).startsWith("Call me back ");
        assertThat(same).startsWith("Call me back ").isNotEqualTo(first);
        assertThat(other).startsWith("Call me, too ");
    }

    private static String leaves(String key, String words) {
        return RestAssured.given()
                .contentType(ContentType.JSON)
                .header("Idempotency-Key", key)
                .body(Map.of("words", words))
                .post("/api/probe/v1/clinics/" + Person.RIVERSIDE + "/open-doors/slips")
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    @Test
    void anotherCallersKeyIsAnotherKey() {
        var key = UUID.randomUUID().toString();
        var mine = Map.of("name", "mine " + key.substring(0, 8), "patient", maya.toString(), "size", 1);
        var theirs = Map.of("name", "theirs " + key.substring(0, 8), "patient", maya.toString(), "size", 1);

        Person.at("intake")
                .asks()
                .header("Idempotency-Key", key)
                .body(mine)
                .post(PROBES)
                .then()
                .statusCode(201);

        Person.at("supervisor")
                .asks()
                .header("Idempotency-Key", key)
                .body(theirs)
                .post(PROBES)
                .then()
                .statusCode(201)
                .body("name", equalTo(theirs.get("name")));
    }
}
