package org.stepwell.therapy.medication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.stepwell.therapy.Riverside.API;
import static org.stepwell.therapy.Riverside.aClinician;
import static org.stepwell.therapy.Riverside.aPatientOf;
import static org.stepwell.therapy.Riverside.anId;
import static org.stepwell.therapy.Riverside.clinician;
import static org.stepwell.therapy.Riverside.discharged;
import static org.stepwell.therapy.Riverside.supervisor;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.stepwell.platform.database.Sql;
import org.stepwell.platform.testing.AtOnce;
import org.stepwell.platform.testing.MovedClock;
import org.stepwell.platform.testing.Person;
import org.stepwell.platform.testing.StepwellTestResource;

/** What a prescriber orders, and what is held against it. */
@QuarkusTest
@QuarkusTestResource(StepwellTestResource.class)
class OrderResourceTest extends MedicationCalls {

    @Inject
    Sql sql;

    @Test
    void anOrderHoldsFromItsFirstDayOnWithTheUsualFrequencyOfItsProduct() {
        orders(with(acamprosate(), "instructions", "With meals."))
                .statusCode(201)
                .body("order.status", equalTo("ACTIVE"))
                .body("order.start", equalTo(today().toString()))
                .body("order.frequency", equalTo("THREE_TIMES_DAILY"))
                .body("order.instructions", equalTo("With meals."))
                .body("order.orderedBy", equalTo(phil.toString()))
                .body("order.inputs.creatinineClearance", equalTo(95))
                .body("order.changes.status", contains("ACTIVE"))
                .body("order.window", nullValue())
                .body("findings", empty());

        page().statusCode(200).body("orders", hasSize(1)).body("orders[0].product", equalTo("ACAMPROSATE_TABLET_333"));
    }

    @Test
    void prescribersOfTheCareTeamOrderAndNobodyElse() {
        for (var who : List.of(
                clinician(phil),
                supervisor(),
                patient(),
                Person.at("prescriber").who(aClinician()))) {
            orders(who, acamprosate()).statusCode(403);
        }
        orders(Person.of("prescriber", Person.HARBOR).who(phil), acamprosate()).statusCode(404);
        page().body("orders", empty());
    }

    @Test
    void theCareTeamAndThePatientReadAndAnotherPatientDoesNot() {
        var id = ordered(acamprosate());

        for (var who : List.of(clinician(dora), prescriber(), supervisor(), patient())) {
            who.asks().get(order(id)).then().statusCode(200).body("order.id", equalTo(id));
            who.asks().get(ofPatient() + "/medication").then().statusCode(200).body("orders.id", contains(id));
        }
        var other = Person.at("patient").who(aPatientOf(dora).patient());
        other.asks().get(order(id)).then().statusCode(404);
        other.asks().get(ofPatient() + "/medication").then().statusCode(404);
        clinician(aClinician()).asks().get(order(id)).then().statusCode(403);
    }

    @Test
    void whatTheChecksAskIsPointedAtAndNothingIsKept() {
        orders(with(acamprosate(), "inputs", Map.of()))
                .statusCode(400)
                .body("type", endsWith("/checks-ask"))
                .body("errors.pointer", contains("/inputs/creatinineClearance"));
        orders(form("DISULFIRAM_TABLET_250", "ALCOHOL_USE_DISORDER", Map.of()))
                .statusCode(400)
                .body("errors.pointer", contains("/inputs/lastAlcoholAt", "/inputs/consentsToDisulfiram"));
        page().body("orders", empty());
    }

    @Test
    void whatStopsAnOrderSaysWhichRuleAndIsNotOverridden() {
        var weak = with(acamprosate(), "inputs", Map.of("creatinineClearance", 30));

        orders(weak).statusCode(409).body("type", endsWith("/acamprosate-needs-kidneys"));
        orders(overriding(weak, "ACAMPROSATE_NEEDS_KIDNEYS"))
                .statusCode(409)
                .body("type", endsWith("/acamprosate-needs-kidneys"));
        orders(form(
                        "DISULFIRAM_TABLET_250",
                        "ALCOHOL_USE_DISORDER",
                        Map.of(
                                "lastAlcoholAt",
                                MovedClock.now().minus(Duration.ofHours(11)).toString(),
                                "consentsToDisulfiram",
                                true)))
                .statusCode(409)
                .body("type", endsWith("/disulfiram-twelve-hours-after-alcohol"));
        page().body("orders", empty());
    }

    @Test
    void aWarningIsOverriddenWithAReasonThatIsKept() {
        orders(film())
                .statusCode(409)
                .body("type", endsWith("/warnings-are-answered"))
                .body("errors.pointer", contains("/overrides"))
                .body("errors[0].detail", startsWith("PDMP_LOOKED_AT"));

        orders(overriding(film(), "PDMP_LOOKED_AT", "LIVER_TESTS_BEFORE_NALTREXONE"))
                .statusCode(201)
                .body("order.overrides.check", contains("PDMP_LOOKED_AT"))
                .body("order.overrides[0].because", startsWith("Seen today"));
    }

