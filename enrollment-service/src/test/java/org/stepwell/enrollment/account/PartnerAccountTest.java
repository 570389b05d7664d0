package org.stepwell.enrollment.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ExtractableResponse;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.stepwell.contracts.id.PartnerId;
import org.stepwell.platform.testing.Broker;
import org.stepwell.platform.testing.Person;
import org.stepwell.platform.testing.StepwellTestResource;

/** By which account a partner's system comes in, and until when. */
@QuarkusTest
@QuarkusTestResource(StepwellTestResource.class)
@QuarkusTestResource(SmallKeycloak.class)
class PartnerAccountTest {

    private static final String API = "/api/enrollment/v1/";
    private static final String KEY = PartnerKeys.curve();

    private final Person ada = Person.at("clinic-admin");
    private final Person officer = Person.at("privacy-officer");

    @BeforeEach
    void theClinicIsThere() {
        Guests.clinic(Person.RIVERSIDE, "Riverside");
    }

    @AfterEach
    void keycloakIsThere() {
        SmallKeycloak.away = false;
    }

    @Test
    void anAdministratorLetsAPartnersSystemInAndItsTokensNameThePartner() {
        var partner = partner();
        var given = given(partner)
                .statusCode(201)
                .body("tokenUrl", endsWith("/realms/stepwell/protocol/openid-connect/token"))
                .body("audience", endsWith("/realms/stepwell"))
                .body("algorithm", equalTo("ES384"))
                .extract();
        String client = given.path("clientId");

        var subject = SmallKeycloak.subjectOf(client);
        awaitStatus(partner, given, "ACTIVE");
        var user = Objects.requireNonNull(SmallKeycloak.USERS.get(subject));
        assertThat(user.roles).containsExactly("partner");
        assertThat(user.attribute("partner_id")).containsExactly(partner);
        assertThat(user.attribute("clinics")).containsExactly(Person.RIVERSIDE.toString());
        assertThat(SmallKeycloak.CLIENTS.get(client))
                .isEqualTo(PartnerKey.read(KEY).jwks());
        await().untilAsserted(() -> assertThat(Broker.said("stepwell.account", "account/" + subject))
                .singleElement()
                .asString()
                .contains("\"roles\":[\"partner\"]", partner));
        ada.asks()
                .get(API + "partners/" + partner + "/accounts")
                .then()
                .statusCode(200)
                .body("items.size()", equalTo(1));
    }

    @Test
    void aKeyThatIsNoneMakesNoAccount() {
        var partner = partner();

        given(partner, "my key")
                .statusCode(400)
                .body("type", endsWith("/partner-signs-with-its-key"))
                .body("errors[0].pointer", equalTo("/publicKey"));

        ada.asks().get(API + "partners/" + partner + "/accounts").then().body("items.size()", equalTo(0));
    }

    @Test
    void whoseSystemItIsSaysTheAccountAndNotTheToken() {
        var partner = partner();
        var another = partner();
        var client = given(partner).extract().<String>path("clientId");

        await().untilAsserted(() -> asks(client, another).statusCode(200));
        var referral = sends(client, another).statusCode(201).extract().<String>path("id");

        Person.at("intake")
                .asks()
                .get(API + "referrals/" + referral)
                .then()
                .statusCode(200)
                .body("partner", equalTo(partner));
    }

    @Test
    void anAccountThatIsEndedIsOutWithATokenThatIsStillGood() {
        var partner = partner();
        var given = given(partner).extract();
        String client = given.path("clientId");
        awaitStatus(partner, given, "ACTIVE");
        asks(client, partner).statusCode(200);

        ends(partner, given.path("id")).statusCode(200).body("status", equalTo("LEFT"));

        await().untilAsserted(
                        () -> asks(client, partner).statusCode(403).body("type", endsWith("/account-not-active")));
        var user = Objects.requireNonNull(SmallKeycloak.USERS.get(SmallKeycloak.subjectOf(client)));
        await().untilAsserted(() -> {
            assertThat(user.representation.path("enabled").asBoolean())
                    .as("no more tokens are given")
                    .isFalse();
            assertThat(user.roles).isEmpty();
            assertThat(user.logouts).hasValue(1);
        });
    }

