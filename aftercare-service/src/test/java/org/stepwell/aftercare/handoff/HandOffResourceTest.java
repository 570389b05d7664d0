package org.stepwell.aftercare.handoff;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.stepwell.aftercare.Problems.refused;
import static org.stepwell.aftercare.Scene.somebodyDischargedToday;
import static org.stepwell.aftercare.Scene.somebodyInTreatment;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.stepwell.aftercare.Scene;
import org.stepwell.contracts.code.DischargeReason;
import org.stepwell.contracts.enrollment.EnrollmentFact.EpisodeDischarged;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.platform.database.Uuid7;
import org.stepwell.platform.testing.Person;
import org.stepwell.platform.testing.StepwellTestResource;

/** With what a patient was handed over stands beside their plan, whichever of the two comes first. */
@QuarkusTest
@QuarkusTestResource(StepwellTestResource.class)
class HandOffResourceTest {

    private static final String API = "/api/aftercare/v1";

    @Test
    void thePatientAndWhoeverTreatsThemReadWhatWasHandedOver() {
        var scene = somebodyDischargedToday();
        refused(asks(Scene.SUPERVISOR, scene), 404, "not-found");

        scene.isHandedOver();

        awaitHandOff(scene);
        for (var reader : List.of(scene.thePatient(), scene.theClinician(), Scene.SUPERVISOR)) {
            asks(reader, scene)
                    .then()
                    .statusCode(200)
                    .body("episode", equalTo(scene.episode.toString()))
                    .body("lastDay", equalTo(Scene.today().toString()))
                    .body("reason", equalTo("COMPLETED_GOALS_MET"))
                    .body("nextLevel", equalTo("1"))
                    .body("attendedPercent", equalTo(85))
                    .body("relapsePlan", equalTo(true))
                    .body("triggers", contains("STRESS", "MONEY_IN_HAND"))
                    .body("recommended", contains("WEEKLY_THERAPY", "TWELVE_STEP_MEETING"))
                    .body("measures.instrument", contains("BAM", "PHQ-9"))
                    .body("measures[0].total", nullValue())
                    .body("measures[0].parts[0].scale", equalTo("RISK"))
                    .body("measures[0].parts[0].points", equalTo(9))
                    .body("measures[1].total", equalTo(7))
                    .body("measures[1].band", equalTo("MILD"));
        }
    }

    @Test
    void toOthersItIsForbiddenOrNotThere() {
        var scene = somebodyDischargedToday();
        var somebodyElse = somebodyDischargedToday();
        scene.isHandedOver();
        awaitHandOff(scene);

        refused(asks(somebodyElse.thePatient(), scene), 404, "not-found");
        refused(asks(somebodyElse.theClinician(), scene), 403, "not-allowed");
        refused(asks(Person.at("intake"), scene), 403, "not-allowed");
        refused(asks(Person.of("supervisor", Person.HARBOR), scene), 404, "not-found");
    }

    @Test
    void aHandOffMayComeBeforeThePlanThatItIsReadWith() {
        var scene = somebodyInTreatment();
        scene.isHandedOver();
        scene.isDischarged(Scene.today(), DischargeReason.COMPLETED_GOALS_MET);
        scene.awaitPlan("ACTIVE");

        awaitHandOff(scene);
    }

    @Test
    void whoeverIsBackLeavesWithAHandOffOfTheirOwn() {
        var scene = somebodyDischargedToday();
        scene.isHandedOver();
        awaitHandOff(scene);
        var next = new EpisodeId(Uuid7.next());

        scene.isAdmittedTo(next);
        await("the pause").until(() -> planOf(next).statusCode() == 200);
        Scene.say(new EpisodeDischarged(
                scene.patient, next, Scene.today(), DischargeReason.NO_CONTACT, null, Scene.now()));

        await("the return").until(() -> "ACTIVE".equals(planOf(next).path("status")));
        refused(asks(Scene.SUPERVISOR, scene), 404, "not-found");
        Scene.SUPERVISOR
                .asks()
                .get(API + "/plans/" + scene.plan() + "/hand-off?episode=" + scene.episode)
                .then()
                .statusCode(200);
        var other = somebodyDischargedToday();
        refused(
                Scene.SUPERVISOR.asks().get(API + "/plans/" + other.plan() + "/hand-off?episode=" + scene.episode),
                404,
                "not-found");
    }

    private static Response planOf(EpisodeId episode) {
        return Scene.SUPERVISOR.asks().get(API + "/episodes/" + episode + "/plan");
    }

    private static void awaitHandOff(Scene scene) {
        await("the hand-off").until(() -> asks(Scene.SUPERVISOR, scene).statusCode() == 200);
    }

    private static Response asks(Person who, Scene scene) {
        return who.asks().get(API + "/plans/" + scene.plan() + "/hand-off");
    }
}
