package org.stepwell.therapy.drugscreen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.stepwell.therapy.Riverside.aClinician;
import static org.stepwell.therapy.Riverside.aPatientOf;
import static org.stepwell.therapy.Riverside.anId;
import static org.stepwell.therapy.Riverside.clinician;
import static org.stepwell.therapy.Riverside.clockAt;
import static org.stepwell.therapy.Riverside.discharged;
import static org.stepwell.therapy.Riverside.supervisor;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.stepwell.platform.database.Sql;
import org.stepwell.platform.testing.MovedClock;
import org.stepwell.platform.testing.Person;
import org.stepwell.platform.testing.Statements;
import org.stepwell.platform.testing.StepwellTestResource;

/** A screen from its order to what was found, and who sees it when. */
@QuarkusTest
@QuarkusTestResource(StepwellTestResource.class)
class ScreenResourceTest extends ScreenCalls {

    @Inject
    Sql sql;

    @AfterEach
    void theClockGoesBack() {
        clockAt(Instant.now());
    }

    @Test
    void aScreenIsOrderedForTodayAndIsSomebodysTaskUntilItIsCollected() {
        var id = orders(clinician(dora), "{\"analytes\": [\"FENTANYL\"]}")
                .statusCode(201)
                .body("status", equalTo("ORDERED"))
                .body("panel", equalTo("65750-2"))
                .body("analytes", hasSize(6))
                .body("confirmation", equalTo("NONE"))
                .body("day", equalTo(today().toString()))
                .body("atRandom", equalTo(false))
                .body("notice", startsWith("For treatment only"))
                .extract()
                .<String>path("id");
        assertThat(tasks("drug-screen-collect", "OPEN").getList("items[0].roles"))
                .isEqualTo(List.of("CLINICIAN"));

        steps(clinician(dora), id, "collection", "{\"temperature\": 96}")
                .statusCode(200)
                .body("status", equalTo("COLLECTED"))
                .body("temperature", equalTo(96));

        assertThat(openTasks("drug-screen-collect")).isZero();
        assertThat(tasks("drug-screen-collect", "DONE").getList("items")).hasSize(1);
    }

    @Test
    void theUsualPanelLooksForMoreInWhoeverHasAnOpioidUseDisorder() {
        looksIntoThePdmp();
        ordered(film());

        orders(clinician(dora), "{}")
                .statusCode(201)
                .body("panel", equalTo("65750-2"))
                .body(
                        "analytes",
                        contains(
                                "AMPHETAMINES",
                                "CANNABINOIDS",
                                "COCAINE",
                                "OPIATES",
                                "PCP",
                                "BUPRENORPHINE",
                                "FENTANYL"));
        orders(clinician(dora), "{\"analytes\": [\"FENTANYL\"]}").body("analytes", hasSize(7));
        orders(clinician(dora), "{\"panel\": \"24349-3\"}").body("analytes", hasSize(5));
    }

    @Test
    void theCareTeamOrdersAndRecordsAndNobodyElse() {
        for (var who :
                List.of(patient(), clinician(aClinician()), Person.at("intake").who(dora))) {
            orders(who, "{}").statusCode(403);
        }
        orders(Person.of("supervisor", Person.HARBOR).who(dora), "{}").statusCode(404);
        var id = collected("FENTANYL");
        for (var who :
                List.of(patient(), clinician(aClinician()), Person.at("intake").who(dora))) {
            found(who, id, "PRESUMPTIVE", Map.of(), "FENTANYL").statusCode(403);
            steps(who, id, "refusal", "").statusCode(403);
        }
        reads(Person.at("patient").who(aPatientOf(dora).patient()), id).statusCode(404);
        reads(Person.at("intake").who(dora), id).statusCode(403);
        orders(prescriber(), "{}").statusCode(201);
    }