    @Test
    void aKeyIsChangedByASecondAccountWhileTheFirstStillWorks() {
        var partner = partner();
        var first = given(partner).statusCode(201).extract();
        var second = given(partner).statusCode(201).extract();
        assertThat(second.<String>path("clientId")).isNotEqualTo(first.<String>path("clientId"));
        given(partner).statusCode(409).body("type", endsWith("/partner-has-two-accounts"));

        ends(partner, first.path("id")).statusCode(200);

        await().untilAsserted(() -> asks(second.path("clientId"), partner).statusCode(200));
        given(partner).statusCode(201);
    }

    @Test
    void aPartnershipEndsWithItsAccounts() {
        var partner = partner();
        var given = given(partner).extract();

        ada.asks().post(API + "partners/" + partner + "/end").then().statusCode(200);

        awaitStatus(partner, given, "LEFT");
        await().untilAsserted(() ->
                asks(given.path("clientId"), partner).statusCode(403).body("type", endsWith("/account-not-active")));
        given(partner).statusCode(409).body("type", endsWith("/partnership-is-over"));
    }

    @Test
    void onlyAdministratorsLetASystemInAndOnlyWhereKeycloakAnswers() {
        var partner = partner();
        officer.asks()
                .body(Map.of("publicKey", KEY))
                .post(API + "partners/" + partner + "/accounts")
                .then()
                .statusCode(403);
        given(UUID.randomUUID().toString()).statusCode(404);
        var other = given(partner()).extract().<String>path("id");
        ends(partner, other).statusCode(404);

        SmallKeycloak.away = true;
        given(partner).statusCode(503);
        SmallKeycloak.away = false;

        given(partner).statusCode(201);
    }

    private String partner() {
        String partner = ada.asks()
                .body(Map.of("kind", "HOSPITAL", "name", "Harbor General " + UUID.randomUUID()))
                .post(API + "partners")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        officer.asks()
                .body(Map.of(
                        "signedBy", "Dr. Ruth Park",
                        "reference", "Partners 2026-14",
                        "lets", List.of("REFER"),
                        "firstDay", "2020-01-01",
                        "lastDay", "2099-12-31"))
                .post(API + "partners/" + partner + "/agreements")
                .then()
                .statusCode(201);
        return partner;
    }

    private ValidatableResponse given(String partner) {
        return given(partner, KEY);
    }

    private ValidatableResponse given(String partner, String key) {
        return ada.asks()
                .body(Map.of("publicKey", key))
                .post(API + "partners/" + partner + "/accounts")
                .then();
    }

    private ValidatableResponse ends(String partner, String account) {
        return officer.asks()
                .post(API + "partners/" + partner + "/accounts/" + account + "/ending")
                .then();
    }

    private void awaitStatus(String partner, ExtractableResponse<?> given, String status) {
        await().untilAsserted(() -> officer.asks()
                .get(API + "partners/" + partner + "/accounts")
                .then()
                .body("items.find { it.id == '" + given.path("id") + "' }.status", equalTo(status)));
    }

    private static ValidatableResponse asks(String client, String partner) {
        return system(client, partner).asks().get(API + "partner/referrals").then();
    }

    private static ValidatableResponse sends(String client, String partner) {
        return system(client, partner)
                .asks()
                .body(Map.of("reference", "R-1", "reason", "OTHER", "whom", Map.of("mayLeaveMessage", false)))
                .post(API + "partner/referrals")
                .then();
    }

    /** What comes with a token of this client that names this partner. */
    private static Person system(String client, String partner) {
        return new Person(client, Set.of("partner"), Map.of("clinics", List.of(Person.RIVERSIDE.toString())))
                .who(PartnerId.fromString(partner));
    }
}
