package org.stepwell.suite.journey;

import static org.stepwell.suite.journey.Stage.ENROLLMENT;

import java.util.List;
import java.util.Map;
import org.stepwell.platform.testing.DrawnSignature;

/** A patient consents that one person is told something, and takes it back. */
final class Consenting {

    private final Stage stage;
    private final Api api;
    private final Cast.Patient patient;

    Consenting(Stage stage, Cast.Patient patient) {
        this.stage = stage;
        this.api = stage.api();
        this.patient = patient;
    }

    /** A consent in force in all services, and whom it names. */
    record Given(String consent, String recipient) {}

    /** That there is aftercare, and how it goes on. */
    Given tells(Map<String, Object> recipient, String purpose) {
        Map<String, Object> terms = Map.of(
                "discloser",
                "Riverside IOP",
                "description",
                "that I was a patient, and how it goes on; ask for " + Cast.CANARY,
                "recipients",
                List.of(recipient),
                "purposes",
                List.of(purpose),
                "categories",
                List.of("PRESENCE", "AFTERCARE"),
                "lastDay",
                "2099-06-30");
        return gives(terms);
    }

    /** What terms say. */
    Given gives(Map<String, Object> terms) {
        var consent = api.must(api.post(
                "ivy",
                ENROLLMENT,
                "/patients/" + patient.id() + "/consents",
                Map.of("kind", "NAMED_DISCLOSURE", "terms", terms, "signature", signature())));
        stage.time().settle();
        return new Given(
                consent.id(), consent.body().at("/terms/recipients/0/id").asText());
    }

    /** In the app, by the patient alone. */
    void revokes(Given given) {
        api.must(api.post(
                patient.account(),
                ENROLLMENT,
                "/consents/" + given.consent() + "/revocation",
                Map.of("how", "SPOKEN")));
        stage.time().settle();
    }

    private Map<String, Object> signature() {
        return Map.of(
                "signer",
                patient.fullName(),
                "relationship",
                "SELF",
                "method",
                "ELECTRONIC",
                "drawing",
                DrawnSignature.stroke(),
                "statements",
                api.must(api.get("ivy", ENROLLMENT, "/consent-statements"))
                        .body()
                        .path("version")
                        .asText());
    }
}
