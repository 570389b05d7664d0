package org.stepwell.suite.journey;

import java.util.List;
import java.util.Map;

/** Greta collapses in the waiting room: Cora, who does not treat her, opens her record and tells the emergency department. */
final class Emergency {

    private final Stage stage;
    private final Api api;

    Emergency(Stage stage) {
        this.stage = stage;
        this.api = stage.api();
    }

    void play() {
        var greta = stage.cast().greta();
        var claims = stage.claims();
        claims.expect("Cora reads no notes of Greta's on an ordinary day", 403, notes(greta));
        var path = "/patients/" + greta.id() + "/break-glass";
        var nature = Map.of("nature", "Collapsed in the waiting room; the ambulance asks about " + Cast.CANARY);
        claims.expect(
                "a record is opened only with a second factor",
                "step-up-required",
                api.post("cora", Stage.ENROLLMENT, path, nature).rule());
        var glass = api.must(api.postWithSecondFactor("cora", Stage.ENROLLMENT, path, nature))
                .id();
        stage.time().settle();
        claims.expect("in an emergency she does, in all services", 200, notes(greta));
        api.must(api.post("cora", Stage.ENROLLMENT, "/break-glass/" + glass + "/disclosures", told()));
        var reviewed = api.must(api.post(
                "paul",
                Stage.ENROLLMENT,
                "/break-glass/" + glass + "/review",
                Map.of("verdict", "JUSTIFIED", "remark", "Spoke with Cora about " + greta.fullName())));
        claims.expect(
                "the privacy officer sees who was told",
                1,
                reviewed.body().path("disclosures").size());
        stage.telling()
                .say(
                        "%s collapses; Cora opens her record for an hour, and Paul reviews it the same day.",
                        greta.name());
    }

    private int notes(Cast.Patient patient) {
        return api.get("cora", Stage.THERAPY, "/patients/" + patient.id() + "/notes")
                .status();
    }

    private static Map<String, Object> told() {
        return Map.of(
                "recipient",
                "Dr. Ana " + Cast.CANARY,
                "facility",
                "Harbor General, emergency department",
                "discloser",
                "Cora Chen",
                "categories",
                List.of("MEDICATION"),
                "channel",
                "PHONE",
                "consentCanNotBeHad",
                true);
    }
}
