package org.stepwell.platform.probe;

import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stepwell.platform.testing.Person;
import org.stepwell.platform.testing.StepwellTestResource;

/** What weighs heavily asks for a second factor, and says so in a way that a client can act on (RFC 9470). */
@QuarkusTest
@QuarkusTestResource(StepwellTestResource.class)
class StepUpTest {

    private static final String HEAVY = "/api/probe/v1/edges/heavy";

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "1", "20", "-2", "two", "٢"})
    void aPasswordAloneIsNotEnough(String acr) {
        var admin = Person.at("clinic-admin");

        (acr.isEmpty() ? admin : admin.with("acr", acr))
                .asks()
                .get(HEAVY)
                .then()
                .statusCode(401)
                .contentType("application/problem+json")
                .header(
                        "WWW-Authenticate",
                        equalTo("Bearer error=\"insufficient_user_authentication\", acr_values=\"2\", max_age=\"900\""))
                .body("type", endsWith("/problems/step-up-required"));
    }

    @ParameterizedTest
    @ValueSource(ints = {7_200, Integer.MAX_VALUE})
    void aSecondFactorOfHoursAgoOrOfNobodyKnowsWhenIsNoneThoughTheTokenIsFresh(int seconds) {
        var hoursAgo = seconds == Integer.MAX_VALUE
                ? 0
                : Instant.now().minusSeconds(seconds).getEpochSecond();

        Person.at("clinic-admin")
                .with("acr", "2")
                .with("auth_time", hoursAgo)
                .asks()
                .get(HEAVY)
                .then()
                .statusCode(401)
                .body("type", endsWith("/problems/step-up-required"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2", "3"})
    void aSecondFactorIs(String acr) {
        Person.at("clinic-admin").with("acr", acr).asks().get(HEAVY).then().statusCode(200);
    }

    @Test
    void whoeverMayNotDoItAtAllIsNotAskedForMore() {
        Person.at("clinician").asks().get(HEAVY).then().statusCode(403);
    }
}
