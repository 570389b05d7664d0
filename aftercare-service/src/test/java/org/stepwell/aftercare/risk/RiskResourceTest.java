package org.stepwell.aftercare.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.stepwell.aftercare.Problems.refused;
import static org.stepwell.aftercare.Scene.itIsTheMorningOf;
import static org.stepwell.aftercare.Scene.somebodyDischargedToday;
import static org.stepwell.aftercare.Scene.today;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;
import org.stepwell.aftercare.Scene;
import org.stepwell.contracts.code.DischargeReason;
import org.stepwell.contracts.enrollment.EnrollmentFact.EpisodeDischarged;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.platform.database.Uuid7;
import org.stepwell.platform.testing.Person;
import org.stepwell.platform.testing.StepwellTestResource;

@QuarkusTest
@QuarkusTestResource(StepwellTestResource.class)
class RiskResourceTest {

    private static final String API = "/api/aftercare/v1";

    private static final String WEEK = """
            {"used": false, "cravings": 0, "lowDays": 0, "angryDays": 0, "anxiousDays": 0, "sleep": 0, "riskyDays": 0,
             "confidence": 4, "meetings": 2, "sponsorContact": true, "medicationTaken": true, "therapyKept": true,
             "workDays": 5, "housing": "STABLE", "conflict": 0, "supportiveDays": 5, "health": 0, "spirituality": 3,
             "income": true, "suicideThoughts": false}""";

    @Inject
    ToldWeeks told;

    @Test
    void beforeTwoCheckInsAreOverItAbstainsAndSaysWhy() {
        var scene = somebodyDischargedToday();

        risk(scene, Scene.SUPERVISOR)
                .body("level", equalTo("ABSTAINS"))
                .body("abstains", equalTo("TOO_FEW_CHECK_INS"))
                .body("meaning", notNullValue())
                .body("points", nullValue())
                .body("factors", empty())
                .body("notKnown", hasSize(Factor.values().length));
    }

    @Test
    void aLookShowsItsFactorsWithPointsAndSentences() {
        var scene = somebodyDischargedToday();
        told.quiet(scene, today().plusDays(7));
        told.hard(scene, today().plusDays(14));

        risk(scene, scene.theClinician())
                .body("week", equalTo(today().plusDays(14).toString()))
                .body("level", equalTo("HIGH"))
                .body("points", equalTo(4 + 3 + 2 + 2 + 2 + 2))
                .body("change", nullValue())
                .body("factors.find { it.factor == 'USE' }.value", equalTo(1))
                .body("factors.find { it.factor == 'USE' }.points", equalTo(4))
                .body("factors.find { it.factor == 'USE' }.sentence", equalTo("Days of use in the week: 1."))
                .body("factors.find { it.factor == 'RISK_UP' }.value", equalTo(10))
                .body("factors.points.sum()", equalTo(15))
                .body("notKnown", containsInAnyOrder("MOUD_STOPPED", "HOUSING"));
        risk(scene, scene.thePatient()).body("level", equalTo("HIGH"));
    }

    @Test
    void aChangeOfTheLevelIsToldAndNoOther() {
        var scene = somebodyDischargedToday();
        var first = today().plusDays(7);
        told.quiet(scene, first);
        told.quiet(scene, first.plusDays(7));
        told.quiet(scene, first.plusDays(14));
        told.hard(scene, first.plusDays(21));
        told.hard(scene, first.plusDays(28));

        scene.awaitSaid("risk-changed.v1", "HIGH", first.plusDays(21).toString(), "USE");
        Scene.awaitNothingUnsaid();
        assertThat(scene.said("risk-changed.v1"))
                .satisfiesExactly(
                        low -> assertThat(low)
                                .contains("\"LOW\"", first.plusDays(7).toString(), "\"factors\":[]"),
                        high -> assertThat(high).contains("\"HIGH\"", "\"factors\":[\"USE\",\"CRAVINGS\""));
        risks(scene)
                .body("items.week", hasSize(5))
                .body("items.level", contains("ABSTAINS", "LOW", "LOW", "HIGH", "HIGH"))
                .body("items[2].change", equalTo(0))
                .body("items[3].change", equalTo(15));
    }