    @Test
    void whatStandsInAnOrderBesideItsCodesIsSealed() {
        var id = ordered(with(overriding(film(), "PDMP_LOOKED_AT"), "instructions", "Under the tongue."));

        var stored = AtOnce.inTheClinic(() -> sql.list(
                "select to_jsonb(o)::text from medication_order o where id = ?::uuid", row -> row.getString(1), id));

        assertThat(stored).singleElement().asString().doesNotContain("tongue", "talked over", "SHORT_ACTING");
    }

    @Test
    void aLookIntoTheMonitoringProgramIsNotedWithWhoAndWhenAndCountsForAWeek() {
        looksIntoThePdmp()
                .statusCode(201)
                .body("checkedBy", equalTo(dora.toString()))
                .body("procedure", equalTo("461621000124108"))
                .body("done", equalTo("461651000124104"));

        orders(film()).statusCode(201).body("order.overrides", empty());
        page().body("pdmpChecks", hasSize(1)).body("pdmpChecks[0].checkedAt", notNullValue());
    }

    @Test
    void aLookThatHasNotComeOrWasBeforeTheStayIsPointedAt() {
        for (var at : List.of("2199-01-01T00:00:00Z", "1969-01-01T00:00:00Z")) {
            clinician(dora)
                    .asks()
                    .body(Map.of("checkedAt", at))
                    .post(episode() + "/pdmp-checks")
                    .then()
                    .statusCode(400)
                    .body("type", endsWith("/pdmp-checked-in-the-program"))
                    .body("errors.pointer", contains("/checkedAt"));
        }
    }

    @Test
    void methadoneIsNotOrderedHereAndSaysWhereItIsRecorded() {
        orders(form("METHADONE_TABLET_10", "OPIOID_USE_DISORDER", Map.of()))
                .statusCode(409)
                .body("type", endsWith("/methadone-comes-from-an-otp"))
                .body("errors.pointer", contains("/product"));
    }

    @Test
    void whoTakesMethadoneElsewhereIsNotGivenNaltrexone() {
        takesElsewhere("METHADONE", "Harbor Street OTP", today().minusDays(30)).statusCode(201);

        orders(naltrexone()).statusCode(409).body("type", endsWith("/opioids-and-naltrexone-apart"));
    }

    @Test
    void anInjectionThatStillLastsIsTakenAlsoAfterItsOrderWasStopped() {
        var shot = ordered(naltrexone());
        injects(shot).statusCode(201);
        stops(shot, "PATIENT_WISH").statusCode(200);
        looksIntoThePdmp();

        orders(film()).statusCode(409).body("type", endsWith("/opioids-and-naltrexone-apart"));
    }

    @Test
    void anOrderFitsItsProduct() {
        refusedAt(with(acamprosate(), "product", "ASPIRIN_100"), "product-of-the-formulary", "/product");
        refusedAt(with(acamprosate(), "indication", "OPIOID_USE_DISORDER"), "order-fits-the-product", "/indication");
        refusedAt(with(acamprosate(), "frequency", "WEEKLY"), "order-fits-the-product", "/frequency");
        refusedAt(with(naltrexone(), "unitsPerDose", 2), "order-fits-the-product", "/unitsPerDose");
        refusedAt(with(acamprosate(), "unitsPerDose", 13), "invalid-request", "/unitsPerDose");
        refusedAt(with(acamprosate(), "start", today().plusDays(31).toString()), "ordered-for-days-ahead", "/start");
        refusedAt(with(acamprosate(), "start", "1969-12-31"), "ordered-for-days-ahead", "/start");
        refusedAt(with(acamprosate(), "end", today().minusDays(1).toString()), "ordered-for-days-ahead", "/end");
        refusedAt(with(acamprosate(), "end", today().plusYears(3).toString()), "ordered-for-days-ahead", "/end");
        orders(with(acamprosate(), "start", "1850-01-01")).statusCode(400);
        orders(with(acamprosate(), "inputs", Map.of("creatinineClearance", 9_000)))
                .statusCode(400)
                .body("errors.pointer", contains("/inputs/creatinineClearance"));
        page().body("orders", empty());
    }

