package org.stepwell.therapy.medication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.stepwell.therapy.Riverside.API;
import static org.stepwell.therapy.Riverside.aClinician;
import static org.stepwell.therapy.Riverside.aPatientOf;
import static org.stepwell.therapy.Riverside.clinician;
import static org.stepwell.therapy.Riverside.clockAt;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.stepwell.contracts.enrollment.EnrollmentFact.PatientMerged;
import org.stepwell.platform.clinic.ClinicContext;
import org.stepwell.platform.database.Sql;
import org.stepwell.platform.testing.Broker;
import org.stepwell.platform.testing.Person;
import org.stepwell.platform.testing.StepwellTestResource;
import org.stepwell.therapy.formulary.Substance;

/** What is taken from elsewhere, and what others in the house read of a patient's medication. */
@QuarkusTest
@QuarkusTestResource(StepwellTestResource.class)
class ExternalMedicationTest extends MedicationCalls {

    @Inject
    Sql sql;

    @Inject
    ActiveMedication active;

    @AfterEach
    void theClockGoesBack() {
        clockAt(Instant.now());
    }

    @Test
    void methadoneIsRecordedWithTheProgramThatGivesItAndItsWordsAreSealed() {
        takesElsewhere("METHADONE", "Harbor Street OTP", today().minusDays(30))
                .statusCode(201)
                .body("givenBy", equalTo("Harbor Street OTP"));

        page().body("external", hasSize(1)).body("external[0].givenBy", equalTo("Harbor Street OTP"));
        assertThat(inClinic(() -> sql.list(
                        "select words from external_medication where patient_id = ?",
                        row -> row.getString(1),
                        ada.patient().value())))
                .singleElement()
                .asString()
                .doesNotContain("Harbor", "as told");
    }

    @Test
    void methadoneWithoutItsProgramAndADayThatHasNotComeArePointedAt() {
        takesElsewhere("METHADONE", " ", today())
                .statusCode(400)
                .body("type", endsWith("/methadone-names-its-program"))
                .body("errors.pointer", contains("/givenBy"));
        takesElsewhere("OTHER", "a doctor", today().plusDays(1))
                .statusCode(400)
                .body("errors.pointer", contains("/since"));
        records(Map.of("substance", "OTHER", "name", "Lisinopril", "since", "2026-02-02", "until", "2026-02-01"))
                .statusCode(400)
                .body("errors.pointer", contains("/until"));
        records(Map.of("substance", "OTHER", "name", "x".repeat(201), "since", "2026-02-02"))
                .statusCode(400)
                .body("errors.pointer", contains("/name"));
        records(Map.of("substance", "OTHER", "name", "Lisinopril", "since", "1850-02-02"))
                .statusCode(400);
        page().body("external", hasSize(0));
    }

    @Test
    void whatIsTakenElsewhereChangesEndsAndIsStruckWithItsVersion() {
        var told = takesElsewhere("BENZODIAZEPINE", "Dr. Lopez", today().minusDays(9));
        var at = ofPatient() + "/external-medications/" + told.extract().path("id");
        var anew = Map.of(
                "substance", "BENZODIAZEPINE", "name", "Lorazepam", "since", "2026-02-02", "until", today().toString());

        clinician(dora).asks().body(anew).put(at).then().statusCode(428);
        clinician(dora)
                .asks()
                .header("If-Match", told.extract().header("ETag"))
                .body(anew)
                .put(at)
                .then()
                .statusCode(200)
                .body("name", equalTo("Lorazepam"))
                .body("until", equalTo(today().toString()));
        clinician(dora)
                .asks()
                .header("If-Match", "*")
                .post(at + "/error")
                .then()
                .statusCode(200)
                .body("struckAt", notNullValue());
        clinician(dora)
                .asks()
                .header("If-Match", "*")
                .body(anew)
                .put(at)
                .then()
                .statusCode(409)
                .body("type", endsWith("/record-is-struck"));
        clinician(dora)
                .asks()
                .header("If-Match", "*")
                .post(API + "/patients/" + aPatientOf(dora).patient() + "/external-medications/"
                        + told.extract().path("id") + "/error")
                .then()
                .statusCode(404);
    }

    @Test
    void theDatabaseKnowsAllThatIsRecordedAndNothingElse() {
        for (var substance : Substance.values()) {
            takesElsewhere(substance.name(), "Dr. Lopez", today()).statusCode(201);
        }

        assertThatThrownBy(() -> inClinic(() -> sql.update(
                        "update external_medication set substance = 'SUGAR' where patient_id = ?",
                        ada.patient().value())))
                .hasStackTraceContaining("external_medication_substance_check");
    }

    @Test
    void theCareTeamRecordsIt() {
        var form = Map.of("substance", "OTHER", "name", "Lisinopril", "since", "2026-02-02");
        for (var who :
                List.of(patient(), clinician(aClinician()), Person.at("intake").who(dora))) {
            who.asks()
                    .body(form)
                    .post(ofPatient() + "/external-medications")
                    .then()
                    .statusCode(403);
        }
    }

