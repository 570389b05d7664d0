package org.stepwell.suite.journey;

import static org.stepwell.suite.journey.Stage.ENROLLMENT;

import java.util.Map;

/** Nora, who still waits for a seat, looks after her mother for a week: she is away, and comes back to the same episode. */
final class Away {

    private final Stage stage;
    private final Api api;
    private final Claims claims;
    private final String episode;

    Away(Stage stage) {
        this.stage = stage;
        this.api = stage.api();
        this.claims = stage.claims();
        this.episode = "/episodes/" + stage.cast().nora().episode();
    }

    void leaves() {
        var held = api.must(api.post(
                "carl",
                ENROLLMENT,
                episode + "/hold",
                Map.of(
                        "from", stage.firstDay().toString(),
                        "expectedUntil", stage.firstDay().plusDays(13).toString(),
                        "reason", "FAMILY")));
        claims.expect(
                "whoever is away for a while stays in the program",
                "ON_HOLD",
                held.body().path("status").asText());
        stage.time().settle();
        stage.telling()
                .say("%s looks after her mother first.", stage.cast().nora().name());
    }

    void returns() {
        api.must(api.post(
                "carl",
                ENROLLMENT,
                episode + "/resumption",
                Map.of("from", stage.firstDay().plusDays(7).toString())));
        stage.time().settle();
        var back = api.must(api.get("ivy", ENROLLMENT, episode)).body();
        claims.expect(
                "and comes back to the same episode, and is answered about seats once more",
                "ADMITTED INCOMPLETE",
                back.path("status").asText() + " " + back.path("placement").asText());
    }
}