    @Test
    void aDraftIsKeptWithWhatTheChecksFindAndIsNotShownToThePatient() {
        var kept = orders(with(form("NALTREXONE_INJECTION_380", "ALCOHOL_USE_DISORDER", Map.of()), "draft", true))
                .statusCode(201)
                .body("order.status", equalTo("DRAFT"))
                .body("findings.check", contains("LIVER_TESTS_BEFORE_NALTREXONE"))
                .body("findings.grade", contains("WARNS"))
                .body("asks.pointer", contains("/inputs/lastOpioid"));
        var id = kept.extract().<String>path("order.id");

        clinician(dora).asks().get(order(id)).then().statusCode(200).body("asks", hasSize(1));
        patient().asks().get(order(id)).then().statusCode(404);
        patient().asks().get(ofPatient() + "/medication").then().body("orders", empty());
        doses(id, Map.of("outcome", "MISSED")).statusCode(400);
    }

    @Test
    void aDraftIsWrittenAnewWithItsVersionAndOrderedThen() {
        var draft = orders(with(naltrexone(), "draft", true)).statusCode(201);
        var id = draft.extract().<String>path("order.id");
        var version = draft.extract().header("ETag");

        rewrites(id, "\"99\"", naltrexone()).statusCode(412);
        prescriber().asks().body(naltrexone()).put(order(id)).then().statusCode(428);
        rewrites(id, version, naltrexone())
                .statusCode(200)
                .body("order.status", equalTo("ACTIVE"))
                .body("order.window.due", equalTo(today().toString()))
                .body("order.window.closes", equalTo(today().plusDays(7).toString()));
        rewrites(id, "*", naltrexone()).statusCode(409).body("type", endsWith("/order-is-written-once"));
    }

    @Test
    void aSecondOrderOfASubstanceIsWarnedOfUnlessItReplacesTheFirst() {
        var first = ordered(acamprosate());

        orders(acamprosate()).statusCode(409).body("errors[0].detail", startsWith("SAME_SUBSTANCE_IS_TAKEN"));
        var second = ordered(with(acamprosate(), "replaces", first));

        page().body("orders.status", contains("STOPPED", "ACTIVE"))
                .body("orders[0].stopReason", equalTo("REPLACED"))
                .body("orders[1].replaces", equalTo(first));
        orders(with(acamprosate(), "replaces", first)).statusCode(409); // the second is not replaced, and warned of
        orders(overriding(with(acamprosate(), "replaces", first), "SAME_SUBSTANCE_IS_TAKEN"))
                .statusCode(409)
                .body("type", endsWith("/replaces-what-is-taken"));
        orders(with(acamprosate(), "replaces", anId().toString())).statusCode(409);
        assertThat(second).isNotEqualTo(first);
    }

    @Test
    void whatBeginsLaterReplacesNothingSoThatNoDayHasNeither() {
        var first = ordered(acamprosate());
        var later = with(
                with(acamprosate(), "replaces", first),
                "start",
                today().plusDays(4).toString());

        refusedAt(later, "replaces-from-today-on", "/start");
        page().body("orders.status", contains("ACTIVE"));

        var draft = orders(with(later, "draft", true)).statusCode(201).extract().<String>path("order.id");
        rewrites(draft, "*", later).statusCode(400).body("errors.pointer", contains("/start"));
        rewrites(draft, "*", with(later, "start", today().toString())).statusCode(200);
        page().body("orders.status", contains("STOPPED", "ACTIVE"));
    }

    @Test
    void anOrderOfAnotherPatientIsNotReplaced() {
        var ours = ordered(acamprosate());
        var other = aPatientOf(phil);

        prescriber()
                .asks()
                .body(with(acamprosate(), "replaces", ours))
                .post(API + "/episodes/" + other.episode() + "/medication-orders")
                .then()
                .statusCode(409)
                .body("type", endsWith("/replaces-what-is-taken"));
        page().body("orders.status", contains("ACTIVE"));
    }

    @Test
    void anOrderIsPutOffGoesOnAndIsStoppedWithAReason() {
        var id = ordered(acamprosate());

        steps(id, "hold").statusCode(200).body("status", equalTo("ON_HOLD"));
        steps(id, "hold").statusCode(409).body("type", endsWith("/order-goes-forward"));
        steps(id, "resumption").statusCode(200).body("status", equalTo("ACTIVE"));
        stops(id, "BORED").statusCode(400).body("errors.pointer", contains("/reason"));
        stops(id, "SIDE_EFFECTS")
                .statusCode(200)
                .body("status", equalTo("STOPPED"))
                .body("stopReason", equalTo("SIDE_EFFECTS"))
                .body("overOn", equalTo(today().toString()))
                .body(
                        "changes.changedBy",
                        contains(phil.toString(), phil.toString(), phil.toString(), phil.toString()));
        steps(id, "error").statusCode(200).body("status", equalTo("ENTERED_IN_ERROR"));
        steps(id, "completion").statusCode(409);
    }

