package org.stepwell.suite.journey;

import static org.stepwell.suite.journey.Stage.ENROLLMENT;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** The lines that leave for the state, by an agreement with it. */
final class StateExtracts {

    private final Stage stage;
    private final Api api;
    private final Claims claims;
    private String agreement = "";

    StateExtracts(Stage stage) {
        this.stage = stage;
        this.api = stage.api();
        this.claims = stage.claims();
    }

    void play() {
        agreement = agreedWithTheState();
        inPublicUseCodes();
        inTheStatesCodes();
    }

    private void inPublicUseCodes() {
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
        var lines = extract("ADMISSION", "STATE", "CSV").body().asText().split("\r\n", -1);
        var columns = List.of(lines[0].split(",", -1));
        var amina = Arrays.stream(lines)
                .filter(line -> line.startsWith(stage.cast().amina().id()))
                .findFirst()
                .orElseThrow()
                .split(",", -1);
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
}
