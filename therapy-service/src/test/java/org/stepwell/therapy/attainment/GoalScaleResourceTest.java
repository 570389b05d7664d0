package org.stepwell.therapy.attainment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.stepwell.therapy.Riverside.API;
import static org.stepwell.therapy.Riverside.aClinician;
import static org.stepwell.therapy.Riverside.aPatientOf;
import static org.stepwell.therapy.Riverside.anId;
import static org.stepwell.therapy.Riverside.clinician;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.stepwell.contracts.id.StaffId;
import org.stepwell.platform.clinic.ClinicContext;
import org.stepwell.platform.database.Sql;
import org.stepwell.platform.testing.Person;
import org.stepwell.platform.testing.StepwellTestResource;
import org.stepwell.therapy.Riverside.InCare;

/** Scales are agreed on, rated, and read by the patient too. */
@QuarkusTest
@QuarkusTestResource(StepwellTestResource.class)
class GoalScaleResourceTest {

    private static final Map<String, Object> EVENINGS = Map.of(
            "goal",
            "Evenings at home",
            "muchLess",
            "none in a week",
            "less",
            "one or two",
            "expected",
            "three or four",
            "more",
            "five or six",
            "muchMore",
            "each evening");

    @Inject
    Sql sql;

    StaffId dora;
    InCare ada;

    @BeforeEach
    void aPatient() {
        dora = aClinician();
        ada = aPatientOf(dora);
    }

    @Test
    void aScaleIsAgreedOnChangedAndRatedAndThePatientReadsHowFarTheyCame() {
        String scale = agree(Map.of("says", EVENINGS)).statusCode(201).extract().path("id");
        change(scale, "\"0\"", Map.of("says", EVENINGS, "weight", 4))
                .statusCode(200)
                .header("ETag", equalTo("\"1\""))
                .body("weight", equalTo(4), "baseline", equalTo("LESS_THAN_EXPECTED"));
        change(scale, "\"0\"", Map.of("says", EVENINGS)).statusCode(412);
        rate(scale, Map.of("level", "MORE_THAN_EXPECTED"))
                .statusCode(200)
                .body("ratings.level", contains("MORE_THAN_EXPECTED"));
        change(scale, "*", Map.of("says", EVENINGS)).statusCode(409).body("type", endsWith("/scale-is-rated"));

        Person.at("patient")
                .who(ada.patient())
                .asks()
                .get(path())
                .then()
                .statusCode(200)
                .body("scales.says.expected", contains("three or four"))
                .body("scores", hasSize(1))
                .body("scores[0].tScore", equalTo(60f), "scores[0].sinceBegun", equalTo(20f));
    }

    @Test
    void whatAScaleSaysIsSealed() {
        agree(Map.of("says", EVENINGS)).statusCode(201);

        var stored = ClinicContext.in(
                new ClinicContext.Work(Person.RIVERSIDE, "service:test", null),
                () -> QuarkusTransaction.requiringNew()
                        .call(() -> sql.list(
                                "select content from goal_scale where episode_id = ?",
                                row -> row.getString(1),
                                ada.episode().value())));

        assertThat(stored).singleElement().asString().doesNotContain("vening", "week");
    }

    @Test
    void moreThanSixScalesAreTooManyUntilOneIsGivenUp() {
        String scale = "";
        for (int n = 0; n < 6; n++) {
            scale = agree(Map.of("says", EVENINGS)).statusCode(201).extract().path("id");
        }
        agree(Map.of("says", EVENINGS)).statusCode(409).body("type", endsWith("/few-scales"));
        end(scale).statusCode(200).body("endedOn", notNullValue());
        end(scale).statusCode(409).body("type", endsWith("/scale-was-ended"));

        agree(Map.of("says", EVENINGS)).statusCode(201);
    }

    @Test
    void ofManyAtOnceSixAreAgreedOn() {
        var answers = IntStream.range(0, 12)
                .parallel()
                .mapToObj(_ -> agree(Map.of("says", EVENINGS)).extract().statusCode())
                .collect(Collectors.groupingBy(status -> status, Collectors.counting()));

        assertThat(answers).isEqualTo(Map.of(201, 6L, 409, 6L));
    }

    @Test
    void whatIsMissingOrImpossibleIsPointedAt() {
        agree(Map.of()).statusCode(400).body("errors.pointer", contains("/says"));
        agree(Map.of("says", with(EVENINGS, "more", " ")))
                .statusCode(400)
                .body("errors.pointer", contains("/says/more"));
        agree(Map.of("says", EVENINGS, "weight", 10)).statusCode(400).body("errors.pointer", contains("/weight"));
        agree(Map.of("says", EVENINGS, "baseline", "AS_EXPECTED"))
                .statusCode(400)
                .body("type", endsWith("/baseline-is-below-expected"))
                .body("errors.pointer", contains("/baseline"));
        String scale = agree(Map.of("says", EVENINGS)).statusCode(201).extract().path("id");
        rate(scale, Map.of("level", "AS_EXPECTED", "date", "1899-01-01"))
                .statusCode(400)
                .body("errors.pointer", contains("/date"));
        rate(scale, Map.of("level", "WONDERFUL")).statusCode(400).body("errors.pointer", contains("/level"));
        rate(anId().toString(), Map.of("level", "AS_EXPECTED")).statusCode(404);
        change(scale, null, Map.of("says", EVENINGS)).statusCode(428);
    }

    private ValidatableResponse agree(Map<String, Object> form) {
        return clinician(dora).asks().body(form).post(path()).then();
    }

    private ValidatableResponse change(String scale, @Nullable String version, Map<String, Object> form) {
        var asks = clinician(dora).asks().body(form);
        return (version == null ? asks : asks.header("If-Match", version))
                .put(path() + "/" + scale)
                .then();
    }

    private ValidatableResponse rate(String scale, Map<String, Object> form) {
        return clinician(dora)
                .asks()
                .body(form)
                .post(path() + "/" + scale + "/ratings")
                .then();
    }

    private ValidatableResponse end(String scale) {
        return clinician(dora).asks().post(path() + "/" + scale + "/end").then();
    }

    private String path() {
        return API + "/episodes/" + ada.episode() + "/goal-scales";
    }

    private static Map<String, Object> with(Map<String, Object> form, String field, Object value) {
        var changed = new HashMap<>(form);
        changed.put(field, value);
        return changed;
    }
}
