package org.stepwell.enrollment.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.stepwell.enrollment.account.Guests.accepted;
import static org.stepwell.enrollment.account.Guests.code;
import static org.stepwell.enrollment.account.Guests.invited;
import static org.stepwell.enrollment.account.Guests.patient;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stepwell.platform.testing.MovedClock;
import org.stepwell.platform.testing.Person;
import org.stepwell.platform.testing.StepwellTestResource;

/** Whom a code lets in, and whom it does not. */
@QuarkusTest
@QuarkusTestResource(StepwellTestResource.class)
@QuarkusTestResource(SmallKeycloak.class)
class InvitationResourceTest {

    private static final String API = "/api/enrollment/v1/";

    private final Person ada = Person.at("clinic-admin");
    private final Person ivy = Person.at("intake");
    private final Person fresh = Guests.fresh();

    @BeforeEach
    void theClinicIsThere() {
        Guests.clinic(Person.RIVERSIDE, "Riverside");
    }

    @AfterEach
    void itIsNow() {
        MovedClock.to(Instant.now());
    }

    @Test
    void aCodeIsGoodForOneUserHoweverManyComeWithIt() throws Exception {
        var code = code(ada, Map.of("roles", List.of("INTAKE")));
        var statuses = new ArrayList<Integer>();
        Callable<Integer> come = () -> {
            var somebody = new Person("somebody-" + UUID.randomUUID(), Set.of(), Map.of());
            return accepted(somebody, code).extract().statusCode();
        };
        try (var threads = Executors.newFixedThreadPool(6)) {
            for (Future<Integer> one : threads.invokeAll(Collections.nCopies(6, come))) {
                statuses.add(one.get());
            }
        }

        assertThat(statuses).containsOnlyOnce(200).containsOnly(200, 409);
    }

    @Test
    void whoeverHeardNoAnswerComesAgainAndIsAnsweredTheSame() {
        var somebody = new Person("twice-" + UUID.randomUUID(), Set.of(), Map.of());
        var code = code(ada, Map.of("roles", List.of("INTAKE")));

        var account = accepted(somebody, code).statusCode(200).extract().<String>path("id");

        accepted(somebody, code).statusCode(200).body("id", equalTo(account));
    }

    @Test
    void anAcceptanceThatCanNotBeAuditedIsNone() throws SQLException {
        var code = code(ada, Map.of("roles", List.of("INTAKE")));
        var config = ConfigProvider.getConfig();
        var user = config.getValue("stepwell.database.user", String.class);
        try (var owner = DriverManager.getConnection(
                        config.getValue("stepwell.database.url", String.class),
                        config.getValue("stepwell.database.owner", String.class),
                        config.getValue("stepwell.database.owner.password", String.class));
                var statement = owner.createStatement()) {
            statement.execute("revoke insert on platform.audit from " + user);
            try {
                accepted(Guests.fresh(), code).statusCode(503);
            } finally {
                statement.execute("grant insert on platform.audit to " + user);
            }
        }

        accepted(Guests.fresh(), code).statusCode(200);
    }

    @Test
    void whatALeaverGaveOpensNothing() {
        var leaver = Guests.fresh();
        var account = accepted(leaver, code(ada, Map.of("roles", List.of("INTAKE"))))
                .statusCode(200)
                .extract()
                .<String>path("id");
        var patient = Guests.patient(Person.at("intake"));
        var atWork =
                new Person(leaver.name(), Set.of("intake"), Map.of("clinics", List.of(Person.RIVERSIDE.toString())));
        var code = code(atWork, Map.of("roles", List.of("PATIENT"), "patient", patient));

        ada.asks().post(API + "accounts/" + account + "/departure").then().statusCode(200);

        accepted(Guests.fresh(), code).statusCode(409).body("type", endsWith("/invitation-not-valid"));
    }

    @Test
    void whoeverUsedOneCodeHasNoUseForAnother() {
        var patient = Guests.patient(Person.at("intake"));
        var guest = Map.<String, Object>of("roles", List.of("PATIENT"), "patient", patient);
        var first = code(Person.at("intake"), guest);
        var second = code(Person.at("intake"), guest);

        accepted(Guests.fresh(), first).statusCode(200);

        accepted(Guests.fresh(), second).statusCode(409).body("type", endsWith("/invitation-not-valid"));
    }

    @Test
    void aWrongAnExpiredARevokedAndAUsedCodeAreAnsweredAlike() {
        var roles = Map.<String, Object>of("roles", List.of("INTAKE"));
        var used = code(ada, roles);
        accepted(new Person("first-" + UUID.randomUUID(), Set.of(), Map.of()), used)
                .statusCode(200);
        var revoked = invited(ada, roles).extract();
        ada.asks()
                .post(API + "invitations/" + revoked.path("id") + "/revocation")
                .then()
                .statusCode(200)
                .body("status", equalTo("REVOKED"));
        ada.asks()
                .post(API + "invitations/" + revoked.path("id") + "/revocation")
                .then()
                .statusCode(409);
        var expired = code(ada, roles);
        MovedClock.to(Instant.now().plus(Duration.ofDays(8)));

        var answers = new ArrayList<Map<String, Object>>();
        for (var code : List.of("0".repeat(32), used, revoked.<String>path("code"), expired)) {
            var answer =
                    accepted(fresh, code).statusCode(409).extract().jsonPath().<String, Object>getMap("");
            answers.add(
                    Map.of("type", answer.get("type"), "title", answer.get("title"), "detail", answer.get("detail")));
        }

        assertThat(Set.copyOf(answers)).hasSize(1);
        assertThat(answers.getFirst().get("type")).asString().endsWith("/invitation-not-valid");
    }

    @Test
    void onlyWhoeverIsSignedInBringsACode() {
        RestAssured.given()
                .contentType(ContentType.JSON)
                .body(Map.of("code", "x"))
                .post(API + "invitations/acceptance")
                .then()
                .statusCode(401);
        accepted(fresh, "").statusCode(400).body("errors[0].pointer", equalTo("/code"));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            clinic-admin, CLINIC_ADMIN, 201
            clinic-admin, AUDITOR,      201
            clinic-admin, OPS,          403
            clinic-admin, PARTNER,      403
            intake,       INTAKE,       403
            supervisor,   CLINIC_ADMIN, 403
            clinician,    INTAKE,       403
            patient,      INTAKE,       403
            """)
    void everybodyGivesOnlyWhatIsTheirsToGive(String giver, String role, int status) {
        invited(Person.at(giver), Map.of("roles", List.of(role))).statusCode(status);
    }

    @Test
    void anInvitationIsForOnePersonOfOneKind() {
        var patient = patient(ivy);
        invited(ivy, Map.of("roles", List.of("PATIENT"))).statusCode(400).body("errors[0].pointer", notNullValue());
        invited(ada, Map.of("patient", patient, "roles", List.of("INTAKE"))).statusCode(400);
        invited(ada, Map.of("roles", List.of("CLINICIAN")))
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/staff"));
        invited(ada, Map.of("roles", List.of())).statusCode(400);
        invited(ivy, Map.of("patient", UUID.randomUUID(), "roles", List.of("PATIENT")))
                .statusCode(404);
        invited(ada, Map.of("staff", UUID.randomUUID(), "roles", List.of("CLINICIAN")))
                .statusCode(409)
                .body("type", endsWith("/reference-unknown"));
    }
}
