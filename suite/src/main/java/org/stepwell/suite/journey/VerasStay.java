package org.stepwell.suite.journey;

import static org.stepwell.suite.journey.Stage.ENROLLMENT;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Vera is in another program of four weeks: asked twice at intake, in the evening and then in the morning, longer than meant. */
final class VerasStay {

    private static final int PROGRAM_DAYS = 28;
    private static final List<String> FORMS = List.of("PRIVACY_NOTICE", "PROGRAM_RULES", "FINANCIAL_AGREEMENT");

    private final Stage stage;
    private final Api api;
    private final Claims claims;
    private final Cast.Patient vera;

    VerasStay(Stage stage) {
        this.stage = stage;
        this.api = stage.api();
        this.claims = stage.claims();
        this.vera = stage.cast().vera();
    }

    /** From the first call to the first day, which is everybody's. */
    void begins() {
        stage.telling().chapter("Four weeks for Vera");
        var admissions = new Admissions(stage);
        vera.registeredAs(api.must(api.post("ivy", ENROLLMENT, "/patients", Cast.somebody(vera.name())))
                .id());
        admissions.diagnose(vera);
        endsNoVisitWithoutTheScreener(admissions);
        signsThePacket();
        var tracks = List.of(
                Map.of("code", "evening", "name", "Evening, 6 to 9"),
                Map.of("code", "morning", "name", "Morning, 9 to 12"));
        vera.waitsAs(waits(program("Four weeks", "LEVEL_2_1", tracks), "evening"));
        api.must(admissions.admit(vera));
        stage.time().settle();
    }

    private void endsNoVisitWithoutTheScreener(Admissions admissions) {
        measured("PHQ-9", Map.of("1", 2, "2", 2, "3", 1, "4", 1, "5", 1, "6", 1, "7", 1, "8", 1, "9", 1));
        claims.expect(
                "whoever thinks of harming themselves is asked more, before a visit ends",
                "suicide-screener-due",
                admissions.visit(vera, List.of()).rule());
        var screener = measured("C-SSRS", Map.of("1", 1, "2", 0, "6", 0));
        claims.expect(
                "the screener says how high the risk is",
                "LOW",
                screener.path("band").asText());
        var screening = admissions.screen(vera, List.of());
        var decided = api.must(
                api.post("carl", ENROLLMENT, "/screenings/" + screening.id() + "/level", Map.of("level", "2.1")));
        claims.expect(
                "and a clinician decides the level, whatever is suggested",
                "2.1",
                decided.body().at("/decided/level").asText());
    }

    private JsonNode measured(String instrument, Map<String, Integer> answers) {
        var said = answers.entrySet().stream()
                .map(answer -> Map.of("item", answer.getKey(), "value", answer.getValue()))
                .toList();
        return api.must(api.post(
                        "ivy",
                        ENROLLMENT,
                        "/patients/" + vera.id() + "/measures",
                        Map.of("instrument", instrument, "answers", said)))
                .body();
    }

    private void signsThePacket() {
        FORMS.forEach(kind -> api.must(api.post(
                "ada",
                ENROLLMENT,
                "/form-texts",
                Map.of("kind", kind, "text", "What is said here stays here.", "signAgain", false))));
        claims.expect("four forms are to be signed by whoever comes", 4L, missing());
        for (var text : api.must(api.get("ivy", ENROLLMENT, "/form-texts")).body()) {
            signs(text.path("kind").asText(), text.path("version").asText());
        }
        claims.expect("each in the version that is in use", 0L, missing());
    }

    private void signs(String kind, String version) {
        var signature =
                Map.of("signer", vera.fullName(), "relationship", "SELF", "method", "PAPER", "statements", version);
        api.must(api.post(
                "ivy",
                ENROLLMENT,
                "/patients/" + vera.id() + "/consents",
                Map.of("kind", kind, "signature", signature)));
    }

