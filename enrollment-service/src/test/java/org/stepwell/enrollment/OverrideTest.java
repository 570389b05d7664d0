package org.stepwell.enrollment;

import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;
import static org.stepwell.enrollment.Intake.API;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.contracts.id.StaffId;
import org.stepwell.platform.testing.Person;
import org.stepwell.platform.testing.StepwellTestResource;

/** What stops an admission and may be overridden: by whom, with which words, and who looks at it afterwards. */
@QuarkusTest
@QuarkusTestResource(StepwellTestResource.class)
class OverrideTest {

    private final Intake riverside = new Intake(Person.RIVERSIDE);
    private PatientId maya;
    private Visits visits;

    @BeforeEach
    void aPatient() {
        riverside.setUp("Riverside");
        maya = riverside.patient();
        visits = new Visits(riverside, maya);
    }

    @Test
    void severeWithdrawalStopsAndModerateIsOverriddenByMedicalStaffWithAPlan() {
        riverside.measured(maya, "CIWA-Ar", 2, 2, 2, 2, 2, 0, 0, 0, 0, 0).statusCode(201);
        visits.visit().statusCode(201).body("openStops", equalTo(List.of("MODERATE_WITHDRAWAL")));
        visits.refusedAdmission("hard-stop-open");

        visits.override("MODERATE_WITHDRAWAL", riverside.carl())
                .statusCode(403)
                .body("type", endsWith("/license-required"));
        visits.override("MODERATE_WITHDRAWAL", Person.at("prescriber"))
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/plan"));
        Person.at("prescriber")
                .asks()
                .body(Map.of("reason", "Mild last time, and she is never alone.", "plan", "Seen daily; taper."))
                .post(API + "findings/" + riverside.finding(maya, "MODERATE_WITHDRAWAL") + "/override")
                .then()
                .statusCode(200)
                .body("override.plan", equalTo("Seen daily; taper."));

        riverside.measured(maya, "CIWA-Ar", 4, 4, 4, 4, 4, 0, 0, 0, 0, 0).statusCode(201);
        visits.findings().body("items.findAll { it.status == 'OPEN' }.stop", equalTo(List.of("SEVERE_WITHDRAWAL")));
    }

    @Test
    void aSoftStopIsOverriddenWithAReasonAndThenAdmitsThePatient() {
        riverside.screened(maya, "NO_TRANSPORT");
        riverside.consented(maya);
        var episode = riverside.waiting(maya, riverside.program());
        riverside.admit(episode).statusCode(409).body("type", endsWith("/soft-stop-open"));

        riverside
                .ivy()
                .asks()
                .body(Map.of("reason", "too short"))
                .post(API + "findings/" + riverside.finding(maya, "NO_TRANSPORT") + "/override")
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/reason"));
        visits.override("NO_TRANSPORT", riverside.ivy()).statusCode(200).body("status", equalTo("OVERRIDDEN"));

        riverside.admit(episode).statusCode(200);
    }

    @Test
    void anotherLevelIsOverriddenByIntakeOnlyWithASecondSignature() {
        visits.visit(0)
                .statusCode(201)
                .body("suggestedLevel", equalTo("1"))
                .body("openStops[0]", equalTo("OTHER_LEVEL"));

        visits.override("OTHER_LEVEL", riverside.ivy()).statusCode(200).body("status", equalTo("CO_SIGNATURE_DUE"));
        visits.refusedAdmission("soft-stop-open");
        var signature = API + "findings/" + riverside.finding(maya, "OTHER_LEVEL") + "/co-signature";
        riverside.ivy().asks().post(signature).then().statusCode(403);
        riverside
                .carl()
                .asks()
                .post(signature)
                .then()
                .statusCode(200)
                .body("status", equalTo("OVERRIDDEN"))
                .body("override.coSignedAs", equalTo("CLINICIAN"));
    }

    @Test
    void aCliniciansDecisionForThisLevelLetsTheAdmissionGoOn() {
        String screening = visits.visit(0).statusCode(201).extract().path("id");

        decide(screening, Map.of("level", "2.1")).statusCode(400).body("type", endsWith("/level-says-why"));
        decide(screening, Map.of("level", "2.1", "reason", "Her last relapse came on fast; see the history."))
                .statusCode(200)
                .body("decided.level", equalTo("2.1"))
                .body("suggestedLevel", equalTo("1"))
                .body("openStops", empty());

        decide(screening, Map.of("level", "3.7", "reason", "Seizures in withdrawal, and nobody at home."))
                .statusCode(200)
                .body("openStops", equalTo(List.of("OTHER_LEVEL")));
        decide(screening, Map.of("level", "2.7")).statusCode(400).body("errors[0].pointer", equalTo("/level"));
    }

    /** A signature is for the decision that it was asked for, and a later decision asks for its own. */
    @Test
    void eachDecisionForALevelThatIsNotSuggestedIsSignedForItself() {
        String screening = visits.visit().statusCode(201).extract().path("id");
        var trainee = Person.of("clinician", riverside.clinic()).who(new StaffId(UUID.randomUUID()));
        decides(trainee, screening, "1");
        decides(riverside.carl(), screening, "1");
        visits.findings().body("items[-1].status", equalTo("OVERRIDDEN"));

        decides(trainee, screening, "2.5");
        visits.findings().body("items[-1].status", equalTo("CO_SIGNATURE_DUE"));
        var first = riverside.finding(maya, "OTHER_LEVEL");
        decides(trainee, screening, "1");

        visits.findings()
                .body("items[-1].id", equalTo(first))
                .body("items[-1].override.reason", equalTo("She asks for 1, and has come each day."));
    }

    private static void decides(Person who, String screening, String level) {
        who.asks()
                .header("If-Match", "*")
                .body(Map.of("level", level, "reason", "She asks for %s, and has come each day.".formatted(level)))
                .post(API + "screenings/" + screening + "/level")
                .then()
                .statusCode(200);
    }

    @Test
    void whatWasOverriddenIsReviewedWithItsReasonBySupervisorsAlone() {
        riverside.screened(maya, "OUTSIDE_AREA");
        visits.override("OUTSIDE_AREA", riverside.ivy()).statusCode(200);
        var finding = riverside.finding(maya, "OUTSIDE_AREA");

        var mine = "items.find { it.id == '" + finding + "' }.override.";
        overrides(Person.at("supervisor"), finding)
                .body(mine + "reason", equalTo("Her sister drives her on weekdays."))
                .body(mine + "role", equalTo("INTAKE"));
        overrides(riverside.ada(), finding).body(mine + "reason", nullValue()).body(mine + "role", equalTo("INTAKE"));
        riverside.ivy().asks().get(API + "overrides").then().statusCode(403);
        Person.at("supervisor")
                .asks()
                .get(API + "overrides?to=2020-01-31")
                .then()
                .statusCode(200)
                .body("items", empty());
    }

    private ValidatableResponse overrides(Person who, String finding) {
        var page = who.asks().get(API + "overrides?limit=200").then().statusCode(200);
        return page.body("items.id", hasItem(finding));
    }

    private ValidatableResponse decide(String screening, Map<String, String> level) {
        return riverside
                .carl()
                .asks()
                .body(level)
                .post(API + "screenings/" + screening + "/level")
                .then();
    }
}
