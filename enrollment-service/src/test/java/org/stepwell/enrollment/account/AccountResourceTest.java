package org.stepwell.enrollment.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.stepwell.enrollment.account.Guests.accepted;
import static org.stepwell.enrollment.account.Guests.code;
import static org.stepwell.enrollment.account.Guests.invited;
import static org.stepwell.enrollment.account.Guests.patient;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.stepwell.contracts.id.StaffId;
import org.stepwell.contracts.scheduling.SchedulingState.StaffChanged;
import org.stepwell.platform.database.Sql;
import org.stepwell.platform.testing.AtOnce;
import org.stepwell.platform.testing.Broker;
import org.stepwell.platform.testing.MovedClock;
import org.stepwell.platform.testing.Person;
import org.stepwell.platform.testing.StepwellTestResource;

/** Who an account lets in, until when, and what their tokens say. */
@QuarkusTest
@QuarkusTestResource(StepwellTestResource.class)
@QuarkusTestResource(SmallKeycloak.class)
class AccountResourceTest {

    private static final String API = "/api/enrollment/v1/";

    @Inject
    Sql sql;

    private final Person ada = Person.at("clinic-admin");
    private final Person ivy = Person.at("intake");
    private final Person fresh = Guests.fresh();

    @BeforeEach
    void theClinicIsThere() {
        Guests.clinic(Person.RIVERSIDE, "Riverside");
    }

    @AfterEach
    void allIsAsItWas() {
        SmallKeycloak.away = false;
        MovedClock.to(Instant.now());
    }

