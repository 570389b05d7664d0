package org.stepwell.suite.journey;

import static org.stepwell.suite.journey.Stage.ENROLLMENT;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** What the state and the clinic's own people want to know: who came, who left, and what has changed for them. */
final class Reporting {

    private static final int DAYS_OF_USE = 20;
    private static final Map<String, Integer> AT_ADMISSION = Map.of(
            "EMPLOY", 3, "LIVARAG", 1, "ARRESTS", 1, "SUB1", 2, "ROUTE1", 1, "FREQ1", DAYS_OF_USE, "FRSTUSE1", 16);
    private static final Map<String, Integer> AT_DISCHARGE =
            Map.of("EMPLOY_D", 1, "LIVARAG_D", 3, "ARRESTS_D", 0, "SUB1_D", 2, "FREQ1_D", 0);

    private final Stage stage;
    private final Api api;
    private final Claims claims;
    private String agreement = "";

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
        toTheState();
        inTheStatesCodes();
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
                "and who was in care on each day",
                13,
                figures("census").path("people").asInt());
    }

    /** The first line about the story's program. */
    private JsonNode figures(String which) {
        return api.must(api.get(
                        "ada",
                        ENROLLMENT,
                        "/figures/" + which + "?audience=CLINIC&from=" + stage.firstDay() + "&to=" + stage.day()))
                .body()
                .path("items")
                .valueStream()
                .filter(line -> line.path("program").asText().equals(stage.program()))
                .findFirst()
                .orElseThrow();
    }

    private void toTheState() {
        agreement = agreedWithTheState();
        var line = extract("DISCHARGE", "PUBLIC_USE", "JSON_LINES");
        claims.expect(
                "who left goes to the state in public-use codes, a line of each",
                6,
                line.body().path("SERVICES_D").asInt());
        stage.time().settle();
        var amina = stage.cast().amina();
        claims.expect(
                "and Amina's ledger says so",
                true,
                api.must(api.get(amina.account(), ENROLLMENT, "/patients/" + amina.id() + "/disclosures"))
                        .body()
                        .findValuesAsText("basis")
                        .contains("AUDIT_AND_EVALUATION"));
    }

    /** The state asks for more than bands, and is given it as a spreadsheet. */
    private void inTheStatesCodes() {
        var lines = extract("ADMISSION", "STATE", "CSV").body().asText().split("\r\n");
        var columns = List.of(lines[0].split(","));
        var amina = Arrays.stream(lines)
                .filter(line -> line.startsWith(stage.cast().amina().id()))
                .findFirst()
                .orElseThrow()
                .split(",");
        claims.expect(
                "who came goes to the state in its own codes: use by the week, and the age at first use in years",
                "04 16",
                amina[columns.indexOf("FREQ1")] + " " + amina[columns.indexOf("FRSTUSE1")]);
    }

    private Api.Answer extract(String moment, String codes, String format) {
        return api.must(api.postWithSecondFactor(
                "paul",
                ENROLLMENT,
                "/teds/extracts",
                Map.of(
                        "moment",
                        moment,
                        "from",
                        stage.firstDay().toString(),
                        "to",
                        stage.day().toString(),
                        "authority",
                        agreement,
                        "codes",
                        codes,
                        "format",
                        format)));
    }

    /** What audit and evaluation rests on (2.53). */
    private String agreedWithTheState() {
        var terms = Map.of(
                "categories", List.of("PRESENCE", "ASSESSMENT", "DEMOGRAPHICS", "DISCHARGE_SUMMARY"),
                "disclosesNothingFurther", true,
                "copies", true,
                "copiesAreKeptSecureAndDestroyed", true);
        return api.must(api.postWithSecondFactor(
                        "paul",
                        ENROLLMENT,
                        "/authorities",
                        Map.of(
                                "kind",
                                "AUDIT_AND_EVALUATION",
                                "party",
                                "State office",
                                "reference",
                                "TEDS",
                                "firstDay",
                                stage.today().toString(),
                                "lastDay",
                                stage.today().plusYears(1).toString(),
                                "terms",
                                terms)))
                .id();
    }

    private JsonNode outcome(String which) {
        var found = api.must(api.get(
                "ada",
                ENROLLMENT,
                "/figures/outcomes?audience=CLINIC&from=" + stage.firstDay() + "&to=" + stage.day()));
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
