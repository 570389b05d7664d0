package org.stepwell.enrollment;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.stepwell.enrollment.Intake.API;
import static org.stepwell.enrollment.Intake.brings;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.contracts.id.StaffId;
import org.stepwell.enrollment.consent.Register;
import org.stepwell.enrollment.patient.CloseDuplicate;
import org.stepwell.platform.database.Sql;
import org.stepwell.platform.testing.AtOnce;
import org.stepwell.platform.testing.Broker;
import org.stepwell.platform.testing.Person;
import org.stepwell.platform.testing.StepwellTestResource;

/** Two records of one person become one. */
@QuarkusTest
@QuarkusTestResource(StepwellTestResource.class)
class MergeTest {

    @Inject
    Sql sql;

    @Inject
    CloseDuplicate closing;

    @Inject
    Register register;

    private final Intake riverside = new Intake(Person.RIVERSIDE);
    private final Person ivy = Person.at("intake");
    private final Person paul = Person.at("privacy-officer");

    private PatientId maya = new PatientId(new UUID(0, 0));
    private PatientId again = new PatientId(new UUID(0, 0));

    @BeforeEach
    void setUp() {
        riverside.setUp("Riverside");
        maya = riverside.registered();
        again = riverside.registered();
    }

    @Test
    void whatTheDuplicateHeldIsFoundWithThePatient() {
        riverside.screened(again, "NO_TRANSPORT");
        riverside.measured(again, "PHQ-9", 1, 1, 1, 1, 1, 1, 1, 1, 0).statusCode(201);
        riverside.diagnosed(again, "F10.20").statusCode(201);
        var paper = brings(ivy, again, "INSURANCE_CARD", "%PDF-1.7".getBytes(UTF_8))
                .statusCode(201)
                .extract()
                .<String>path("id");
        ivy.asks()
                .body(Map.of("right", "ACCESS", "words", "A copy, please."))
                .post(API + "patients/" + again + "/rights-requests")
                .then()
                .statusCode(201);

        merged(maya, again)
                .statusCode(200)
                .body("mergedBy", startsWith("privacy-officer:"))
                .body("familyName", startsWith("Lindqvist-"));

        of(maya, "findings").body("items.stop", hasItem("NO_TRANSPORT"));
        of(maya, "measures").body("items.instrument", contains("PHQ-9"));
        of(maya, "screenings").body("items.patient", contains(maya.toString()));
        of(maya, "diagnoses").body("items.code", contains("F10.20"));
        of(maya, "rights-requests").body("items.words", contains("A copy, please."));
        of(maya, "documents").body("items.id", contains(paper));
        ivy.with("acr", "2")
                .asks()
                .get(API + "documents/" + paper + "/pages")
                .then()
                .statusCode(200);
        paul.asks()
                .queryParam("patient", maya.toString())
                .get(API + "tasks")
                .then()
                .body("items.kind", hasItem("rights-request"));
        of(maya, "merges")
                .body("items.duplicate", contains(again.toString()))
                .body("items.words", contains("Both cards in one hand."));
        await().untilAsserted(() -> assertThat(Broker.said("stepwell.enrollment", maya))
                .singleElement()
                .asString()
                .startsWith("patient-merged.v1 ")
                .contains(again.toString()));
    }

    @Test
    void whoeverAsksForTheDuplicateIsSentToThePatient() {
        merged(maya, again).statusCode(200);

        ivy.asks()
                .get(API + "patients/" + again)
                .then()
                .statusCode(409)
                .body("type", endsWith("/patient-was-merged"))
                .body("detail", containsString(maya.toString()));
        ivy.asks()
                .body(Map.of("right", "ACCESS", "words", "A copy, please."))
                .post(API + "patients/" + again + "/rights-requests")
                .then()
                .statusCode(409);
        ivy.asks()
                .header("If-Match", "*")
                .body(Intake.maya())
                .put(API + "patients/" + again)
                .then()
                .statusCode(409)
                .body("type", endsWith("/patient-was-merged"));
        ivy.asks()
                .body(Map.of("patient", again.toString(), "roles", List.of("PATIENT")))
                .post(API + "invitations")
                .then()
                .statusCode(409)
                .body("type", endsWith("/patient-was-merged"));
        riverside.carl().asks().get(API + "patients/" + again).then().statusCode(403);
        for (var patient : List.of(again, maya)) {
            var known = Person.at("patient").who(again).asks().get(API + "patients/" + patient);
            known.then().statusCode(404).body("detail", not(containsString(maya.toString())));
        }
    }