    @Test
    void whatIsAnsweredInACheckInIsLookedAtAtOnce() {
        var scene = somebodyDischargedToday();
        var first = today().plusDays(7);
        itIsTheMorningOf(first);
        checkIn(scene, WEEK);
        itIsTheMorningOf(first.plusDays(7));

        checkIn(
                scene,
                WEEK.replace("\"used\": false", "\"used\": true, \"usedDays\": 2, \"substances\": [\"ALCOHOL\"]")
                        .replace("\"cravings\": 0", "\"cravings\": 4")
                        .replace("\"medicationTaken\": true", "\"medicationTaken\": false")
                        .replace("\"housing\": \"STABLE\"", "\"housing\": \"AT_RISK\""));

        risk(scene, scene.theClinician())
                .body("week", equalTo(first.plusDays(7).toString()))
                .body("factors.find { it.factor == 'USE' }.points", equalTo(5))
                .body("factors.find { it.factor == 'CRAVINGS' }.points", equalTo(4))
                .body("factors.find { it.factor == 'MOUD_STOPPED' }.points", equalTo(3))
                .body("factors.find { it.factor == 'HOUSING' }.points", equalTo(1))
                .body("factors.find { it.factor == 'RISK_SCORE' }.value", notNullValue())
                .body("notKnown", empty())
                .body("level", equalTo("HIGH"));
        scene.awaitSaid("risk-changed.v1", "HIGH", "USE", "CRAVINGS", "MOUD_STOPPED");
    }

    @Test
    void missedCheckInsAreLookedAtEachInItsTurnWhenTheClockJumps() {
        var scene = somebodyDischargedToday();
        var due = today().plusDays(7);

        itIsTheMorningOf(due.plusDays(23));

        scene.awaitSaid("check-in-missed.v1", due.plusDays(21).toString());
        risks(scene)
                .body(
                        "items.week",
                        contains(
                                due.toString(),
                                due.plusDays(7).toString(),
                                due.plusDays(14).toString(),
                                due.plusDays(21).toString()))
                .body("items.level", everyItem(equalTo("ABSTAINS")))
                .body(
                        "items.abstains",
                        contains("TOO_FEW_CHECK_INS", "NOBODY_HEARD_FROM", "NOBODY_HEARD_FROM", "NOBODY_HEARD_FROM"));
        assertThat(scene.said("risk-changed.v1")).isEmpty();
    }

    @Test
    void whatIsSaidLateReplacesTheNewestLookAndNoEarlierOne() {
        var scene = somebodyDischargedToday();
        var first = today().plusDays(7);
        told.quiet(scene, first);
        told.missed(scene, first.plusDays(7));
        told.missed(scene, first.plusDays(14));
        risks(scene).body("items.points", contains(null, 2, 3));

        told.quiet(scene, first.plusDays(7));

        risks(scene).body("items.points", contains(null, 2, 2));
    }

    @Test
    void weeksBeforeAReadmissionAreNotLookedAtAfterIt() {
        var scene = somebodyDischargedToday();
        told.hard(scene, today().plusDays(7));
        told.hard(scene, today().plusDays(14));
        scene.awaitSaid("risk-changed.v1", "HIGH");
        itIsTheMorningOf(today().plusDays(15));

        comesBackAndLeavesAgain(scene);

        var lastDay = today();
        risk(scene, scene.thePatient())
                .body("abstains", equalTo("TOO_FEW_CHECK_INS"))
                .body("week", nullValue());
        told.quiet(scene, lastDay.plusDays(7));
        risk(scene, Scene.SUPERVISOR).body("abstains", equalTo("TOO_FEW_CHECK_INS"));
        scene.awaitSaid("risk-changed.v1", "ABSTAINS", lastDay.plusDays(7).toString());
        told.quiet(scene, lastDay.plusDays(14));
        risk(scene, Scene.SUPERVISOR)
                .body("level", equalTo("LOW"))
                .body("points", equalTo(0))
                .body("change", nullValue())
                .body("factors.find { it.factor == 'USE_BEFORE' }.value", equalTo(0));
        risks(scene).body("items", hasSize(4));
    }

