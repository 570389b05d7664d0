package org.stepwell.suite.journey;

import static org.stepwell.suite.journey.Stage.SCHEDULING;

import java.time.LocalTime;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The twelve full weeks of everybody who finishes, held against the program's rule set, and Amina's against her plan's. */
final class FullWeeks {

    private static final int WEEKS = 12;
    private static final String PROGRAM = "PROGRAM";
    private static final String PAYER = "PAYER";
    private static final String MET = "MET";
    private static final String NOT_MET = "NOT_MET";

    private final Stage stage;

    FullWeeks(Stage stage) {
        this.stage = stage;
    }

    void play() {
        stage.passUntil(stage.firstDay().plusDays(90), LocalTime.of(9, 0));
        for (var patient : stage.cast().finishers()) {
            stage.claims().expect("the weeks of " + patient.name(), expected(patient), verdicts(patient, PROGRAM));
        }
        var amina = stage.cast().amina();
        stage.claims()
                .expect(
                        "and Amina's as her plan holds them, to which an evening of less than three hours is no day",
                        expected(amina),
                        verdicts(amina, PAYER));
    }

    private List<String> expected(Cast.Patient patient) {
        var cast = stage.cast();
        if (patient == cast.amina()) {
            return thenMet(NOT_MET); // ten minutes short of nine hours
        }
        if (patient == cast.dmitri()) {
            return thenMet(MET, NOT_MET); // an excused evening is no treatment time
        }
        if (patient == cast.nora()) {
            return thenMet("NOT_APPLICABLE", NOT_MET, NOT_MET, NOT_MET); // away, then without a seat until a Friday
        }
        return thenMet();
    }

    private static List<String> thenMet(String... first) {
        return Stream.concat(Stream.of(first), Collections.nCopies(WEEKS, MET).stream())
                .limit(WEEKS)
                .toList();
    }

    private List<String> verdicts(Cast.Patient patient, String rulesOf) {
        return IntStream.range(0, WEEKS)
                .mapToObj(week -> verdict(patient, week, rulesOf))
                .toList();
    }

    private String verdict(Cast.Patient patient, int week, String rulesOf) {
        var monday = stage.firstDay().plusDays(7L * week);
        var api = stage.api();
        var standings = api.must(api.get("carl", SCHEDULING, "/patients/%s/weeks/%s".formatted(patient.id(), monday)))
                .body()
                .path("ruleSets");
        return StreamSupport.stream(standings.spliterator(), false)
                .filter(standing -> standing.path("rulesOf").asText().equals(rulesOf))
                .map(standing -> standing.path("verdict").asText())
                .findFirst()
                .orElse("none");
    }
}
