package org.stepwell.aftercare.recheck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.stepwell.aftercare.Problems.refused;
import static org.stepwell.aftercare.Scene.SUPERVISOR;
import static org.stepwell.aftercare.Scene.somebodyDischargedToday;
import static org.stepwell.aftercare.Scene.today;
import static org.stepwell.aftercare.recheck.RecheckResourceTest.API;
import static org.stepwell.aftercare.recheck.RecheckResourceTest.UNWELL;
import static org.stepwell.aftercare.recheck.RecheckResourceTest.ahead;
import static org.stepwell.aftercare.recheck.RecheckResourceTest.answer;
import static org.stepwell.aftercare.recheck.RecheckResourceTest.get;
import static org.stepwell.aftercare.recheck.RecheckResourceTest.rechecks;
import static org.stepwell.aftercare.recheck.RecheckResourceTest.tasks;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.HashMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stepwell.aftercare.Scene;
import org.stepwell.contracts.code.DischargeReason;
import org.stepwell.contracts.code.DischargeWaiver;
import org.stepwell.platform.testing.AtOnce;
import org.stepwell.platform.testing.Person;
import org.stepwell.platform.testing.StepwellTestResource;

/** Rechecks go on where nobody could be reached, until the patient, a supervisor or a death ends them. */
@QuarkusTest
@QuarkusTestResource(StepwellTestResource.class)
class RecheckEndingTest {

    @Inject
    Quarters quarters;

    @Inject
    QuarterlyRechecks quarterly;

    @Test
    void whoCouldNotBeReachedEndsThemAlone() {
        var scene = somebodyUnreachable();
        quarters.pass(scene);

        end(scene.thePatient(), scene, "WANTS_NONE", null)
                .then()
                .statusCode(200)
                .body("status", equalTo("ENDED"))
                .body("endedBecause", equalTo("WANTS_NONE"))
                .body("endedReason", nullValue())
                .body("endedBy", nullValue());

        tasks(scene, "WITHDRAWN").body("items.kind", hasItem("recheck-due"));
        assertThat(quarters.allFallDue(scene)).isZero();
        refused(end(scene.thePatient(), scene, "WANTS_NONE", null), 409, "no-recheck-ahead");
    }

    @Test
    void aSupervisorEndsThemAndSaysWhy() {
        var scene = somebodyUnreachable();
        refused(end(supervisor(scene), scene, "ANOTHER_REASON", " "), 400, "why-rechecks-end")
                .body("errors[0].pointer", equalTo("/reason"));
        rechecks(scene).body("items.status", contains("SCHEDULED"));

        end(supervisor(scene), scene, "ANOTHER_REASON", "Lives with family abroad.")
                .then()
                .statusCode(200);

        rechecks(scene)
                .body("items.endedBecause", contains("ANOTHER_REASON"))
                .body("items.endedReason", contains("Lives with family abroad."));
        assertThat(quarters.allFallDue(scene)).isZero();
    }

    @Test
    void whoWantsNoRechecksIsStillAskedEachWeek() {
        var scene = somebodyDischargedToday();

        end(scene.theClinician(), scene, "WANTS_NONE", "Says once a week is enough.")
                .then()
                .statusCode(200);

        rechecks(scene).body("items.endedBy", contains(scene.clinician.toString()));
        get(scene, "/check-ins").body("items.status", contains("SCHEDULED"));
        scene.leftOtherwise(today().minusDays(3), DischargeReason.COMPLETED_GOALS_MET, null);
        await().untilAsserted(() -> SUPERVISOR
                .asks()
                .get(API + "/plans/" + scene.plan())
                .then()
                .body("activeFrom", equalTo(today().minusDays(3).toString())));
        rechecks(scene).body("items.status", contains("ENDED"));
    }

