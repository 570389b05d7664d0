package org.stepwell.enrollment;

import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.stepwell.enrollment.Intake.API;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.stepwell.platform.testing.MovedClock;
import org.stepwell.platform.testing.Person;
import org.stepwell.platform.testing.StepwellTestResource;

/** A clinic, its programs, and the first calls it takes. */
@QuarkusTest
@QuarkusTestResource(StepwellTestResource.class)
class SetUpTest {

    private static final Map<String, String> EVENING = Map.of("code", "evening", "name", "Evening");

    private final Intake riverside = new Intake(Person.RIVERSIDE);

    @BeforeEach
    void setUp() {
        riverside.setUp("Riverside");
    }

    @Test
    void aClinicIsChangedByTheVersionLastRead() {
        var url = API + "clinics/" + Person.RIVERSIDE;
        var form = Map.of("name", "Riverside", "zone", "America/Chicago", "weekStart", "SUNDAY");
        var tag =
                riverside.ada().asks().get(url).then().statusCode(200).extract().header("ETag");

        riverside.ada().asks().body(form).put(url).then().statusCode(428);
        riverside
                .ada()
                .asks()
                .header("If-Match", tag)
                .body(form)
                .put(url)
                .then()
                .statusCode(200);
        riverside
                .ada()
                .asks()
                .header("If-Match", tag)
                .body(form)
                .put(url)
                .then()
                .statusCode(412);

        riverside.ada().asks().get(url).then().body("zone", equalTo("America/Chicago"));
    }

    @Test
    void aClinicKeepsAZoneThatKnowsDaylightSaving() {
        for (var zone : List.of("+05:00", "UTC-5", "Riverside")) {
            riverside
                    .ada()
                    .asks()
                    .header("If-Match", "*")
                    .body(Map.of("name", "Riverside", "zone", zone, "weekStart", "MONDAY"))
                    .put(API + "clinics/" + Person.RIVERSIDE)
                    .then()
                    .statusCode(400)
                    .body("errors[0].pointer", equalTo("/zone"));
        }
    }

    @Test
    void aProgramIsOfferedOnceWithTracksAndRulesThatExist() {
        var name = "Evening " + UUID.randomUUID();

        offer(name, "iop-standard", List.of(EVENING)).statusCode(201);
        offer(name, "iop-standard", List.of(EVENING)).statusCode(409).body("type", endsWith("/program-name-taken"));
        offer(name + "b", "no-such-set", List.of(EVENING))
                .statusCode(400)
                .body("type", endsWith("/unknown-rule-set"))
                .body("errors[0].pointer", equalTo("/ruleSet"));
        offer(name + "c", "iop-standard", List.of(EVENING, EVENING))
                .statusCode(400)
                .body("type", endsWith("/track-named-twice"));
        offer(name + "d", "iop-standard", List.of()).statusCode(400);
    }

    @Test
    void onlyAdministratorsOfferPrograms() {
        riverside
                .ivy()
                .asks()
                .body(program("Evening " + UUID.randomUUID(), "iop-standard", List.of(EVENING)))
                .post(API + "programs")
                .then()
                .statusCode(403);
    }

    private ValidatableResponse offer(String name, String rules, List<Map<String, String>> tracks) {
        return riverside
                .ada()
                .asks()
                .body(program(name, rules, tracks))
                .post(API + "programs")
                .then();
    }

    private static Map<String, Object> program(String name, String rules, List<Map<String, String>> tracks) {
        return Map.of("name", name, "lengthDays", 90, "ruleSet", rules, "tracks", tracks);
    }
}