    @Test
    void whatIsNotInTheCatalogueIsPointedAt() {
        orders(clinician(dora), "{\"panel\": \"1-8\"}").statusCode(400).body("errors.pointer", contains("/panel"));
        orders(clinician(dora), "{\"analytes\": [\"OPIATES\", \"SUGAR\"]}")
                .statusCode(400)
                .body("type", endsWith("/screen-names-analytes"))
                .body("errors.pointer", contains("/analytes/1"));
        orders(clinician(dora), "{\"panel\": \"69739-1\"}")
                .statusCode(400)
                .body("errors.pointer", contains("/analytes"));
        orders(clinician(dora), "{\"confirmation\": \"MAYBE\"}").statusCode(400);
        lists(clinician(dora)).body("items", empty());
    }

    @Test
    void whatTheScreenMissesIsShownWithWhatItFound() {
        var id = collected("OPIATES", "BENZODIAZEPINES");

        found(id, "PRESUMPTIVE", "-OPIATES", "-BENZODIAZEPINES")
                .statusCode(200)
                .body("status", equalTo("PRESUMPTIVE"))
                .body("results.analyte", contains("BENZODIAZEPINES", "OPIATES"))
                .body("results.loinc", contains("14316-4", "19295-5"))
                .body("results.snomed", contains("260415000", "260415000"))
                .body("results[0].misses", containsString("lorazepam"))
                .body("results[1].misses", containsString("fentanyl"))
                .body("results.expected", contains(true, true));
        assertThat(openTasks("clinical-review")).isZero();
    }

    @Test
    void aConfirmedResultCountsInThePlaceOfThePresumptiveOneAndBothAreKept() {
        var id = collected("OPIATES");
        found(id, "PRESUMPTIVE", "OPIATES").statusCode(200);

        found(id, "CONFIRMED", "-OPIATES")
                .statusCode(200)
                .body("status", equalTo("CONFIRMED"))
                .body("results.kind", contains("CONFIRMED", "PRESUMPTIVE"))
                .body("results.outcome", contains("NOT_DETECTED", "DETECTED"))
                .body("results.counts", contains(true, false))
                .body("results.loinc", contains("18390-5", "19295-5"))
                .body("results[0].misses", nullValue());
    }

    @Test
    void aResultIsRecordedOnceAndCorrectedWithWhoAndWhy() {
        var id = collected("OPIATES", "FENTANYL");
        found(id, "PRESUMPTIVE", "OPIATES").statusCode(200);

        found(id, "PRESUMPTIVE", "-OPIATES").statusCode(409).body("type", endsWith("/result-is-recorded-once"));
        found(id, "PRESUMPTIVE", "TRAMADOL")
                .statusCode(400)
                .body("type", endsWith("/result-of-what-was-ordered"))
                .body("errors.pointer", contains("/readings/0/analyte"));
        corrects(id, "PRESUMPTIVE", "FENTANYL", "DETECTED")
                .statusCode(409)
                .body("type", endsWith("/corrected-once-recorded"));
        corrects(id, "PRESUMPTIVE", "OPIATES", "DETECTED").statusCode(409);
        corrects(id, "PRESUMPTIVE", "OPIATES", "NOT_DETECTED")
                .statusCode(200)
                .body("results.version", contains(1, 2))
                .body("results.outcome", contains("DETECTED", "NOT_DETECTED"))
                .body("results.counts", contains(false, true))
                .body("results[1].because", equalTo("The strip was read wrongly."))
                .body("results[1].recordedBy", equalTo(dora.toString()));
        found(id, "PRESUMPTIVE", "-FENTANYL").statusCode(200);
        found(id, "PRESUMPTIVE").statusCode(400).body("errors.pointer", contains("/readings"));
    }

    @Test
    void ofTwoWhoRecordTheSameResultOneDoes() {
        var id = collected("OPIATES");

        var answers = atOnce(() -> found(id, "PRESUMPTIVE", "OPIATES").extract().statusCode());

        assertThat(answers).containsExactlyInAnyOrder(200, 409);
        reads(clinician(dora), id).body("results", hasSize(1));
    }

