package org.stepwell.suite.journey;

import static org.stepwell.suite.journey.Stage.ENROLLMENT;

import java.util.Map;

/** What stands in the office of whoever runs the program: diagnoses, the board, the papers, and what somebody complains of. */
final class Papers {

    private final Stage stage;
    private final Api api;
    private final Claims claims;
    private final Cast.Patient amina;

    Papers(Stage stage) {
        this.stage = stage;
        this.api = stage.api();
        this.claims = stage.claims();
        this.amina = stage.cast().amina();
    }

    void play() {
        stage.telling().chapter("In the office");
        sheIsDiagnosed();
        theBoardAndTheRules();
        herFaceSheet();
        sheComplains();
    }

    private void sheIsDiagnosed() {
        var diagnoses = "/patients/" + amina.id() + "/diagnoses";
        claims.expect(
                "Amina's diagnosis stands in the codes of ICD-10-CM",
                "F10.20",
                api.must(api.get("carl", ENROLLMENT, diagnoses))
                        .body()
                        .at("/items/0/code")
                        .asText());
    }

    private void theBoardAndTheRules() {
        var board = api.must(api.get("ivy", ENROLLMENT, "/programs/capacity")).body();
        claims.expect("the board has a line for each track that is offered", tracksOffered(), board.size());
        var rules = api.must(api.get("ivy", ENROLLMENT, "/rule-sets")).body();
        claims.expect(
                "each rule set that comes with us says where it comes from",
                rules.findValues("ruleSet").size(),
                rules.findValuesAsText("source").stream()
                        .filter(source -> !source.isBlank())
                        .toList()
                        .size());
    }

    private int tracksOffered() {
        int tracks = 0;
        for (var program : api.must(api.get("ivy", ENROLLMENT, "/programs?limit=200"))
                .body()
                .path("items")) {
            tracks += program.hasNonNull("endedAt") ? 0 : program.path("tracks").size();
        }
        return tracks;
    }

    private void herFaceSheet() {
        var sheet = "/patients/" + amina.id() + "/face-sheet";
        claims.expect(
                "her face sheet is printed by those who sign in once more",
                "401 200",
                api.get("ivy", ENROLLMENT, sheet).status() + " "
                        + api.getWithSecondFactor("ivy", ENROLLMENT, sheet).status());
    }

    private void sheComplains() {
        api.must(api.post(
                "ivy",
                ENROLLMENT,
                "/patients/" + amina.id() + "/rights-requests",
                Map.of("right", "COMPLAINT", "words", "Nobody called me back. " + Cast.CANARY)));
        claims.expect(
                "what she complains of is a task with a day",
                true,
                api.must(api.get("paul", ENROLLMENT, "/tasks?patient=" + amina.id()))
                        .body()
                        .findValuesAsText("kind")
                        .contains("rights-request"));
    }
}