    @Test
    void whoTakesWhatIsReadInCodes() {
        ordered(acamprosate());
        ordered(with(naltrexone(), "start", today().plusDays(5).toString()));
        takesElsewhere("BENZODIAZEPINE", "Dr. Lopez", today().minusDays(9)).statusCode(201);
        var stopped = takesElsewhere("CANNABINOID", "Dr. Lopez", today().minusDays(9));
        strikes(stopped).statusCode(200);

        assertThat(inClinic(() -> active.of(ada.patient())))
                .extracting(ActiveMedication.Line::substance)
                .containsExactly(Substance.ACAMPROSATE, Substance.BENZODIAZEPINE);
        assertThat(inClinic(() -> active.of(ada.patient())).getFirst().product())
                .isNotNull();
        assertThat(inClinic(() -> active.around(ada.patient(), today().minusDays(20))))
                .isEmpty();
    }

    @Test
    void anOpioidFromElsewhereBesideNaltrexoneIsToldToWhoeverOrderedIt() {
        ordered(naltrexone());
        takesElsewhere("BENZODIAZEPINE", "Dr. Lopez", today()).statusCode(201);
        assertThat(openTasks("medication-review")).isZero();

        var methadone =
                takesElsewhere("METHADONE", "Harbor Street OTP", today()).statusCode(201);

        assertThat(openTasks("medication-review")).isEqualTo(1);
        assertThat(tasks("medication-review", "OPEN").getString("items[0].staff"))
                .isEqualTo(phil.toString());
        clinician(dora)
                .asks()
                .header("If-Match", "*")
                .post(ofPatient() + "/external-medications/"
                        + methadone.extract().path("id") + "/error")
                .then()
                .statusCode(200);
        assertThat(openTasks("medication-review")).isZero();
    }

    @Test
    void naltrexoneFromElsewhereBesideAnOpioidIsAskedAboutUntilTheOrderEnds() {
        looksIntoThePdmp();
        var film = ordered(film());
        takesElsewhere("NALTREXONE", "Dr. Lopez", today()).statusCode(201);
        assertThat(openTasks("medication-review")).isEqualTo(1);

        stops(film, "CONTRAINDICATED").statusCode(200);

        assertThat(tasks("medication-review", "WITHDRAWN").getList("items")).hasSize(1);
    }

    @Test
    void anOpioidOfADuplicateBesideNaltrexoneIsAskedAboutUntilTheOrderIsOver() {
        ordered(with(naltrexone(), "end", today().plusDays(6).toString()));
        var ours = ada;
        ada = aPatientOf(dora, phil);
        takesElsewhere("METHADONE", "Harbor Street OTP", today()).statusCode(201);
        var twin = ada;
        ada = ours;
        assertThat(openTasks("medication-review")).isZero();

        Broker.say(new PatientMerged(ada.patient(), twin.patient(), Instant.now()));

        await("the merge")
                .untilAsserted(() -> assertThat(openTasks("medication-review")).isEqualTo(1));
        clockAt(today().plusDays(7).atTime(1, 0).atZone(NEW_YORK).toInstant());
        assertThat(openTasks("medication-review")).isZero();
    }

    @Test
    void whatIsKnownOfADuplicateIsOfThePatientWhoGoesOn() {
        ordered(acamprosate());
        takesElsewhere("METHADONE", "Harbor Street OTP", today().minusDays(30)).statusCode(201);
        looksIntoThePdmp().statusCode(201);
        var survivor = aPatientOf(dora, phil);

        Broker.say(new PatientMerged(survivor.patient(), ada.patient(), Instant.now()));

        var page = API + "/patients/" + survivor.patient() + "/medication";
        await("the merge")
                .untilAsserted(() -> clinician(dora)
                        .asks()
                        .get(page)
                        .then()
                        .statusCode(200)
                        .body("orders.product", contains("ACAMPROSATE_TABLET_333"))
                        .body("external.givenBy", contains("Harbor Street OTP"))
                        .body("pdmpChecks", hasSize(1)));
        prescriber()
                .asks()
                .body(naltrexone())
                .post(API + "/episodes/" + survivor.episode() + "/medication-orders")
                .then()
                .statusCode(409)
                .body("type", endsWith("/opioids-and-naltrexone-apart"));
        page().statusCode(409).body("type", endsWith("/patient-was-merged"));
    }

    private ValidatableResponse records(Map<String, Object> form) {
        return clinician(dora)
                .asks()
                .body(form)
                .post(ofPatient() + "/external-medications")
                .then();
    }

    private static <T> T inClinic(Callable<T> work) {
        return ClinicContext.in(
                new ClinicContext.Work(Person.RIVERSIDE, "test", null),
                () -> QuarkusTransaction.requiringNew().call(work));
    }
}
