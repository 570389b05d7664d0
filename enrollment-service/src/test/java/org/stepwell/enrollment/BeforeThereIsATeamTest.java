package org.stepwell.enrollment;

import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.stepwell.enrollment.Intake.API;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.contracts.id.StaffId;
import org.stepwell.platform.testing.Person;
import org.stepwell.platform.testing.StepwellTestResource;

/** Before an admission every clinician may see somebody first; then it is for those who treat them. */
@QuarkusTest
@QuarkusTestResource(StepwellTestResource.class)
class BeforeThereIsATeamTest {

    private final Intake riverside = new Intake(Person.RIVERSIDE);
    private final Person dana = Person.at("clinician").who(new StaffId(UUID.randomUUID()));
    private PatientId maya = new PatientId(new UUID(0, 0));

    @BeforeEach
    void mayaIsAtRisk() {
        riverside.setUp("Riverside");
        maya = riverside.patient();
    }

    @Test
    void anyClinicianDiagnosesWhomNobodyTreatsYetAndThenTheTeamAlone() {
        diagnoses(dana, "F32.1").statusCode(201);
        riverside.admitted(maya);

        diagnoses(dana, "F33.1").statusCode(403).body("type", endsWith("/not-allowed"));
        diagnoses(riverside.carl(), "F33.1").statusCode(201);
        diagnoses(Person.at("supervisor"), "F41.1").statusCode(201);
    }

    @Test
    void whatStopsAnAdmissionIsListedToWhoeverMaySeeThePatient() {
        riverside.admitted(maya);
        riverside.screened(maya, "NO_TRANSPORT");
        var otto = riverside.patient();
        riverside.screened(otto, "NO_TRANSPORT");

        standing(dana)
                .body("items.patient", hasItem(otto.toString()))
                .body("items.patient", not(hasItem(maya.toString())));
        standing(riverside.carl()).body("items.patient", hasItem(maya.toString()));
        standing(riverside.ivy()).body("items.patient", hasItem(maya.toString()));
    }

    /** An id is enough to follow somebody by, for whoever once treated them. */
    @Test
    void whoIsInIsListedToWhoeverMaySeeThePatient() {
        riverside.admitted(maya);

        listed(dana).body("items.patient", not(hasItem(maya.toString())));
        listed(riverside.carl()).body("items.patient", hasItem(maya.toString()));
        listed(riverside.ivy()).body("items.patient", hasItem(maya.toString()));
    }

    @Test
    void whatTheStatesReportLacksIsListedToWhoeverMaySeeThePatient() {
        riverside.admitted(maya);

        lacking(dana).body("items.patient", not(hasItem(maya.toString())));
        lacking(riverside.carl()).body("items.patient", hasItem(maya.toString()));
        lacking(riverside.ivy()).body("items.patient", hasItem(maya.toString()));
    }

    private ValidatableResponse listed(Person who) {
        return newest(who, "episodes?status=ADMITTED");
    }

    private ValidatableResponse lacking(Person who) {
        return newest(who, "teds/missing");
    }

    /** For other tests have admitted many; whatever is about a patient is younger than they are. */
    private ValidatableResponse newest(Person who, String list) {
        return who.asks()
                .queryParam("limit", 200)
                .queryParam("after", maya.value())
                .get(API + list)
                .then()
                .statusCode(200);
    }

    private ValidatableResponse diagnoses(Person who, String code) {
        return who.asks()
                .body(Map.of("code", code))
                .post(API + "patients/" + maya + "/diagnoses")
                .then();
    }

    private static ValidatableResponse standing(Person who) {
        return who.asks().queryParam("limit", 200).get(API + "findings").then().statusCode(200);
    }
}
