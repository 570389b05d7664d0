package org.stepwell.suite.journey;

import static org.stepwell.suite.journey.Stage.ENROLLMENT;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Yara comes, and wants the hospital that sent her to know; until she does not want it any more. */
final class PartnerIsTold {

    private final Stage stage;
    private final Api api;
    private final String partner;

    PartnerIsTold(Stage stage, String partner) {
        this.stage = stage;
        this.api = stage.api();
        this.partner = partner;
    }

    void play(String token, String referral) {
        var consent = consents(registered(referral));
        stage.time().settle();
        stage.claims()
                .expect(
                        "once she is registered and consents, it learns so, with the notice that binds it",
                        "REGISTERED true",
                        told(token, referral));
        api.must(api.post("ivy", ENROLLMENT, "/consents/" + consent + "/revocation", Map.of("how", "SPOKEN")));
        stage.claims().expect("and nothing more from her revocation on", "RECEIVED false", told(token, referral));
    }

    private String registered(String referral) {
        var form = new HashMap<>(Cast.somebody("Yara"));
        form.put(
                "inquiry",
                api.must(api.get("ivy", ENROLLMENT, "/referrals/" + referral))
                        .body()
                        .path("inquiry")
                        .asText());
        return api.must(api.post("ivy", ENROLLMENT, "/patients", form)).id();
    }

    private String consents(String yara) {
        Notice.isGiven(api, yara, "Yara " + Cast.CANARY);
        var statements = api.must(api.get("ivy", ENROLLMENT, "/consent-statements"))
                .body()
                .path("version")
                .asText();
        var signature = Map.of(
                "signer", "Yara " + Cast.CANARY, "relationship", "SELF", "method", "PAPER", "statements", statements);
        var path = "/patients/" + yara + "/consents";
        var signed = Map.of("kind", "NAMED_DISCLOSURE", "terms", terms(), "signature", signature);
        return api.must(api.post("ivy", ENROLLMENT, path, signed)).id();
    }

    private Map<String, Object> terms() {
        return Map.of(
                "discloser",
                "Riverside IOP",
                "description",
                "that I came; ask for " + Cast.CANARY,
                "recipients",
                List.of(Map.of("kind", "TREATING_PROVIDER", "id", partner, "name", "Mill Street")),
                "purposes",
                List.of("TREATMENT"),
                "categories",
                List.of("PRESENCE"),
                "lastDay",
                "2099-06-30");
    }

    private String told(String token, String referral) {
        var answer = api.must(api.getAs(token, ENROLLMENT, "/partner/referrals/" + referral))
                .body();
        return answer.path("stage").asText() + " " + answer.at("/terms/notice").isTextual();
    }
}
