package org.stepwell.therapy.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
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
import java.util.List;
import org.junit.jupiter.api.Test;
import org.stepwell.platform.testing.Broker;
import org.stepwell.platform.testing.Person;
import org.stepwell.platform.testing.StepwellTestResource;

@QuarkusTest
@QuarkusTestResource(StepwellTestResource.class)
class MeasureResourceTest extends QuestionnaireOfAda {

    @Test
    void aQuestionnaireIsScoredAndTold() {
        var location = take(answers(2, 1, 2, 1, 1, 1, 1, 1, 0))
                .statusCode(201)
                .body("total", equalTo(10))
                .body("band", equalTo("MODERATE"))
                .body("instrumentVersion", equalTo("1"))
                .body("saidBy", equalTo("STAFF"))
                .body("alerts", hasSize(0))
                .extract()
                .header("Location");

        clinician(dora).asks().get(location).then().statusCode(200).body("total", equalTo(10));
        await("measure-scored")
                .untilAsserted(() -> assertThat(Broker.said("stepwell.finding", "therapy:" + ada.patient()))
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
                .body("missing", equalTo(List.of("7", "8", "9")));
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
    void onlyTheCareTeamAndThePatientMeasure() {
        var body = form(answers(1, 1, 1, 1, 1, 1, 1, 1, 0));

        clinician(aClinician()).asks().body(body).post(path()).then().statusCode(403);
        Person.at("intake").asks().body(body).post(path()).then().statusCode(403);
        Person.at("patient")
                .who(aPatientOf().patient())
                .asks()
                .body(body)
                .post(path())
                .then()
                .statusCode(404);
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
}
