package org.stepwell.suite.journey;

import static org.stepwell.suite.journey.Stage.ENROLLMENT;
import static org.stepwell.suite.journey.Stage.SCHEDULING;

import java.util.List;
import java.util.Map;
import org.stepwell.platform.testing.DrawnSignature;
import org.stepwell.suite.Service;

/** What a patient lets others know, and what they do not. */
final class Sharing {

    private final Stage stage;
    private final Api api;
    private final Claims claims;

    Sharing(Stage stage) {
        this.stage = stage;
        this.api = stage.api();
        this.claims = stage.claims();
    }

    /** Amina lets Tomas know that she comes. */
    void play() {
        var amina = stage.cast().amina();
        var statements = api.must(api.get("ivy", ENROLLMENT, "/consent-statements"))
                .body()
                .path("version")
                .asText();
        var consent = api.must(api.post(
                "ivy",
                ENROLLMENT,
                "/patients/" + amina.id() + "/consents",
                Map.of("kind", "NAMED_DISCLOSURE", "terms", toTomas(), "signature", signature(amina, statements))));
        stage.time().settle();
        var signed = api.must(api.get("ivy", ENROLLMENT, "/consents/" + consent.id()));
        claims.expect(
                "Amina's consent is in force in all services",
                4,
                signed.body().at("/inForce/services").asInt());
        var tomas = signed.body().at("/terms/recipients/0/id").asText();
        claims.expect("Tomas may be told that she comes", 200, tells(SCHEDULING, amina, tomas, "ATTENDANCE"));
        claims.expect("and nothing else", 403, tells(SCHEDULING, amina, tomas, "DIAGNOSIS"));
        claims.expect("by each of the four services", List.of(200, 200, 200, 200), tellsEverywhere(amina, tomas));
        revokes(amina, consent.id());
        claims.expect("until she revokes it: then by none", List.of(403, 403, 403, 403), tellsEverywhere(amina, tomas));
    }

    private void revokes(Cast.Patient amina, String consent) {
        var revoked = api.must(
                api.post(amina.account(), ENROLLMENT, "/consents/" + consent + "/revocation", Map.of("how", "SPOKEN")));
        claims.expect(
                "Amina revokes it herself, in the app",
                "REVOKED IN_THE_APP",
                revoked.body().path("status").asText() + " "
                        + revoked.body().findValue("revokedHow").asText());
        stage.time().settle();
    }

    private List<Integer> tellsEverywhere(Cast.Patient patient, String recipient) {
        return Service.all().stream()
                .map(service -> tells(service, patient, recipient, "ATTENDANCE"))
                .toList();
    }

    private int tells(Service service, Cast.Patient patient, String recipient, String category) {
        return api.post(
                        "ivy",
                        service,
                        "/patients/" + patient.id() + "/disclosures",
                        Map.of(
                                "recipient",
                                Map.of("kind", "SUPPORT_PERSON", "id", recipient),
                                "purpose",
                                "SUPPORT",
                                "categories",
                                List.of(category),
                                "channel",
                                "PHONE"))
                .status();
    }

    private static Map<String, Object> toTomas() {
        return Map.of(
                "discloser",
                "Riverside IOP",
                "description",
                "that I come, and how often; ask for " + Cast.CANARY,
                "recipients",
                List.of(Map.of("kind", "SUPPORT_PERSON", "name", "Tomas " + Cast.CANARY)),
                "purposes",
                List.of("SUPPORT"),
                "categories",
                List.of("PRESENCE", "ATTENDANCE"),
                "lastDay",
                "2099-06-30");
    }

    private static Map<String, Object> signature(Cast.Patient patient, String statements) {
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
                statements);
    }
}
