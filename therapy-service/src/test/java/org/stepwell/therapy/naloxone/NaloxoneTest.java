package org.stepwell.therapy.naloxone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.stepwell.therapy.Riverside.API;
import static org.stepwell.therapy.Riverside.aClinician;
import static org.stepwell.therapy.Riverside.aPatientOf;
import static org.stepwell.therapy.Riverside.aProgram;
import static org.stepwell.therapy.Riverside.admission;
import static org.stepwell.therapy.Riverside.clinician;
import static org.stepwell.therapy.Riverside.discharged;
import static org.stepwell.therapy.Riverside.supervisor;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.stepwell.contracts.enrollment.EnrollmentFact.EpisodeAdmitted;
import org.stepwell.contracts.enrollment.EnrollmentFact.PatientMerged;
import org.stepwell.contracts.enrollment.EnrollmentState.DiagnosisChanged;
import org.stepwell.contracts.id.DiagnosisId;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.platform.database.Uuid7;
import org.stepwell.platform.testing.AtOnce;
import org.stepwell.platform.testing.Broker;
import org.stepwell.platform.testing.Person;
import org.stepwell.platform.testing.StepwellTestResource;
import org.stepwell.therapy.Riverside.InCare;
import org.stepwell.therapy.medication.MedicationCalls;
import org.stepwell.therapy.roster.Diagnoses;

/** Naloxone is offered to everybody with an opioid use disorder. */
@QuarkusTest
@QuarkusTestResource(StepwellTestResource.class)
class NaloxoneTest extends MedicationCalls {

    @Inject
    Diagnoses diagnoses;

    @Test
    void whoHasAnOpioidUseDisorderIsOfferedNaloxoneUntilTheirAnswerIsRecorded() {
        diagnosed(ada.patient(), "F10.20", "F11.20");
        isAsked(1);

        offers(ada, Map.of("answer", "DECLINED"))
                .statusCode(201)
                .body("date", equalTo(today().toString()))
                .body("recordedBy", equalTo(dora.toString()));

        assertThat(openTasks("naloxone-offer")).isZero();
        assertThat(tasks("naloxone-offer", "DONE").getList("items")).hasSize(1);
        diagnosed(ada.patient(), "F11.21");
        isKnown(ada.patient(), "F11.21");
        assertThat(openTasks("naloxone-offer")).isZero();
        offers(ada, Map.of("answer", "ACCEPTED")).statusCode(201);
        patient()
                .asks()
                .get(episode() + "/naloxone-offers")
                .then()
                .statusCode(200)
                .body("items.answer", contains("DECLINED", "ACCEPTED"));
    }

    @Test
    void whoeverIsTreatedForOneIsAskedTooAndADiagnosisThatEndsAsksForNothing() {
        looksIntoThePdmp();
        ordered(film());
        isAsked(1);

        var other = aPatientOf(dora);
        diagnosed(other.patient(), "F11.10");
        await().until(() -> openTasksOf(other.patient()) == 1);
        diagnosed(other.patient(), "F10.20");
        await("the diagnosis ended").until(() -> openTasksOf(other.patient()) == 0);
    }

    @Test
    void methadoneFromElsewhereAsksForItAndAnotherDisorderDoesNot() {
        ordered(acamprosate());
        diagnosed(ada.patient(), "F10.20", "F11.90");
        isKnown(ada.patient(), "F10.20", "F11.90");
        takesElsewhere("BENZODIAZEPINE", "Dr. Lopez", today()).statusCode(201);
        assertThat(openTasks("naloxone-offer")).isZero();

        takesElsewhere("METHADONE", "Harbor Street OTP", today()).statusCode(201);

        isAsked(1);
    }

    @Test
    void anOrderThatWasAMistakeIsNoTreatmentAndOneThatWasStoppedIsOne() {
        looksIntoThePdmp();
        var mistake = ordered(film());
        isAsked(1);
        steps(mistake, "error").statusCode(200);
        isAsked(0);

        stops(ordered(film()), "PATIENT_WISH").statusCode(200);

        isAsked(1);
    }

    @Test
    void methadoneThatWasRecordedInErrorAsksForNothing() {
        var methadone =
                takesElsewhere("METHADONE", "Harbor Street OTP", today()).statusCode(201);
        isAsked(1);

        strikes(methadone).statusCode(200);

        isAsked(0);
    }

    @Test
    void inAnotherStayItIsOfferedAgain() {
        diagnosed(ada.patient(), "F11.20");
        isAsked(1);
        offers(ada, Map.of("answer", "ACCEPTED")).statusCode(201);
        discharged(ada);
        var again = new EpisodeId(Uuid7.next());

        Broker.say(new EpisodeAdmitted(
                ada.patient(), again, null, aProgram(), "EVENING", today(), today().plusDays(90), 540, Instant.now()));

        isAsked(1);
        offers(new InCare(ada.patient(), again), Map.of("answer", "ACCEPTED")).statusCode(201);
        isAsked(0);
    }