    private long missing() {
        return api.must(api.get("ivy", ENROLLMENT, "/patients/" + vera.id() + "/admission-packet"))
                .body()
                .valueStream()
                .filter(form -> form.path("state").asText().equals("MISSING"))
                .count();
    }

    private String program(String name, String level, List<Map<String, String>> tracks) {
        return api.must(api.post(
                        "ada",
                        ENROLLMENT,
                        "/programs",
                        Map.of(
                                "name",
                                name + " " + UUID.randomUUID(),
                                "level",
                                level,
                                "lengthDays",
                                PROGRAM_DAYS,
                                "ruleSet",
                                "iop-standard",
                                "tracks",
                                new ArrayList<>(tracks))))
                .id();
    }

    private String waits(String program, String track) {
        return api.must(api.post(
                        "ivy",
                        ENROLLMENT,
                        "/patients/" + vera.id() + "/episodes",
                        Map.of("program", program, "track", track)))
                .id();
    }

    /** Her four weeks are over, and nothing ends by itself. */
    void goesOn() {
        claims.expect(
                "on the last day that was meant, Carl is asked whether it goes on",
                true,
                api.must(api.get("carl", ENROLLMENT, "/tasks?kind=stay-review&patient=" + vera.id()))
                        .body()
                        .findValuesAsText("status")
                        .contains("OPEN"));
        var longer = stage.firstDay().plusDays(2 * PROGRAM_DAYS);
        var reviewed = verb("stay-review", Map.of("targetEnd", longer.toString(), "reason", "GOALS_NOT_MET"));
        claims.expect(
                "it goes on, because nothing ends by itself",
                "ADMITTED " + longer,
                reviewed.path("status").asText() + " "
                        + reviewed.path("targetEnd").asText());
        var morning = api.must(api.post(
                        "ivy",
                        ENROLLMENT,
                        "/episodes/" + vera.episode() + "/track-change",
                        Map.of(
                                "track",
                                "morning",
                                "from",
                                stage.day().plusDays(1).toString())))
                .body();
        claims.expect(
                "from the evening into the morning",
                "morning",
                morning.path("track").asText());
        stage.time().settle();
    }

    /** She needs more than this level, which the clinic gives; on which day it ended is corrected afterwards. */
    void leaves() {
        var day = program("Day program", "LEVEL_2_5", List.of(Map.of("code", "day", "name", "Day, 9 to 3")));
        var changed = verb(
                "level-change",
                Map.of(
                        "level", "LEVEL_2_5",
                        "lastDay", stage.day().toString(),
                        "next", Map.of("program", day, "track", "day")));
        claims.expect(
                "another level ends this episode and opens the next",
                "DISCHARGED WAITING",
                changed.at("/ended/status").asText() + " "
                        + changed.at("/opened/status").asText());
        var corrected = api.must(api.put(
                "carl",
                ENROLLMENT,
                "/episodes/" + vera.episode() + "/discharge",
                Map.of(
                        "lastDay", stage.day().minusDays(1).toString(),
                        "reason", "TRANSFER_OTHER",
                        "because", "ENTERED_WRONGLY"),
                "*"));
        claims.expect(
                "her last day is corrected, and what was said before is kept",
                stage.day().minusDays(1) + " " + stage.day(),
                corrected.body().path("lastDay").asText() + " " + saidBefore());
        api.must(api.post(
                "ivy", ENROLLMENT, "/episodes/" + changed.at("/opened/id").asText() + "/withdrawal", Map.of()));
        stage.time().settle();
    }

    private String saidBefore() {
        return api.must(api.get("carl", ENROLLMENT, "/episodes/" + vera.episode() + "/discharge/corrections"))
                .body()
                .at("/0/lastDay")
                .asText();
    }

    private JsonNode verb(String verb, Map<String, ?> said) {
        return api.must(api.post("carl", ENROLLMENT, "/episodes/" + vera.episode() + "/" + verb, said))
                .body();
    }
}
