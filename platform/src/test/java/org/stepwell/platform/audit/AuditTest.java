package org.stepwell.platform.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.platform.testing.Person;
import org.stepwell.platform.testing.StepwellTestResource;

/** One row per request, whatever came of it; and nothing without its row. */
@QuarkusTest
@QuarkusTestResource(StepwellTestResource.class)
class AuditTest {

    private static final String PROBES = "/api/probe/v1/probes";

    private final PatientId maya = new PatientId(UUID.randomUUID());
    private final PatientId otto = new PatientId(UUID.randomUUID());
    private final String trace = UUID.randomUUID().toString().replace("-", "");

    @Test
    void whatWasDoneHasOneRowWithAllThatIsAsked() throws SQLException {
        var id = made(maya);
        var intake = Person.at("intake");

        traced(intake.asks()).get(PROBES + "/" + id).then().statusCode(200);

        assertThat(AuditRows.traced(trace)).singleElement().satisfies(row -> {
            assertThat(row.clinic()).isEqualTo(Person.RIVERSIDE.value());
            assertThat(row.actor())
                    .isEqualTo(UUID.nameUUIDFromBytes(intake.name().getBytes(java.nio.charset.StandardCharsets.UTF_8))
                            .toString());
            assertThat(row.roles()).containsExactly("intake");
            assertThat(row.operation()).isEqualTo("ProbeResource_read");
            assertThat(row.action()).isEqualTo("R");
            assertThat(row.patients()).containsExactly(maya.value());
            assertThat(row.records()).extracting(UUID::toString).containsExactly(id);
            assertThat(row.purpose()).isEqualTo("TREAT");
            assertThat(row.outcome()).isEqualTo("ALLOWED");
            assertThat(row.status()).isEqualTo(200);
            assertThat(row.rule()).isNull();
            assertThat(row.address()).isEqualTo("127.0.0.1");
        });
    }

    @Test
    void whatIsMadeAndWhatIsRefusedIsNamedToo() throws SQLException {
        String made = traced(Person.at("intake").asks())
                .contentType(ContentType.JSON)
                .body(Map.of("name", UUID.randomUUID().toString(), "patient", maya.toString(), "size", 1))
                .post(PROBES)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        var nobodys = UUID.randomUUID();
        traced(Person.at("intake").asks()).get(PROBES + "/" + nobodys).then().statusCode(404);

        assertThat(AuditRows.traced(trace))
                .extracting(AuditRow::records)
                .containsExactly(List.of(UUID.fromString(made)), List.of(nobodys));
    }

    @Test
    void whatAnybodyLeavesAtAClinicHasARowThatNamesNobody() throws SQLException {
        var door = "/api/probe/v1/clinics/%s/open-doors".formatted(Person.RIVERSIDE);

        traced(RestAssured.given()).post(door).then().statusCode(200);
        traced(RestAssured.given())
                .get("/api/probe/v1/problems/not-found")
                .then()
                .statusCode(200);

        assertThat(AuditRows.traced(trace)).singleElement().satisfies(row -> {
            assertThat(row.clinic()).isEqualTo(Person.RIVERSIDE.value());
            assertThat(row.actor()).isNull();
            assertThat(row.operation()).isEqualTo("OpenDoorResource_at");
            assertThat(row.outcome()).isEqualTo("ALLOWED");
            assertThat(row.address()).isEqualTo("127.0.0.1");
        });
    }

    @Test
    void aListNamesEveryPatientItShows() throws SQLException {
        var first = made(maya);
        made(otto);

        traced(Person.at("supervisor").asks())
                .get(PROBES + "?limit=2&after=" + before(first))
                .then()
                .statusCode(200);

        assertThat(AuditRows.traced(trace))
                .singleElement()
                .satisfies(row -> assertThat(row.patients()).containsAll(AuditRows.ids(maya, otto)));
    }

