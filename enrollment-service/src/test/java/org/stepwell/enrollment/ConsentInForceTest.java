package org.stepwell.enrollment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.stepwell.enrollment.Intake.API;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.stepwell.contracts.privacy.PrivacyEvent.ConsentApplied;
import org.stepwell.platform.testing.Broker;
import org.stepwell.platform.testing.Person;
import org.stepwell.platform.testing.StepwellTestResource;

/** What a consent opens, from when and until when, and what stands in the ledger. */
@QuarkusTest
@QuarkusTestResource(StepwellTestResource.class)
class ConsentInForceTest extends ConsentsOfMaya {

    @Test
    void whatASignedConsentOpensIsDisclosedAndStandsInTheLedger() {
        var consent = signed(toTomas(), null).statusCode(201).extract();
        String tomas = consent.path("terms.recipients[0].id");

        await().untilAsserted(() -> asks(tomas, "ATTENDANCE").statusCode(200));
        asks(tomas, "DIAGNOSIS").statusCode(403);

        await().untilAsserted(() -> ledger(Person.at("patient").who(maya))
                .body("items.permitted", hasItem(true))
                .body("items.refusal", hasItem("no-consent-in-force"))
                .body("items.consent", hasItem(consent.path("id").toString())));
    }

    @Test
    void thePatientReadsAndPrintsWhoWasTold() {
        String tomas = signed(toTomas(), null).extract().path("terms.recipients[0].id");
        await().untilAsserted(() -> asks(tomas, "ATTENDANCE").statusCode(200));
        asks(tomas, "DIAGNOSIS").statusCode(403);
        var me = Person.at("patient").who(maya);

        await().untilAsserted(() -> ledger(me)
                .body("items.recipientName", hasItem("Tomas Lindqvist"))
                .body("items", hasSize(greaterThan(1))));
        me.asks()
                .get(API + "patients/" + maya + "/disclosures/printed")
                .then()
                .statusCode(200)
                .contentType("text/html")
                .body(containsString("<td>Tomas Lindqvist (support person)</td><td>attendance</td>"))
                .body(containsString("<td>told, by right of: consent</td>"))
                .body(containsString("<td>refused</td>"))
                .body(not(containsString("Maya")));
        prints("1").statusCode(401).body("type", endsWith("step-up-required"));
        prints("2").statusCode(200).body(containsString("Tomas Lindqvist"));
    }

    private ValidatableResponse prints(String level) {
        return Person.at("privacy-officer")
                .with("acr", level)
                .asks()
                .get(API + "patients/" + maya + "/disclosures/printed")
                .then();
    }

    @Test
    void aRevocationIsInForceHereWithItsAnswerAndIsSaidToBeOnceItWasHeard() {
        var consent = signed(toTomas(), null).extract();
        String tomas = consent.path("terms.recipients[0].id");
        await().untilAsserted(() -> asks(tomas, "ATTENDANCE").statusCode(200));

        Person.at("patient")
                .who(maya)
                .asks()
                .post(API + "consents/" + consent.path("id") + "/revocation")
                .then()
                .statusCode(200)
                .body("status", equalTo("REVOKED"))
                .body("revokedHow", equalTo("IN_THE_APP"));

        asks(tomas, "ATTENDANCE").statusCode(403);
        await().untilAsserted(() -> read(consent.path("id")).body("inForce.services", equalTo(1)));
    }

    @Test
    void whoeverTreatsThePatientTakesTheirWord() {
        riverside.admitted(maya);
        for (var how : List.of("SPOKEN", "WRITTEN")) {
            String consent = signed(toTomas(), null).extract().path("id");

            riverside
                    .carl()
                    .asks()
                    .body(Map.of("how", how))
                    .post(API + "consents/" + consent + "/revocation")
                    .then()
                    .statusCode(200)
                    .body("revokedHow", equalTo(how));
        }
    }

    @Test
    void onlyPatientsRevokeInTheApp() {
        String consent = signed(toTomas(), null).extract().path("id");

        riverside
                .ivy()
                .asks()
                .body(Map.of("how", "IN_THE_APP"))
                .post(API + "consents/" + consent + "/revocation")
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/how"));
        read(consent).body("status", equalTo("ACTIVE"));
    }

