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
            var scored = take(patient, eachOf(patient), inDanger ? 1 : 0);
            stage.claims()
                    .expect(
                            patient.name() + "'s PHQ-9 is scored",
                            inDanger ? 9 : 8 * eachOf(patient),
                            scored.body().path("total").asInt());
        }
        var chiara = stage.cast().chiara();
        stage.claims()
                .expect(
                        "nobody with an open safety flag is ready for step-down",
                        409,
                        api.post("carl", THERAPY, "/episodes/" + chiara.episode() + "/step-down-readiness", Map.of())
                                .status());
        screened(chiara);
        stage.claims()
                .expect(
                        chiara.name() + "'s flag ends with the suicide screener of the same evening",
                        "SCREENER_TAKEN",
                        api.must(api.get("carl", THERAPY, "/patients/" + chiara.id() + "/safety"))
                                .body()
                                .at("/items/0/disposition")
                                .asText());
        writesACrisisPlanWith(chiara);
        stage.telling()
                .say(
                        "%s's answer to the ninth question raises a flag; Carl asks her the suicide screener the same evening, and"
                                + " they write a crisis plan.",
                        chiara.name());
    }

    /** The wish to be dead, and no thought of doing anything: a low risk. */
    private void screened(Cast.Patient patient) {
        api.must(api.post(
                "carl",
                THERAPY,
                "/patients/" + patient.id() + "/measures",
                Map.of(
                        "episode",
                        patient.episode(),
                        "instrument",
                        "C-SSRS",
                        "answers",
                        List.of(
                                Map.of("item", "1", "value", 1),
                                Map.of("item", "2", "value", 0),
                                Map.of("item", "6", "value", 0)))));
    }

    private void writesACrisisPlanWith(Cast.Patient patient) {
        api.must(api.put(
                "carl",
                THERAPY,
                "/patients/" + patient.id() + "/crisis-plan",
                Map.of(
                        "noticing",
                        List.of("I stop answering the phone."),
                        "byMyself",
                        List.of("Walk around the block."),
                        "distractions",
                        List.of("The library on Elm Street."),
                        "people",
                        List.of(Map.of("name", "My sister", "phone", "+1 555 0100")),
                        "professionals",
                        List.of(Map.of("name", "Carl, on weekdays until nine")),
                        "saferSurroundings",
                        List.of("My brother keeps the key to the cabinet.")),
                null));
    }

    /** Items a little lower in the end; Farid's are what they were until then. */
    void again(int evening) {
        for (var patient : stage.cast().finishers()) {
            take(patient, evening > 20 ? 0 : eachOf(patient), 0);
        }
        stage.time().settle();
    }

    /** Before somebody leaves. */
    void last(Cast.Patient patient) {
        take(patient, 0, 0);
        stage.time().settle();
    }

    private int eachOf(Cast.Patient patient) {
        return patient == stage.cast().farid() ? 2 : 1;
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