    @Test
    void aDeathThatEnrollmentTellsOfEndsThemAndWhatWasOffered() {
        var scene = somebodyUnreachable();
        quarters.pass(scene);
        answer(SUPERVISOR, ahead(scene), UNWELL).then().statusCode(200);
        rechecks(scene).body("items.status", contains("ANSWERED", "SCHEDULED"));

        scene.leftOtherwise(today(), DischargeReason.DECEASED, DischargeWaiver.DEATH);

        await().untilAsserted(() -> rechecks(scene).body("items[1].endedBecause", equalTo("DIED")));
        get(scene, "/linkages").body("items.status", contains("WITHDRAWN"));
        tasks(scene, "WITHDRAWN").body("items.kind", hasItem("linkage-offer"));
        assertThat(quarters.allFallDue(scene)).isZero();
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            false, 2
            true,  1
            """)
    void aDeathThatWasSaidWronglyIsNoneInFigures(boolean unreachable, int rechecks) {
        var scene = unreachable ? somebodyUnreachable() : somebodyDischargedToday();
        scene.leftOtherwise(today(), DischargeReason.DECEASED, DischargeWaiver.DEATH);
        await().untilAsserted(() -> rechecks(scene).body("items.endedBecause", contains("DIED")));

        scene.leftOtherwise(today(), DischargeReason.COMPLETED_GOALS_MET, null);

        await().untilAsserted(() ->
                rechecks(scene).body("items", hasSize(rechecks)).body("items.endedBecause", not(hasItem("DIED"))));
    }

    @Test
    void whatStaffHeardOfADeathHoldsUntilThePlanIsOpenedAgain() {
        var scene = somebodyUnreachable();
        end(supervisor(scene), scene, "DIED", "A brother called.").then().statusCode(200);
        AtOnce.inTheClinic(() -> quarterly.livesAfterAll(scene.patient));
        rechecks(scene).body("items.endedBecause", contains("DIED"));

        SUPERVISOR
                .asks()
                .post(API + "/plans/" + scene.plan() + "/reopening")
                .then()
                .statusCode(200);

        rechecks(scene)
                .body("items[0].endedBecause", equalTo("AFTERCARE_CLOSED"))
                .body("items[1].status", equalTo("SCHEDULED"));
    }

    @Test
    void aDeathThatSomebodyHearsOfEndsThemAndClosesAnActivePlanInstead() {
        var scene = somebodyUnreachable();
        var active = somebodyDischargedToday();

        end(supervisor(scene), scene, "DIED", "A brother called.").then().statusCode(200);

        rechecks(scene).body("items.endedBecause", contains("DIED"));
        refused(end(supervisor(active), active, "DIED", "A brother called."), 409, "death-closes-the-plan");
        rechecks(active).body("items.status", contains("SCHEDULED"));
    }

    @Test
    void othersDoNotEndThem() {
        var scene = somebodyDischargedToday();
        var other = somebodyDischargedToday();

        refused(end(scene.thePatient(), scene, "DIED", null), 403, "supervisor-ends-rechecks");
        refused(end(scene.theClinician(), scene, "ANOTHER_REASON", "Busy."), 403, "supervisor-ends-rechecks");
        refused(end(other.theClinician(), scene, "WANTS_NONE", "Says so."), 403, "not-allowed");
        refused(end(other.thePatient(), scene, "WANTS_NONE", null), 404, "not-found");
        refused(end(Person.of("supervisor", Person.HARBOR), scene, "WANTS_NONE", "Says so."), 404, "not-found");
        refused(end(supervisor(scene), scene, "ADMITTED", "Says so."), 400, "unreadable-body");
        rechecks(scene).body("items.status", contains("SCHEDULED"));
    }

    private static Person supervisor(Scene scene) {
        return Person.at("supervisor").who(scene.clinician);
    }

    private Scene somebodyUnreachable() {
        var scene = somebodyDischargedToday();
        quarters.unreachable(scene);
        return scene;
    }

    private static Response end(Person who, Scene scene, String because, @Nullable String reason) {
        var said = new HashMap<String, Object>();
        said.put("because", because);
        if (reason != null) {
            said.put("reason", reason);
        }
        return who.asks().body(said).post(API + "/plans/" + scene.plan() + "/rechecks/ending");
    }
}