    @Test
    void whereAConsentOpensToAClassWhoeverIsToldIsNamed() {
        var toDoctors = new HashMap<>(toTomas());
        toDoctors.put("recipients", List.of(Map.of("kind", "TREATING_PROVIDER")));
        toDoctors.put("purposes", List.of("TREATMENT"));
        propose(Map.of("kind", "CARE_DISCLOSURE", "terms", toDoctors, "signature", signature()))
                .statusCode(201);

        await().untilAsserted(() -> tellsADoctor(Map.of())
                .statusCode(409)
                .body("type", endsWith("/recipient-named"))
                .body("errors.pointer", contains("/told/name")));
        tellsADoctor(Map.of("told", Map.of("name", "Dr. Ruth Park", "address", "12 Mill Street")))
                .statusCode(200);

        await().untilAsserted(() -> ledger(Person.at("patient").who(maya))
                .body("items.recipientName", contains("Dr. Ruth Park"))
                .body("items.recipientAddress", contains("12 Mill Street")));
    }

    private ValidatableResponse tellsADoctor(Map<String, Object> told) {
        var ask = new HashMap<String, Object>(Map.of(
                "recipient",
                Map.of("kind", "TREATING_PROVIDER"),
                "purpose",
                "TREATMENT",
                "categories",
                List.of("ATTENDANCE"),
                "channel",
                "LETTER"));
        ask.putAll(told);
        return riverside
                .ivy()
                .asks()
                .body(ask)
                .post(API + "patients/" + maya + "/disclosures")
                .then();
    }

    @Test
    void itIsInForceEverywhereOnceFourServicesSaidSo() {
        String consent = signed(toTomas(), null).extract().path("id");
        await().untilAsserted(() -> read(consent)
                .body("inForce.services", equalTo(1))
                .body("inForce.of", equalTo(4))
                .body("inForce.since", nullValue()));

        var at = Instant.now().plusSeconds(3600).truncatedTo(ChronoUnit.MILLIS);
        for (var service : List.of("scheduling", "therapy", "aftercare")) {
            Broker.say(new ConsentApplied(service, maya, 1, at));
        }

        await().untilAsserted(() -> read(consent).body("inForce.services", equalTo(4)));
        assertThat(Instant.parse(read(consent).extract().path("inForce.since"))).isEqualTo(at);
    }

    @Test
    void aNewConsentSupersedesTheOldOne() {
        String before = signed(toTomas(), null).extract().path("id");
        var wider = new HashMap<>(toTomas());
        wider.put("categories", List.of("PRESENCE"));

        var after = signed(wider, before).statusCode(201).extract();

        read(before).body("status", equalTo("SUPERSEDED")).body("endedAt", notNullValue());
        String tomas = after.path("terms.recipients[0].id");
        await().untilAsserted(() -> asks(tomas, "PRESENCE").statusCode(200));
        asks(tomas, "ATTENDANCE").statusCode(403);
    }

    @Test
    void anotherPatientsConsentCanNotBeSuperseded() {
        String mine = signed(toTomas(), null).extract().path("id");
        maya = riverside.patient();

        signed(toTomas(), mine).statusCode(404);

        read(mine).body("status", equalTo("ACTIVE"));
    }

    @Test
    void theTermsOfAnotherClinicAreNotThere() {
        String consent = signed(toTomas(), null).extract().path("id");

        for (var path : List.of("", "/document")) {
            new Intake(Person.HARBOR)
                    .ivy()
                    .asks()
                    .get(API + "consents/" + consent + path)
                    .then()
                    .statusCode(404);
        }
        ledger(Person.of("privacy-officer", Person.HARBOR)).statusCode(404);
    }

    @Test
    void nobodyElseReadsTheLedger() {
        ledger(Person.at("intake")).statusCode(403);
        ledger(Person.at("patient").who(riverside.patient())).statusCode(404);
        ledger(Person.at("privacy-officer")).statusCode(200).body("items", hasSize(0));
    }

    private ValidatableResponse asks(String recipient, String category) {
        return riverside
                .ivy()
                .asks()
                .body(Map.of(
                        "recipient",
                        Map.of("kind", "SUPPORT_PERSON", "id", recipient),
                        "purpose",
                        "SUPPORT",
                        "categories",
                        List.of(category),
                        "channel",
                        "PHONE"))
                .post(API + "patients/" + maya + "/disclosures")
                .then();
    }

    private ValidatableResponse ledger(Person reader) {
        return reader.asks().get(API + "patients/" + maya + "/disclosures").then();
    }
}