    @ParameterizedTest
    @CsvSource({
        "GET,  /{id},          patient,   404, REFUSED, not-found,          true",
        "GET,  /{id},          clinician, 403, REFUSED, not-allowed,        true",
        "GET,  /{id},          auditor,   403, REFUSED, not-allowed,        false",
        "GET,  /x,             intake,    404, REFUSED, not-found,          false",
        "GET,  ?limit=201,     intake,    400, REFUSED, invalid-request,    false",
        "POST, '',             intake,    400, REFUSED, unreadable-body,    false",
        "PUT,  /{id},          intake,    400, REFUSED, unreadable-body,    false",
        "GET,  /{id}/careless, clinician, 500, FAILED,  our-mistake,        false",
        "GET,  /broken,        intake,    500, FAILED,  our-mistake,        false",
        "GET,  /unguarded,     intake,    403, REFUSED, not-allowed,        false"
    })
    void whatWasRefusedOrFailedHasOneRow(
            String verb, String path, String role, int status, String outcome, String rule, boolean named)
            throws SQLException {
        var id = made(maya);

        var asks = traced(Person.at(role).asks());
        (verb.equals("GET") ? asks : asks.body("{\"nonsense\": 1}"))
                .request(verb, PROBES + path.replace("{id}", id))
                .then()
                .statusCode(status)
                .body("type", endsWith("/" + rule));

        assertThat(AuditRows.traced(trace)).singleElement().satisfies(row -> {
            assertThat(row.status()).isEqualTo(status);
            assertThat(row.outcome()).isEqualTo(outcome);
            assertThat(row.rule()).isEqualTo(rule);
            assertThat(row.roles()).containsExactly(role);
            assertThat(row.clinic()).isEqualTo(Person.RIVERSIDE.value());
            assertThat(row.patients()).isEqualTo(named ? AuditRows.ids(maya) : java.util.List.of());
        });
    }

    @Test
    void whoeverDidNotComeInHasARowOfNoClinic() throws SQLException {
        for (var asks : new RequestSpecification[] {
            RestAssured.given(),
            RestAssured.given().auth().oauth2(Person.at("intake").token(Duration.ofMinutes(-5))),
            RestAssured.given().auth().oauth2("bm90.YQ.dG9rZW4")
        }) {
            traced(asks).get(PROBES).then().statusCode(401);
        }

        assertThat(AuditRows.traced(trace)).hasSize(3).allSatisfy(row -> {
            assertThat(row.status()).isEqualTo(401);
            assertThat(row.rule()).isEqualTo("not-authenticated");
            assertThat(row.clinic()).isNull();
            assertThat(row.actor()).isNull();
        });
    }

    @Test
    void whoeverNamesNoClinicOfTheirsIsNamedInARowOfNoClinic() throws SQLException {
        traced(Person.at("intake").asks())
                .header("X-Clinic", UUID.randomUUID().toString())
                .get(PROBES)
                .then()
                .statusCode(403);

        assertThat(AuditRows.traced(trace)).singleElement().satisfies(row -> {
            assertThat(row.clinic()).isNull();
            assertThat(row.actor()).isNotNull();
            assertThat(row.roles()).containsExactly("intake");
        });
    }

    @Test
    void aRepeatedRequestAndAnUnchangedVersionAreRequestsToo() throws SQLException {
        var key = UUID.randomUUID().toString();
        var body = Map.of("name", key, "patient", maya.toString(), "size", 1);
        for (int turn = 0; turn < 2; turn++) {
            traced(Person.at("intake").asks())
                    .header("Idempotency-Key", key)
                    .body(body)
                    .post(PROBES)
                    .then()
                    .statusCode(201);
        }
        var id = made(maya);
        traced(Person.at("intake").asks())
                .header("If-None-Match", "*")
                .get(PROBES + "/" + id)
                .then()
                .statusCode(304);

        assertThat(AuditRows.traced(trace)).extracting(AuditRow::status).containsExactly(201, 201, 304);
        assertThat(AuditRows.traced(trace))
                .allSatisfy(row -> assertThat(row.patients()).containsExactly(maya.value()));
    }