    @Test
    void aRefusalIsAResultOfItsOwnAndHasNoOthers() {
        var id = screened("FENTANYL");

        steps(clinician(dora), id, "refusal", "").statusCode(200).body("status", equalTo("REFUSED"));

        found(id, "PRESUMPTIVE", "FENTANYL").statusCode(409).body("type", endsWith("/screen-goes-forward"));
        steps(clinician(dora), id, "refusal", "").statusCode(409);
        assertThat(tasks("drug-screen-collect", "DONE").getList("items")).hasSize(1);
        assertThat(openTasks("clinical-review")).isEqualTo(1);
        reviews(id, "*", Map.of("words", "She had no time; she comes tomorrow."))
                .statusCode(200)
                .body("status", equalTo("REFUSED"))
                .body("reviews", hasSize(1));
        assertThat(openTasks("clinical-review")).isZero();
    }

    @Test
    void whatIsInvalidOrTooLittleAsksForAnotherUntilOneIsCollected() {
        var cold = screened("FENTANYL");
        steps(clinician(dora), cold, "collection", "{\"temperature\": 84}")
                .statusCode(200)
                .body("status", equalTo("INVALID"))
                .body("invalidBecause", equalTo("TEMPERATURE"));
        assertThat(openTasks("drug-screen-again")).isEqualTo(1);

        var little = screened("FENTANYL");
        steps(clinician(dora), little, "insufficiency", "").statusCode(200).body("status", equalTo("INSUFFICIENT"));
        assertThat(openTasks("drug-screen-again")).isEqualTo(1);

        var dilute = collected("FENTANYL");
        assertThat(openTasks("drug-screen-again")).isZero();
        found(clinician(dora), dilute, "PRESUMPTIVE", Map.of("creatinine", 12), "FENTANYL")
                .statusCode(200)
                .body("status", equalTo("INVALID"))
                .body("invalidBecause", equalTo("DILUTE"))
                .body("creatinine", equalTo(12))
                .body("results", empty());
        assertThat(openTasks("drug-screen-again")).isEqualTo(1);
        assertThat(openTasks("clinical-review")).isZero();

        collected("FENTANYL");
        assertThat(openTasks("drug-screen-again")).isZero();
    }

    @Test
    void aSpecimenOfAnotherDayOrWithAnImpossibleTemperatureIsPointedAt() {
        var id = screened("FENTANYL");
        for (var at : List.of("2199-01-01T00:00:00Z", "2020-03-02T12:00:00Z")) {
            steps(clinician(dora), id, "collection", "{\"at\": \"%s\"}".formatted(at))
                    .statusCode(400)
                    .body("type", endsWith("/collected-on-its-day"))
                    .body("errors.pointer", contains("/at"));
        }
        steps(clinician(dora), id, "collection", "{\"temperature\": 900}")
                .statusCode(400)
                .body("errors.pointer", contains("/temperature"));
        steps(clinician(dora), id, "cancellation", "{\"because\": \"TIRED\"}").statusCode(400);
        steps(clinician(dora), anId().toString(), "refusal", "").statusCode(404);
        reads(clinician(dora), id).body("status", equalTo("ORDERED"));
    }

    @Test
    void whatNobodyCollectedWasMissedAtNoonOfTheNextDayAndIsStillWrittenDown() {
        var id = screened("FENTANYL");
        var day = today();
        var afternoon = MovedClock.now().toString();
        var noon = day.plusDays(1).atTime(12, 0).atZone(NEW_YORK).toInstant();

        clockAt(noon.minusSeconds(60));
        reads(clinician(dora), id).body("status", equalTo("ORDERED"));
        clockAt(noon.plusSeconds(1));

        reads(clinician(dora), id).body("status", equalTo("MISSED")).body("statusBy", nullValue());
        assertThat(tasks("drug-screen-collect", "WITHDRAWN").getList("items")).hasSize(1);
        assertThat(openTasks("clinical-review")).isEqualTo(1);
        steps(clinician(dora), id, "collection", "{\"at\": \"%s\"}".formatted(afternoon))
                .statusCode(200)
                .body("status", equalTo("COLLECTED"));
        assertThat(openTasks("clinical-review")).isZero();
    }