    @Test
    void whatCameUpDuringTheHoldIsAnsweredBeforeItGoesOn() {
        var id = ordered(acamprosate());
        steps(id, "hold").statusCode(200);
        ordered(overriding(acamprosate(), "SAME_SUBSTANCE_IS_TAKEN"));

        steps(id, "resumption")
                .statusCode(409)
                .body("type", endsWith("/warnings-are-answered"))
                .body("errors[0].pointer", equalTo("/overrides"));
        goesOn(id, "SAME_SUBSTANCE_IS_TAKEN", "")
                .statusCode(400)
                .body("errors.pointer", contains("/overrides/0/because"));
        goesOn(id, "SAME_SUBSTANCE_IS_TAKEN", "Both for a week, then this one.")
                .statusCode(200)
                .body("status", equalTo("ACTIVE"))
                .body("overrides.because", contains("Both for a week, then this one."))
                .body("inputs.creatinineClearance", equalTo(95));
        assertThat(AtOnce.inTheClinic(() -> sql.list(
                        "select content from medication_order_change where order_id = ?::uuid and content is not null",
                        row -> row.getString(1),
                        id)))
                .singleElement()
                .asString()
                .doesNotContain("week");
        steps(id, "hold").statusCode(200);
        steps(id, "resumption").statusCode(200); // it was answered
    }

    @Test
    void whatIsFoundDuringTheHoldStandsBesideWhatWasSaidBefore() {
        var id = ordered(acamprosate());
        steps(id, "hold").statusCode(200);

        resumes(id, Map.of("inputs", Map.of("cowsTotal", 4)))
                .statusCode(200)
                .body("inputs.creatinineClearance", equalTo(95))
                .body("inputs.cowsTotal", equalTo(4));
        steps(id, "hold").statusCode(200);
        resumes(id, Map.of("inputs", Map.of("creatinineClearance", 20)))
                .statusCode(409)
                .body("type", endsWith("/acamprosate-needs-kidneys"));
    }

    @Test
    void whatNobodyWarnsOfIsNotAnsweredAhead() {
        var id = ordered(acamprosate());
        steps(id, "hold").statusCode(200);
        goesOn(id, "SAME_SUBSTANCE_IS_TAKEN", "In case.").statusCode(200).body("overrides", hasSize(0));
        steps(id, "hold").statusCode(200);
        ordered(overriding(acamprosate(), "SAME_SUBSTANCE_IS_TAKEN"));

        steps(id, "resumption").statusCode(409).body("type", endsWith("/warnings-are-answered"));
    }

    private ValidatableResponse resumes(String id, Map<String, Object> body) {
        return prescriber()
                .asks()
                .header("If-Match", "*")
                .body(body)
                .post(order(id) + "/resumption")
                .then();
    }

    private ValidatableResponse goesOn(String id, String check, String because) {
        return prescriber()
                .asks()
                .header("If-Match", "*")
                .body(Map.of("overrides", List.of(Map.of("check", check, "because", because))))
                .post(order(id) + "/resumption")
                .then();
    }

    @Test
    void aStepNamesTheVersionThatWasRead() {
        var id = ordered(acamprosate());

        prescriber().asks().post(order(id) + "/hold").then().statusCode(428);
        prescriber()
                .asks()
                .header("If-Match", "\"77\"")
                .post(order(id) + "/hold")
                .then()
                .statusCode(412);
        clinician(dora)
                .asks()
                .header("If-Match", "*")
                .post(order(id) + "/hold")
                .then()
                .statusCode(403);
        prescriber()
                .asks()
                .header("If-Match", "*")
                .post(order(anId().toString()) + "/hold")
                .then()
                .statusCode(404);
        page().body("orders.status", contains("ACTIVE"));
    }

    @Test
    void ofTwoWhoReadTheSameVersionOneActs() {
        var id = ordered(acamprosate());
        var version = prescriber().asks().get(order(id)).then().extract().header("ETag");

        var answers = atOnce(() -> prescriber()
                .asks()
                .header("If-Match", version)
                .post(order(id) + "/hold")
                .statusCode());

        assertThat(answers).containsExactlyInAnyOrder(200, 412);
    }

    @Test
    void nothingIsOrderedAfterTheStayAndWhatWasIsStopped() {
        var id = ordered(acamprosate());
        discharged(ada);

        Awaitility.await("the discharge")
                .untilAsserted(() -> orders(acamprosate()).statusCode(409).body("type", endsWith("/ordered-while-in")));
        page().body("orders.status", contains("ACTIVE"));
        stops(id, "TRANSFERRED").statusCode(200);
    }

    private void refusedAt(Map<String, Object> form, String rule, String pointer) {
        orders(form).statusCode(400).body("type", endsWith("/" + rule)).body("errors.pointer", contains(pointer));
    }

    private ValidatableResponse rewrites(String id, String version, Map<String, Object> form) {
        return prescriber()
                .asks()
                .header("If-Match", version)
                .body(form)
                .put(order(id))
                .then();
    }
}
