package org.stepwell.enrollment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.stepwell.enrollment.Intake.API;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.stepwell.contracts.id.ClinicId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.platform.testing.Person;
import org.stepwell.platform.testing.StepwellTestResource;

/** What a patient signs when they come in: the clinic's own texts, each in its version. */
@QuarkusTest
@QuarkusTestResource(StepwellTestResource.class)
class PacketTest {

    private static final String RULES = "Come sober. Stay for the whole group.";

    // A clinic of its own: what it publishes, all of its patients sign.
    private final Intake millbrook = new Intake(new ClinicId(UUID.randomUUID()));

    @BeforeEach
    void setUp() {
        millbrook.setUp("Millbrook");
    }

    @Test
    void aFormIsSignedInTheVersionInUseAndSignedAgainWhereTheClinicAsks() {
        var patient = millbrook.patient();
        int first = published("PROGRAM_RULES", RULES, false);
        signed(patient, "PROGRAM_RULES", null)
                .statusCode(409)
                .body("type", endsWith("/statements-outdated"))
                .body("errors[0].pointer", equalTo("/signature/statements"));
        var consent = signed(patient, "PROGRAM_RULES", first)
                .statusCode(201)
                .extract()
                .<String>path("id");
        item(patient, "PROGRAM_RULES", "SIGNED", first, first);

        int second = published("PROGRAM_RULES", RULES + " Bring water.", false);
        item(patient, "PROGRAM_RULES", "SIGNED", second, first);

        int third = published("PROGRAM_RULES", RULES + " No phones.", true);
        item(patient, "PROGRAM_RULES", "OUTDATED", third, first);

        var again = new HashMap<>(signature(third));
        again.put("supersedes", consent);
        sends(patient, "PROGRAM_RULES", again).statusCode(201);
        item(patient, "PROGRAM_RULES", "SIGNED", third, third);
        millbrook
                .ivy()
                .asks()
                .get(API + "consents/" + consent + "/document")
                .then()
                .statusCode(200)
                .body("text", containsString(RULES + "\n(Version " + first + ")"));
    }

    @Test
    void whatTheClinicDidNotPublishIsNotSigned() {
        var patient = millbrook.patient();

        signed(patient, "FINANCIAL_AGREEMENT", null).statusCode(409).body("type", endsWith("/form-is-published"));
        millbrook
                .ivy()
                .asks()
                .get(API + "patients/" + patient + "/admission-packet")
                .then()
                .body("find { it.kind == 'FINANCIAL_AGREEMENT' }.state", equalTo("NOT_PUBLISHED"))
                .body("find { it.kind == 'TREATMENT' }.state", equalTo("MISSING"));
    }

    @Test
    void whoeverComesInBeforeAllIsSignedIsTreatedAndIntakeSeesToTheRest() {
        int notice = published("PRIVACY_NOTICE", "How we use and share what you tell us, and your rights.", false);
        int rules = published("PROGRAM_RULES", RULES, false);
        var patient = millbrook.patient();
        millbrook.admitted(patient);
        tasks(patient).body("items.kind", hasItem("admission-packet"));

        signed(patient, "PROGRAM_RULES", rules).statusCode(201);
        tasks(patient).body("items.kind", hasItem("admission-packet"));
        signed(patient, "PRIVACY_NOTICE", notice).statusCode(201);
        tasks(patient).body("items.kind", not(hasItem("admission-packet")));
    }

    /** Care goes on; what is told to others waits. */
    @Test
    void nobodyConsentsToADisclosureBeforeTheyHaveTheNotice() {
        var patient = millbrook.patient();
        var terms = Map.of(
                "discloser",
                "Millbrook",
                "description",
                "that I come",
                "recipients",
                List.of(Map.of("kind", "SUPPORT_PERSON", "name", "Tomas Lindqvist")),
                "purposes",
                List.of("SUPPORT"),
                "categories",
                List.of("PRESENCE"),
                "lastDay",
                "2099-06-30");
        discloses(patient, terms).statusCode(201); // the clinic has no notice yet
        int notice = published("PRIVACY_NOTICE", "How we use and share what you tell us, and your rights.", false);

        discloses(patient, terms).statusCode(409).body("type", endsWith("/notice-given-first"));
        String given = signed(patient, "PRIVACY_NOTICE", notice)
                .statusCode(201)
                .extract()
                .path("id");
        discloses(patient, terms).statusCode(201);

        int anew = published("PRIVACY_NOTICE", "We use and share it otherwise from now on.", true);
        discloses(patient, terms).statusCode(409).body("type", endsWith("/notice-given-first"));
        var again = new HashMap<>(signature(anew));
        again.put("supersedes", given);
        sends(patient, "PRIVACY_NOTICE", again).statusCode(201);
        discloses(patient, terms).statusCode(201);
    }

