package org.stepwell.enrollment;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.stepwell.enrollment.Billing.card;
import static org.stepwell.enrollment.Billing.h0015;
import static org.stepwell.enrollment.Billing.today;
import static org.stepwell.enrollment.Billing.with;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.stepwell.contracts.id.ClinicId;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.platform.testing.MovedClock;
import org.stepwell.platform.testing.Person;
import org.stepwell.platform.testing.StepwellTestResource;

/** What a payer approved opens the door on its own days, under its own coverage, as far as its units go. */
@QuarkusTest
@QuarkusTestResource(StepwellTestResource.class)
class ApprovalTest {

    private final Billing mill = new Billing(new Intake(new ClinicId(UUID.randomUUID())));
    private PatientId maya = new PatientId(new UUID(0, 0));

    @BeforeEach
    void setUp() {
        mill.intake().setUp("Mill Road");
        maya = mill.intake().patient();
    }

    @AfterEach
    void itIsNow() {
        MovedClock.to(Instant.now());
    }

    @Test
    void theLetterOfThePayerBeforeApprovesNothingOfTheOneWhoPaysNow() {
        var old = mill.covered(maya, mill.payer(h0015()));
        mill.approved(old, 20, today(), today().plusDays(60));
        open().body("items.findAll { it.status == 'OPEN' }", empty());

        ends(old, today().minusDays(1));
        mill.covers(maya, mill.payer(h0015()), card("PRIMARY", today().toString()))
                .statusCode(201);

        stopped();
    }

    @Test
    void aLetterApprovesNothingBeforeItsFirstDayAndNothingOnceItsUnitsAreUsed() {
        var coverage = mill.covered(maya, mill.payer(h0015()));
        mill.approved(coverage, 20, today().plusDays(7), today().plusDays(60));
        stopped();

        var other = mill.intake().patient();
        var used =
                mill.approved(mill.covered(other, mill.payer(h0015())), 1, today().minusDays(5), today().plusDays(60));
        mill.attends(other, mill.intake().admitted(other), today().minusDays(1));
        await().untilAsserted(() -> mill.authorization(used).body("burnDown.left", equalTo(0)));
        new Visits(mill.intake(), other).visit().statusCode(201).body("openStops", hasItem("NO_AUTHORIZATION"));
    }

    @Test
    void whereNoApprovalIsNeededAnyMoreTheStopIsDealtWith() {
        var old = mill.covered(maya, mill.payer(h0015()));
        stopped();

        ends(old, today().minusDays(1));
        mill.covers(maya, mill.payer(with(h0015(), "authorized", false)), card("PRIMARY", today().toString()))
                .statusCode(201);

        open().body("items.clearance.disposition", contains("APPROVAL_NOT_NEEDED"));
    }

    @Test
    void whatIsNotApprovedOnTheFirstDayStopsTheAdmissionUntilSomebodyOverridesIt() {
        var coverage = mill.covered(maya, mill.payer(h0015()));
        mill.approved(coverage, 20, today(), today().plusDays(5));
        var episode = ready();

        comesOn(episode, today().plusDays(8)).statusCode(409).body("type", endsWith("/soft-stop-open"));

        stopped();
        new Visits(mill.intake(), maya)
                .override(
                        "NO_AUTHORIZATION",
                        Person.of("supervisor", mill.intake().clinic()))
                .statusCode(200);
        comesOn(episode, today().plusDays(8)).statusCode(200);
    }

    @Test
    void aLetterForLaterOpensTheDoorFromItsFirstDayOn() {
        var coverage = mill.covered(maya, mill.payer(h0015()));
        mill.approved(coverage, 20, today().plusDays(8), today().plusDays(60));
        var episode = ready();

        comesOn(episode, today().plusDays(2)).statusCode(409).body("type", endsWith("/soft-stop-open"));
        comesOn(episode, today().plusDays(8)).statusCode(200);

        open().body("items.clearance.disposition", contains("AUTHORIZED"));
    }

    @Test
    void intakeSeesTheStopOnceALetterRanOutWhileSomebodyWaited() {
        var coverage = mill.covered(maya, mill.payer(h0015()));
        mill.approved(coverage, 20, today(), today().plusDays(5));
        ready();
        open().body("items.findAll { it.status == 'OPEN' }", empty());

        after(6);

        stopped();
    }

    @Test
    void whoIsAwayWhenALetterIsToEndIsToldOfAllTheSame() {
        var episode = mill.intake().admitted(maya);
        mill.approved(mill.covered(maya, mill.payer(h0015())), 40, today(), today().plusDays(20));
        mill.intake().away(episode, today(), today().plusDays(13));

        after(7);

        mill.tasks(maya).body("items.kind", hasItem("authorization-expires"));
    }

    @Test
    void whoComesInAfterTheDayOfTheAlertIsToldOfAtOnce() {
        mill.approved(mill.covered(maya, mill.payer(h0015())), 40, today(), today().plusDays(20));
        var episode = ready();
        after(8);
        mill.tasks(maya).body("items.kind", not(hasItem("authorization-expires")));

        comesOn(episode, today().plusDays(8)).statusCode(200);

        await().untilAsserted(() -> mill.tasks(maya).body("items.kind", hasItem("authorization-expires")));
    }

    @Test
    void aLetterEndsAtTheLatestWithItsCoverage() {
        mill.intake().admitted(maya);
        var coverage = mill.covered(maya, mill.payer(h0015()));
        var letter = mill.approved(coverage, 40, today(), today().plusDays(60));
        mill.authorization(letter).body("burnDown.daysLeft", equalTo(60));

        ends(coverage, today().plusDays(10));

        mill.authorization(letter).body("burnDown.daysLeft", equalTo(10));
        await().untilAsserted(() -> mill.tasks(maya).body("items.kind", hasItem("authorization-expires")));
    }

    private void ends(String coverage, LocalDate lastDay) {
        mill.changes(coverage, with(card("PRIMARY", "2026-01-01"), "lastDay", lastDay.toString()))
                .statusCode(200);
    }

    private EpisodeId ready() {
        mill.intake().screened(maya);
        mill.intake().consented(maya);
        return mill.intake().waiting(maya, mill.intake().program());
    }

    private ValidatableResponse comesOn(EpisodeId episode, LocalDate start) {
        return mill.intake().admit(episode, Map.of("start", start.toString()));
    }

    private void stopped() {
        open().body("items.findAll { it.status == 'OPEN' }.stop", contains("NO_AUTHORIZATION"));
    }

    private ValidatableResponse open() {
        return new Visits(mill.intake(), maya).findings();
    }

    private static void after(int days) {
        MovedClock.to(Instant.now().plus(Duration.ofDays(days)));
    }
}