    @Test
    void afterAnOpioidThatNobodyExpectedItIsOfferedAgain() {
        diagnosed(ada.patient(), "F11.20");
        isAsked(1);
        offers(ada, Map.of("answer", "DECLINED")).statusCode(201);
        isAsked(0);

        foundInUrine("FENTANYL");

        isAsked(1);
        offers(ada, Map.of("answer", "ACCEPTED", "date", today().minusDays(1).toString()))
                .statusCode(201);
        isAsked(1); // that was before
        offers(ada, Map.of("answer", "ACCEPTED")).statusCode(201);
        isAsked(0);
    }

    @Test
    void whoeverHadAnOpioidThatNobodyExpectedIsOfferedItUntilThatIsRefuted() {
        foundInUrine("MITRAGYNINE");
        assertThat(openTasks("naloxone-offer")).isZero();
        var screen = foundInUrine("FENTANYL");
        isAsked(1);

        reads(screen, "CONFIRMED", "FENTANYL", "NOT_DETECTED").statusCode(200);

        isAsked(0);
    }

    @Test
    void whoeverIsNotInIsAskedAsTheyComeAndNotAfterTheyWent() {
        var patient = new PatientId(Uuid7.next());
        diagnosed(patient, "F11.20");
        var episode = new EpisodeId(Uuid7.next());
        Broker.say(admission(patient, episode, aProgram()));
        await("the admission").until(() -> openTasksOf(patient) == 1);

        discharged(new InCare(patient, episode));

        await("the discharge").until(() -> openTasksOf(patient) == 0);
    }

    @Test
    void aDuplicatesDisorderAndOffersAreThePatients() {
        var twin = aPatientOf(dora);
        diagnosed(twin.patient(), "F11.20");
        await().until(() -> openTasksOf(twin.patient()) == 1);

        Broker.say(new PatientMerged(ada.patient(), twin.patient(), Instant.now()));

        isAsked(1);
        offers(ada, Map.of("answer", "ACCEPTED")).statusCode(201);
        isAsked(0);
        var third = aPatientOf(dora);
        offers(third, Map.of("answer", "ACCEPTED")).statusCode(201);
        Broker.say(new PatientMerged(ada.patient(), third.patient(), Instant.now()));
        await().untilAsserted(() -> clinician(dora)
                .asks()
                .get(episode() + "/naloxone-offers")
                .then()
                .body("items.answer", contains("ACCEPTED", "ACCEPTED")));
    }

    @Test
    void anOfferIsOfADayInTheProgramAndRecordedByTheCareTeam() {
        for (var day : List.of("1969-12-31", "2199-01-01")) {
            offers(ada, Map.of("answer", "OFFERED", "date", day))
                    .statusCode(400)
                    .body("type", endsWith("/offered-on-a-day-in-the-program"))
                    .body("errors.pointer", contains("/date"));
        }
        offers(ada, Map.of("answer", "MAYBE")).statusCode(400).body("errors.pointer", contains("/answer"));
        for (var who :
                List.of(clinician(aClinician()), patient(), Person.at("intake").who(dora))) {
            who.asks()
                    .body(Map.of("answer", "OFFERED"))
                    .post(episode() + "/naloxone-offers")
                    .then()
                    .statusCode(403);
        }
    }

    /** What enrollment said is heard. */
    private void isKnown(PatientId patient, String... codes) {
        await("the diagnoses")
                .untilAsserted(() -> assertThat(AtOnce.inTheClinic(() -> diagnoses.of(patient)))
                        .extracting(DiagnosisChanged.Standing::code)
                        .containsExactlyInAnyOrder(codes));
    }

    private void isAsked(int times) {
        await("asked %d times".formatted(times))
                .untilAsserted(() -> assertThat(openTasks("naloxone-offer")).isEqualTo(times));
    }

    private static int openTasksOf(PatientId patient) {
        return supervisor()
                .asks()
                .get(API + "/tasks?limit=200&kind=naloxone-offer&patient=" + patient)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("items")
                .size();
    }

    private ValidatableResponse offers(InCare to, Map<String, Object> form) {
        return clinician(dora)
                .asks()
                .body(form)
                .post(API + "/episodes/" + to.episode() + "/naloxone-offers")
                .then();
    }

    private static void diagnosed(PatientId patient, String... codes) {
        var now = Instant.now();
        Broker.say(new DiagnosisChanged(
                patient,
                List.of(codes).stream()
                        .map(code -> new DiagnosisChanged.Standing(new DiagnosisId(UUID.randomUUID()), code, null, now))
                        .toList(),
                now));
    }
}
