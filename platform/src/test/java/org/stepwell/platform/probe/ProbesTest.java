package org.stepwell.platform.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.Map;
import org.awaitility.Awaitility;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;
import org.stepwell.platform.testing.Person;
import org.stepwell.platform.testing.StepwellTestResource;

/** A service that hears no broker is well: it takes what it is told and says it later. */
@QuarkusTest
@QuarkusTestResource(StepwellTestResource.class)
@TestProfile(ProbesTest.NoBroker.class)
class ProbesTest {

    private static final String OLDEST = "stepwell.outbox.oldest.age.seconds";

    @Inject
    MeterRegistry metrics;

    /** Nobody listens there. */
    public static class NoBroker implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("kafka.bootstrap.servers", "127.0.0.1:1");
        }
    }

    @Test
    void itLivesByItsLoopsAndAsksNeitherDatabaseNorBroker() {
        probe("live")
                .statusCode(200)
                .body("checks.name", containsInAnyOrder("audit", "event loops", "events", "sweeper"));
    }

    /** The second says no once the service was asked to end. */
    @Test
    void itIsReadyWhileItsDatabaseAnswersWhateverTheBrokerDoes() {
        probe("ready")
                .statusCode(200)
                .body("checks.name", containsInAnyOrder("Database connections health check", "Graceful Shutdown"));
    }

    @Test
    void itHasStartedWithoutABroker() {
        probe("started").statusCode(200).body("status", equalTo("UP"));
    }

    @Test
    void itTakesWhatItIsToldAndSaysForHowLongThatWaits() {
        Person.at("intake")
                .asks()
                .body(Map.of(
                        "name", "waits", "patient", java.util.UUID.randomUUID().toString(), "size", 1))
                .post("/api/probe/v1/probes")
                .then()
                .statusCode(201);

        Awaitility.await()
                .untilAsserted(() -> assertThat(metrics.get(OLDEST)
                                .tag("topic", "stepwell.enrollment")
                                .gauge()
                                .value())
                        .isGreaterThan(1));
    }

    private static ValidatableResponse probe(String which) {
        return RestAssured.given()
                .get("http://127.0.0.1:%d/q/health/%s"
                        .formatted(
                                ConfigProvider.getConfig().getValue("quarkus.management.test-port", Integer.class),
                                which))
                .then();
    }
}