    @Test
    void nobodyIsTakenForTheDuplicateAnyMore() {
        var asMarried = Intake.maya();
        again = registered(asMarried);
        merged(maya, again).statusCode(200);

        ivy.asks()
                .body(Map.of(
                        "givenName", asMarried.get("givenName"),
                        "familyName", asMarried.get("familyName"),
                        "birthDate", asMarried.get("birthDate")))
                .post(API + "patients/matches")
                .then()
                .statusCode(200)
                .body("size()", equalTo(0));
        ivy.asks()
                .header("X-Family-Name", asMarried.get("familyName"))
                .get(API + "patients")
                .then()
                .body("items", empty());
        // The name is the person's own now, to be taken by the record that goes on.
        ivy.asks()
                .header("If-Match", "*")
                .body(asMarried)
                .put(API + "patients/" + maya)
                .then()
                .statusCode(200)
                .body("familyName", equalTo(asMarried.get("familyName")));
    }

    @Test
    void whatMustBeInOrderFirstIsSaid() {
        var cared = riverside.patient();
        riverside.admitted(cared);
        refused(cared, "duplicate-was-in-care");

        var waiting = riverside.registered();
        riverside.waiting(waiting, riverside.program());
        refused(waiting, "duplicate-waits");

        var consenting = riverside.registered();
        riverside.consented(consenting);
        refused(consenting, "duplicate-consented");

        var invited = riverside.registered();
        ivy.asks()
                .body(Map.of("patient", invited.toString(), "roles", List.of("PATIENT")))
                .post(API + "invitations")
                .then()
                .statusCode(201);
        refused(invited, "duplicate-has-account");

        riverside.screened(maya, "NO_TRANSPORT");
        riverside.screened(again, "NO_TRANSPORT");
        refused(again, "stands-in-both").body("detail", containsString("NO_TRANSPORT"));

        merged(maya, maya).statusCode(400).body("errors[0].pointer", equalTo("/duplicate"));
        merged(maya, new PatientId(UUID.randomUUID())).statusCode(409).body("type", endsWith("/reference-unknown"));
    }

    @Test
    void aPlanThatWasEnteredInBothIsWithdrawnInOneFirst() {
        var billing = new Billing(riverside);
        var payer = billing.payer(Billing.h0015());
        billing.covered(maya, payer);
        var twice = billing.covered(again, payer);
        refused(again, "covered-in-both")
                .body("detail", allOf(containsString("holds from 2026-01-01"), not(containsString("Silver PPO"))))
                .body("errors[0].pointer", equalTo("/duplicate"));

        billing.withdraws("coverages/" + twice, "ENTERED_TWICE").statusCode(200);

        merged(maya, again).statusCode(200);
    }

    @Test
    void bothRecordsAreAsTheyWereLookedAt() {
        ivy.asks()
                .header("If-Match", "\"0\"")
                .body(Intake.maya())
                .put(API + "patients/" + again)
                .then()
                .statusCode(200);

        merged(maya, again).statusCode(412);
        merging(maya, "\"7\"", again, 1).statusCode(412);
        merging(maya, "\"0\"", again, 1).statusCode(200);
    }

    @Test
    void whoSawTheDuplicateAndWhoWasToldOfItStandsWithThePatient() {
        riverside.measured(again, "PHQ-9", 1, 1, 1, 1, 1, 1, 1, 1, 0).statusCode(201);

        merged(maya, again).statusCode(200);
        Broker.say(Disclosed.refusal(again));

        await().untilAsserted(() -> of(maya, "disclosures").body("items.service", contains("aftercare")));
        await().untilAsserted(() -> of(maya, "accesses")
                .body("items.operation", hasItem("PatientMeasureResource_take"))
                .body("items.findAll { it.operation == 'MergeResource_merge' }.size()", equalTo(1)));
    }

    @Test
    void aRecordThatTookADuplicateTakesItAlong() {
        var first = riverside.registered();
        riverside.measured(again, "PHQ-9", 1, 1, 1, 1, 1, 1, 1, 1, 0).statusCode(201);
        merged(maya, again).statusCode(200);

        merged(first, maya).statusCode(200);

        of(first, "measures").body("items.instrument", contains("PHQ-9"));
        ivy.asks()
                .get(API + "patients/" + again)
                .then()
                .statusCode(409)
                .body("detail", containsString(first.toString()));
        merged(again, riverside.registered()).statusCode(409).body("type", endsWith("/patient-was-merged"));
    }

