package org.stepwell.enrollment.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
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
import org.stepwell.platform.testing.Broker;
import org.stepwell.platform.testing.Person;
import org.stepwell.platform.testing.StepwellTestResource;

@QuarkusTest
@QuarkusTestResource(StepwellTestResource.class)
@QuarkusTestResource(SmallKeycloak.class)
class AccountResourceTest {

    private static final String API = "/api/enrollment/v1/";

    private final Person ada = Person.at("clinic-admin");
    private final Person ivy = Person.at("intake");
    private final Person fresh = new Person("fresh-" + UUID.randomUUID(), Set.of(), Map.of());

    @BeforeEach
    void theClinicIsThere() {
        ada.asks()
                .header("If-Match", "*")
                .body(Map.of("name", "Riverside", "zone", "America/New_York", "weekStart", "MONDAY"))
                .put(API + "clinics/" + Person.RIVERSIDE);
    }

    @AfterEach
    void allIsAsItWas() {
        SmallKeycloak.away = false;
        clockAt(Instant.now());
    }

    @Test
    void aPatientIsInvitedAcceptsAndTheirTokensWillNameThem() {
        var user = SmallKeycloak.fresh(fresh.subject(), "ops");
        var patient = patient();
        var given = invited(ivy, Map.of("patient", patient, "roles", List.of("PATIENT")))
                .statusCode(201)
                .body("code", matchesPattern("([0-9A-Z]{8}-){3}[0-9A-Z]{8}"))
                .extract();

        var account = accepted(fresh, given.path("code"))
                .statusCode(200)
                .body("patient", equalTo(patient))
                .body("roles", contains("PATIENT"))
                .body("status", equalTo("PREPARING"))
                .body("subject", equalTo(fresh.subject()))
                .extract()
                .<String>path("id");

        awaitStatus(account, "ACTIVE");
        assertThat(user.roles).containsExactlyInAnyOrder("ops", "patient");
        assertThat(user.attribute("clinics")).containsExactly(Person.RIVERSIDE.toString());
        assertThat(user.attribute("patient_id")).containsExactly(patient);
        assertThat(user.representation.path("username").asText()).isEqualTo("fresh");
        await().untilAsserted(() -> assertThat(Broker.said("stepwell.account", "account/" + fresh.subject()))
                .singleElement()
                .asString()
                .startsWith("account-changed.v1 ")
                .contains("\"standing\":\"ACTIVE\"", "\"roles\":[\"patient\"]", patient));
        new Person(
                        fresh.name(),
                        Set.of("patient"),
                        Map.of("clinics", List.of(Person.RIVERSIDE.toString()), "patient_id", patient))
                .asks()
                .get(API + "patients/" + patient)
                .then()
                .statusCode(200);
        ivy.asks()
                .get(API + "invitations/" + given.path("id"))
                .then()
                .body("status", equalTo("ACCEPTED"))
                .body("code", org.hamcrest.Matchers.nullValue());
    }

    @Test
    void anOutageOfKeycloakLosesNothing() {
        SmallKeycloak.away = true;
        var user = SmallKeycloak.fresh(fresh.subject());
        var account = accepted(fresh, code(ada, Map.of("roles", List.of("AUDITOR"))))
                .statusCode(200)
                .extract()
                .<String>path("id");
        await().during(Duration.ofMillis(500)).until(() -> user.roles.isEmpty());
        ada.asks().get(API + "accounts/" + account).then().body("status", equalTo("PREPARING"));

        SmallKeycloak.away = false;

        awaitStatus(account, "ACTIVE");
        assertThat(user.roles).containsExactly("auditor");
    }

    @Test
    void aLeaverLosesRolesAndClinicAndIsRefusedWhileTheTokenIsGood() {
        var user = SmallKeycloak.fresh(fresh.subject(), "ops");
        var account = accepted(fresh, code(ada, Map.of("roles", List.of("INTAKE"))))
                .extract()
                .<String>path("id");
        var member =
                new Person(fresh.name(), Set.of("intake"), Map.of("clinics", List.of(Person.RIVERSIDE.toString())));
        var token = member.token();
        awaitStatus(account, "ACTIVE");
        await().until(() -> reads(token) == 200);

        ada.asks()
                .post(API + "accounts/" + account + "/departure")
                .then()
                .statusCode(200)
                .body("status", equalTo("LEFT"));

        await().atMost(Duration.ofSeconds(60)).until(() -> reads(token) == 403);
        await().untilAsserted(() -> assertThat(user.logouts).hasValue(1));
        assertThat(user.roles).containsExactly("ops");
        assertThat(user.representation.path("attributes").has("clinics")).isFalse();
        accepted(fresh, code(ada, Map.of("roles", List.of("INTAKE")))).statusCode(200);
        awaitStatus(account, "ACTIVE");
        await().until(() -> reads(token) == 200);
    }

