package org.stepwell.platform.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.startsWith;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.stepwell.platform.testing.Person;
import org.stepwell.platform.testing.StepwellTestResource;

/** Whoever asks too often waits; nobody else does. The address of all these tests is spent by the last of them. */
@QuarkusTest
@QuarkusTestResource(StepwellTestResource.class)
@TestProfile(RateLimitTest.Tight.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RateLimitTest {

    private static final String ASKED = "/api/probe/v1/probes/asked";
    private static final String RATIONED = "/api/probe/v1/edges/rationed";
    private static final String OPEN = "/api/probe/v1/problems/not-found";

    @Inject
    MeterRegistry meters;

    /** Limits that a test can reach. */
    public static class Tight implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "stepwell.limits.principal-per-second", "1",
                    "stepwell.limits.principal-burst", "20",
                    "stepwell.limits.rationed-per-second", "1",
                    "stepwell.limits.rationed-burst", "5",
                    "stepwell.limits.rationed-anonymous-each", "PT1H",
                    "stepwell.limits.rationed-anonymous-burst", "2",
                    "stepwell.limits.anonymous-per-second", "1",
                    "stepwell.limits.anonymous-burst", "13",
                    "stepwell.limits.address-per-second", "1",
                    "stepwell.limits.address-burst", "200");
        }
    }

    @Test
    @Order(1)
    void anAccountThatAsksTooOftenWaitsAndOthersDoNot() throws SQLException {
        var eager = somebody();
        var refused = refusedAfter(20, () -> eager.asks().get(ASKED));

        refused.then()
                .statusCode(429)
                .contentType("application/problem+json")
                .body("type", endsWith("/problems/too-many-requests"))
                .header("Retry-After", "1")
                .header("RateLimit-Policy", equalTo("\"principal\";q=20;w=20"))
                .header("RateLimit", matchesPattern("\"principal\";r=0;t=1"));
        somebody()
                .asks()
                .get(ASKED)
                .then()
                .statusCode(200)
                .header("RateLimit", matchesPattern("\"principal\";r=19;t=1"));
        assertThat(outcomes(eager)).containsOnly("ALLOWED");
    }

    @Test
    @Order(2)
    void whatCouldBeGuessedAtIsRationed() {
        var curious = somebody();
        var refused = refusedAfter(5, () -> curious.asks().get(RATIONED));

        refused.then().statusCode(429).header("RateLimit-Policy", equalTo("\"rationed\";q=5;w=5"));
        assertThat(meters.counter("stepwell.limits.refused", "counted", "rationed")
                        .count())
                .as("ops see it")
                .isEqualTo(1);
        curious.asks().get(ASKED).then().statusCode(200);
    }

    @Test
    @Order(3)
    void whatIsOpenToAnybodyIsRationedByAddressWhoeverAsks() {
        var refused = refusedAfter(
                2,
                0,
                () -> somebody()
                        .asks()
                        .header(
                                "X-Forwarded-For",
                                "192.0.2." + UUID.randomUUID().hashCode() % 100)
                        .post("/api/probe/v1/clinics/%s/open-doors".formatted(Person.RIVERSIDE)));

        refused.then()
                .statusCode(429)
                .header("RateLimit-Policy", equalTo("\"rationed-anonymous\";q=2;w=7200"))
                .body("detail", startsWith("This was asked from your address a few times already. Call instead"));
    }

    @Test
    @Order(4)
    void aClaimToComeFromElsewhereChangesNothing() {
        var refused = refusedAfter(
                10,
                () -> RestAssured.given()
                        .header("X-Forwarded-For", UUID.randomUUID().hashCode() % 200 + ".0.2.1")
                        .header("Forwarded", "for=198.51.100.7")
                        .header("X-Real-IP", "198.51.100.8")
                        .get(OPEN));

        refused.then().statusCode(429).header("RateLimit-Policy", equalTo("\"anonymous\";q=13;w=13"));
        somebody().asks().get(ASKED).then().statusCode(200);
    }

    /** Of the address that the tests before have spent: three turns, and then ten. */
    @Test
    @Order(5)
    void aTokenThatNobodyLooksAtLiftsNoLimit() {
        var refused = refusedAfter(
                0, 10, () -> RestAssured.given().auth().oauth2("a.b.c").get(OPEN));

        refused.then().statusCode(429).header("RateLimit-Policy", equalTo("\"anonymous\";q=13;w=13"));
    }

    @Test
    @Order(6)
    void aPageLearnsThatItHasToWait() {
        refusedAfter(
                        0,
                        10,
                        () -> RestAssured.given()
                                .header("Origin", "https://portal.example")
                                .get(OPEN))
                .then()
                .statusCode(429)
                .header("Access-Control-Allow-Origin", "https://portal.example")
                .header("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
    }

    /** Guesses at tokens cost ten requests each; then the door is shut before the next token is looked at. */
    @Test
    @Order(7)
    void whoeverGuessesTokensIsStoppedSoon() {
        var guessing = RestAssured.given().auth().oauth2("eyJhbGciOiJSUzI1NiJ9.e30.AAAA");
        int refused = 0;
        while (guessing.get(ASKED).statusCode() == 401) {
            refused++;
        }

        assertThat(refused).isBetween(10, 20);
        somebody().asks().get(ASKED).then().statusCode(429).header("RateLimit-Policy", "\"address\";q=200;w=200");
    }

    private static Response refusedAfter(int allowed, Supplier<Response> request) {
        return refusedAfter(allowed, allowed, request);
    }

    /** While the tests run, turns come back: some more than are allowed at once. */
    private static Response refusedAfter(int allowed, int backMax, Supplier<Response> request) {
        for (int asked = 0; asked < allowed; asked++) {
            assertThat(request.get().statusCode()).isEqualTo(200);
        }
        Response answer = request.get();
        for (int more = 0; more < backMax && answer.statusCode() == 200; more++) {
            answer = request.get();
        }
        return answer;
    }

    /** How the audit says that it went for somebody. */
    private static Set<String> outcomes(Person somebody) throws SQLException {
        var config = ConfigProvider.getConfig();
        try (var connection = DriverManager.getConnection(
                        config.getValue("stepwell.database.url", String.class),
                        config.getValue("stepwell.database.auditor", String.class),
                        config.getValue("stepwell.database.auditor.password", String.class));
                var select =
                        connection.prepareStatement("select distinct outcome from platform.audit where actor = ?")) {
            select.setString(1, somebody.subject());
            var found = new HashSet<String>();
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    found.add(rows.getString(1));
                }
            }
            return found;
        }
    }

    private static Person somebody() {
        return new Person(
                UUID.randomUUID().toString(),
                Set.of("intake"),
                Map.of("clinics", java.util.List.of(Person.RIVERSIDE.toString())));
    }
}
