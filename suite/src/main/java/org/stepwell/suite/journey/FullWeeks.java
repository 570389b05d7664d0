package org.stepwell.suite.journey;

import static org.stepwell.suite.journey.Stage.SCHEDULING;

import java.time.LocalTime;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The twelve full weeks of everybody who finishes, held against the program's rule set. */
final class FullWeeks {

    private static final int WEEKS = 12;
    private static final String MET = "MET";
    private static final String NOT_MET = "NOT_MET";

    private final Stage stage;

    FullWeeks(Stage stage) {
        this.stage = stage;
    }

    void play() {
        stage.passUntil(stage.firstDay().plusDays(90), LocalTime.of(9, 0));
        for (var patient : stage.cast().finishers()) {
            stage.claims().expect("the weeks of " + patient.name(), expected(patient), verdicts(patient));
        }
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

    private List<String> verdicts(Cast.Patient patient) {
        return IntStream.range(0, WEEKS)
                .mapToObj(week -> verdict(patient, week))
                .toList();
    }

    private String verdict(Cast.Patient patient, int week) {
        var monday = stage.firstDay().plusDays(7L * week);
        var api = stage.api();
        return api.must(api.get("carl", SCHEDULING, "/patients/%s/weeks/%s".formatted(patient.id(), monday)))
                .body()
                .path("verdict")
                .asText();
    }
}
