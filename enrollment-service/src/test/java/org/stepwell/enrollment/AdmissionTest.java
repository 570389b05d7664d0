package org.stepwell.enrollment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;
import static org.stepwell.enrollment.Intake.API;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.platform.testing.Broker;
import org.stepwell.platform.testing.Person;
import org.stepwell.platform.testing.StepwellTestResource;

@QuarkusTest
@QuarkusTestResource(StepwellTestResource.class)
class AdmissionTest {

    private final Intake riverside = new Intake(Person.RIVERSIDE);

    @BeforeEach
    void setUp() {
        riverside.setUp("Riverside");
    }

    @Test
    void aPatientIsAdmittedAndTheOthersHearOfIt() {
        var patient = riverside.patient();

        var episode = riverside.admitted(patient);

        await().untilAsserted(() -> assertThat(Broker.said("stepwell.enrollment", patient))
                .singleElement()
                .asString()
                .startsWith("episode-admitted.v1 ")
                .contains(episode.toString(), "\"targetEnd\":\"2026-05-30\"", "\"weeklyMinutes\":540"));
    }

    @Test
    void nobodyIsAdmittedWithoutConsentToTreatment() {
        var patient = riverside.patient();
        riverside.screened(patient);
        var episode = riverside.waiting(patient, riverside.program());

        refused(riverside.admit(episode), "treatment-consent-required");

        riverside.consented(patient);
        riverside.admit(episode).statusCode(200).body("status", equalTo("ADMITTED"));
    }

    @Test
    void aRevokedConsentAdmitsNobody() {
        var patient = riverside.patient();
        riverside.screened(patient);
        var consent = riverside.consented(patient);
        var episode = riverside.waiting(patient, riverside.program());
        riverside
                .ivy()
                .asks()
                .post(API + "consents/" + consent + "/revocation")
                .then()
                .statusCode(200);

        refused(riverside.admit(episode), "treatment-consent-required");
    }

    @Test
    void anOpenHardStopAdmitsNobodyUntilAClinicianClearedIt() {
        var patient = riverside.patient();
        riverside.screened(patient, "SUICIDE_RISK_HIGH");
        riverside.consented(patient);
        var episode = riverside.waiting(patient, riverside.program());
        var clearance = Map.of(
                "disposition", "ASSESSED_SAFETY_PLAN_MADE", "assessment", "Passive thoughts; made a plan with her.");
        var finding = API + "findings/" + riverside.finding(patient, "SUICIDE_RISK_HIGH") + "/clearance";

        refused(riverside.admit(episode), "hard-stop-open");
        riverside
                .ivy()
                .asks()
                .body(clearance)
                .post(finding)
                .then()
                .statusCode(403)
                .body("type", endsWith("/license-required"));
        riverside
                .carl()
                .asks()
                .body(clearance)
                .post(finding)
                .then()
                .statusCode(200)
                .body("status", equalTo("CLEARED"));

        riverside.admit(episode).statusCode(200);
    }

    @Test
    void aLaterScreeningTakesNoHardStopBack() {
        var patient = riverside.patient();
        riverside.screened(patient, "SUICIDE_RISK_HIGH");
        riverside.screened(patient);
        riverside.consented(patient);
        var episode = riverside.waiting(patient, riverside.program());

        refused(riverside.admit(episode), "hard-stop-open");
    }

    @Test
    void anEpisodeFollowsADischargedOneOfTheSamePatient() {
        var patient = riverside.patient();
        var elsewhere = riverside.admitted(riverside.patient());
        var program = riverside.program();

        for (var previous :
                java.util.List.of(elsewhere.toString(), UUID.randomUUID().toString())) {
            riverside
                    .ivy()
                    .asks()
                    .body(Map.of("program", program, "track", "evening", "previous", previous))
                    .post(API + "patients/" + patient + "/episodes")
                    .then()
                    .statusCode(400)
                    .body("type", endsWith("/previous-episode-is-over"))
                    .body("errors[0].pointer", equalTo("/previous"));
        }
    }

    @Test
    void aPatientHasOneOpenEpisode() {
        var patient = riverside.patient();
        var program = riverside.program();
        riverside.waiting(patient, program);

        riverside
                .ivy()
                .asks()
                .body(Map.of("program", program, "track", "evening"))
                .post(API + "patients/" + patient + "/episodes")
                .then()
                .statusCode(409)
                .body("type", endsWith("/problems/one-open-episode"))
                .body("errors[0].pointer", equalTo("/program"));
    }

    @Test
    void anotherClinicsPatientIsNotThere() {
        var patient = riverside.patient();
        var harbor = new Intake(Person.HARBOR);
        harbor.setUp("Harbor");

        var foreign = harbor.ivy()
                .asks()
                .get(API + "patients/" + patient)
                .then()
                .statusCode(404)
                .extract();
        var random = harbor.ivy()
                .asks()
                .get(API + "patients/" + UUID.randomUUID())
                .then()
                .statusCode(404)
                .extract();

        assertThat(foreign.<String>path("type")).isEqualTo(random.path("type"));
        assertThat(foreign.<String>path("detail")).isEqualTo(random.path("detail"));
    }

    @Test
    void aClinicianOutsideTheCareTeamLearnsThatThereIsSomebodyAndMayNotRead() {
        var patient = riverside.patient();

        riverside.carl().asks().get(API + "patients/" + patient).then().statusCode(403);
        riverside.admitted(patient);

        riverside
                .carl()
                .asks()
                .get(API + "patients/" + patient)
                .then()
                .statusCode(200)
                .body("givenName", startsWith("Maya"));
    }

    @Test
    void aPatientReadsTheirOwnRecordAndNobodyElses() {
        var patient = riverside.patient();
        var other = riverside.patient();
        var maya = Person.at("patient").who(patient);

        maya.asks().get(API + "patients/" + patient).then().statusCode(200);
        maya.asks().get(API + "patients/" + other).then().statusCode(404);
        maya.asks()
                .get(API + "patients/" + new PatientId(UUID.randomUUID()))
                .then()
                .statusCode(404);
    }

    private static void refused(ValidatableResponse answer, String slug) {
        answer.statusCode(409).body("type", endsWith("/problems/" + slug));
    }
}