    @Test
    void whoeverWasSentIsFoundUnderTheRecordThatGoesOn() {
        var referral = ivy.asks()
                .body(Map.of("reason", "OTHER", "facility", "Harbor General", "whom", Map.of("mayLeaveMessage", false)))
                .post(API + "referrals")
                .then()
                .statusCode(201)
                .extract();
        var sent = new HashMap<>(Intake.maya());
        sent.put("inquiry", referral.path("inquiry"));
        var duplicate = registered(sent);

        merged(maya, duplicate).statusCode(200);

        ivy.asks()
                .get(API + "referrals/" + referral.path("id"))
                .then()
                .body("patient", equalTo(maya.toString()))
                .body("stage", equalTo("REGISTERED"));
    }

    @Test
    void whoeverOpenedTheDuplicateInAnEmergencyGoesOnWithThePatient() {
        var dana = Person.at("clinician").who(new StaffId(UUID.randomUUID())).with("acr", "2");
        riverside.diagnosed(maya, "F10.20").statusCode(201);
        riverside.admitted(maya);
        dana.asks().get(API + "patients/" + maya).then().statusCode(403);
        dana.asks()
                .body(Map.of("nature", "Found unresponsive in the waiting room"))
                .post(API + "patients/" + again + "/break-glass")
                .then()
                .statusCode(201);

        merged(maya, again).statusCode(200);

        dana.asks().get(API + "patients/" + maya).then().statusCode(200);
    }

    @Test
    void anOrderAboutTheDuplicateIsOneAboutThePatient() {
        String order = paul.asks()
                .body(Map.of(
                        "kind",
                        "COURT_ORDER",
                        "party",
                        "Northside",
                        "reference",
                        "2026-118",
                        "firstDay",
                        "2026-01-01",
                        "terms",
                        Map.of(
                                "categories",
                                List.of("ATTENDANCE"),
                                "patient",
                                again.toString(),
                                "provision",
                                "NONCRIMINAL",
                                "orderedOn",
                                "2026-01-02")))
                .post(API + "authorities")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        merged(maya, again).statusCode(200);

        paul.with("acr", "2")
                .asks()
                .body(Map.of("patient", maya, "categories", List.of("ATTENDANCE"), "channel", "LETTER"))
                .post(API + "authorities/" + order + "/disclosures")
                .then()
                .statusCode(201);
    }

    @Test
    void nothingIsMergedWhileSomebodySignsUnderTheDuplicate() throws Exception {
        var merging = AtOnce.beforeItCommits(sql, () -> register.lock(again), () -> merged(maya, again));

        assertThat(merging.waited()).isTrue();
        merging.answer().statusCode(200);
    }

    @Test
    void whoeverSignsUnderTheDuplicateWhileItIsMergedIsRefused() throws Exception {
        String draft = ivy.asks()
                .body(Map.of("kind", "NAMED_DISCLOSURE", "terms", ConsentsOfMaya.toTomas()))
                .post(API + "patients/" + again + "/consents")
                .then()
                .statusCode(201)
                .body("status", equalTo("DRAFT"))
                .extract()
                .path("id");

        var signing = AtOnce.beforeItCommits(
                sql,
                () -> {
                    closing.lock(maya, again);
                    register.lock(again);
                    closing.close(maya, again, Instant.now());
                },
                () -> ivy.asks().body(ConsentsOfMaya.signature()).post(API + "consents/" + draft + "/signature"));

        assertThat(signing.waited()).isTrue();
        assertThat(signing.answer().statusCode()).isEqualTo(412);
        Person.at("supervisor")
                .asks()
                .get(API + "consents/" + draft)
                .then()
                .body("status", equalTo("DRAFT"))
                .body("patient", equalTo(maya.toString()));
    }

    private ValidatableResponse refused(PatientId duplicate, String rule) {
        return merged(maya, duplicate).statusCode(409).body("type", endsWith("/" + rule));
    }

    private ValidatableResponse merged(PatientId survivor, PatientId duplicate) {
        return merging(survivor, "*", duplicate, 0);
    }

    private ValidatableResponse merging(PatientId survivor, String version, PatientId duplicate, int duplicateVersion) {
        return paul.asks()
                .header("If-Match", version)
                .body(Map.of(
                        "duplicate",
                        duplicate.toString(),
                        "duplicateVersion",
                        duplicateVersion,
                        "words",
                        "Both cards in one hand."))
                .post(API + "patients/" + survivor + "/merges")
                .then();
    }

    private PatientId registered(Map<String, Object> form) {
        return PatientId.fromString(ivy.asks()
                .body(form)
                .post(API + "patients")
                .then()
                .statusCode(201)
                .extract()
                .path("id"));
    }

    private ValidatableResponse of(PatientId patient, String what) {
        var asks = List.of("merges", "documents", "rights-requests", "disclosures", "accesses")
                        .contains(what)
                ? paul
                : Person.at("supervisor");
        return asks.asks().get(API + "patients/" + patient + "/" + what).then().statusCode(200);
    }
}
