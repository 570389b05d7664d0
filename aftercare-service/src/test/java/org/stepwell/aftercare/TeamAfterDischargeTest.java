package org.stepwell.aftercare;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.stepwell.aftercare.Problems.refused;
import static org.stepwell.aftercare.Scene.itIsTheMorningOf;
import static org.stepwell.aftercare.Scene.somebodyDischargedToday;
import static org.stepwell.aftercare.Scene.today;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.stepwell.platform.testing.StepwellTestResource;

/** Aftercare begins when treatment ends, so the team that treated goes on reading and acting. */
@QuarkusTest
@QuarkusTestResource(StepwellTestResource.class)
class TeamAfterDischargeTest {

    private static final String API = "/api/aftercare/v1";

    @Test
    void theTeamOfADischargedPatientReadsArrangesChecksInAndCloses() {
        var scene = somebodyDischargedToday();
        var plan = API + "/plans/" + scene.plan();
        var clinician = scene.theClinician();
        itIsTheMorningOf(today().plusDays(2));

        String step = clinician
                .asks()
                .body("{\"kind\": \"HOUSING\", \"date\": \"%s\"}".formatted(today().plusDays(3)))
                .post(plan + "/next-steps")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        clinician
                .asks()
                .post(API + "/next-steps/" + step + "/acceptance")
                .then()
                .statusCode(200)
                .body("status", equalTo("ACCEPTED"));
        clinician.asks().body("""
                        {"used": false, "cravings": 1, "lowDays": 2, "sleep": 3, "meetings": 2, "confidence": 4,
                         "suicideThoughts": false}""").post(plan + "/check-ins").then().statusCode(201);

        clinician.asks().get(plan).then().statusCode(200).body("status", equalTo("ACTIVE"));
        clinician.asks().get(plan + "/next-steps").then().body("items.id", contains(step));
        clinician.asks().get(plan + "/check-ins").then().body("items.status", contains("RECORDED", "SCHEDULED"));
        clinician
                .asks()
                .body("{\"reason\": \"COMPLETED\"}")
                .post(plan + "/closing")
                .then()
                .statusCode(200);
    }

    @Test
    void whoNeverTreatedThePatientStaysOutsideAfterTheDischarge() {
        var scene = somebodyDischargedToday();
        var stranger = somebodyDischargedToday().theClinician();

        for (var path : List.of("", "/next-steps", "/check-ins")) {
            refused(stranger.asks().get(API + "/plans/" + scene.plan() + path), 403, "not-allowed");
        }
    }
}
