package org.stepwell.platform.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stepwell.platform.clinic.ClinicContext;
import org.stepwell.platform.database.Sql;
import org.stepwell.platform.testing.Person;
import org.stepwell.platform.testing.StepwellTestResource;

@QuarkusTest
@QuarkusTestResource(StepwellTestResource.class)
class ProblemsTest {

    private static final Person INTAKE = Person.at("intake");

    @Inject
    Sql sql;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"name": "a", "patient": "019a0000-0000-7000-8000-0000000000d1", "size": 1,      |                   | unreadable-body
            {"name": "a", "name": "b"}                                                        |                   | unreadable-body
            {"name": "a"} and more                                                            |                   | unreadable-body
            {"name": "a", "patient": "019a0000-0000-7000-8000-0000000000d1", "size": 1, "x": 1} | /x                | unreadable-body
            {"name": "a", "patient": "nobody", "size": 1}                                      | /patient          | unreadable-body
            {"name": "a", "patient": "1-1-1-1-1", "size": 1}                                   | /patient          | unreadable-body
            {"name": "a", "patient": "", "size": 1}                                            | /patient          | unreadable-body
            {"name": "a", "patient": " ", "size": 1}                                           | /patient          | unreadable-body
            {"name": "a", "patient": "\\u0000", "size": 1}                                     | /patient          | unreadable-body
            {"name": 7, "patient": "019a0000-0000-7000-8000-0000000000d1", "size": 1}          | /name             | unreadable-body
            {"name": "a", "patient": "019a0000-0000-7000-8000-0000000000d1", "size": "1"}      | /size             | unreadable-body
            {"name": "a", "patient": "019a0000-0000-7000-8000-0000000000d1", "size": 1.5}      | /size             | unreadable-body
            {"name": "a", "patient": "019a0000-0000-7000-8000-0000000000d1", "size": 1e400}    | /size             | unreadable-body
            {"name": "a\\u0000", "patient": "019a0000-0000-7000-8000-0000000000d1", "size": 1} | /name             | unreadable-body
            {"name": "a\\ud800", "patient": "019a0000-0000-7000-8000-0000000000d1", "size": 1} | /name             | unreadable-body
            {"name": "a", "patient": "019a0000-0000-7000-8000-0000000000d1", "size": 1, "day": "1900-02-29"} | /day | unreadable-body
            {"name": "a", "patient": "019a0000-0000-7000-8000-0000000000d1", "size": 1, "day": "+999999999-12-31"} | /day | unreadable-body
            {"name": "a", "patient": "019a0000-0000-7000-8000-0000000000d1", "size": 1, "day": "1899-12-31"} | /day | unreadable-body
            {"name": "a", "patient": "019a0000-0000-7000-8000-0000000000d1", "size": 1, "day": [2026, 3, 2]} | /day | unreadable-body
            {"name": "a", "patient": "019a0000-0000-7000-8000-0000000000d1", "size": 1, "at": "+999999999-12-31T00:00:00Z"} | /at | unreadable-body
            {"name": "a", "patient": "019a0000-0000-7000-8000-0000000000d1", "size": 1, "at": "2200-01-01T00:00:00Z"} | /at | unreadable-body
            {"name": "a", "patient": "019a0000-0000-7000-8000-0000000000d1", "size": 1, "at": 7} | /at | unreadable-body
            {"name": " ", "patient": "019a0000-0000-7000-8000-0000000000d1", "size": 1}        | /name             | invalid-request
            {"name": "a", "patient": null, "size": 1}                                          | /patient          | invalid-request
            {"name": "a", "patient": "019a0000-0000-7000-8000-0000000000d1", "size": 10}       | /size             | invalid-request
            []                                                                                 |                   | unreadable-body
            null                                                                               |                   | invalid-request
            """)
    void aBadBodyIsAnsweredWithTheFieldAndStoresNothing(String body, String pointer, String slug) {
        var problem =
                problem(INTAKE.asks().body(body).post("/api/probe/v1/probes").then(), 400, slug);

        if (pointer != null) {
            problem.body("errors[0].pointer", equalTo(pointer));
        }
        assertThat(namesInAllClinics()).doesNotContain("a");
    }

    @Test
    void aDeepBodyIsRefused() {
        problem(
                INTAKE.asks()
                        .body("[".repeat(1_000))
                        .post("/api/probe/v1/probes")
                        .then(),
                400,
                "unreadable-body");
    }

    @Test
    void anotherMediaTypeIsRefused() {
        problem(
                INTAKE.asks()
                        .contentType("application/xml")
                        .body("<a/>")
                        .post("/api/probe/v1/probes")
                        .then(),
                415,
                "unsupported-media-type");
    }

    @Test
    void nobodyComesInWithoutAToken() {
        problem(RestAssured.given().get("/api/probe/v1/probes").then(), 401, "not-authenticated");
    }

    @Test
    void anExpiredTokenIsRefused() {
        var expired = RestAssured.given().auth().oauth2(INTAKE.token(Duration.ofMinutes(-5)));

        problem(expired.get("/api/probe/v1/probes").then(), 401, "not-authenticated");
    }

    @Test
    void aTokenThatWasTamperedWithIsRefused() {
        var token = INTAKE.token();
        var tampered = RestAssured.given().auth().oauth2(token.substring(0, token.length() - 6) + "AAAAAA");

        problem(tampered.get("/api/probe/v1/probes").then(), 401, "not-authenticated");
    }

    @Test
    void anOperationWithoutAPolicyIsRefusedToAll() {
        problem(INTAKE.asks().get("/api/probe/v1/probes/unguarded").then(), 403, "not-allowed");
    }

    @Test
    void aRoleThatThePolicyDoesNotNameIsRefused() {
        problem(
                Person.at("auditor")
                        .asks()
                        .body("{}")
                        .post("/api/probe/v1/probes")
                        .then(),
                403,
                "not-allowed");
    }

    @Test
    void anUnknownPathAnUnknownIdAndABadIdAreNotFound() {
        for (var path : List.of(
                "/api/probe/v1/nothing",
                "/nothing",
                "/api/probe/v1/probes/" + UUID.randomUUID(),
                "/api/probe/v1/probes/x")) {
            problem(INTAKE.asks().get(path).then(), 404, "not-found");
        }
    }

    @Test
    void aMethodThatIsNotThereIsNotAllowed() {
        problem(INTAKE.asks().delete("/api/probe/v1/probes").then(), 405, "method-not-allowed");
    }

    @Test
    void ourMistakeLeaksNothing() {
        problem(INTAKE.asks().get("/api/probe/v1/probes/broken").then(), 500, "our-mistake")
                .body(not(containsString("secret")))
                .body(not(containsString("Exception")));
    }

    @Test
    void aPageOfMoreThanTwoHundredIsRefused() {
        problem(INTAKE.asks().get("/api/probe/v1/probes?limit=201").then(), 400, "invalid-request")
                .body("errors[0].pointer", equalTo("limit"));
    }

    @Test
    void theTypeOfAProblemIsAPageThatExplainsIt() {
        var type = INTAKE.asks().get("/api/probe/v1/probes/x").then().extract().<String>path("type");

        RestAssured.get(type)
                .then()
                .statusCode(200)
                .body("sentence", equalTo("The thing asked for is there, and the caller may know of it."));
    }

    private List<String> namesInAllClinics() {
        return Stream.of(Person.RIVERSIDE, Person.HARBOR)
                .flatMap(clinic -> ClinicContext.in(
                        new ClinicContext.Work(clinic, "service:test", null),
                        () -> QuarkusTransaction.requiringNew()
                                .call(() -> sql.list("select name from probe", row -> row.getString(1)))
                                .stream()))
                .toList();
    }

    private static ValidatableResponse problem(ValidatableResponse answer, int status, String slug) {
        return answer.statusCode(status)
                .contentType("application/problem+json")
                .body("status", equalTo(status))
                .body("type", endsWith("/problems/" + slug));
    }
}
