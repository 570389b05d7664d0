package org.stepwell.therapy.drugscreen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.stepwell.therapy.Riverside.API;
import static org.stepwell.therapy.Riverside.aPatientOf;
import static org.stepwell.therapy.Riverside.clinician;
import static org.stepwell.therapy.Riverside.clockAt;
import static org.stepwell.therapy.plan.PlanCalls.holds;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.stepwell.contracts.enrollment.EnrollmentFact.PatientMerged;
import org.stepwell.contracts.enrollment.EnrollmentState.CareTeamChanged;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.platform.testing.Broker;
import org.stepwell.platform.testing.MovedClock;
import org.stepwell.platform.testing.StepwellTestResource;

/** What is expected by what is prescribed, and what people are asked to do about what is not. */
@QuarkusTest
@QuarkusTestResource(StepwellTestResource.class)
class FindingsTest extends ScreenCalls {

    @Inject
    PositiveScreens positives;

    @Inject
    Screens screens;

    private Instant before;

    @BeforeEach
    void now() {
        before = MovedClock.now().minusSeconds(1);
    }

    @AfterEach
    void theClockGoesBack() {
        clockAt(Instant.now());
    }

    @Test
    void whatNobodyExpectedIsTalkedOverAndThePlanIsLookedAt() {
        holds(dora, ada);
        var id = collected("FENTANYL", "COCAINE");

        found(id, "PRESUMPTIVE", "FENTANYL", "-COCAINE")
                .statusCode(200)
                .body("results.expected", contains(true, false));

        assertThat(openTasks("clinical-review")).isEqualTo(1);
        await("the plan").untilAsserted(() -> assertThat(plansAskedFor()).hasSize(1));
        assertThat(plansAskedFor()).noneMatch(said -> said.contains("FENTANYL") || said.contains("screen"));
        reviews(id, "*", Map.of()).statusCode(200);
        assertThat(tasks("clinical-review", "DONE").getList("items")).hasSize(1);
    }

    @Test
    void whatIsGoingToBeConfirmedIsTalkedOverAtOnceAndThePlanWaits() {
        holds(dora, ada);
        var refuted = screenedWith("REFLEX", "FENTANYL");
        steps(clinician(dora), refuted, "collection", "{}").statusCode(200);
        found(refuted, "PRESUMPTIVE", "FENTANYL").statusCode(200);
        found(refuted, "CONFIRMED", "-FENTANYL").statusCode(200);
        assertThat(openTasks("clinical-review")).isEqualTo(1);
        var confirmed = screenedWith("REFLEX", "FENTANYL");
        steps(clinician(dora), confirmed, "collection", "{}").statusCode(200);
        found(confirmed, "PRESUMPTIVE", "FENTANYL").statusCode(200);
        assertThat(plansAskedFor()).isEmpty();

        found(confirmed, "CONFIRMED", "FENTANYL").statusCode(200);

        await("the plan").untilAsserted(() -> assertThat(plansAskedFor()).hasSize(1));
    }

    @Test
    void whatIsPrescribedIsExpectedWithWhatItTurnsInto() {
        looksIntoThePdmp();
        ordered(film());
        takesElsewhere("METHADONE", "Harbor Street OTP", today().minusDays(30)).statusCode(201);
        var id = collected("BUPRENORPHINE", "NORBUPRENORPHINE", "METHADONE", "EDDP");

        found(id, "PRESUMPTIVE", "BUPRENORPHINE", "NORBUPRENORPHINE", "METHADONE", "EDDP")
                .statusCode(200)
                .body("results.expected", contains(true, true, true, true));

        assertThat(openTasks("clinical-review")).isZero();
        assertThat(opioids()).isFalse();
    }

    @Test
    void theAbsenceOfBuprenorphineIsForWhoeverOrderedItAndForNobodyOnTheFirstDay() {
        looksIntoThePdmp();
        ordered(film());
        var first = collected("BUPRENORPHINE");
        found(first, "PRESUMPTIVE", "-BUPRENORPHINE").statusCode(200).body("results.expected", contains(true));
        assertThat(openTasks("medication-review")).isZero();
        clockAt(MovedClock.now().plusSeconds(3 * 86_400));

        var id = collected("BUPRENORPHINE", "FENTANYL");
        found(id, "PRESUMPTIVE", "-BUPRENORPHINE", "-FENTANYL")
                .statusCode(200)
                .body("results.expected", contains(false, true));

        assertThat(tasks("medication-review", "OPEN").getString("items[0].staff"))
                .isEqualTo(phil.toString());
        assertThat(openTasks("clinical-review")).isZero();
        assertThat(plansAskedFor()).isEmpty();
        assertThat(opioids()).isFalse();
        reviews(id, "*", Map.of()).statusCode(200);
        assertThat(openTasks("medication-review")).isZero();
    }