    private static void comesBackAndLeavesAgain(Scene scene) {
        var again = new EpisodeId(Uuid7.next());
        scene.isAdmittedTo(again);
        scene.awaitPlan("PAUSED");
        Scene.say(new EpisodeDischarged(
                scene.patient, again, today(), DischargeReason.COMPLETED_GOALS_MET, null, Scene.now()));
        scene.awaitPlan("ACTIVE");
    }

    @Test
    void aGapInTherapyThatNobodyWasAskedAboutIsSeen() {
        var scene = somebodyDischargedToday();
        var began = today();
        scene.thePatient()
                .asks()
                .body("{\"place\": \"ELSEWHERE\", \"startsOn\": \"%s\"}".formatted(began))
                .put(API + "/plans/" + scene.plan() + "/weekly-therapy")
                .then()
                .statusCode(200);
        told.quiet(scene, began.plusDays(7));
        risk(scene, Scene.SUPERVISOR).body("factors.find { it.factor == 'THERAPY_GAPS' }.value", equalTo(0));

        itIsTheMorningOf(began.plusDays(15));
        told.quiet(scene, began.plusDays(14));

        risk(scene, Scene.SUPERVISOR)
                .body("factors.find { it.factor == 'THERAPY_GAPS' }.value", equalTo(2))
                .body("factors.find { it.factor == 'THERAPY_GAPS' }.points", equalTo(2));
        scene.thePatient()
                .asks()
                .body("{\"day\": \"%s\", \"kept\": true}".formatted(began.plusDays(13)))
                .put(API + "/plans/" + scene.plan() + "/weekly-therapy/days")
                .then()
                .statusCode(200);
        told.quiet(scene, began.plusDays(14));
        risk(scene, Scene.SUPERVISOR).body("factors.find { it.factor == 'THERAPY_GAPS' }.value", equalTo(0));
    }

    @Test
    void aHistoryIsReadPageByPage() {
        var scene = somebodyDischargedToday();
        told.quiet(scene, today().plusDays(7));
        told.quiet(scene, today().plusDays(14));

        String after = get(scene, Scene.SUPERVISOR, "/risks?limit=1")
                .body("items", hasSize(1))
                .extract()
                .path("after");

        get(scene, Scene.SUPERVISOR, "/risks?limit=1&after=" + after)
                .body("items.week", contains(today().plusDays(14).toString()))
                .body("items.week", not(hasItem(today().plusDays(7).toString())))
                .body("after", nullValue());
    }

    @Test
    void othersDoNotReadIt() {
        var scene = somebodyDischargedToday();
        var other = somebodyDischargedToday();
        var path = API + "/plans/" + scene.plan() + "/risk";

        refused(other.theClinician().asks().get(path), 403, "not-allowed");
        refused(other.thePatient().asks().get(path), 404, "not-found");
        refused(Person.at("intake").asks().get(path), 403, "not-allowed");
        refused(Person.of("supervisor", Person.HARBOR).asks().get(path), 404, "not-found");
    }

    private static void checkIn(Scene scene, String answers) {
        scene.thePatient()
                .asks()
                .body(answers)
                .post(API + "/plans/" + scene.plan() + "/check-ins")
                .then()
                .statusCode(201);
    }

    private static ValidatableResponse risk(Scene scene, Person who) {
        return get(scene, who, "/risk");
    }

    private static ValidatableResponse risks(Scene scene) {
        return get(scene, Scene.SUPERVISOR, "/risks");
    }

    private static ValidatableResponse get(Scene scene, Person who, String path) {
        return who.asks().get(API + "/plans/" + scene.plan() + path).then().statusCode(200);
    }
}
