package org.stepwell.platform.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.stepwell.contracts.code.ConsentKind;
import org.stepwell.contracts.code.DataCategory;
import org.stepwell.contracts.code.DisclosurePurpose;
import org.stepwell.contracts.code.Recipient;
import org.stepwell.contracts.consent.ConsentEvent.ConsentHeartbeat;
import org.stepwell.contracts.consent.ConsentEvent.ConsentsChanged;
import org.stepwell.contracts.consent.ConsentEvent.ConsentsChanged.Opening;
import org.stepwell.contracts.id.ClinicId;
import org.stepwell.contracts.id.ConsentId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.platform.clinic.ClinicContext;
import org.stepwell.platform.database.Sql;
import org.stepwell.platform.testing.Broker;
import org.stepwell.platform.testing.Person;
import org.stepwell.platform.testing.StepwellTestResource;

@QuarkusTest
@QuarkusTestResource(StepwellTestResource.class)
class DisclosureTest {

    private static final UUID TOMAS = OpenDoorResource.TOMAS;

    private final PatientId maya = new PatientId(UUID.randomUUID());
    private final ConsentId consent = new ConsentId(UUID.randomUUID());

    @Inject
    Sql sql;

    @Inject
    MeterRegistry metrics;

    @BeforeEach
    void theRegisterIsHeard() {
        beats(Instant.now());
    }

    @Test
    void whoeverIsOpenToAnybodySaysWhatItLetsOutToo() {
        applied(1, opening());

        goesOut("").statusCode(403).body("type", endsWith("/problems/lets-out-what-it-says"));
    }

    @Test
    void anOperationLetsOutWhatItSaysAtMostWhateverAConsentOpens() {
        applied(1, opening(DataCategory.PRESENCE, DataCategory.ATTENDANCE, DataCategory.DIAGNOSIS));

        goesOut("/ATTENDANCE").statusCode(200);
        goesOut("/DIAGNOSIS").statusCode(403).body("type", endsWith("/problems/lets-out-what-it-says"));

        await().untilAsserted(() ->
                assertThat(ledger()).singleElement().asString().contains("\"categories\":[\"ATTENDANCE\"]"));
    }

    private ValidatableResponse goesOut(String category) {
        return RestAssured.given()
                .post("/api/probe/v1/clinics/%s/open-doors/%s%s".formatted(Person.RIVERSIDE, maya, category))
                .then();
    }

    @Test
    void whatAConsentOpensIsDisclosedWithTheNoticeAndTheScope() {
        applied(1, opening());

        asks("ATTENDANCE")
                .statusCode(200)
                .body("consent.id", equalTo(consent.toString()))
                .body("consent.copy", equalTo("/api/enrollment/v1/consents/%s/document".formatted(consent)))
                .body("noticeVersion", equalTo("2024-04-16"))
                .body("notice", startsWith("This record which has been disclosed to you is protected"))
                .body("notice", containsString("42 CFR 2.12(c)(5)"));

        await().untilAsserted(() -> assertThat(ledger())
                .singleElement()
                .asString()
                .startsWith("disclosure-made.v1 ")
                .contains("\"permitted\":true", consent.toString(), "\"categories\":[\"ATTENDANCE\"]"));
    }

    @Test
    void whatNoConsentOpensIsRefusedAndStandsInTheLedger() {
        applied(1, opening());

        asks("DIAGNOSIS").statusCode(403).body("type", containsString("no-consent-in-force"));

        await().untilAsserted(() -> assertThat(ledger())
                .singleElement()
                .asString()
                .contains("\"permitted\":false", "\"refusal\":\"no-consent-in-force\""));
    }

    @Test
    void opsCountWhatWasDisclosedRefusedAndNotKnown() {
        double made = counted("MADE");
        double refused = counted("REFUSED");
        double notKnown = counted("NOT_KNOWN");
        applied(1, opening());

        asks("ATTENDANCE").statusCode(200);
        asks("DIAGNOSIS").statusCode(403);
        asks("DIAGNOSIS").statusCode(403);

        assertThat(counted("MADE") - made).isEqualTo(1);
        assertThat(counted("REFUSED") - refused).isEqualTo(2);
        assertThat(counted("NOT_KNOWN") - notKnown).isZero();
    }

    private double counted(String outcome) {
        return metrics.get("stepwell.disclosures")
                .tag("outcome", outcome)
                .counter()
                .count();
    }

    @Test
    void aPatientOfWhomNothingIsKnownHasOpenedNothing() {
        asks("PRESENCE").statusCode(403).body("type", containsString("no-consent-in-force"));
    }

    @Test
    void aRevokedConsentOpensNothing() {
        applied(1, opening());
        asks("ATTENDANCE").statusCode(200);

        applied(2);

        asks("ATTENDANCE").statusCode(403);
    }

