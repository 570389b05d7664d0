package org.stepwell.enrollment;

import static org.hamcrest.Matchers.endsWith;
import static org.stepwell.enrollment.Intake.API;

import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.platform.testing.Person;

/** The visits of one patient at intake, and what comes of them, as words for tests. */
record Visits(Intake riverside, PatientId maya) {

    ValidatableResponse visit() {
        return visit(2);
    }

    /** A visit in which something is stated. */
    ValidatableResponse stating(String... stops) {
        return visit(2, stops);
    }

    ValidatableResponse visit(int readiness, String... stops) {
        return riverside
                .ivy()
                .asks()
                .body(Map.of(
                        "edition", "3",
                        "withdrawal", 0,
                        "biomedical", 0,
                        "emotional", 0,
                        "readiness", readiness,
                        "relapse", 0,
                        "environment", 0,
                        "ambulatoryWithdrawalManagement", false,
                        "stops", List.of(stops)))
                .post(API + "patients/" + maya + "/screenings")
                .then();
    }

    ValidatableResponse findings() {
        return riverside
                .ivy()
                .asks()
                .get(API + "patients/" + maya + "/findings")
                .then()
                .statusCode(200);
    }

    void refusedAdmission(String rule) {
        riverside.consented(maya);
        riverside
                .admit(riverside.waiting(maya, riverside.program()))
                .statusCode(409)
                .body("type", endsWith("/" + rule));
    }

    ValidatableResponse override(String stop, Person who) {
        return who.asks()
                .body(Map.of("reason", "Her sister drives her on weekdays."))
                .post(API + "findings/" + riverside.finding(maya, stop) + "/override")
                .then();
    }
}