    @Test
    void somebodyIsSuspendedAndComesBackAndRolesAreTakenAndGiven() {
        var user = SmallKeycloak.fresh(fresh.subject());
        var account = accepted(fresh, code(ada, Map.of("roles", List.of("INTAKE", "AUDITOR"))))
                .extract()
                .<String>path("id");
        var path = API + "accounts/" + account;
        awaitStatus(account, "ACTIVE");

        ada.asks().post(path + "/reinstatement").then().statusCode(409).body("type", endsWith("/account-goes-forward"));
        ada.asks().post(path + "/suspension").then().statusCode(200).body("status", equalTo("SUSPENDED"));
        await().until(user.roles::isEmpty);
        ada.asks().post(path + "/reinstatement").then().statusCode(200);
        awaitStatus(account, "ACTIVE");
        ada.asks()
                .body(Map.of("roles", List.of("AUDITOR")))
                .put(path + "/roles")
                .then()
                .statusCode(428);
        ada.asks()
                .header("If-Match", "*")
                .body(Map.of("roles", List.of("AUDITOR")))
                .put(path + "/roles")
                .then()
                .statusCode(200)
                .body("roles", contains("AUDITOR"));
        await().until(() -> user.roles.equals(Set.of("auditor")));
        ada.asks().get(API + "accounts?limit=200").then().body("items.id", hasItems(account));
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
        clockAt(Instant.now().plus(Duration.ofDays(8)));

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
        var patient = patient();
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

    @Test
    void aPatientHasOneAccountAndAUserOneAtAClinic() {
        var guest = Map.<String, Object>of("patient", patient(), "roles", List.of("PATIENT"));
        accepted(fresh, code(ivy, guest)).statusCode(200);

        accepted(fresh, code(ivy, Map.of("patient", patient(), "roles", List.of("PATIENT"))))
                .statusCode(409)
                .body("type", endsWith("/account-exists"));
        var second = code(ivy, guest);
        accepted(new Person("second-" + UUID.randomUUID(), Set.of(), Map.of()), second)
                .statusCode(409)
                .body("type", endsWith("/person-has-account"));
    }

    @Test
    void intakeEndsNoAccountOfTheStaffAndNobodyTheirOwn() {
        var account = accepted(fresh, code(ada, Map.of("roles", List.of("CLINIC_ADMIN"))))
                .extract()
                .<String>path("id");
        var path = API + "accounts/" + account + "/suspension";

        ivy.asks().post(path).then().statusCode(403).body("type", endsWith("/role-not-yours-to-give"));
        new Person(fresh.name(), Set.of("clinic-admin"), Map.of("clinics", List.of(Person.RIVERSIDE.toString())))
                .asks()
                .post(path)
                .then()
                .statusCode(409)
                .body("type", endsWith("/own-account"));
        ada.asks().get(API + "accounts/" + account).then().body("status", not(equalTo("SUSPENDED")));
    }

    @Test
    void aClinicIsMadeOnceWithItsFirstAdministrator() {
        var clinic = UUID.randomUUID().toString();
        var olga = Person.at("ops").with("clinics", List.of(clinic));
        var form = Map.of("name", "Hillside", "zone", "America/Chicago", "weekStart", "MONDAY");
        SmallKeycloak.fresh(fresh.subject());

        Person.at("clinic-admin")
                .with("clinics", List.of(clinic))
                .asks()
                .body(form)
                .post(API + "clinics/" + clinic + "/founding")
                .then()
                .statusCode(403);
        var code = olga.asks()
                .body(form)
                .post(API + "clinics/" + clinic + "/founding")
                .then()
                .statusCode(201)
                .body("clinic.name", equalTo("Hillside"))
                .extract()
                .<String>path("administrator.code");
        olga.asks()
                .body(form)
                .post(API + "clinics/" + clinic + "/founding")
                .then()
                .statusCode(409)
                .body("type", endsWith("/clinic-exists"));

        accepted(fresh, code.toLowerCase(java.util.Locale.ROOT).replace("-", " "))
                .statusCode(200)
                .body("roles", contains("CLINIC_ADMIN"));
        new Person(fresh.name(), Set.of("clinic-admin"), Map.of("clinics", List.of(clinic)))
                .asks()
                .body(Map.of("roles", List.of("INTAKE")))
                .post(API + "invitations")
                .then()
                .statusCode(201);
    }

    private String patient() {
        return ivy.asks()
                .body(Map.of(
                        "givenName", "Maya",
                        "familyName", "Account-" + UUID.randomUUID(),
                        "birthDate", "1991-04-12",
                        "language", "en",
                        "contactRules", Map.of("phone", true, "textMessage", false, "email", true, "voicemail", false)))
                .post(API + "patients")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static String code(Person giver, Map<String, Object> guest) {
        return invited(giver, guest).statusCode(201).extract().path("code");
    }

    private static ValidatableResponse invited(Person giver, Map<String, ?> guest) {
        return giver.asks().body(guest).post(API + "invitations").then();
    }

    private static ValidatableResponse accepted(Person who, String code) {
        return who.asks()
                .body(Map.of("code", code))
                .post(API + "invitations/acceptance")
                .then();
    }

    private void awaitStatus(String account, String status) {
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(
                        () -> ada.asks().get(API + "accounts/" + account).then().body("status", equalTo(status)));
    }

    private static int reads(String token) {
        return RestAssured.given().auth().oauth2(token).get(API + "inquiries").statusCode();
    }

    private static void clockAt(Instant now) {
        RestAssured.given()
                .contentType(ContentType.JSON)
                .body("{\"now\": \"%s\"}".formatted(now))
                .post("http://127.0.0.1:%d/dev/clock"
                        .formatted(ConfigProvider.getConfig().getValue("quarkus.management.test-port", Integer.class)))
                .then()
                .statusCode(200);
    }
}
