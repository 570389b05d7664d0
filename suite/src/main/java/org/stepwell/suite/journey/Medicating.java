package org.stepwell.suite.journey;

import static org.stepwell.suite.journey.Stage.ENROLLMENT;
import static org.stepwell.suite.journey.Stage.THERAPY;

import java.util.List;
import java.util.Map;

/** Katya takes buprenorphine; what is found in her urine one evening is talked over, and ends nothing. */
final class Medicating {

    private static final String OPIOIDS = "69739-1";

    private final Stage stage;
    private final Api api;
    private final Claims claims;
    private final Cast.Patient katya;

    Medicating(Stage stage) {
        this.stage = stage;
        this.api = stage.api();
        this.claims = stage.claims();
        this.katya = stage.cast().katya();
    }

    /** Pia looks into the monitoring program and orders; Carl offers what saves a life. */
    void begins() {
        api.must(api.post("pia", THERAPY, of("/pdmp-checks"), Map.of()));
        api.must(order(
                "BUPRENORPHINE_NALOXONE_FILM_8",
                "OPIOID_USE_DISORDER",
                Map.of(
                        "lastOpioid",
                        "SHORT_ACTING",
                        "lastOpioidOn",
                        stage.day().minusDays(1).toString(),
                        "cowsTotal",
                        13)));
        claims.expect(
                "nobody is given an opioid and naltrexone at once",
                "opioids-and-naltrexone-apart",
                order(
                                "NALTREXONE_INJECTION_380",
                                "ALCOHOL_USE_DISORDER",
                                Map.of(
                                        "lastOpioid",
                                        "NONE",
                                        "liverTestedOn",
                                        stage.day().minusDays(9).toString()))
                        .rule());
        claims.expect("whoever takes an opioid is offered naloxone by somebody", 1, open("naloxone-offer"));
        api.must(api.post("carl", THERAPY, of("/naloxone-offers"), Map.of("answer", "ACCEPTED")));
        claims.expect("who is asked no more once they did", 0, open("naloxone-offer"));
        stage.telling().say("%s begins with buprenorphine, and takes naloxone home.", katya.name());
    }

    /** What she takes is missing, and there is what nobody expected: both are one talk. */
    void isScreened() {
        var ordered = api.must(api.post(
                "carl",
                THERAPY,
                of("/drug-screens"),
                Map.of("panel", OPIOIDS, "analytes", List.of("BUPRENORPHINE", "FENTANYL"), "confirmation", "NONE")));
        var screen = of("/drug-screens/" + ordered.id());
        api.must(api.post("carl", THERAPY, screen + "/collection", Map.of("temperature", 96)));
        api.must(api.post(
                "carl",
                THERAPY,
                screen + "/results",
                Map.of(
                        "kind",
                        "PRESUMPTIVE",
                        "readings",
                        List.of(
                                Map.of("analyte", "BUPRENORPHINE", "outcome", "NOT_DETECTED"),
                                Map.of("analyte", "FENTANYL", "outcome", "DETECTED")))));
        stage.time().settle();
        claims.expect("what a drug screen finds is talked over", 1, open("clinical-review"));
        claims.expect("and naloxone is offered again", 1, open("naloxone-offer"));
        claims.expect(
                "and nobody is sent away for it",
                "ADMITTED",
                api.must(api.get("ivy", ENROLLMENT, "/episodes/" + katya.episode()))
                        .body()
                        .path("status")
                        .asText());
        var read = api.must(api.get("carl", THERAPY, screen));
        api.must(api.postSeen("carl", THERAPY, screen + "/review", read.etag(), Map.of()));
        api.must(api.post("carl", THERAPY, of("/naloxone-offers"), Map.of("answer", "ACCEPTED")));
        claims.expect("until somebody did", 0, open("clinical-review"));
        stage.telling().say("%s's drug screen is not as expected; Carl and she talk it over.", katya.name());
    }

    private Api.Answer order(String product, String indication, Map<String, Object> inputs) {
        return api.post(
                "pia",
                THERAPY,
                of("/medication-orders"),
                Map.of("product", product, "indication", indication, "unitsPerDose", 1, "inputs", inputs));
    }

    private int open(String kind) {
        return api.must(api.get("sam", THERAPY, "/tasks?status=OPEN&kind=%s&patient=%s".formatted(kind, katya.id())))
                .body()
                .path("items")
                .size();
    }

    private String of(String what) {
        return "/episodes/" + katya.episode() + what;
    }
}
