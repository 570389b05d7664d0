package org.stepwell.enrollment;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;
import static org.stepwell.enrollment.Intake.API;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.platform.testing.Person;
import org.stepwell.platform.testing.StepwellTestResource;

@QuarkusTest
@QuarkusTestResource(StepwellTestResource.class)
class AuthorityTest {

    private final Intake riverside = new Intake(Person.RIVERSIDE);
    private PatientId maya = new PatientId(new UUID(0, 0));

    @BeforeEach
    void setUp() {
        riverside.setUp("Riverside");
        maya = riverside.patient();
    }

    @Test
    void aSubpoenaAloneOpensNothing() {
        keeps("COURT_ORDER", order(Map.of("subpoenaServedOn", "2026-02-01"), "orderedOn"))
                .statusCode(409)
                .body("type", endsWith("/subpoena-alone"))
                .body("errors.pointer", hasItem("/terms/orderedOn"));
    }

    @Test
    void anOrderOpensWhatItNamesAboutThePatientItNames() {
        String order = keeps("COURT_ORDER", order(Map.of(), ""))
                .statusCode(201)
                .extract()
                .path("id");
        keeps("COURT_ORDER", order(Map.of("orderedOn", "2099-01-15"), ""))
                .statusCode(409)
                .body("errors.pointer", hasItem("/terms/orderedOn"));
        var boris = riverside.patient();

        String entry = discloses(order, maya, "ATTENDANCE")
                .statusCode(201)
                .body("basis", equalTo("COURT_ORDER"))
                .extract()
                .path("disclosure");
        discloses(officer(), order, maya, "ATTENDANCE").statusCode(401).body("type", endsWith("/step-up-required"));
        discloses(order, maya, "DIAGNOSIS").statusCode(409).body("type", endsWith("/beyond-its-scope"));
        discloses(order, boris, "ATTENDANCE").statusCode(409).body("type", endsWith("/beyond-its-scope"));

        await().untilAsserted(() -> Person.at("patient")
                .who(maya)
                .asks()
                .get(API + "patients/" + maya + "/disclosures")
                .then()
                .body("items.find { it.id == '" + entry + "' }.authority", equalTo(order))
                .body("items.find { it.id == '" + entry + "' }.purpose", equalTo("LEGAL_PROCEEDINGS"))
                .body("items.find { it.id == '" + entry + "' }.recipientName", equalTo("Northside"))
                .body("items.find { it.id == '" + entry + "' }.noticeVersion", nullValue())
                .body("items.find { !it.permitted }.refusal", equalTo("beyond-its-scope"))
                .body("items.find { !it.permitted }.authority", equalTo(order)));
    }

    @Test
    void counselingNotesTakeAnOrderThatNamesConfidentialCommunications() {
        keeps("COURT_ORDER", order(Map.of("categories", List.of("COUNSELING_NOTES")), ""))
                .statusCode(409)
                .body("errors.pointer", hasItem("/terms/categories"));
        keeps(
                        "COURT_ORDER",
                        order(
                                Map.of("categories", List.of("COUNSELING_NOTES"), "confidentialCommunications", true),
                                ""))
                .statusCode(201);
    }

    @Test
    void anAuditNeedsItsPromisesAndAnEnd() {
        var promised = Map.<String, Object>of(
                "categories", List.of("ATTENDANCE"), "disclosesNothingFurther", true, "copies", true);

        keeps("AUDIT_AND_EVALUATION", promised, null)
                .statusCode(409)
                .body("type", endsWith("/authority-element-missing"))
                .body("errors.pointer", containsInAnyOrder("/lastDay", "/terms/copiesAreKeptSecureAndDestroyed"));
        var whole = new HashMap<>(promised);
        whole.put("copiesAreKeptSecureAndDestroyed", true);
        String audit = keeps("AUDIT_AND_EVALUATION", whole, "2099-01-31")
                .statusCode(201)
                .extract()
                .path("id");
        discloses(audit, maya, "ATTENDANCE").statusCode(201);
    }