    @Test
    void whetherBuprenorphineIsMissedGoesByTheDayOfTheSpecimenAndNotByAHoldOfAnotherDay() {
        looksIntoThePdmp();
        var film = ordered(film());
        later(3);
        var taken = collected("BUPRENORPHINE");
        later(1);
        steps(film, "hold").statusCode(200);
        later(1);
        var held = collected("BUPRENORPHINE");
        later(1);
        steps(film, "resumption").statusCode(200);
        later(1);

        found(held, "PRESUMPTIVE", "-BUPRENORPHINE").statusCode(200).body("results.expected", contains(true));
        assertThat(openTasks("medication-review")).isZero();
        steps(film, "hold").statusCode(200);
        found(taken, "PRESUMPTIVE", "-BUPRENORPHINE").statusCode(200).body("results.expected", contains(false));
        assertThat(tasks("medication-review", "OPEN").<String>getList("items.staff"))
                .containsExactly(phil.toString());
    }

    @Test
    void anOpioidBesideNaltrexoneIsForWhoeverOrderedItAlsoWhileItIsOnHold() {
        var before = collected("FENTANYL");
        found(before, "PRESUMPTIVE", "FENTANYL").statusCode(200);
        assertThat(openTasks("medication-review")).isZero();
        clockAt(MovedClock.now().plusSeconds(20 * 86_400));
        var shot = ordered(naltrexone());
        steps(shot, "hold").statusCode(200);
        var other = collected("COCAINE", "FENTANYL");
        found(other, "PRESUMPTIVE", "COCAINE", "-FENTANYL").statusCode(200);
        assertThat(openTasks("medication-review")).isZero();

        var id = collected("FENTANYL");
        found(id, "PRESUMPTIVE", "FENTANYL").statusCode(200);

        assertThat(tasks("medication-review", "OPEN").<String>getList("items.staff"))
                .containsExactly(phil.toString());
        reviews(id, "*", Map.of()).statusCode(200);
        assertThat(openTasks("medication-review")).isZero();
    }

    @Test
    void thePrimaryClinicianLooksAtWhatWasFound() {
        Broker.say(new CareTeamChanged(
                ada.patient(),
                ada.episode(),
                List.of(
                        new CareTeamChanged.Member(dora, CareTeamChanged.Role.PRIMARY_CLINICIAN),
                        new CareTeamChanged.Member(phil, CareTeamChanged.Role.CLINICIAN)),
                Instant.now()));
        await("the primary clinician").untilAsserted(() -> {
            var id = collected("COCAINE");
            found(id, "PRESUMPTIVE", "COCAINE").statusCode(200);
            assertThat(tasks("clinical-review", "OPEN").<String>getList("items.staff"))
                    .contains(dora.toString());
        });
    }

    @Test
    void opioidsThatNobodyPrescribedCountPresumedOrConfirmedSinceThen() {
        assertThat(opioids()).isFalse();
        var kratom = collected("MITRAGYNINE", "COCAINE");
        found(kratom, "PRESUMPTIVE", "MITRAGYNINE", "COCAINE").statusCode(200);
        assertThat(opioids()).isFalse();

        var id = collected("OPIATES");
        found(id, "PRESUMPTIVE", "OPIATES").statusCode(200);

        assertThat(opioids()).isTrue();
        assertThat(inClinic(
                        () -> positives.opioids(ada.patient(), MovedClock.now().plusSeconds(60))))
                .isFalse();
        found(id, "CONFIRMED", "-OPIATES").statusCode(200);
        assertThat(opioids()).isFalse();
        corrects(id, "CONFIRMED", "OPIATES", "DETECTED").statusCode(200);
        assertThat(opioids()).isTrue();
        reviews(id, "*", Map.of("explained", List.of("OPIATES"), "words", "A dentist's prescription, seen."))
                .statusCode(200)
                .body("results.find { it.counts }.explained", equalTo(true));
        assertThat(opioids()).isFalse();
    }

