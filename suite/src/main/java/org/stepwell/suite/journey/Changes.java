package org.stepwell.suite.journey;

import static org.stepwell.suite.journey.Stage.AFTERCARE;
import static org.stepwell.suite.journey.Stage.ENROLLMENT;

import java.util.Map;

/** Changes of mind in the middle of treatment, of which other services must hear. */
final class Changes {

    private final Stage stage;
    private final Api api;

    Changes(Stage stage) {
        this.stage = stage;
        this.api = stage.api();
    }

    /** Amina wants to leave early, and says so to Carl. */
    void planAminasDischarge() {
        api.must(api.post(
                "carl",
                ENROLLMENT,
                "/episodes/" + stage.cast().amina().episode() + "/discharge-plan",
                Map.of("targetDate", stage.firstDay().plusDays(60).toString(), "reason", "AGAINST_ADVICE")));
    }

    /** By the end of the evening she has thought about it. */
    void aminaStays() {
        api.must(api.delete(
                "carl", ENROLLMENT, "/episodes/" + stage.cast().amina().episode() + "/discharge-plan"));
        stage.telling()
                .say(
                        "%s wants to leave early; at the end of the evening she stays.",
                        stage.cast().amina().name());
    }

    /** Hugo stays away; Sam keeps a place in weekly therapy open for him. */
    void offerHugoAStep() {
        var hugo = stage.cast().hugo();
        var plan = api.must(api.get("sam", AFTERCARE, "/episodes/" + hugo.episode() + "/plan"));
        api.must(api.post(
                "sam",
                AFTERCARE,
                "/plans/" + plan.id() + "/next-steps",
                Map.of(
                        "kind",
                        "WEEKLY_THERAPY",
                        "date",
                        stage.firstDay().plusDays(56).toString(),
                        "receiver",
                        "Outpatient group on Tuesdays; ask for " + Cast.CANARY)));
    }
}