    @Test
    void whereNoCopiesLeaveTheHouseAuditorsLookHere() {
        String audit = keeps(
                        "AUDIT_AND_EVALUATION",
                        Map.of("categories", List.of("ATTENDANCE"), "disclosesNothingFurther", true, "copies", false),
                        "2099-01-31")
                .statusCode(201)
                .extract()
                .path("id");

        discloses(audit, maya, "ATTENDANCE").statusCode(409).body("type", endsWith("/beyond-its-scope"));
        officer()
                .with("acr", "2")
                .asks()
                .body(Map.of("patient", maya, "categories", List.of("ATTENDANCE"), "channel", "IN_PERSON"))
                .post(API + "authorities/" + audit + "/disclosures")
                .then()
                .statusCode(201);
    }

    @Test
    void aServiceOrganizationServesUntilItsAgreementEnds() {
        keeps("QUALIFIED_SERVICE_ORGANIZATION", Map.of("categories", List.of("BILLING")), null)
                .statusCode(409)
                .body("errors.pointer", containsInAnyOrder("/terms/boundByPart2", "/terms/resistsInProceedings"));
        String agreement = keeps("QUALIFIED_SERVICE_ORGANIZATION", serves(), null)
                .statusCode(201)
                .body("party", equalTo("Northside"))
                .extract()
                .path("id");
        discloses(agreement, maya, "BILLING").statusCode(201);

        officer()
                .asks()
                .post(API + "authorities/" + agreement + "/ending")
                .then()
                .statusCode(200);

        discloses(agreement, maya, "BILLING").statusCode(409).body("type", endsWith("/authority-not-in-force"));
    }

    @Test
    void whatIsNotInForceYetOrAnyMoreOpensNothing() {
        String over = keeps("QUALIFIED_SERVICE_ORGANIZATION", serves(), "2020-12-31")
                .statusCode(201)
                .extract()
                .path("id");

        discloses(over, maya, "BILLING").statusCode(409).body("type", endsWith("/authority-not-in-force"));
        keeps("QUALIFIED_SERVICE_ORGANIZATION", serves(), "2019-12-31")
                .statusCode(409)
                .body("type", endsWith("/authority-ends-before-it-begins"))
                .body("errors.pointer", contains("/lastDay"));
    }

    @Test
    void itIsKeptByThePrivacyOfficerOfTheClinicOnly() {
        String agreement = keeps("QUALIFIED_SERVICE_ORGANIZATION", serves(), null)
                .extract()
                .path("id");

        riverside.ivy().asks().get(API + "authorities").then().statusCode(403);
        Person.of("privacy-officer", Person.HARBOR)
                .asks()
                .get(API + "authorities/" + agreement)
                .then()
                .statusCode(404);
        keeps("CONSENT", serves(), null).statusCode(409).body("errors.pointer", hasItem("/kind"));
        keeps("COURT_ORDER", order(Map.of("patient", UUID.randomUUID().toString()), ""))
                .statusCode(404);
    }

    private static Map<String, Object> serves() {
        return Map.of("categories", List.of("BILLING"), "boundByPart2", true, "resistsInProceedings", true);
    }

    private Map<String, Object> order(Map<String, Object> changes, String without) {
        var terms = new HashMap<String, Object>(Map.of(
                "categories",
                List.of("ATTENDANCE"),
                "patient",
                maya.toString(),
                "provision",
                "NONCRIMINAL",
                "orderedOn",
                "2026-01-15"));
        terms.putAll(changes);
        terms.remove(without);
        return terms;
    }

    private static ValidatableResponse keeps(String kind, Map<String, Object> terms) {
        return keeps(kind, terms, "2099-12-31");
    }

    private static ValidatableResponse keeps(
            String kind, Map<String, Object> terms, @org.jspecify.annotations.Nullable String lastDay) {
        var form = new HashMap<String, Object>(Map.of(
                "kind", kind, "party", "Northside", "reference", "2026-14", "firstDay", "2020-01-01", "terms", terms));
        if (lastDay != null) {
            form.put("lastDay", lastDay);
        }
        return officer().asks().body(form).post(API + "authorities").then();
    }

    private static ValidatableResponse discloses(String authority, PatientId patient, String category) {
        return discloses(officer().with("acr", "2"), authority, patient, category);
    }

    private static ValidatableResponse discloses(Person officer, String authority, PatientId patient, String category) {
        return officer.asks()
                .body(Map.of(
                        "patient", patient.toString(), "categories", List.of(category), "channel", "SECURE_MESSAGE"))
                .post(API + "authorities/" + authority + "/disclosures")
                .then();
    }

    private static Person officer() {
        return Person.at("privacy-officer");
    }
}
