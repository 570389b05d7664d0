package org.stepwell.suite.journey;

import static org.stepwell.suite.journey.Stage.ENROLLMENT;

import java.util.Map;

/** What everybody is given before they consent to anything that is told to others: the clinic's privacy notice, once it has one. */
final class Notice {

    private static final String KIND = "PRIVACY_NOTICE";

    private Notice() {}

    static void isGiven(Api api, String patient, String signer) {
        for (var text : api.must(api.get("ivy", ENROLLMENT, "/form-texts")).body()) {
            if (text.path("kind").asText().equals(KIND)) {
                var signature = Map.of(
                        "signer",
                        signer,
                        "relationship",
                        "SELF",
                        "method",
                        "PAPER",
                        "statements",
                        text.path("version").asText());
                api.must(api.post(
                        "ivy",
                        ENROLLMENT,
                        "/patients/" + patient + "/consents",
                        Map.of("kind", KIND, "signature", signature)));
            }
        }
    }
}
