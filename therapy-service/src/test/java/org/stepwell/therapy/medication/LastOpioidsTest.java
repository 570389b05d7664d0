package org.stepwell.therapy.medication;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.stepwell.therapy.Riverside.clinician;
import static org.stepwell.therapy.Riverside.clockAt;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.stepwell.platform.testing.MovedClock;
import org.stepwell.platform.testing.StepwellTestResource;

/** Whoever orders naltrexone and says that there was no opioid lately is held to what the record knows. */
@QuarkusTest
@QuarkusTestResource(StepwellTestResource.class)
class LastOpioidsTest extends MedicationCalls {

    @AfterEach
    void theClockGoesBack() {
        clockAt(Instant.now());
    }

    @Test
    void buprenorphineThatNaltrexoneReplacesWasTakenToday() {
        var film = aFilm();

        isStopped(orders(with(naltrexone(), "replaces", film)));
        page().body("orders.status", contains("ACTIVE"));
    }

    @Test
    void buprenorphineThatWasStoppedCountsForTenDaysAndWarnsForFourteen() {
        stops(aFilm(), "PATIENT_WISH").statusCode(200);

        later(9);
        isStopped(orders(naltrexone()));
        later(1);
        orders(naltrexone())
                .statusCode(400)
                .body("type", endsWith("/checks-ask"))
                .body("errors.pointer", contains("/inputs/lastOpioidOn"));
        later(5);
        orders(naltrexone()).statusCode(201);
    }

    @Test
    void whatWasOnHoldForLongWasTakenUntilThenAndWhatWasAMistakeWasNot() {
        var film = aFilm();
        steps(film, "hold").statusCode(200);
        later(15);
        orders(with(naltrexone(), "replaces", film)).statusCode(201);

        aPatient();
        var mistake = aFilm();
        steps(mistake, "error").statusCode(200);
        orders(naltrexone()).statusCode(201);
    }

    @Test
    void anInjectionOfBuprenorphineLastsForItsIntervalAfterItsOrderWasStopped() {
        looksIntoThePdmp();
        var shot = ordered(form("SUBLOCADE_300", "OPIOID_USE_DISORDER", Map.of("cowsTotal", 13)));
        doses(shot, Map.of("outcome", "GIVEN", "site", "ABDOMEN_LEFT_UPPER")).statusCode(201);
        stops(shot, "PATIENT_WISH").statusCode(200);

        later(27 + 9);
        isStopped(orders(naltrexone()));
        later(5);
        orders(naltrexone()).statusCode(201);
    }

    @Test
    void whatIsTakenElsewhereCountsUntilItsLastDayAndForDaysAfter() {
        takesUntil("OXYCODONE", today().minusDays(6));
        isStopped(orders(naltrexone()));

        later(4);
        orders(naltrexone()).statusCode(201);
    }

    @Test
    void anOpioidInASpecimenCountsUntilItIsRefuted() {
        var screen = foundInUrine("FENTANYL");
        isStopped(orders(naltrexone()));

        reads(screen, "CONFIRMED", "FENTANYL", "NOT_DETECTED").statusCode(200);
        orders(naltrexone()).statusCode(201);
    }

    @Test
    void anOpioidThatWasFoundDuringAHoldStopsNaltrexoneFromGoingOn() {
        var shot = ordered(naltrexone());
        steps(shot, "hold").statusCode(200);
        var screen = foundInUrine("FENTANYL");

        isStopped(steps(shot, "resumption"));
        page().body("orders.status", contains("ON_HOLD"));

        reads(screen, "CONFIRMED", "FENTANYL", "NOT_DETECTED").statusCode(200);
        steps(shot, "resumption").statusCode(200).body("status", equalTo("ACTIVE"));
    }

    private String aFilm() {
        looksIntoThePdmp().statusCode(201);
        return ordered(film());
    }

    private static void isStopped(ValidatableResponse order) {
        order.statusCode(409).body("type", endsWith("/naltrexone-seven-days-after-opioids"));
    }

    private static void later(int days) {
        clockAt(MovedClock.now().plus(Duration.ofDays(days)));
    }

    private void takesUntil(String substance, LocalDate until) {
        clinician(dora)
                .asks()
                .body(Map.of(
                        "substance", substance, "name", "as told", "since", "2020-03-02", "until", until.toString()))
                .post(ofPatient() + "/external-medications")
                .then()
                .statusCode(201);
    }
}