    @Test
    void aRepeatedRequestIsDecidedAnewAndToldOnce() {
        applied(1, opening());
        var key = UUID.randomUUID().toString();
        var first = asks("ATTENDANCE", key).statusCode(200).extract().<String>path("disclosure");
        asks("ATTENDANCE", key).statusCode(200).body("disclosure", equalTo(first));
        asks("DIAGNOSIS", key).statusCode(422).body("type", containsString("idempotency-key-reused"));
        asks("ATTENDANCE").statusCode(200);
        await().untilAsserted(() -> assertThat(ledger()).hasSize(2));

        applied(2);

        asks("ATTENDANCE", key).statusCode(403).body("type", containsString("no-consent-in-force"));
    }

    @Test
    void anOlderVersionThatComesLateOpensNothingAgain() {
        applied(2);

        Broker.say(changed(1, opening()));
        applied(3);

        asks("ATTENDANCE").statusCode(403);
    }

    @Test
    void theServiceSaysWhichVersionIsInForceHere() {
        applied(4, opening());

        await().untilAsserted(() -> assertThat(Broker.said("stepwell.privacy", "enrollment:" + maya))
                .singleElement()
                .asString()
                .startsWith("consent-applied.v1 ")
                .contains("\"service\":\"enrollment\"", "\"version\":4"));
    }

    @Test
    void whoHasNotHeardTheRegisterLatelyDisclosesNothing() {
        applied(1, opening());
        QuarkusTransaction.requiringNew()
                .run(() -> sql.update(
                        "update platform.consent_heartbeat set beat_at = ?",
                        Instant.now().minusSeconds(11)));

        asks("ATTENDANCE")
                .statusCode(503)
                .header("Retry-After", equalTo("2"))
                .body("type", containsString("consent-not-known"));
    }

    @Test
    void whoseConsentsAreParkedOpensNothing() {
        applied(1, opening());
        Broker.garble(Person.RIVERSIDE, changed(2));

        await().untilAsserted(() -> asks("ATTENDANCE").statusCode(503));
    }

    @Test
    void anotherClinicsConsentOpensNothingHere() {
        Broker.say(Person.HARBOR, changed(1, opening()));
        await().untilAsserted(() -> assertThat(version(Person.HARBOR)).isEqualTo(1));

        asks("ATTENDANCE").statusCode(403);
    }

    @Test
    void aDisclosureNamesWhatAndToWhom() {
        Person.at("intake")
                .asks()
                .body(Map.of("purpose", "SUPPORT", "categories", List.of(), "channel", "PHONE"))
                .post("/api/probe/v1/patients/" + maya + "/disclosures")
                .then()
                .statusCode(400)
                .body("errors.pointer", equalTo(List.of("/categories", "/recipient")));
    }

    private Opening opening() {
        return opening(DataCategory.PRESENCE, DataCategory.ATTENDANCE);
    }

    private Opening opening(DataCategory... categories) {
        return new Opening(
                consent,
                ConsentKind.NAMED_DISCLOSURE,
                List.of(new Recipient(Recipient.Kind.SUPPORT_PERSON, TOMAS)),
                List.of(DisclosurePurpose.SUPPORT),
                List.of(categories),
                Instant.EPOCH,
                null);
    }

    private ConsentsChanged changed(long version, Opening... openings) {
        return new ConsentsChanged(maya, version, List.of(openings), Instant.EPOCH);
    }

    private void applied(long version, Opening... openings) {
        Broker.say(changed(version, openings));
        await().untilAsserted(() -> assertThat(version(Person.RIVERSIDE)).isEqualTo(version));
    }

    private long version(ClinicId clinic) {
        return ClinicContext.in(
                new ClinicContext.Work(clinic, "service:test", null),
                () -> QuarkusTransaction.requiringNew()
                        .call(() -> sql.one(
                                        "select version from platform.consent_register where patient_id = ?",
                                        row -> row.getLong(1),
                                        maya.value())
                                .orElse(0L)));
    }

    private void beats(Instant at) {
        Broker.say(ClinicId.DEPLOYMENT, new ConsentHeartbeat(at));
        await().untilAsserted(() -> assertThat(QuarkusTransaction.requiringNew()
                        .call(() -> sql.one(
                                "select 1 from platform.consent_heartbeat where beat_at > ?",
                                row -> 1,
                                at.minusMillis(1))))
                .isPresent());
    }

    private List<String> ledger() {
        return Broker.said("stepwell.privacy", "enrollment:" + maya).stream()
                .filter(said -> said.startsWith("disclosure-made"))
                .toList();
    }

    private ValidatableResponse asks(String category) {
        return asks(category, UUID.randomUUID().toString());
    }

    private ValidatableResponse asks(String category, String key) {
        return Person.at("intake")
                .asks()
                .header("Idempotency-Key", key)
                .body(Map.of(
                        "recipient",
                        Map.of("kind", "SUPPORT_PERSON", "id", TOMAS.toString()),
                        "purpose",
                        "SUPPORT",
                        "categories",
                        List.of(category),
                        "channel",
                        "PHONE"))
                .post("/api/probe/v1/patients/" + maya + "/disclosures")
                .then();
    }
}
