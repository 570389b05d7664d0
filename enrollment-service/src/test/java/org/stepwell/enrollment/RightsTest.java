package org.stepwell.enrollment;

import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.stepwell.enrollment.Intake.API;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.platform.testing.Person;
import org.stepwell.platform.testing.StepwellTestResource;

/** What patients ask about their record, and the privacy officer's answers. */
@QuarkusTest
@QuarkusTestResource(StepwellTestResource.class)
class RightsTest {

    private final Intake riverside = new Intake(Person.RIVERSIDE);
    private final Person paul = Person.at("privacy-officer");

    @BeforeEach
    void setUp() {
        riverside.setUp("Riverside");
    }

    @Test
    void aPatientAsksAndReadsTheAnswer() {
        var patient = riverside.patient();
        var maya = Person.at("patient").who(patient);
        var request =
                asked(maya, patient, "AMENDMENT").statusCode(201).extract().<String>path("id");
        paul.asks().queryParam("limit", 200).get(API + "rights-requests").then().body("items.id", hasItem(request));
        tasks(patient).body("items.kind", hasItem("rights-request"));

        answered(request, "DENIED").statusCode(200);

        maya.asks()
                .get(API + "patients/" + patient + "/rights-requests")
                .then()
                .statusCode(200)
                .body("items[0].outcome", equalTo("DENIED"))
                .body("items[0].answer", equalTo("The lab confirmed it."));
        tasks(patient).body("items.kind", not(hasItem("rights-request")));
        maya.asks()
                .body(Map.of("statement", "I still say that I did not."))
                .post(API + "rights-requests/" + request + "/disagreement")
                .then()
                .statusCode(200)
                .body("disagreement", equalTo("I still say that I did not."));
    }

    @Test
    void anAnswerIsGivenOnceAndPutOffOnce() {
        var patient = riverside.patient();
        var request = asked(riverside.ivy(), patient, "ACCESS").extract().<String>path("id");
        var putOff = API + "rights-requests/" + request + "/extension";

        var reason = Map.of("reason", "The archive sends the record next week.");
        paul.asks()
                .body(reason)
                .post(putOff)
                .then()
                .statusCode(200)
                .body("extensionReason", equalTo(reason.get("reason")));
        paul.asks().body(reason).post(putOff).then().statusCode(409).body("type", endsWith("/put-off-once"));
        answered(request, "RESOLVED").statusCode(400).body("errors[0].pointer", equalTo("/outcome"));
        answered(request, "GRANTED").statusCode(200);
        answered(request, "DENIED").statusCode(409).body("type", endsWith("/request-is-over"));
    }

    @Test
    void theTimeForAnAnswerRunsFromTheDayALetterCame() {
        var patient = riverside.patient();
        var today = LocalDate.now(ZoneId.of("America/New_York"));
        entered(patient, today.minusDays(9))
                .statusCode(201)
                .body("receivedOn", equalTo(today.minusDays(9).toString()))
                .body("dueOn", equalTo(today.plusDays(21).toString()));
        String late =
                entered(patient, today.minusDays(40)).statusCode(201).extract().path("id");

        paul.asks()
                .body(Map.of("reason", "The archive sends the record next week."))
                .post(API + "rights-requests/" + late + "/extension")
                .then()
                .statusCode(409)
                .body("type", endsWith("/put-off-in-time"));
        for (var wrong : List.of(today.plusDays(1), today.minusYears(2))) {
            entered(patient, wrong)
                    .statusCode(400)
                    .body("type", endsWith("/received-lately"))
                    .body("errors[0].pointer", equalTo("/receivedOn"));
        }
    }

    private ValidatableResponse entered(PatientId patient, LocalDate receivedOn) {
        return riverside
                .ivy()
                .asks()
                .body(Map.of("right", "ACCESS", "words", "A copy, please.", "receivedOn", receivedOn.toString()))
                .post(API + "patients/" + patient + "/rights-requests")
                .then();
    }

    @Test
    void whoeverWithdrawsAsksForNothingAnyMore() {
        var patient = riverside.patient();
        var maya = Person.at("patient").who(patient);
        var request = asked(maya, patient, "COMPLAINT").extract().<String>path("id");

        maya.asks()
                .post(API + "rights-requests/" + request + "/withdrawal")
                .then()
                .statusCode(200)
                .body("status", equalTo("WITHDRAWN"))
                .body("answer", nullValue());
        tasks(patient).body("items.kind", not(hasItem("rights-request")));
    }

    @Test
    void thoseWhoTreatThePatientTakeAComplaintDownAndNeitherReadItAgainNorTakeItBack() {
        var patient = riverside.patient();
        var request = asked(riverside.ivy(), patient, "COMPLAINT")
                .statusCode(201)
                .extract()
                .<String>path("id");
        var url = API + "rights-requests/" + request;

        riverside.ivy().asks().get(url).then().statusCode(403);
        riverside.ivy().asks().post(url + "/withdrawal").then().statusCode(403);
        riverside
                .ivy()
                .asks()
                .get(API + "patients/" + patient + "/rights-requests")
                .then()
                .statusCode(200)
                .body("items.size()", equalTo(0));
        paul.asks().get(url).then().statusCode(200);
        Person.at("patient").who(patient).asks().get(url).then().statusCode(200);
    }

    @Test
    void staffDoNotAnswerForThePrivacyOfficer() {
        var request = asked(riverside.ivy(), riverside.patient(), "COMPLAINT")
                .extract()
                .<String>path("id");

        riverside
                .ivy()
                .asks()
                .body(Map.of("outcome", "RESOLVED", "answer", "Spoke with them."))
                .post(API + "rights-requests/" + request + "/answer")
                .then()
                .statusCode(403);
    }

    private static ValidatableResponse asked(Person who, PatientId patient, String right) {
        return who.asks()
                .body(Map.of("right", right, "words", "The note of 3 March says that I drank; I did not."))
                .post(API + "patients/" + patient + "/rights-requests")
                .then();
    }

    private ValidatableResponse answered(String request, String outcome) {
        return paul.asks()
                .body(Map.of("outcome", outcome, "answer", "The lab confirmed it."))
                .post(API + "rights-requests/" + request + "/answer")
                .then();
    }

    private ValidatableResponse tasks(PatientId patient) {
        return paul.asks()
                .queryParam("patient", patient.toString())
                .get(API + "tasks")
                .then()
                .statusCode(200);
    }
}
