package org.stepwell.enrollment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.stepwell.enrollment.Intake.API;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.platform.clinic.ClinicContext;
import org.stepwell.platform.database.Sql;
import org.stepwell.platform.testing.DrawnSignature;
import org.stepwell.platform.testing.Person;
import org.stepwell.platform.testing.StepwellTestResource;

/** What is signed, by whom, and what is kept of it. */
@QuarkusTest
@QuarkusTestResource(StepwellTestResource.class)
class ConsentSigningTest extends ConsentsOfMaya {

    @Inject
    Sql sql;

    @Test
    void anElectronicSignatureKeepsWhereItWasGivenAndPaperDoesNot() {
        var paper = new HashMap<>(signature());
        paper.put("method", "PAPER");
        paper.remove("drawing");

        propose(Map.of("kind", "NAMED_DISCLOSURE", "terms", toTomas(), "signature", signature()))
                .statusCode(201)
                .body("signature.from.address", equalTo("127.0.0.1"))
                .body("signature.from.device", startsWith("Apache-HttpClient"));
        paper.put("signedAt", "2026-03-02T15:00:00Z");
        String id = propose(Map.of("kind", "NAMED_DISCLOSURE", "terms", toTomas(), "signature", paper))
                .statusCode(201)
                .body("signature.from", nullValue())
                .extract()
                .path("id");
        riverside
                .ivy()
                .asks()
                .get(API + "consents/" + id + "/document")
                .then()
                .body(
                        "text",
                        containsString("Signed by: Maya Lindqvist (self, paper)\nSigned at: 2 March 2026, 10:00:00"));
        var earlier = new HashMap<>(signature());
        earlier.put("signedAt", "2026-03-02T15:00:00Z");
        propose(Map.of("kind", "NAMED_DISCLOSURE", "terms", toTomas(), "signature", earlier))
                .statusCode(409)
                .body("errors.pointer", contains("/signature/signedAt"));
    }

    @Test
    void nobodySignsElectronicallyForAPatientWhoDrewNothing() {
        var undrawn = new HashMap<>(signature());
        undrawn.remove("drawing");
        propose(Map.of("kind", "NAMED_DISCLOSURE", "terms", toTomas(), "signature", undrawn))
                .statusCode(409)
                .body("type", endsWith("/signed-by-the-patient"))
                .body("errors.pointer", contains("/signature/drawing"));
        for (var nothing : List.of(DrawnSignature.blank(), "iVBORw0KGgo=")) {
            undrawn.put("drawing", nothing);
            propose(Map.of("kind", "NAMED_DISCLOSURE", "terms", toTomas(), "signature", undrawn))
                    .statusCode(409)
                    .body("type", endsWith("/drawing-shows-nothing"))
                    .body("errors.pointer", contains("/signature/drawing"));
        }
        undrawn.remove("drawing");
        String consent = draft(toTomas()).extract().path("id");
        var paper = new HashMap<>(undrawn);
        paper.put("method", "PAPER");

        sign(consent, paper).statusCode(409).body("type", endsWith("/paper-is-taken-by-staff"));
        for (var other : List.of("PARENT", "GUARDIAN")) {
            var asSomebodyElse = new HashMap<>(undrawn);
            asSomebodyElse.put("relationship", other);
            sign(consent, asSomebodyElse)
                    .statusCode(409)
                    .body("type", endsWith("/others-sign-before-staff"))
                    .body("errors.pointer", contains("/relationship"));
        }
        sign(consent, undrawn).statusCode(200).body("status", equalTo("ACTIVE"));
    }

    @Test
    void nobodysParentSignsForWhoeverSignsAlone() {
        refusedToParents("PARENT");
        signedAs("GUARDIAN", "NAMED_DISCLOSURE").statusCode(201); // a court appointed them for an adult

        maya = aMinorWhoConsentsAlone();
        refusedToParents("PARENT");
        refusedToParents("GUARDIAN");
        refusedToParents("AUTHORIZED_REPRESENTATIVE");
        signedAs("SELF", "NAMED_DISCLOSURE").statusCode(201);
        signedAs("PARENT", "TREATMENT").statusCode(201);
    }

    private PatientId aMinorWhoConsentsAlone() {
        var young = new HashMap<>(Intake.maya());
        young.put("birthDate", LocalDate.now(ZoneOffset.UTC).minusYears(16).toString());
        young.put("consentsAsMinor", true);
        return riverside.patient(young);
    }

    private void refusedToParents(String relationship) {
        signedAs(relationship, "NAMED_DISCLOSURE")
                .statusCode(409)
                .body("type", endsWith("/patient-signs-alone"))
                .body("errors.pointer", contains("/signature/relationship"));
    }

    private ValidatableResponse signedAs(String relationship, String kind) {
        var signature = new HashMap<>(signature());
        signature.put("relationship", relationship);
        var consent = new HashMap<String, Object>(Map.of("kind", kind, "signature", signature));
        if (!kind.equals("TREATMENT")) {
            consent.put("terms", toTomas());
        }
        return propose(consent);
    }

    @Test
    void anIncompleteConsentStaysADraftAndSaysWhatIsMissing() {
        var terms = new HashMap<>(toTomas());
        terms.remove("lastDay");
        terms.remove("discloser");

        signed(terms, null)
                .statusCode(409)
                .body("type", containsString("element-missing"))
                .body("errors.pointer", contains("/terms/discloser", "/terms/lastDay"));
        draft(terms).statusCode(201).body("status", equalTo("DRAFT")).body("inForce", nullValue());
    }

    @Test
    void whoeverSignsHasReadTheStatementsInUse() {
        var old = new HashMap<>(signature());
        old.put("statements", "2020-01-01");

        String consent = draft(toTomas()).extract().path("id");

        sign(consent, old)
                .statusCode(409)
                .body("type", containsString("statements-outdated"))
                .body("errors.pointer", contains("/statements"));
        sign(consent, signature()).statusCode(200).body("status", equalTo("ACTIVE"));
    }

    @Test
    void theDocumentIsKeptAsItWasSigned() {
        var consent = signed(toTomas(), null).extract();

        Person.at("patient")
                .who(maya)
                .asks()
                .get(API + "consents/" + consent.path("id") + "/document")
                .then()
                .statusCode(200)
                .body("digest", equalTo(consent.path("signature.documentDigest")))
                .body("text", containsString("To: support person, Tomas Lindqvist"))
                .body("text", containsString("Last day in force: 2099-06-30"))
                .body("text", containsString("I may revoke this consent at any time"));
    }

    /** All else of a form about care is known to whoever steals the database: its digest would tell them the name. */
    @Test
    void whatWasSignedIsNotToBeGuessedByItsDigest() {
        var consent = signed(toTomas(), null).extract();
        String digest = consent.path("signature.documentDigest");

        var kept = ClinicContext.in(
                new ClinicContext.Work(Person.RIVERSIDE, "service:test", null),
                () -> QuarkusTransaction.requiringNew()
                        .call(() -> sql.list(
                                "select c::text from consent c where id = ?",
                                row -> row.getString(1),
                                UUID.fromString(consent.path("id")))));

        assertThat(digest).matches("[0-9a-f]{64}");
        assertThat(kept).singleElement(STRING).doesNotContain(digest);
    }
}
