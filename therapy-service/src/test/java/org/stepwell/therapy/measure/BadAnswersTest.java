package org.stepwell.therapy.measure;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.stepwell.therapy.Riverside.aPatientOf;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stepwell.platform.testing.StepwellTestResource;

@QuarkusTest
@QuarkusTestResource(StepwellTestResource.class)
class BadAnswersTest extends QuestionnaireOfAda {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            1:0, 2:4            | /answers/1 | not 4
            1:0, 11:1           | /answers/1 | has no item 11
            1:0, 2:1, 1:1       | /answers/2 | twice
            """)
    void anAnswerTheQuestionnaireDoesNotHaveIsPointedAt(String given, String pointer, String advice) {
        var answers = Pattern.compile("(\\d+):(\\d+)")
                .matcher(given)
                .results()
                .<Map<String, Object>>map(
                        pair -> Map.of("item", pair.group(1), "value", Integer.parseInt(pair.group(2))))
                .toList();

        take(answers)
                .statusCode(400)
                .body("type", endsWith("/problems/invalid-request"))
                .body("errors[0].pointer", equalTo(pointer))
                .body("errors[0].detail", containsString(advice));

        list("").body("items", hasSize(0));
    }

    @Test
    void anAnswerWithoutAValueIsNoZero() {
        take(List.of(Map.of("item", "1"))).statusCode(400).body("errors[0].pointer", equalTo("/answers/0/value"));
    }

    @Test
    void aQuestionnaireThatIsTakenWholeSaysWhatIsMissing() {
        post(Map.of("instrument", "C-SSRS", "answers", List.of(Map.of("item", "1", "value", 1))))
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/answers"))
                .body("errors[0].detail", containsString("ask 2, 3, 4, 5, 6, 6b too"));
    }

    @Test
    void whereATotalIsReadByGroupTheGroupIsSaid() {
        var answers = List.of(
                Map.of("item", "1", "value", 1), Map.of("item", "2", "value", 1), Map.of("item", "3", "value", 1));
        post(Map.of("instrument", "AUDIT-C", "answers", answers))
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/group"))
                .body("errors[0].detail", containsString("WOMEN, MEN"));
        post(Map.of("group", "WOMEN")).statusCode(400).body("errors[0].pointer", equalTo("/group"));
        post(Map.of("instrument", "AUDIT-C", "group", "WOMEN", "answers", answers))
                .statusCode(201)
                .body("total", equalTo(3))
                .body("band", equalTo("POSITIVE"))
                .body("group", equalTo("WOMEN"));
    }

    @Test
    void anUnknownInstrumentAFutureTimeAndAnothersEpisodeAreRefused() {
        post(Map.of("instrument", "PHQ-8"))
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/instrument"))
                .body("detail", containsString("PHQ-9"));
        post(Map.of("takenAt", Instant.now().plus(Duration.ofDays(400)).toString()))
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/takenAt"));
        post(Map.of("episode", aPatientOf().episode().toString()))
                .statusCode(409)
                .body("type", endsWith("/problems/episode-is-the-patients"));
    }
}