    @Test
    void aPatientIsInvitedAcceptsAndTheirTokensWillNameThem() {
        var user = SmallKeycloak.fresh(fresh.subject(), "ops");
        var patient = patient(ivy);
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

    /** Whoever invites a patient has the code, and may have a second user. */
    @Test
    void thePrivacyOfficerAsksAPatientWhetherTheAccountIsTheirs() {
        var patient = patient(ivy);
        var secondSelf = Guests.fresh();
        SmallKeycloak.fresh(secondSelf.subject());
        tasksAbout(patient).body("items", empty());

        var account = accepted(secondSelf, code(ivy, Map.of("patient", patient, "roles", List.of("PATIENT"))))
                .statusCode(200)
                .extract()
                .<String>path("id");

        var task = tasksAbout(patient)
                .body("items.kind", contains("patient-account-opened"))
                .body("items.subject", contains(account))
                .extract()
                .<String>path("items[0].id");
        Person.at("privacy-officer")
                .asks()
                .post(API + "tasks/" + task + "/completion")
                .then()
                .statusCode(200);
        tasksAbout(patient).body("items", empty());
    }

    private static ValidatableResponse tasksAbout(String patient) {
        return Person.at("privacy-officer")
                .asks()
                .get(API + "tasks?patient=" + patient)
                .then()
                .statusCode(200);
    }

    @Test
    void whoeverJoinsTheStaffWithAPasswordAloneSignsInAgainAndSetsUpASecondFactor() {
        var careless = SmallKeycloak.fresh(fresh.subject());
        var carefulGuest = Guests.fresh();
        var careful = SmallKeycloak.fresh(carefulGuest.subject());
        careful.credentials.addObject().put("type", "otp");
        var patientGuest = Guests.fresh();
        var patient = SmallKeycloak.fresh(patientGuest.subject());

        accepted(fresh, code(ada, Map.of("roles", List.of("AUDITOR")))).statusCode(200);
        accepted(carefulGuest, code(ada, Map.of("roles", List.of("AUDITOR")))).statusCode(200);
        accepted(patientGuest, code(ivy, Map.of("patient", patient(ivy), "roles", List.of("PATIENT"))))
                .statusCode(200);

        await().until(() -> careless.roles.contains("auditor")
                && careful.roles.contains("auditor")
                && patient.roles.contains("patient"));
        await().untilAsserted(() -> assertThat(careless.logouts).hasValue(1));
        assertThat(careless.requiredActions()).containsExactly("CONFIGURE_TOTP");
        for (var other : List.of(careful, patient)) {
            assertThat(other.requiredActions()).isEmpty();
            assertThat(other.logouts).hasValue(0);
        }
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
    void aTokenOfOursThatKeycloakHasForgottenIsReplaced() {
        SmallKeycloak.fresh(fresh.subject());
        var first = accepted(fresh, code(ada, Map.of("roles", List.of("AUDITOR"))));
        awaitStatus(first.extract().path("id"), "ACTIVE");
        SmallKeycloak.token = "another";

        var guest = Guests.fresh();
        var user = SmallKeycloak.fresh(guest.subject());
        var second = accepted(guest, code(ada, Map.of("roles", List.of("AUDITOR"))));

        awaitStatus(second.extract().path("id"), "ACTIVE");
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
        int logouts = user.logouts.get();

        ada.asks()
                .post(API + "accounts/" + account + "/departure")
                .then()
                .statusCode(200)
                .body("status", equalTo("LEFT"));

        await().atMost(Duration.ofSeconds(60)).until(() -> reads(token) == 403);
        await().untilAsserted(() -> assertThat(user.logouts).hasValue(logouts + 1));
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
    void aPatientHasOneAccountAndAUserOneAtAClinic() {
        var guest = Map.<String, Object>of("patient", patient(ivy), "roles", List.of("PATIENT"));
        accepted(fresh, code(ivy, guest)).statusCode(200);

        accepted(fresh, code(ivy, Map.of("patient", patient(ivy), "roles", List.of("PATIENT"))))
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
    void otherRolesLetNobodyInWhoIsSuspendedOrHasLeft() {
        var account = Guests.account(ada, "INTAKE");
        for (var verb : List.of("suspension", "departure")) {
            ada.asks().post(API + "accounts/" + account + "/" + verb).then().statusCode(200);

            ada.asks()
                    .header("If-Match", "*")
                    .body(Map.of("roles", List.of("AUDITOR")))
                    .put(API + "accounts/" + account + "/roles")
                    .then()
                    .statusCode(409)
                    .body("type", endsWith("/account-goes-forward"));
        }
    }

    @Test
    void whoeverLosesARoleGivesNoMoreWhatTheyHaveInvitedTo() {
        var account = accepted(fresh, code(ada, Map.of("roles", List.of("CLINIC_ADMIN", "INTAKE"))))
                .extract()
                .<String>path("id");
        var demoted = new Person(
                fresh.name(),
                Set.of("clinic-admin", "intake"),
                Map.of("clinics", List.of(Person.RIVERSIDE.toString())));
        var asAdministrator = code(demoted, Map.of("roles", List.of("CLINIC_ADMIN")));
        var asIntake = code(demoted, Map.of("patient", patient(ivy), "roles", List.of("PATIENT")));
        Guests.account(ada, "CLINIC_ADMIN");

        ada.asks()
                .header("If-Match", "*")
                .body(Map.of("roles", List.of("INTAKE")))
                .put(API + "accounts/" + account + "/roles")
                .then()
                .statusCode(200);

        accepted(Guests.fresh(), asAdministrator).statusCode(409).body("type", endsWith("/invitation-not-valid"));
        accepted(Guests.fresh(), asIntake).statusCode(200);
    }

    /** What slipped through while they were being suspended. */
    @Test
    void anInvitationOfWhoeverMayNotGiveItAnyMoreIsNotGood() {
        accepted(fresh, code(ada, Map.of("roles", List.of("CLINIC_ADMIN")))).statusCode(200);
        var leaver = new Person(
                fresh.name(), Set.of("clinic-admin"), Map.of("clinics", List.of(Person.RIVERSIDE.toString())));
        var backDoor = code(leaver, Map.of("roles", List.of("CLINIC_ADMIN")));

        AtOnce.inTheClinic(() -> sql.update(
                "update account set status = 'SUSPENDED' where clinic_id = platform.current_clinic() and subject = ?",
                leaver.subject()));

        accepted(Guests.fresh(), backDoor).statusCode(409).body("type", endsWith("/invitation-not-valid"));
    }

    @Test
    void whoeverWorksHereNoMoreComesInNoMore() {
        var colleague = new StaffId(UUID.randomUUID());
        var guest = Map.<String, Object>of("roles", List.of("CLINICIAN"), "staff", colleague.toString());
        Broker.say(Person.RIVERSIDE, new StaffChanged(colleague, List.of("LCSW"), true, null, Instant.EPOCH));
        await().untilAsserted(() -> invited(ada, guest).statusCode(201));
        var account =
                accepted(fresh, code(ada, guest)).statusCode(200).extract().<String>path("id");

        Broker.say(Person.RIVERSIDE, new StaffChanged(colleague, List.of("LCSW"), false, null, Instant.EPOCH));

        awaitStatus(account, "SUSPENDED");
        ada.asks().post(API + "accounts/" + account + "/reinstatement").then().statusCode(409);
    }

    @Test
    void whoeverLeavesBeforeTheyHaveComeStaysOutside() {
        var colleague = new StaffId(UUID.randomUUID());
        var guest = Map.<String, Object>of("roles", List.of("CLINICIAN"), "staff", colleague.toString());
        Broker.say(Person.RIVERSIDE, new StaffChanged(colleague, List.of("LCSW"), true, null, Instant.EPOCH));
        await().untilAsserted(() -> invited(ada, guest).statusCode(201));
        var code = code(ada, guest);

        Broker.say(Person.RIVERSIDE, new StaffChanged(colleague, List.of("LCSW"), false, null, Instant.EPOCH));
        await().untilAsserted(() -> invited(ada, guest).statusCode(not(201)));

        accepted(fresh, code).statusCode(not(200));
    }

    @Test
    void aClinicIsFoundedUntilItsFirstAdministratorHasCome() {
        var clinic = UUID.randomUUID().toString();
        var byPassword = Person.at("ops").with("clinics", List.of(clinic));
        var olga = byPassword.with("acr", "2");
        SmallKeycloak.fresh(fresh.subject());

        founded(Person.at("clinic-admin").with("clinics", List.of(clinic)), clinic, "Hillside")
                .statusCode(403);
        founded(byPassword, clinic, "Hillside").statusCode(401).body("type", endsWith("/step-up-required"));
        var lost = founded(olga, clinic, "Hilside").statusCode(201).extract().<String>path("administrator.code");
        var code = founded(olga, clinic, "Hillside")
                .statusCode(201)
                .body("clinic.name", equalTo("Hillside"))
                .extract()
                .<String>path("administrator.code");

        accepted(fresh, lost).statusCode(409).body("type", endsWith("/invitation-not-valid"));
        accepted(fresh, code.toLowerCase(java.util.Locale.ROOT).replace("-", " "))
                .statusCode(200)
                .body("roles", contains("CLINIC_ADMIN"));
        founded(olga, clinic, "Hilltop").statusCode(409).body("type", endsWith("/clinic-exists"));
        var administrator = new Person(fresh.name(), Set.of("clinic-admin"), Map.of("clinics", List.of(clinic)));
        administrator.asks().get(API + "clinics/" + clinic).then().body("name", equalTo("Hillside"));
        administrator
                .asks()
                .body(Map.of("roles", List.of("INTAKE")))
                .post(API + "invitations")
                .then()
                .statusCode(201);
    }

    private static ValidatableResponse founded(Person founder, String clinic, String name) {
        return founder.asks()
                .body(Map.of("name", name, "zone", "America/Chicago", "weekStart", "MONDAY"))
                .post(API + "clinics/" + clinic + "/founding")
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
}
