package org.stepwell.suite.journey;

import static org.stepwell.suite.journey.Stage.ENROLLMENT;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.List;

/** What a patient's evenings come to as lines of a claim, from the first day until today. */
record ClaimLines(Stage stage, Cast.Patient patient) {

    JsonNode all() {
        var today = LocalDate.ofInstant(stage.time().now(), Cast.ZONE);
        return stage.api()
                .must(stage.api()
                        .get(
                                "ivy",
                                ENROLLMENT,
                                "/patients/" + patient.id() + "/claim-lines?from=" + stage.firstDay() + "&to=" + today))
                .body();
    }

    /** Every reason why any of them waits. */
    List<String> holds() {
        return all().path("items").findValues("holds").stream()
                .flatMap(JsonNode::valueStream)
                .map(JsonNode::asText)
                .distinct()
                .toList();
    }

    long count(String status) {
        return all().path("items").findValuesAsText("status").stream()
                .filter(status::equals)
                .count();
    }
}