    @Test
    void anOpioidCountsSinceItsResultCameAndNotInADiluteSpecimen() {
        var id = collected("FENTANYL");
        clockAt(MovedClock.now().plusSeconds(3 * 86_400));
        var then = MovedClock.now().minusSeconds(60);
        assertThat(inClinic(() -> positives.opioids(ada.patient(), then))).isFalse();

        found(id, "PRESUMPTIVE", "FENTANYL").statusCode(200);

        assertThat(inClinic(() -> positives.opioids(ada.patient(), then))).isTrue();
        found(clinician(dora), id, "CONFIRMED", Map.of("creatinine", 12), "FENTANYL")
                .statusCode(200);
        assertThat(inClinic(() -> positives.opioids(ada.patient(), then))).isFalse();
        assertThat(inClinic(() -> screens.of(ada.episode(), false)))
                .extracting(Screens.Row::analyte)
                .containsOnlyNulls();
    }

    @Test
    void eachOpioidCounts() {
        for (var analyte : List.of("SIX_MAM", "OXYCODONE", "FENTANYL", "METHADONE", "TRAMADOL", "BUPRENORPHINE")) {
            var other = aPatientOf(dora);
            var path = API + "/episodes/" + other.episode() + "/drug-screens";
            var id = clinician(dora)
                    .asks()
                    .body(Map.of("panel", OPIOIDS, "analytes", List.of(analyte)))
                    .post(path)
                    .then()
                    .statusCode(201)
                    .extract()
                    .<String>path("id");
            clinician(dora)
                    .asks()
                    .body("{}")
                    .post(path + "/" + id + "/collection")
                    .then()
                    .statusCode(200);
            clinician(dora)
                    .asks()
                    .body(Map.of(
                            "kind",
                            "PRESUMPTIVE",
                            "readings",
                            List.of(Map.of("analyte", analyte, "outcome", "DETECTED"))))
                    .post(path + "/" + id + "/results")
                    .then()
                    .statusCode(200);
            assertThat(opioids(other.patient())).as(analyte).isTrue();
        }
    }

    @Test
    void whatWasRefusedMissedOrInvalidIsNoPositiveOne() {
        steps(clinician(dora), screened("FENTANYL"), "refusal", "").statusCode(200);
        steps(clinician(dora), screened("FENTANYL"), "collection", "{\"temperature\": 60}")
                .statusCode(200);
        var dilute = collected("FENTANYL");
        found(clinician(dora), dilute, "PRESUMPTIVE", Map.of("creatinine", 3), "FENTANYL")
                .statusCode(200);

        assertThat(opioids()).isFalse();
        assertThat(inClinic(() -> screens.of(ada.episode(), false)))
                .extracting(Screens.Row::status)
                .containsExactly("REFUSED", "INVALID", "INVALID");
    }

    @Test
    void theCourseOfAStayIsReadInCodedRowsByWhatCounts() {
        var id = collected("FENTANYL", "COCAINE");
        found(id, "PRESUMPTIVE", "FENTANYL", "COCAINE").statusCode(200);
        found(id, "CONFIRMED", "-FENTANYL").statusCode(200);
        var open = screened("PCP");

        var rows = inClinic(() -> screens.of(ada.episode(), false));

        assertThat(rows)
                .extracting(row -> row.screen() + " " + row.analyte() + " " + row.confirmed() + " " + row.detected()
                        + " " + row.expected())
                .containsExactly(
                        id + " COCAINE false true false",
                        id + " FENTANYL true false true",
                        open + " null false false true");
    }

    @Test
    void whatWasFoundOfADuplicateIsOfThePatientWhoGoesOn() {
        var id = collected("FENTANYL");
        found(id, "PRESUMPTIVE", "FENTANYL").statusCode(200);
        var survivor = aPatientOf(dora, phil);

        Broker.say(new PatientMerged(survivor.patient(), ada.patient(), Instant.now()));

        await("the merge")
                .untilAsserted(() -> assertThat(opioids(survivor.patient())).isTrue());
        clinician(dora)
                .asks()
                .get(API + "/episodes/" + ada.episode() + "/drug-screens/" + id)
                .then()
                .statusCode(200)
                .body("patient", equalTo(survivor.patient().toString()));
        lists(clinician(dora)).statusCode(409).body("type", endsWith("/patient-was-merged"));
    }

    @Test
    void theCatalogueIsForEverybodyOfTheClinic() {
        patient()
                .asks()
                .get(API + "/drug-screen-catalogue")
                .then()
                .statusCode(200)
                .body("panels.loinc", containsInAnyOrder("24349-3", "65750-2", "69739-1", "87428-9"))
                .body("analytes.find { it.code == 'EDDP' }.because", contains("METHADONE"));
    }

    private static void later(int days) {
        clockAt(MovedClock.now().plusSeconds(days * 86_400L));
    }

    private boolean opioids() {
        return opioids(ada.patient());
    }

    private boolean opioids(PatientId patient) {
        return inClinic(() -> positives.opioids(patient, before));
    }
}
