package org.stepwell.therapy.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.stepwell.therapy.Riverside.API;
import static org.stepwell.therapy.Riverside.aClinician;
import static org.stepwell.therapy.Riverside.aPatientOf;
import static org.stepwell.therapy.Riverside.anId;
import static org.stepwell.therapy.Riverside.clinician;
import static org.stepwell.therapy.Riverside.supervisor;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stepwell.contracts.id.StaffId;
import org.stepwell.platform.testing.Broker;
import org.stepwell.platform.testing.Person;
import org.stepwell.platform.testing.StepwellTestResource;
import org.stepwell.therapy.Riverside.InCare;

@QuarkusTest
@QuarkusTestResource(StepwellTestResource.class)
class MeasureResourceTest {

    private StaffId dora;
    private InCare ada;

    @BeforeEach
    void aPatient() {
        dora = aClinician();
        ada = aPatientOf(dora);
    }

    @Test
    void aQuestionnaireIsScoredAndTold() {
        var location = take(answers(2, 1, 2, 1, 1, 1, 1, 1, 0))
                .statusCode(201)
                .body("total", equalTo(10))
                .body("band", equalTo("MODERATE"))
                .body("instrumentVersion", equalTo("1"))
                .body("alerts", hasSize(0))
                .extract()
                .header("Location");

        clinician(dora).asks().get(location).then().statusCode(200).body("total", equalTo(10));
        await("measure-scored")
                .untilAsserted(() -> assertThat(Broker.said("stepwell.therapy", ada.patient()))
                        .singleElement()
                        .asString()
                        .startsWith("measure-scored.v1")
                        .contains(
                                "\"total\":10",
                                "\"band\":\"MODERATE\"",
                                ada.episode().toString()));
    }

    @Test
    void twoMissingAnswersAreProratedAndThreeGiveNoTotal() {
        take(answers(1, 1, 1, 1, 1, 1, 1))
                .statusCode(201)
                .body("total", equalTo(9))
                .body("prorated", equalTo(true));
        take(answers(1, 1, 1, 1, 1, 1))
                .statusCode(201)
                .body("total", nullValue())
                .body("band", nullValue())
                .body("missing", equalTo(List.of(7, 8, 9)));
    }

    @Test
    void measuresAreListedNewestLastInPages() {
        take(answers(0, 0, 0, 0, 0, 0, 0, 0, 0));
        take(answers(3, 3, 3, 3, 3, 3, 3, 3, 0));

        var first = list("?limit=1").body("items[0].total", equalTo(0)).extract();
        list("?limit=1&after=" + first.path("after"))
                .body("items[0].total", equalTo(24))
                .body("after", nullValue());
        Person.at("patient")
                .who(ada.patient())
                .asks()
                .get(path())
                .then()
                .statusCode(200)
                .body("items", hasSize(2));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            1:0, 2:4            | /answers/1 | not 4
            1:0, 11:1           | /answers/1 | has no item 11
            1:0, 2:1, 1:1       | /answers/2 | twice
            """)
    void anAnswerTheQuestionnaireDoesNotHaveIsPointedAt(String given, String pointer, String advice) {
        var answers = java.util.Arrays.stream(given.split(", "))
                .map(pair -> Map.of(
                        "item", Integer.parseInt(pair.split(":")[0]), "value", Integer.parseInt(pair.split(":")[1])))
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
        take(List.of(Map.of("item", 1))).statusCode(400).body("errors[0].pointer", equalTo("/answers/0/value"));
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

    @Test
    void aRepeatedRequestIsOneMeasure() {
        var body = form(answers(1, 1, 1, 1, 1, 1, 1, 1, 1));
        var ids = java.util.stream.Stream.of(1, 2)
                .map(_ -> clinician(dora)
                        .asks()
                        .header("Idempotency-Key", "phq-" + ada.patient())
                        .body(body)
                        .post(path())
                        .then()
                        .statusCode(201)
                        .extract()
                        .<String>path("id"))
                .distinct()
                .toList();

        assertThat(ids).hasSize(1);
        list("").body("items", hasSize(1));
    }

    @Test
    void onlyTheCareTeamMeasures() {
        var body = form(answers(1, 1, 1, 1, 1, 1, 1, 1, 0));

        clinician(aClinician()).asks().body(body).post(path()).then().statusCode(403);
        Person.at("intake").asks().body(body).post(path()).then().statusCode(403);
        Person.at("patient")
                .who(ada.patient())
                .asks()
                .body(body)
                .post(path())
                .then()
                .statusCode(403);
        Person.of("supervisor", Person.HARBOR)
                .who(dora)
                .asks()
                .body(body)
                .post(path())
                .then()
                .statusCode(404);
        supervisor()
                .asks()
                .body(body)
                .post(API + "/patients/" + anId() + "/measures")
                .then()
                .statusCode(404);
        supervisor().asks().body(body).post(path()).then().statusCode(201);
    }

    private ValidatableResponse take(List<Map<String, Integer>> answers) {
        return clinician(dora).asks().body(form(answers)).post(path()).then();
    }

    private ValidatableResponse post(Map<String, Object> instead) {
        var body = new HashMap<>(form(answers(1, 1, 1, 1, 1, 1, 1, 1, 0)));
        body.putAll(instead);
        return clinician(dora).asks().body(body).post(path()).then();
    }

    private ValidatableResponse list(String query) {
        return clinician(dora).asks().get(path() + query).then().statusCode(200);
    }

    private Map<String, Object> form(List<Map<String, Integer>> answers) {
        return Map.of("episode", ada.episode().toString(), "instrument", "PHQ-9", "answers", answers);
    }

    private static List<Map<String, Integer>> answers(int... values) {
        return java.util.stream.IntStream.range(0, values.length)
                .mapToObj(i -> Map.of("item", i + 1, "value", values[i]))
                .toList();
    }

    private String path() {
        return API + "/patients/" + ada.patient() + "/measures";
    }
}
