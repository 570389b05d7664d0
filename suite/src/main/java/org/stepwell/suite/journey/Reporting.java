package org.stepwell.suite.journey;

import static org.stepwell.suite.journey.Stage.ENROLLMENT;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/** What the state and the clinic's own people want to know: who came, who left, and what has changed for them. */
final class Reporting {

    private static final int DAYS_OF_USE = 20;
    private static final int MOST_OF_NINETY = 85;
    private static final Map<String, Integer> AT_ADMISSION = Map.of(
            "EMPLOY", 3, "LIVARAG", 1, "ARRESTS", 1, "SUB1", 2, "ROUTE1", 1, "FREQ1", DAYS_OF_USE, "FRSTUSE1", 16);
    private static final Map<String, Integer> AT_DISCHARGE =
            Map.of("EMPLOY_D", 1, "LIVARAG_D", 3, "ARRESTS_D", 0, "SUB1_D", 2, "FREQ1_D", 0);

    private final Stage stage;
    private final Api api;
    private final Claims claims;

    Reporting(Stage stage) {
        this.stage = stage;
        this.api = stage.api();
        this.claims = stage.claims();
    }

    /** Everybody is asked, on the first days. */
    void atAdmission() {
        var everybody = stage.cast().everybody();
        claims.expect("whoever is admitted is to be asked for the state's report", 13L, missing("ADMISSION"));
        claims.expect(
                "a second substance is another than the first",
                "/answers/SUB2",
                answers(stage.cast().amina(), "admission", Map.of("SUB1", 2, "SUB2", 2))
                        .body()
                        .at("/errors/0/pointer")
                        .asText());
        everybody.forEach(patient -> api.must(answers(patient, "admission", AT_ADMISSION)));
        claims.expect("and nobody is left out", 0L, missing("ADMISSION"));
    }

    /** Everybody who could be asked is asked again; what became of them is told in figures, and the state gets its lines. */
    void atDischarge() {
        stage.telling().chapter("What has changed");
        claims.expect("whoever left is to be asked once more", 13L, missing("DISCHARGE"));
        claims.expect(
                "about all that was asked before",
                true,
                answers(stage.cast().amina(), "discharge", Map.of("SUB1_D", 2))
                        .body()
                        .findValuesAsText("pointer")
                        .contains("/answers/EMPLOY_D"));
        stage.cast().finishers().forEach(patient -> api.must(answers(patient, "discharge", AT_DISCHARGE)));
        var hugo = api.must(api.put("sam", ENROLLMENT, teds(stage.cast().hugo(), "discharge"), Map.of(), null));
        claims.expect(
                "of Hugo, whom nobody could ask, the last that is known stands in",
                true,
                hugo.body().path("imputed").asBoolean());
        var outcome = outcome("STABLY_HOUSED");
        claims.expect(
                "of thirteen who came without a home of their own, twelve leave with one",
                "0.0 92.3",
                outcome.path("admissionPercent").asText() + " "
                        + outcome.path("dischargePercent").asText());
        inFigures();
        new StateExtracts(stage).play();
    }

    private void inFigures() {
        claims.expect(
                "twelve of thirteen completed the program",
                "12 of 13",
                figures("completion").path("completed").asText() + " of "
                        + figures("completion").path("people").asText());
        claims.expect(
                "how long people stayed and waited is told by track",
                "13 13",
                figures("stays").path("people").asText() + " "
                        + figures("waiting").path("people").asText());
        claims.expect(
                "half of them stayed through the ninety days",
                true,
                figures("stays").path("median").asDouble() >= MOST_OF_NINETY);
        claims.expect(
                "and who was in care on each day",
                13,
                figures("census").path("people").asInt());
        claims.expect(
                "whoever works with a spreadsheet gets the same lines as CSV",
                true,
                api.must(api.getCsv("ada", ENROLLMENT, path("completion")))
                        .body()
                        .asText()
                        .contains(stage.program() + ",evening,13,12,92.3"));
    }

    private String path(String figures) {
        return "/figures/" + figures + "?audience=CLINIC&from=" + stage.firstDay() + "&to=" + stage.day();
    }

    /** The first line about the story's program. */
    private JsonNode figures(String which) {
        return api.must(api.get("ada", ENROLLMENT, path(which)))
                .body()
                .path("items")
                .valueStream()
                .filter(line -> line.path("program").asText().equals(stage.program()))
                .findFirst()
                .orElseThrow();
    }

    private JsonNode outcome(String which) {
        var found = api.must(api.get("ada", ENROLLMENT, path("outcomes")));
        return found.body()
                .path("items")
                .valueStream()
                .filter(item -> item.path("outcome").asText().equals(which))
                .findFirst()
                .orElseThrow();
    }

    /** How many of the story's people lack a record. */
    private long missing(String moment) {
        var open =
                api.must(api.get("ivy", ENROLLMENT, "/teds/missing?limit=200")).body();
        return stage.cast().everybody().stream()
                .filter(patient -> open.path("items")
                        .valueStream()
                        .anyMatch(line -> line.path("episode").asText().equals(patient.episode())
                                && line.path("moment").asText().equals(moment)))
                .count();
    }

    private Api.Answer answers(Cast.Patient patient, String moment, Map<String, Integer> answers) {
        return api.put(
                moment.equals("admission") ? "ivy" : "sam",
                ENROLLMENT,
                teds(patient, moment),
                Map.of("answers", answers),
                null);
    }

    private static String teds(Cast.Patient patient, String moment) {
        return "/episodes/" + patient.episode() + "/teds/" + moment;
    }
}
