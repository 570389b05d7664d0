package org.stepwell.suite.journey;

import static org.stepwell.suite.journey.Stage.ENROLLMENT;

import java.time.Duration;
import java.util.Map;

/** A free place is kept for whoever is next, until they answer, and no longer. */
final class OfferedPlaces {

    private static final Duration AN_AFTERNOON = Duration.ofHours(4);

    private final Stage stage;
    private final Api api;
    private final Claims claims;

    OfferedPlaces(Stage stage) {
        this.stage = stage;
        this.api = stage.api();
        this.claims = stage.claims();
    }

    /** Zoe waits, says no, is offered another one and says yes. */
    void untilSheSaysYes(String patient) {
        var episode = api.must(api.post(
                        "ivy",
                        ENROLLMENT,
                        "/patients/" + patient + "/episodes",
                        Map.of("program", stage.program(), "track", "evening", "priority", "LEAVING_INPATIENT_CARE")))
                .id();
        stage.time().settle();
        var offers = "/episodes/" + episode + "/offers";
        var offer = api.must(api.post("ivy", ENROLLMENT, offers, Map.of()));
        claims.expect(
                "a free place is kept for whoever is next",
                "OPEN",
                offer.body().path("status").asText());
        var declined = api.must(api.post(
                "ivy", ENROLLMENT, "/offers/" + offer.id() + "/refusal", Map.of("because", "ANOTHER_TIME_WANTED")));
        claims.expect(
                "until they answer", "DECLINED", declined.body().path("status").asText());
        offer = api.must(api.post("ivy", ENROLLMENT, offers, Map.of()));
        api.must(api.post("ivy", ENROLLMENT, "/offers/" + offer.id() + "/acceptance", Map.of()));
        claims.expect("and once they said yes, the board keeps it", 1, kept());
        api.must(api.post("ivy", ENROLLMENT, "/episodes/" + episode + "/withdrawal", Map.of()));
    }

    /** Hugo's place is free: somebody is offered it, and does not call back. */
    void nobodyAnswers() {
        var otto = api.must(api.post("ivy", ENROLLMENT, "/patients", Cast.somebody("Otto")))
                .id();
        var episode = api.must(api.post(
                        "ivy",
                        ENROLLMENT,
                        "/patients/" + otto + "/episodes",
                        Map.of("program", stage.program(), "track", "evening")))
                .id();
        stage.time().settle();
        var answerBy = stage.time().now().plus(AN_AFTERNOON);
        var offer = api.must(api.post(
                "ivy", ENROLLMENT, "/episodes/" + episode + "/offers", Map.of("answerBy", answerBy.toString())));
        stage.time().passUntil(answerBy.plusSeconds(1));
        claims.expect(
                "a place that nobody answers for goes to whoever is next",
                "EXPIRED 0",
                api.must(api.get("ivy", ENROLLMENT, "/offers/" + offer.id()))
                                .body()
                                .path("status")
                                .asText()
                        + " " + kept());
        api.must(api.post("ivy", ENROLLMENT, "/episodes/" + episode + "/withdrawal", Map.of()));
    }

    private int kept() {
        return api.must(api.get("ivy", ENROLLMENT, "/programs/capacity"))
                .body()
                .valueStream()
                .filter(line -> line.path("program").asText().equals(stage.program()))
                .findFirst()
                .orElseThrow()
                .path("kept")
                .asInt();
    }
}