    @Test
    void whatWasMissedAndIsExcusedAfterwardsIsTalkedOverNoMore() {
        var id = screened("FENTANYL");
        clockAt(today().plusDays(1).atTime(12, 1).atZone(NEW_YORK).toInstant());
        assertThat(openTasks("clinical-review")).isEqualTo(1);

        steps(clinician(dora), id, "cancellation", "{\"because\": \"EXCUSED\"}").statusCode(200);

        assertThat(openTasks("clinical-review")).isZero();
    }

    @Test
    void aSpecimenThatTurnsOutToBeDiluteAsItIsConfirmedSaysNothingAnyMore() {
        var id = collected("FENTANYL");
        found(id, "PRESUMPTIVE", "FENTANYL").statusCode(200);
        assertThat(openTasks("clinical-review")).isEqualTo(1);

        found(clinician(dora), id, "CONFIRMED", Map.of("creatinine", 12), "FENTANYL")
                .statusCode(200)
                .body("status", equalTo("INVALID"))
                .body("invalidBecause", equalTo("DILUTE"))
                .body("results.kind", contains("PRESUMPTIVE"))
                .body("results.counts", contains(false));

        assertThat(openTasks("clinical-review")).isZero();
        assertThat(openTasks("drug-screen-again")).isEqualTo(1);
        found(id, "CONFIRMED", "FENTANYL").statusCode(409);
        reviews(id, "*", Map.of()).statusCode(409);
    }

    @Test
    void aSpecimenIsCollectedOnce() {
        var id = collected("FENTANYL");

        steps(clinician(dora), id, "collection", "{\"temperature\": 60}")
                .statusCode(409)
                .body("type", endsWith("/screen-goes-forward"));
        found(id, "PRESUMPTIVE", "-FENTANYL").statusCode(200);
        steps(clinician(dora), id, "collection", "{\"temperature\": 60}").statusCode(409);
    }

    @Test
    void whatIsExcusedIsCancelledWithAReason() {
        var id = screened("FENTANYL");

        steps(clinician(dora), id, "cancellation", "{\"because\": \"EXCUSED\"}")
                .statusCode(200)
                .body("status", equalTo("CANCELLED"))
                .body("cancelledBecause", equalTo("EXCUSED"));

        assertThat(tasks("drug-screen-collect", "WITHDRAWN").getList("items")).hasSize(1);
    }

    @Test
    void thePatientSeesWhatWasFoundOnceSomebodyLookedAtItWithThem() {
        var id = collected("FENTANYL");
        found(id, "PRESUMPTIVE", "FENTANYL").statusCode(200);

        reads(patient(), id).statusCode(409).body("type", endsWith("/results-are-reviewed-first"));
        lists(patient()).body("items[0].results", empty()).body("items[0].resultsFrom", startsWith("20"));
        var version = reads(clinician(dora), id).extract().header("ETag");
        reviews(id, version, Map.of("words", "Talked about Saturday.")).statusCode(200);

        reads(patient(), id)
                .statusCode(200)
                .body("results.analyte", contains("FENTANYL"))
                .body("resultsFrom", nullValue())
                .body("reviews[0].reviewedBy", equalTo(dora.toString()))
                .body("reviews[0].words", nullValue());
        reads(clinician(dora), id).body("reviews[0].words", equalTo("Talked about Saturday."));
    }

    @Test
    void whatNobodyLooksAtIsShownAfterTwoDaysAndWhatCameLaterWaitsForItself() {
        var id = collected("FENTANYL");
        found(id, "PRESUMPTIVE", "FENTANYL").statusCode(200);
        var came = MovedClock.now();

        clockAt(came.plusSeconds(2 * 86_400 - 60));
        reads(patient(), id).statusCode(409);
        clockAt(came.plusSeconds(2 * 86_400 + 60));
        reads(patient(), id).statusCode(200).body("results", hasSize(1));

        found(id, "CONFIRMED", "-FENTANYL").statusCode(200);
        reads(patient(), id).statusCode(409);
        lists(patient()).body("items[0].results.kind", contains("PRESUMPTIVE"));
    }

