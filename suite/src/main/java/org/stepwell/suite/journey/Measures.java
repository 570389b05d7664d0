package org.stepwell.suite.journey;

import static org.stepwell.suite.journey.Stage.THERAPY;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The PHQ-9 at the beginning and on the way. */
final class Measures {

    private static final int ITEMS = 9;

    private final Stage stage;
    private final Api api;

    Measures(Stage stage) {
        this.stage = stage;
        this.api = stage.api();
    }

    void intake() {
        for (var patient : stage.cast().twelve()) {
            boolean inDanger = patient == stage.cast().chiara();
            var scored = take(patient, 1, inDanger ? 1 : 0);
            stage.claims()
                    .expect(
                            patient.name() + "'s PHQ-9 is scored",
                            inDanger ? 9 : 8,
                            scored.body().path("total").asInt());
        }
        var chiara = stage.cast().chiara();
        stage.claims()
                .expect(
                        "nobody with an open safety flag is ready for step-down",
                        409,
                        api.post("carl", THERAPY, "/episodes/" + chiara.episode() + "/step-down-readiness", Map.of())
                                .status());
        api.must(api.post(
                "carl",
                THERAPY,
                "/patients/" + chiara.id() + "/safety/SUICIDE_ITEM/clearance",
                Map.of(
                        "disposition",
                        "SAFETY_PLAN_IN_PLACE",
                        "text",
                        "Asked the screener the same evening; passive thoughts only. Wrote a crisis plan with "
                                + chiara.fullName())));
        stage.telling()
                .say(
                        "%s's answer to the ninth question raises a flag; Carl clears it the same evening.",
                        chiara.name());
    }

    /** Items a little lower each time. */
    void again(int evening) {
        for (var patient : stage.cast().finishers()) {
            take(patient, evening > 20 ? 0 : 1, 0);
        }
    }

    private Api.Answer take(Cast.Patient patient, int each, int ninth) {
        var answers = new ArrayList<Map<String, Object>>();
        for (int item = 1; item < ITEMS; item++) {
            answers.add(Map.of("item", String.valueOf(item), "value", each));
        }
        answers.add(Map.of("item", String.valueOf(ITEMS), "value", ninth));
        return api.must(api.post(
                "carl",
                THERAPY,
                "/patients/" + patient.id() + "/measures",
                Map.of("episode", patient.episode(), "instrument", "PHQ-9", "answers", List.copyOf(answers))));
    }
}
