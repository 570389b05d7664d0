package org.stepwell.platform.probe;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stepwell.platform.testing.Person;
import org.stepwell.platform.testing.StepwellTestResource;

@QuarkusTest
@QuarkusTestResource(StepwellTestResource.class)
class ParametersTest {

    private static final Person INTAKE = Person.at("intake");
    private static final String ASKED = "/api/probe/v1/probes/asked";

    @ParameterizedTest
    @CsvSource(textBlock = """
            limit, abc, a whole number
            limit, 99999999999, a whole number
            after, x, a UUID
            after, 1-1-1-1-1, a UUID
            patient, abc, a UUID
            on, tomorrow, a date such as
            on, +999999999-12-31, in the years
            at, noon, an instant such as
            at, +1000000000-01-01T00:00:00Z, in the years
            color, NONSENSE, 'one of RED, BLUE'
            count, 1.5, a whole number
            patients, abc, a UUID
            """)
    void aBadParameterIsNamedWithAdvice(String name, String value, String advice) {
        INTAKE.asks()
                .queryParam(name, value)
                .get(ASKED)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("type", endsWith("/invalid-request"))
                .body("errors[0].pointer", equalTo(name))
                .body("errors[0].detail", containsString(advice));
    }

    @Test
    void goodParametersAndThoseLeftOutAreRead() {
        INTAKE.asks().get(ASKED).then().statusCode(200).body(equalTo("50 null null null RED 7 []"));
        INTAKE.asks()
                .queryParam("limit", 3)
                .queryParam("patient", "019a0000-0000-7000-8000-0000000000d1")
                .queryParam("on", "2026-03-02")
                .queryParam("at", "2026-03-02T23:00:00Z")
                .queryParam("color", "BLUE")
                .queryParam("count", 8)
                .queryParam("patients", "019a0000-0000-7000-8000-0000000000d2")
                .get(ASKED)
                .then()
                .statusCode(200)
                .body(
                        equalTo(
                                "3 019a0000-0000-7000-8000-0000000000d1 2026-03-02 2026-03-02T23:00:00Z BLUE 8 [019a0000-0000-7000-8000-0000000000d2]"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"tomorrow", "+999999999-12-31", "1066-10-14"})
    void aBadPartOfAPathNamesNothing(String day) {
        INTAKE.asks()
                .get("/api/probe/v1/probes/on/{day}", day)
                .then()
                .statusCode(404)
                .body("type", endsWith("/not-found"));
    }

    @Test
    void aValueThatCanNotBeStoredIsTheCallersMistake() {
        INTAKE.asks()
                .urlEncodingEnabled(false)
                .get("/api/probe/v1/probes/named?name=a%00b")
                .then()
                .statusCode(400)
                .body("type", endsWith("/invalid-request"));
    }
}