    private ValidatableResponse discloses(PatientId patient, Map<String, ?> terms) {
        var statements = millbrook
                .ivy()
                .asks()
                .get(API + "consent-statements")
                .then()
                .extract()
                .<String>path("version");
        var signature =
                Map.of("signer", "Maya Lindqvist", "relationship", "SELF", "method", "PAPER", "statements", statements);
        return millbrook
                .ivy()
                .asks()
                .body(Map.of("kind", "NAMED_DISCLOSURE", "terms", terms, "signature", signature))
                .post(API + "patients/" + patient + "/consents")
                .then();
    }

    @Test
    void onlyAdministratorsPublishAndNoConsentToDisclosure() {
        millbrook
                .ivy()
                .asks()
                .body(text("PROGRAM_RULES", RULES, false))
                .post(API + "form-texts")
                .then()
                .statusCode(403);
        millbrook
                .ada()
                .asks()
                .body(text("CARE_DISCLOSURE", RULES, false))
                .post(API + "form-texts")
                .then()
                .statusCode(400)
                .body("type", endsWith("/form-is-signed-alone"))
                .body("errors[0].pointer", equalTo("/kind"));
    }

    @Test
    void aPatientReadsWhatIsInUseBeforeTheySign() {
        int version = published("PROGRAM_RULES", RULES, false);

        var shown = Person.of("patient", millbrook.clinic())
                .who(millbrook.patient())
                .asks()
                .get(API + "form-texts")
                .then()
                .statusCode(200)
                .extract();

        assertThat(shown.<Integer>path("find { it.kind == 'PROGRAM_RULES' }.version"))
                .isEqualTo(version);
        assertThat(shown.<String>path("find { it.kind == 'TREATMENT' }.text")).contains("I may leave whenever I want");
    }

    private int published(String kind, String text, boolean signAgain) {
        return millbrook
                .ada()
                .asks()
                .body(text(kind, text, signAgain))
                .post(API + "form-texts")
                .then()
                .statusCode(201)
                .extract()
                .path("version");
    }

    private static Map<String, Object> text(String kind, String text, boolean signAgain) {
        return Map.of("kind", kind, "text", text, "signAgain", signAgain);
    }

    private ValidatableResponse signed(PatientId patient, String kind, @Nullable Integer version) {
        return sends(patient, kind, signature(version));
    }

    private ValidatableResponse sends(PatientId patient, String kind, Map<String, ?> signature) {
        return millbrook
                .ivy()
                .asks()
                .body(Map.of("kind", kind, "signature", signature))
                .post(API + "patients/" + patient + "/consents")
                .then();
    }

    private static Map<String, Object> signature(@Nullable Integer version) {
        var signature = new HashMap<String, Object>(
                Map.of("signer", "Maya Lindqvist", "relationship", "SELF", "method", "PAPER"));
        if (version != null) {
            signature.put("statements", version.toString());
        }
        return signature;
    }

    private void item(PatientId patient, String kind, String state, int current, int signed) {
        millbrook
                .ivy()
                .asks()
                .get(API + "patients/" + patient + "/admission-packet")
                .then()
                .statusCode(200)
                .body("findAll { it.kind == '" + kind + "' }.state", equalTo(List.of(state)))
                .body("find { it.kind == '" + kind + "' }.currentVersion", equalTo(current))
                .body("find { it.kind == '" + kind + "' }.signedVersion", equalTo(signed));
    }

    private ValidatableResponse tasks(PatientId patient) {
        return millbrook
                .ivy()
                .asks()
                .queryParam("patient", patient.toString())
                .get(API + "tasks")
                .then()
                .statusCode(200);
    }
}
