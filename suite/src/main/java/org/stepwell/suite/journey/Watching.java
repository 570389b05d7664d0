package org.stepwell.suite.journey;

import static org.stepwell.suite.journey.Stage.AFTERCARE;
import static org.stepwell.suite.journey.Stage.THERAPY;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Who is looked for, whose answers do not get better, where the goals go, and what a patient takes along. */
final class Watching {

    private final Stage stage;
    private final Api api;
    private final Claims claims;

    Watching(Stage stage) {
        this.stage = stage;
        this.api = stage.api();
        this.claims = stage.claims();
    }

    /** He has missed three evenings of a week. */
    void looksForHugo() {
        stage.time().settle();
        var hugo = stage.cast().hugo();
        var outreach = "/episodes/" + hugo.episode() + "/outreach";
        var steps = api.must(api.get("carl", THERAPY, outreach)).body().at("/current/steps");
        claims.expect(
                "whoever stays away is looked for, each step once",
                List.of("SAME_DAY_CONTACT", "TEAM_REVIEW", "THERAPIST_CALL"),
                steps.findValuesAsText("rung").stream().sorted().toList());
        var tried = Map.of("way", "PHONE", "outcome", "NO_ANSWER", "note", "Rang twice. " + Cast.CANARY);
        claims.expect(
                "and what was tried is written down",
                201,
                api.post("carl", THERAPY, outreach + "/attempts", tried).status());
        stage.telling().say("Nobody hears from %s; his counselor and then the team are asked to look.", hugo.name());
    }

    /** After four weeks his answers are what they were in the beginning. */
    void seesThatFaridIsNotOnTrack() {
        claims.expect("whoever does not get better as expected is somebody's task", 1, notOnTrack());
    }

    /** They are better by now, and so is where Amina's goals go. */
    void seesThatFaridIsBackAndAminaGoesOn() {
        stage.time().settle();
        claims.expect("and is none any more once they do", 0, notOnTrack());
        var amina = stage.cast().amina();
        var goals = api.must(
                        api.get(amina.account(), THERAPY, "/episodes/" + amina.episode() + "/goals/in-plain-words"))
                .body()
                .path("goals");
        long better = 0;
        for (var goal : goals) {
            boolean servedByHerPlan = List.of("MAINTAINING_ABSTINENCE", "STRUCTURE_AND_SELF_DISCIPLINE")
                    .contains(goal.path("goal").asText());
            better += servedByHerPlan && goal.path("direction").asText().equals("BETTER") ? 1 : 0;
        }
        claims.expect("Amina reads that what her plan works on goes better", 2L, better);
    }

    private int notOnTrack() {
        var farid = stage.cast().farid();
        return api.must(api.get("carl", THERAPY, "/tasks?kind=not-on-track&status=OPEN&patient=" + farid.id()))
                .body()
                .path("items")
                .size();
    }

    /** Amina's own plan, and the draft of what Carl will say of her stay. */
    void preparesToLeave() {
        var amina = stage.cast().amina();
        var of = "/episodes/" + amina.episode();
        api.must(api.put(
                amina.account(),
                THERAPY,
                of + "/relapse-plan",
                Map.of(
                        "earlySigns",
                        List.of("I stop calling. " + Cast.CANARY),
                        "triggers",
                        List.of("STRESS"),
                        "triggersInMyWords",
                        List.of(),
                        "whatHelpsMe",
                        List.of("The dog."),
                        "peopleToCall",
                        List.of("Rosa"),
                        "afterALapse",
                        List.of("I call Rosa.")),
                null));
        var summary = of + "/discharge-summary";
        claims.expect("a summary asks for what she answered in the beginning", List.of("PHQ-9"), missing(summary));
        new Measures(stage).last(amina);
        claims.expect("until she has answered it once more", List.of(), missing(summary));
        var begun = api.must(api.get("carl", THERAPY, summary));
        api.must(api.put(
                "carl",
                THERAPY,
                summary,
                Map.of(
                        "courseOfTreatment",
                        "Thirteen weeks of evenings. " + Cast.CANARY,
                        "conditionAtDischarge",
                        "Sober, at work.",
                        "reasons",
                        "The goals are met.",
                        "recommendations",
                        "Weekly therapy, and the Monday meeting.",
                        "recommendedLevel",
                        "1",
                        "nextSteps",
                        List.of("TWELVE_STEP_MEETING")),
                begun.etag()));
        claims.expect(
                "a summary of somebody who is still here is not signed",
                "signed-once-they-left",
                sign(summary).rule());
    }

    /** It is signed once she has left, and aftercare knows what of it goes on. */
    void handsOver() {
        var amina = stage.cast().amina();
        api.must(sign("/episodes/" + amina.episode() + "/discharge-summary"));
        stage.time().settle();
        var handedOver = api.must(api.get("carl", AFTERCARE, "/plans/" + amina.plan() + "/hand-off"))
                .body();
        claims.expect(
                "aftercare knows in codes what she leaves with",
                List.of("STRESS", "TWELVE_STEP_MEETING"),
                List.of(
                        handedOver.at("/triggers/0").asText(),
                        handedOver.at("/recommended/0").asText()));
    }

    private List<String> missing(String summary) {
        var missing = new ArrayList<String>();
        api.must(api.get("carl", THERAPY, summary))
                .body()
                .at("/facts/measuresMissing")
                .forEach(one -> missing.add(one.asText()));
        return missing;
    }

    private Api.Answer sign(String summary) {
        return api.postSeen(
                "carl",
                THERAPY,
                summary + "/signature",
                api.must(api.get("carl", THERAPY, summary)).etag());
    }
}
