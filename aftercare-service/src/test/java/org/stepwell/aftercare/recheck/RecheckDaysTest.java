package org.stepwell.aftercare.recheck;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.stepwell.aftercare.Scene.SUPERVISOR;
import static org.stepwell.aftercare.Scene.itIsTheMorningOf;
import static org.stepwell.aftercare.Scene.somebodyDischargedToday;
import static org.stepwell.aftercare.Scene.somebodyInTreatment;
import static org.stepwell.aftercare.Scene.today;
import static org.stepwell.aftercare.recheck.RecheckResourceTest.API;
import static org.stepwell.aftercare.recheck.RecheckResourceTest.WELL;
import static org.stepwell.aftercare.recheck.RecheckResourceTest.ahead;
import static org.stepwell.aftercare.recheck.RecheckResourceTest.answer;
import static org.stepwell.aftercare.recheck.RecheckResourceTest.rechecks;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.stepwell.aftercare.Scene;
import org.stepwell.contracts.code.DischargeReason;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.platform.database.Uuid7;
import org.stepwell.platform.testing.StepwellTestResource;

/** From which day the quarters are counted: the last one in the program, whenever it became known, and whatever came between. */
@QuarkusTest
@QuarkusTestResource(StepwellTestResource.class)
class RecheckDaysTest {

    @Inject
    Quarters quarters;

    @Test
    void aLastDayThatWasSaidWronglyMovesTheFirstRecheck() {
        var scene = somebodyDischargedToday();
        var lastDay = today().plusDays(5);

        leftOn(scene, lastDay);

        rechecks(scene).body("items.dueOn", contains(lastDay.plusMonths(3).toString()));
    }

    @Test
    void aLastDayThatIsCorrectedLaterDelaysNoRecheck() {
        var scene = somebodyDischargedToday();
        var lastDay = today().minusDays(2);
        itIsTheMorningOf(today().plusDays(20));

        leftOn(scene, lastDay);

        rechecks(scene).body("items.dueOn", contains(lastDay.plusMonths(3).toString()));
    }

    @Test
    void aDischargeThatBecameKnownLateDelaysNoRecheck() {
        var scene = somebodyInTreatment();
        var lastDay = today().minusDays(20);

        scene.isDischarged(lastDay, DischargeReason.NO_CONTACT);
        scene.awaitPlan("ACTIVE");

        rechecks(scene).body("items.dueOn", contains(lastDay.plusMonths(3).toString()));
    }

    @Test
    void whatNobodyCanAnswerAnyMoreIsNotAskedForAndTheNextQuarterIs() {
        var scene = somebodyInTreatment();
        var lastDay = today().minusMonths(5);

        scene.isDischarged(lastDay, DischargeReason.NO_CONTACT);
        scene.awaitPlan("ACTIVE");

        rechecks(scene)
                .body("items.number", contains(2))
                .body("items.dueOn", contains(lastDay.plusMonths(6).toString()));
    }

    @Test
    void whatIsAskedForStaysAndTheNextQuarterIsCountedFromTheCorrectedDay() {
        var scene = somebodyDischargedToday();
        var due = quarters.pass(scene);
        var lastDay = due.minusMonths(3).plusDays(10);

        leftOn(scene, lastDay);

        rechecks(scene).body("items.dueOn", contains(due.toString())).body("items.status", contains("DUE"));
        answer(scene.thePatient(), ahead(scene), WELL).then().statusCode(200);
        rechecks(scene).body("items[1].dueOn", equalTo(lastDay.plusMonths(6).toString()));

        leftOn(scene, lastDay.minusDays(4));

        rechecks(scene)
                .body("items.number", contains(1, 2))
                .body(
                        "items[1].dueOn",
                        equalTo(lastDay.minusDays(4).plusMonths(6).toString()));
    }

    @Test
    void whoNeverCameBackIsAskedWhereTheyWere() {
        var scene = somebodyDischargedToday();
        var lastDay = today();
        itIsTheMorningOf(lastDay.plusDays(20));
        var again = new EpisodeId(Uuid7.next());
        scene.isAdmittedTo(again);
        scene.awaitPlan("PAUSED");

        scene.neverCame(again);
        scene.awaitPlan("ACTIVE");

        rechecks(scene)
                .body("items.status", contains("ENDED", "SCHEDULED"))
                .body("items[1].dueOn", equalTo(lastDay.plusMonths(3).toString()));
    }

    @Test
    void whoWantedNoneIsAskedNothingBecauseAnAdmissionNeverCame() {
        var scene = somebodyDischargedToday();
        scene.thePatient()
                .asks()
                .body("{\"because\": \"WANTS_NONE\"}")
                .post(API + "/plans/" + scene.plan() + "/rechecks/ending")
                .then()
                .statusCode(200);
        var again = new EpisodeId(Uuid7.next());
        scene.isAdmittedTo(again);
        scene.awaitPlan("PAUSED");

        scene.neverCame(again);
        scene.awaitPlan("ACTIVE");

        rechecks(scene).body("items.endedBecause", contains("WANTS_NONE"));
    }

    @Test
    void whoCouldNotBeReachedAndComesBackIsAskedWhereTheyWere() {
        var scene = somebodyDischargedToday();
        var lastDay = today();
        quarters.unreachable(scene);
        itIsTheMorningOf(lastDay.plusDays(20));

        SUPERVISOR
                .asks()
                .post(API + "/plans/" + scene.plan() + "/reopening")
                .then()
                .statusCode(200);

        rechecks(scene)
                .body("items.status", contains("SCHEDULED"))
                .body("items.dueOn", contains(lastDay.plusMonths(3).toString()));
    }

    private static void leftOn(Scene scene, LocalDate lastDay) {
        scene.leftOtherwise(lastDay, DischargeReason.COMPLETED_GOALS_MET, null);
        await().untilAsserted(() -> SUPERVISOR
                .asks()
                .get(API + "/plans/" + scene.plan())
                .then()
                .body("activeFrom", equalTo(lastDay.toString())));
    }
}
