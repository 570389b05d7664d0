package org.stepwell.enrollment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
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
    void aTimeZoneIsOneOfTheIanaDatabase() {
        var form = new java.util.HashMap<>(Intake.maya());
        for (var zone : java.util.List.of("+05:00", "lives with her aunt", "")) {
            form.put("zone", zone);
            riverside
                    .ivy()
                    .asks()
                    .body(form)
                    .post(API + "patients")
                    .then()
                    .statusCode(400)
                    .body("errors[0].pointer", equalTo("/zone"));
        }
    }

    @Test
    void aPatientHasOneOpenEpisode() {
        var patient = riverside.patient();
        var program = riverside.program();
        riverside.waiting(patient, program);

        refused(
                riverside
                        .ivy()
                        .asks()
                        .body(Map.of("program", program, "track", "evening"))
                        .post(API + "patients/" + patient + "/episodes")
                        .then(),
                "one-open-episode");
    }

    @Test
    void aPersonIsRegisteredOnce() {
        var maya = Intake.maya();
        riverside.ivy().asks().body(maya).post(API + "patients").then().statusCode(201);

        refused(riverside.ivy().asks().body(maya).post(API + "patients").then(), "registered-twice");
    }

    @Test
    void aRepeatedRegistrationWithItsKeyIsAnsweredAsBefore() {
        var key = UUID.randomUUID().toString();
        var maya = Intake.maya();
        var first = riverside
                .ivy()
                .asks()
                .header("Idempotency-Key", key)
                .body(maya)
                .post(API + "patients")
                .then()
                .statusCode(201);

        var again = riverside
                .ivy()
                .asks()
                .header("Idempotency-Key", key)
                .body(maya)
                .post(API + "patients")
                .then()
                .statusCode(201);

        assertThat(again.extract().asString()).isEqualTo(first.extract().asString());
        assertThat(again.extract().header("Location")).isEqualTo(first.extract().header("Location"));
        riverside
                .ivy()
                .asks()
                .header("Idempotency-Key", key)
                .body(Intake.maya())
                .post(API + "patients")
                .then()
                .statusCode(422)
                .body("type", endsWith("/idempotency-key-reused"));
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
                .body("givenName", equalTo("Maya"));
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

    @Test
    void aPatientIsFoundByTheBeginningOfTheFamilyNameWhateverItsAccents() {
        var name = "Ångström-" + UUID.randomUUID();
        var form = new java.util.HashMap<>(Intake.maya());
        form.put("familyName", name);
        riverside.ivy().asks().body(form).post(API + "patients").then().statusCode(201);

        riverside
                .ivy()
                .asks()
                .header("X-Family-Name", "angstrom-" + name.substring(9, 20))
                .get(API + "patients")
                .then()
                .statusCode(200)
                .body("items.familyName", equalTo(java.util.List.of(name)));
    }

    @Test
    void aCorrectionIsMadeToTheVersionLastRead() {
        var patient = riverside.patient();
        var url = API + "patients/" + patient;
        var tag = riverside.ivy().asks().get(url).then().extract().header("ETag");
        var maya = Intake.maya();

        riverside.ivy().asks().body(maya).put(url).then().statusCode(428);
        riverside
                .ivy()
                .asks()
                .header("If-Match", tag)
                .body(maya)
                .put(url)
                .then()
                .statusCode(200);

        riverside
                .ivy()
                .asks()
                .header("If-Match", tag)
                .body(maya)
                .put(url)
                .then()
                .statusCode(412);
    }

    private static void refused(ValidatableResponse answer, String slug) {
        answer.statusCode(409).body("type", endsWith("/problems/" + slug));
    }
}
