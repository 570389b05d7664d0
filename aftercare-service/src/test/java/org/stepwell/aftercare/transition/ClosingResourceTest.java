package org.stepwell.aftercare.transition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.stepwell.aftercare.Problems.refused;
import static org.stepwell.aftercare.Scene.SUPERVISOR;
import static org.stepwell.aftercare.Scene.somebodyDischargedToday;
import static org.stepwell.aftercare.Scene.somebodyLeavingSoon;
import static org.stepwell.aftercare.Scene.today;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.stepwell.contracts.code.DischargeReason;
import org.stepwell.platform.testing.Person;
import org.stepwell.platform.testing.StepwellTestResource;

@QuarkusTest
@QuarkusTestResource(StepwellTestResource.class)
class ClosingResourceTest {

    private static final String API = "/api/aftercare/v1";
    private static final String COMPLETED = "{\"reason\": \"COMPLETED\"}";

    @Test
    void closingEndsCheckInsAndWithdrawsWhatWasStillToCome() {
        var scene = somebodyDischargedToday();
        var plan = scene.plan();
        String step = scene.theClinician()
                .asks()
                .body("{\"kind\": \"HOUSING\", \"date\": \"%s\"}".formatted(today().plusDays(3)))
                .post(API + "/plans/" + plan + "/next-steps")
                .then()
                .statusCode(201)
                .extract()
                .path("id");

        scene.theClinician()
                .asks()
                .body(COMPLETED)
                .post(API + "/plans/" + plan + "/closing")
                .then()
                .statusCode(200)
                .body("plan", equalTo(plan))
                .body("reason", equalTo("COMPLETED"));

        scene.awaitSaid("next-step-changed.v1", step, "WITHDRAWN", "STAFF");
        assertThat(scene.said("aftercare-closed.v1")).hasSize(1);
        scene.theClinician()
                .asks()
                .get(API + "/plans/" + plan + "/check-ins")
                .then()
                .body("items", hasSize(0));
        refused(
                scene.theClinician().asks().body(COMPLETED).post(API + "/plans/" + plan + "/closing"),
                409,
                "plan-closed");
    }

    @Test
    void aDraftIsNotClosedByHandSoItsDischargeGoesOn() {
        var scene = somebodyLeavingSoon();
        var draft = scene.plan();

        refused(
                scene.theClinician().asks().body(COMPLETED).post(API + "/plans/" + draft + "/closing"),
                409,
                "draft-follows-discharge");
        scene.isDischarged(today(), DischargeReason.COMPLETED_GOALS_MET);

        assertThat(scene.awaitPlan("ACTIVE")).isEqualTo(draft);
    }

    @Test
    void whatEnrollmentSaysIsNoReasonToChoose() {
        var scene = somebodyDischargedToday();

        for (var reason : List.of("DISCHARGE_CANCELLED", "NEVER_CAME")) {
            refused(
                    scene.theClinician()
                            .asks()
                            .body("{\"reason\": \"%s\"}".formatted(reason))
                            .post(API + "/plans/" + scene.plan() + "/closing"),
                    409,
                    "reason-follows-enrollment");
        }
        SUPERVISOR
                .asks()
                .get(API + "/plans/" + scene.plan() + "/check-ins")
                .then()
                .body("items.status", contains("SCHEDULED"));
    }

    @Test
    void onlyTheCareTeamAndSupervisorsClose() {
        var scene = somebodyDischargedToday();
        var path = API + "/plans/" + scene.plan() + "/closing";

        for (var person : List.of(scene.thePatient(), Person.at("intake"), Person.at("clinician"))) {
            refused(person.asks().body(COMPLETED).post(path), 403, "not-allowed");
        }
        refused(Person.of("supervisor", Person.HARBOR).asks().body(COMPLETED).post(path), 404, "not-found");
        refused(scene.theClinician().asks().body("{\"reason\": \"TIRED\"}").post(path), 400, "unreadable-body");
        scene.awaitPlan("ACTIVE");
    }
}