    @Test
    void aCorrectionThatIsNotShownYetDoesNotShowInWhatCountsEither() {
        var id = collected("FENTANYL");
        found(id, "PRESUMPTIVE", "FENTANYL").statusCode(200);
        reviews(id, "*", Map.of()).statusCode(200);
        corrects(id, "PRESUMPTIVE", "FENTANYL", "NOT_DETECTED").statusCode(200);

        lists(clinician(dora)).body("items[0].results.counts", contains(false, true));
        lists(patient())
                .body("items[0].results.outcome", contains("DETECTED"))
                .body("items[0].results.counts", contains(true));
    }

    @Test
    void aReviewIsOfTheResultsThatWereRead() {
        var id = collected("FENTANYL", "OPIATES");
        reviews(id, "*", Map.of()).statusCode(409).body("type", endsWith("/reviewed-once-found"));
        found(id, "PRESUMPTIVE", "FENTANYL").statusCode(200);
        var version = reads(clinician(dora), id).extract().header("ETag");
        found(id, "PRESUMPTIVE", "OPIATES").statusCode(200);

        reviews(id, version, Map.of()).statusCode(412);
        clinician(dora).asks().body("{}").post(screen(id) + "/review").then().statusCode(428);
        reviews(id, "*", Map.of("explained", List.of("PCP")))
                .statusCode(400)
                .body("type", endsWith("/explained-if-found"))
                .body("errors.pointer", contains("/explained/0"));
        assertThat(openTasks("clinical-review")).isEqualTo(1);
    }

    @Test
    void whatIsWrittenToAScreenIsSealed() {
        var id = collected("FENTANYL");
        found(id, "PRESUMPTIVE", "FENTANYL").statusCode(200);
        corrects(id, "PRESUMPTIVE", "FENTANYL", "NOT_DETECTED").statusCode(200);
        reviews(id, "*", Map.of("words", "Talked about Saturday.")).statusCode(200);

        var stored = inClinic(() -> sql.list("""
                select because from drug_screen_result where screen_id = ?::uuid and because is not null
                union all select words from drug_screen_review where screen_id = ?::uuid
                """, row -> row.getString(1), id, id));

        assertThat(stored).hasSize(2).noneMatch(text -> text.contains("strip") || text.contains("Saturday"));
    }

    @Test
    void afterTheStayNothingIsCollectedAndWhatWasFoundIsStillLookedAt() {
        var open = screened("FENTANYL");
        var done = collected("FENTANYL");
        found(done, "PRESUMPTIVE", "FENTANYL").statusCode(200);

        discharged(ada, today().minusDays(1));

        await("the discharge")
                .untilAsserted(() -> reads(clinician(dora), open)
                        .body("status", equalTo("CANCELLED"))
                        .body("cancelledBecause", equalTo("LEFT")));
        assertThat(openTasks("clinical-review")).isEqualTo(1);
        reviews(done, "*", Map.of()).statusCode(200);
        assertThat(openTasks("clinical-review")).isZero();
    }

    @Test
    void aListTakesAsManyStatementsHoweverManyScreensAreOnIt() {
        found(collected("FENTANYL"), "PRESUMPTIVE", "FENTANYL").statusCode(200);
        int few = statements(1);
        for (int i = 0; i < 4; i++) {
            found(collected("FENTANYL"), "PRESUMPTIVE", "FENTANYL").statusCode(200);
        }

        assertThat(statements(5)).isEqualTo(few);
    }

    private int statements(int screens) {
        return Statements.ofReading(() -> lists(clinician(dora)).statusCode(200).body("items", hasSize(screens)));
    }

    @Test
    void supervisorsStepInAndTheListIsInPages() {
        var first = screened("FENTANYL");
        var second = screened("FENTANYL");

        orders(supervisor(), "{}").statusCode(201);
        var page =
                clinician(dora).asks().get(episode() + "/drug-screens?limit=1").then();
        page.statusCode(200).body("items.id", contains(first)).body("after", equalTo(first));
        clinician(dora)
                .asks()
                .get(episode() + "/drug-screens?limit=1&after=" + first)
                .then()
                .body("items.id", contains(second));
    }
}