    @Test
    void whatIsOpenToAnyoneIsAboutNobody() throws SQLException {
        traced(RestAssured.given()).get("/api/probe/v1/problems").then().statusCode(200);

        assertThat(AuditRows.traced(trace)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "intake,    HPAYMT,  200, HPAYMT",
        "intake,    BTG,     403, ",
        "intake,    CURIOUS, 400, ",
        "supervisor, ETREAT, 200, ETREAT"
    })
    void aPurposeIsOneThatTheRoleMayHave(String role, String purpose, int status, String written) throws SQLException {
        var id = made(maya);

        traced(Person.at(role).asks())
                .header("X-Purpose-Of-Use", purpose)
                .get(PROBES + "/" + id)
                .then()
                .statusCode(status);

        assertThat(AuditRows.traced(trace))
                .singleElement()
                .satisfies(row -> assertThat(row.purpose()).isEqualTo(written));
    }

    /** The one that watches that the row is written in the transaction: afterwards, it would be too late to say no. */
    @Test
    void whatCanNotBeAuditedIsNotDone() throws SQLException {
        var name = UUID.randomUUID().toString();
        var body = Map.of("name", name, "patient", maya.toString(), "size", 1);

        try (var owner = AuditRows.as("owner");
                var statement = owner.createStatement()) {
            statement.execute("revoke insert on platform.audit from stepwell_runtime");
            try {
                Person.at("intake")
                        .asks()
                        .body(body)
                        .post(PROBES)
                        .then()
                        .statusCode(503)
                        .contentType("application/problem+json")
                        .header("Location", org.hamcrest.Matchers.nullValue())
                        .body("type", endsWith("/try-again"));
                assertThat(wellness()).isEqualTo("DOWN");
            } finally {
                statement.execute("grant insert on platform.audit to stepwell_runtime");
            }
        }

        assertThat(named(name)).isZero();
        assertThat(AuditRows.about(maya)).isEmpty();
        Person.at("intake").asks().get(PROBES).then().statusCode(200);
        assertThat(wellness()).isEqualTo("UP");
    }

    private static String wellness() {
        return io.restassured.RestAssured.get("http://127.0.0.1:%d/q/health/well"
                        .formatted(org.eclipse.microprofile.config.ConfigProvider.getConfig()
                                .getValue("quarkus.management.test-port", Integer.class)))
                .path("status");
    }

    @ParameterizedTest
    @CsvSource({"/asked, intake", "/x, intake", "/unguarded, intake", "'', nobody"})
    void whatCanNotBeAuditedIsNotSaidEither(String path, String role) throws SQLException {
        try (var owner = AuditRows.as("owner");
                var statement = owner.createStatement()) {
            statement.execute("revoke insert on platform.audit from stepwell_runtime");
            try {
                var asks = role.equals("nobody")
                        ? RestAssured.given()
                        : Person.at(role).asks();
                asks.get(PROBES + path)
                        .then()
                        .statusCode(503)
                        .contentType("application/problem+json")
                        .header("Retry-After", "2")
                        .body("type", endsWith("/try-again"));
            } finally {
                statement.execute("grant insert on platform.audit to stepwell_runtime");
            }
        }
    }

    private RequestSpecification traced(RequestSpecification asks) {
        return asks.header("traceparent", "00-%s-00f067aa0ba902b7-01".formatted(trace));
    }

    private static int named(String name) {
        return Integer.parseInt(Person.at("intake")
                .asks()
                .get(PROBES + "/named?name=" + name)
                .then()
                .statusCode(200)
                .extract()
                .asString());
    }

    /** An id right before this one. */
    private static UUID before(String id) {
        var given = UUID.fromString(id);
        return new UUID(given.getMostSignificantBits(), given.getLeastSignificantBits() - 1);
    }

    private static String made(PatientId patient) {
        return Person.at("intake")
                .asks()
                .contentType(ContentType.JSON)
                .body(Map.of("name", UUID.randomUUID().toString(), "patient", patient.toString(), "size", 1))
                .post(PROBES)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }
}
