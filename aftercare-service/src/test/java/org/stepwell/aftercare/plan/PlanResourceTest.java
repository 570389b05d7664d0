package org.stepwell.aftercare.plan;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.stepwell.aftercare.Problems.refused;
import static org.stepwell.aftercare.Scene.somebodyLeavingSoon;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.stepwell.platform.database.Uuid7;
import org.stepwell.platform.testing.Person;
import org.stepwell.platform.testing.StepwellTestResource;

@QuarkusTest
@QuarkusTestResource(StepwellTestResource.class)
class PlanResourceTest {

    private static final String API = "/api/aftercare/v1";

    @Test
    void thePatientAndTheCareTeamReadThePlan() {
        var scene = somebodyLeavingSoon();
        var plan = scene.plan();

        for (var reader : List.of(scene.thePatient(), scene.theClinician(), Person.at("intake"))) {
            reader.asks()
                    .get(API + "/plans/" + plan)
                    .then()
                    .statusCode(200)
                    .header("ETag", "\"1\"")
                    .body("patient", equalTo(scene.patient.toString()))
                    .body("episode", equalTo(scene.episode.toString()));
            reader.asks().get(API + "/plans?patient=" + scene.patient).then().body("items", hasSize(1));
        }
    }

    @Test
    void toOthersThePlanIsForbiddenOrNotThere() {
        var scene = somebodyLeavingSoon();
        var somebodyElse = somebodyLeavingSoon();

        for (var path : List.of(
                "/plans/" + scene.plan(),
                "/plans?patient=" + scene.patient,
                "/episodes/" + scene.episode + "/plan",
                "/plans/" + scene.plan() + "/next-steps",
                "/plans/" + scene.plan() + "/check-ins")) {
            refused(somebodyElse.thePatient().asks().get(API + path), 404, "not-found");
            refused(somebodyElse.theClinician().asks().get(API + path), 403, "not-allowed");
            refused(Person.at("clinic-admin").asks().get(API + path), 403, "not-allowed");
        }
    }

    @Test
    void anotherClinicsPlanIsNotThereLikeAnyOther() {
        var scene = somebodyLeavingSoon();
        var there = Person.of("supervisor", Person.HARBOR);

        for (var plan : List.of(scene.plan(), Uuid7.next().toString(), "1-1-1-1-1")) {
            refused(there.asks().get(API + "/plans/" + plan), 404, "not-found");
        }
        refused(there.asks().get(API + "/episodes/" + scene.episode + "/plan"), 404, "not-found");
        refused(there.asks().get(API + "/plans?patient=" + scene.patient), 404, "not-found");
    }

    @Test
    void aListOfPlansNamesThePatient() {
        refused(Person.at("supervisor").asks().get(API + "/plans"), 400, "invalid-request");
    }
}
