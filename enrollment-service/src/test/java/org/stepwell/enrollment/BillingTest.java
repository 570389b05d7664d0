package org.stepwell.enrollment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.stepwell.enrollment.Billing.card;
import static org.stepwell.enrollment.Billing.h0015;
import static org.stepwell.enrollment.Billing.today;
import static org.stepwell.enrollment.Billing.with;
import static org.stepwell.enrollment.Intake.API;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.stepwell.contracts.code.AttendanceStatus;
import org.stepwell.contracts.id.ClinicId;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.contracts.id.SessionId;
import org.stepwell.platform.testing.MovedClock;
import org.stepwell.platform.testing.Person;
import org.stepwell.platform.testing.Statements;
import org.stepwell.platform.testing.StepwellTestResource;

/** Which attended days can be billed, what holds the others, and what leaves for the payer. */
@QuarkusTest
@QuarkusTestResource(StepwellTestResource.class)
class BillingTest {

    private final Billing mill = new Billing(new Intake(new ClinicId(UUID.randomUUID())));
    private PatientId maya = new PatientId(new UUID(0, 0));
    private EpisodeId episode = new EpisodeId(new UUID(0, 0));

    @BeforeEach
    void setUp() {
        mill.intake().setUp("Mill Road");
        maya = mill.intake().patient();
        episode = mill.intake().admitted(maya);
    }

    @Test
    void aDayIsHeldForEveryReasonUntilNoneIsLeftAndCareGoesOnMeanwhile() {
        var payer = mill.payer(with(h0015(), "certified", true));
        var session = mill.attends(maya, episode, today());
        await().untilAsserted(() -> lines().body("items.holds", contains(contains("NO_COVERAGE"))));
        var coverage = mill.covered(maya, payer);

        lines().body("items.status", contains("HELD"))
                .body(
                        "items[0].holds",
                        contains("NO_AUTHORIZATION", "NOTE_UNSIGNED", "CERTIFICATION_MISSING", "CONSENT_MISSING"))
                .body("items[0].billed.procedureCode", equalTo("H0015"))
                .body("held", hasItem("No physician certified yet that the patient needs this level of care."));
        careGoesOn();

        mill.approved(coverage, 20, today().minusDays(5), today().plusDays(60));
        mill.noteSigned(maya, episode, session);
        mill.certified(maya, episode, today().minusDays(3));
        consentsToAllButOne(payer);
        await().untilAsserted(() -> lines().body("items[0].holds", contains("CONSENT_MISSING")));
        mill.consentsToPayer(maya, payer, "PRESENCE", "DEMOGRAPHICS", "ATTENDANCE", "BILLING");
        await().untilAsserted(() -> lines().body("items[0].holds", contains("DIAGNOSIS_NOT_OPENED")));
        mill.consentsToPayer(maya, payer);

        await().untilAsserted(() -> lines().body("items.status", contains("READY"))
                .body("items[0].holds", empty())
                .body("items[0].billed.units", equalTo(1)));
    }

    /** Four consents, in each of which something else is missing: together they open no claim. */
    private void consentsToAllButOne(String payer) {
        var needed = List.of("PRESENCE", "DEMOGRAPHICS", "DIAGNOSIS", "ATTENDANCE", "BILLING");
        for (var lacking : List.of("PRESENCE", "DEMOGRAPHICS", "ATTENDANCE", "BILLING")) {
            mill.consentsToPayer(
                    maya,
                    payer,
                    needed.stream().filter(one -> !one.equals(lacking)).toArray(String[]::new));
        }
    }

    /** Everything that the care team does is done while billing waits. */
    private void careGoesOn() {
        mill.intake()
                .carl()
                .asks()
                .body(Map.of(
                        "targetDate",
                        today().plusDays(30).toString(),
                        "reason",
                        "STEP_DOWN_OUTPATIENT",
                        "nextLevel",
                        "1"))
                .post(API + "episodes/" + episode + "/discharge-plan")
                .then()
                .statusCode(200);
        mill.intake()
                .carl()
                .asks()
                .delete(API + "episodes/" + episode + "/discharge-plan")
                .then()
                .statusCode(200)
                .body("status", equalTo("ADMITTED"));
        mill.intake().measured(maya, "PHQ-9", 1, 1, 1, 1, 1, 1, 1, 1, 0).statusCode(201);
    }

    @Test
    void whatIsReadyLeavesOnceAsFarAsConsentOpensItAndTheLedgerSaysSo() {
        var payer = mill.payer(h0015());
        ready(maya, episode, payer);
        mill.consentsToPayer(maya, payer);
        var boris = mill.intake().patient();
        ready(boris, mill.intake().admitted(boris), payer);
        await().untilAsserted(() -> lines().body("items.status", contains("READY")));
        await().untilAsserted(() -> mill.lines(boris, today().minusDays(6), today())
                .body("items.holds", contains(contains("CONSENT_MISSING"))));

        var csv = mill.sends(biller(), payer, today().minusDays(6), today(), false)
                .statusCode(200)
                .contentType("text/csv")
                .header("X-Lines", "1")
                .header("X-Held", "1")
                .extract()
                .asString();

        assertThat(csv.split("\r\n")).hasSize(2);
        assertThat(csv)
                .contains(
                        maya.toString(),
                        "NHP-5550123",
                        "AUTH-7731",
                        today().minusDays(1).toString(),
                        "H0015",
                        "0906")
                .contains("42 CFR part 2 prohibits unauthorized use or disclosure of these records.")
                .doesNotContain(boris.toString());
        lines().body("items.status", contains("SENT"));
        mill.sends(biller(), payer, today().minusDays(6), today(), false).header("X-Lines", "0");
        var key = UUID.randomUUID();
        for (int time = 0; time < 2; time++) { // what leaves may be more the second time, so that each run is told of
            mill.sends(biller(), payer, today().minusDays(6), today(), true, key)
                    .header("X-Lines", "1");
        }
        await().untilAsserted(() -> Person.of("privacy-officer", mill.intake().clinic())
                .asks()
                .get(API + "patients/" + maya + "/disclosures")
                .then()
                .body("items.permitted", contains(true, true, true))
                .body("items.purpose", hasItem("PAYMENT"))
                .body("items[0].recipientKind", equalTo("PAYER"))
                .body("items[0].categories", hasItem("BILLING")));
    }

    @Test
    void claimsOfManyAskTheDatabaseNoMoreOftenThanThoseOfTwo() {
        var payer = mill.payer(h0015());
        ready(maya, episode, payer);
        mill.consentsToPayer(maya, payer);
        readyToo(payer);
        await().untilAsserted(() -> sendsAgain(payer).header("X-Lines", "2"));
        int forTwo = leastToSendAgain(payer);

        IntStream.range(0, 4).forEach(_ -> readyToo(payer));
        await().untilAsserted(() -> sendsAgain(payer).header("X-Lines", "6"));

        assertThat(forTwo).isPositive();
        assertThat(leastToSendAgain(payer)).isEqualTo(forTwo);
    }

    private void readyToo(String payer) {
        var patient = mill.intake().patient();
        ready(patient, mill.intake().admitted(patient), payer);
        mill.consentsToPayer(patient, payer);
    }

    private ValidatableResponse sendsAgain(String payer) {
        return mill.sends(biller(), payer, today().minusDays(6), today(), true).statusCode(200);
    }

    /** Of some times: what is remembered for some seconds, such as an account, may be asked for in one of them. */
    private int leastToSendAgain(String payer) {
        return IntStream.range(0, 3)
                .map(_ -> Statements.during(() -> sendsAgain(payer)))
                .min()
                .orElseThrow();
    }

    @Test
    void aRunLooksAtNobodyOfWhomThereIsNoLine() {
        var payer = mill.payer(with(h0015(), "authorized", false));
        mill.covered(maya, payer);
        mill.attends(maya, episode, today().minusDays(1));
        var before = mill.intake().patient();
        mill.covers(
                        before,
                        payer,
                        with(
                                card("PRIMARY", "2026-01-01"),
                                "lastDay",
                                today().minusDays(9).toString()))
                .statusCode(201);
        mill.attends(before, mill.intake().admitted(before), today().minusDays(10));
        var away = mill.intake().patient();
        mill.covered(away, payer);
        await().untilAsserted(
                        () -> mill.lines(before, today().minusDays(12), today()).body("items", hasSize(1)));
        await().untilAsserted(() -> lines().body("items.status", contains("HELD")));

        mill.sends(biller(), payer, today().minusDays(6), today(), false).header("X-Held", "1");

        await().untilAsserted(() -> accesses(maya).body("items.operation", hasItem("PayerClaimResource_send")));
        for (var other : List.of(before, away)) {
            accesses(other).body("items.operation", not(hasItem("PayerClaimResource_send")));
        }
        mill.sends(biller(), payer, today().minusDays(12), today(), false).header("X-Held", "2");
        await().untilAsserted(() -> accesses(before).body("items.operation", hasItem("PayerClaimResource_send")));
    }

    private ValidatableResponse accesses(PatientId patient) {
        return Person.of("privacy-officer", mill.intake().clinic())
                .asks()
                .get(API + "patients/" + patient + "/accesses")
                .then()
                .statusCode(200);
    }

    @Test
    void ofManyWhoSendAtOnceOneSendsTheDay() {
        var payer = mill.payer(h0015());
        ready(maya, episode, payer);
        mill.consentsToPayer(maya, payer);
        await().untilAsserted(() -> lines().body("items.status", contains("READY")));

        assertThat(sentByManyAtOnce(payer)).hasSize(1);
    }

    /** What left with those who sent anything. */
    private List<String> sentByManyAtOnce(String payer) {
        var answers = IntStream.range(0, 6)
                .parallel()
                .mapToObj(_ -> mill.sends(biller(), payer, today().minusDays(6), today(), false)
                        .extract())
                .toList();
        assertThat(answers).allSatisfy(answer -> assertThat(answer.statusCode()).isIn(200, 409));
        return answers.stream()
                .filter(answer -> "1".equals(answer.header("X-Lines")))
                .map(answer -> answer.asString())
                .toList();
    }

    @Test
    void aDayThatIsCorrectedAfterItWasSentSaysSo() {
        var payer = mill.payer(h0015());
        var session = ready(maya, episode, payer);
        mill.consentsToPayer(maya, payer);
        await().untilAsserted(() -> lines().body("items.status", contains("READY")));
        mill.sends(biller(), payer, today().minusDays(6), today(), false).header("X-Lines", "1");

        mill.attended(maya, episode, session, 2, today().minusDays(1), AttendanceStatus.NO_SHOW);

        await().untilAsserted(() -> lines().body("items.holds", contains(contains("CHANGED_SINCE_SENT"))));
        var coverage = lines().extract().<String>path("items[0].billed.coverage");
        corrects(coverage, today().minusDays(2), 0)
                .statusCode(409)
                .body("type", endsWith("/only-what-was-sent-is-corrected"))
                .body("errors.pointer", contains("/day"));
        corrects(coverage, today().minusDays(1), 2).statusCode(200);
        lines().body("items.holds", contains(contains("CHANGED_SINCE_SENT")));

        corrects(coverage, today().minusDays(1), 0).statusCode(200).body("correctedBy", startsWith("intake:"));

        lines().body("items", empty());
        mill.sends(biller(), payer, today().minusDays(6), today(), true)
                .header("X-Lines", "0")
                .header("X-Held", "0");
    }

    @Test
    void nothingIsBilledOnANoteThatWasStruckUntilAnotherIsSigned() {
        var payer = mill.payer(h0015());
        var session = ready(maya, episode, payer);
        mill.consentsToPayer(maya, payer);
        await().untilAsserted(() -> lines().body("items.status", contains("READY")));

        mill.noteStruck(maya, episode, session);
        await().untilAsserted(() -> lines().body("items.holds", contains(contains("NOTE_UNSIGNED"))));
        mill.sends(biller(), payer, today().minusDays(6), today(), false).header("X-Lines", "0");
        mill.noteSigned(maya, episode, session);
        await().untilAsserted(() -> lines().body("items.status", contains("READY")));
        mill.sends(biller(), payer, today().minusDays(6), today(), false).header("X-Lines", "1");

        mill.noteStruck(maya, episode, session);
        await().untilAsserted(() -> lines().body("items.holds", contains(contains("NOTE_STRUCK"))));
        mill.sends(biller(), payer, today().minusDays(6), today(), true)
                .header("X-Lines", "0")
                .header("X-Held", "1");
        corrects(lines().extract().path("items[0].billed.coverage"), today().minusDays(1), 0)
                .statusCode(200);
        lines().body("items.holds", contains(contains("NOTE_UNSIGNED")));

        mill.noteSigned(maya, episode, session);
        await().untilAsserted(() -> lines().body("items.status", contains("READY")));
    }

    @Test
    void aLineThatWasVoidedLeavesAnewAsItIsByNow() {
        var payer = mill.payer(h0015());
        ready(maya, episode, payer);
        mill.consentsToPayer(maya, payer);
        await().untilAsserted(
                        () -> lines().body("items.status", contains("READY")).body("items.billed.told", contains(0)));
        mill.sends(biller(), payer, today().minusDays(6), today(), false).header("X-Lines", "1");
        var coverage =
                lines().body("items.billed.told", contains(1)).extract().<String>path("items[0].billed.coverage");
        agrees(payer, null, "H2036");

        corrects(coverage, today().minusDays(1), 0).statusCode(200);

        lines().body("items.status", contains("READY")).body("items.billed.procedureCode", contains("H2036"));
        assertThat(sentByManyAtOnce(payer)).singleElement().asString().contains("H2036");
        lines().body("items.status", contains("SENT"))
                .body("items.billed.units", contains(1))
                .body("items.billed.told", contains(3));
        mill.sends(biller(), payer, today().minusDays(6), today(), false).header("X-Lines", "0");
    }

    @Test
    void noMoreLeavesThanWasApprovedWhenAnEarlierDayIsCorrected() {
        var payer = mill.payer(h0015());
        var early = new SessionId(UUID.randomUUID());
        mill.attended(maya, episode, early, 1, today().minusDays(3), AttendanceStatus.NO_SHOW);
        mill.noteSigned(maya, episode, early);
        mill.noteSigned(maya, episode, mill.attends(maya, episode, today().minusDays(1)));
        var approved = mill.approved(mill.covered(maya, payer), 1, today().minusDays(6), today().plusDays(60));
        mill.consentsToPayer(maya, payer);
        await().untilAsserted(() -> lines().body("items.status", contains("READY")));
        mill.sends(biller(), payer, today().minusDays(6), today(), false).header("X-Lines", "1");

        mill.attended(maya, episode, early, 2, today().minusDays(3), AttendanceStatus.PRESENT);

        await().untilAsserted(() -> lines().body("items.status", contains("HELD", "SENT"))
                .body("items[0].holds", contains("UNITS_EXHAUSTED")));
        mill.sends(biller(), payer, today().minusDays(3), today().minusDays(3), false)
                .header("X-Lines", "0")
                .header("X-Held", "1");
        mill.authorization(approved).body("burnDown.used", equalTo(1)).body("burnDown.left", equalTo(0));
    }

    @Test
    void aDayThatTheFirstPayerDeniedIsBilledToTheSecond() {
        var payer = mill.payer(h0015());
        ready(maya, episode, payer);
        mill.consentsToPayer(maya, payer);
        await().untilAsserted(() -> lines().body("items.status", contains("READY")));
        mill.sends(biller(), payer, today().minusDays(6), today(), false).header("X-Lines", "1");
        var first = lines().extract().<String>path("items[0].billed.coverage");
        var second = mill.payer(with(h0015(), "authorized", false));
        mill.covers(maya, second, card("SECONDARY", "2026-01-01")).statusCode(201);
        mill.consentsToPayer(maya, second);
        mill.changes(first, with(card("PRIMARY", "2026-01-01"), "lastDay", "2026-01-31"))
                .statusCode(200);
        lines().body("items.billed.payer", contains(payer));

        corrects(first, today().minusDays(1), 0).statusCode(200);

        await().untilAsserted(() ->
                lines().body("items.billed.payer", contains(second)).body("items.status", contains("READY")));
        mill.sends(biller(), second, today().minusDays(6), today(), false).header("X-Lines", "1");
        lines().body("items.billed.payer", contains(second)).body("items.status", contains("SENT"));
        corrects(first, today().minusDays(1), 1)
                .statusCode(409)
                .body("type", endsWith("/billed-to-another-since"))
                .body("errors.pointer", contains("/units"));
    }

    @Test
    void aContractChangesFromADayOfServiceAndWhatWasSentStays() {
        var payer = mill.payer(h0015());
        ready(maya, episode, payer);
        mill.consentsToPayer(maya, payer);
        await().untilAsserted(() -> lines().body("items.status", contains("READY")));

        agrees(payer, today(), "H2036").body("from", equalTo(today().toString()));
        lines().body("items.billed.procedureCode", contains("H0015"));
        agrees(payer, today().minusDays(1), "H2036").body("before", hasSize(1));
        lines().body("items.billed.procedureCode", contains("H2036")).body("items.status", contains("READY"));
        mill.sends(biller(), payer, today().minusDays(6), today(), false).header("X-Lines", "1");
        agrees(payer, null, "H0016");

        lines().body("items.status", contains("SENT")).body("items.billed.procedureCode", contains("H2036"));
        var again = mill.sends(biller(), payer, today().minusDays(6), today(), true)
                .header("X-Lines", "1")
                .extract()
                .asString();
        assertThat(again).contains("H2036", "AUTH-7731").doesNotContain("H0016");
    }

    private ValidatableResponse agrees(String payer, @Nullable LocalDate from, String procedure) {
        var form = new HashMap<String, Object>();
        form.put("name", "Northside " + payer);
        form.put("terms", with(h0015(), "procedureCode", procedure));
        if (from != null) {
            form.put("from", from.toString());
        }
        return mill.intake()
                .ada()
                .asks()
                .header("If-Match", "*")
                .body(form)
                .put(API + "payers/" + payer)
                .then()
                .statusCode(200)
                .body("terms.procedureCode", equalTo(procedure));
    }

    private ValidatableResponse corrects(String coverage, LocalDate day, int units) {
        return mill.intake()
                .ivy()
                .asks()
                .body(Map.of("day", day.toString(), "units", units))
                .post(API + "coverages/" + coverage + "/claim-corrections")
                .then();
    }

    @Test
    void sendingTakesASecondFactorAndIntake() {
        var payer = mill.payer(h0015());

        mill.sends(mill.intake().ivy().with("acr", "1"), payer, today(), today(), false)
                .statusCode(401)
                .body("type", endsWith("step-up-required"));
        mill.sends(mill.intake().carl().with("acr", "2"), payer, today(), today(), false)
                .statusCode(403);
        mill.sends(biller(), UUID.randomUUID().toString(), today(), today(), false)
                .statusCode(404);
        mill.sends(biller(), payer, today(), today().plusDays(1), false)
                .statusCode(400)
                .body("errors.pointer", contains("/to"));
    }

    @Test
    void theClockOfJanuaryFifthRunsThroughMarchSixthAndHoldsBillingNotCare() {
        mill.certified(maya, episode, LocalDate.of(2026, 1, 5));
        await().untilAsserted(() -> clock().body("through", equalTo("2026-03-06"))
                .body("alerts", contains("2026-02-19", "2026-02-27", "2026-03-06"))
                .body("billingHeld", equalTo(false)));

        mill.covered(maya, mill.payer(with(h0015(), "certified", true)));

        clock().body("wanted", equalTo(true)).body("billingHeld", equalTo(true));
        careGoesOn();
        mill.certified(maya, episode, today());
        await().untilAsserted(() -> clock().body("billingHeld", equalTo(false)));
    }

    private ValidatableResponse clock() {
        return mill.intake()
                .ivy()
                .asks()
                .get(API + "episodes/" + episode + "/certification-clock")
                .then()
                .statusCode(200);
    }

    @Test
    void aCertificationThatRunsOutIsToldInTimeThenBillingWaitsAndTheNextOneEndsIt() {
        mill.covered(maya, mill.payer(with(with(h0015(), "certified", true), "authorized", false)));
        mill.certified(maya, episode, today());
        try {
            await().untilAsserted(() -> {
                MovedClock.to(Instant.now().plus(Duration.ofDays(46)));
                mill.tasks(maya).body("items.kind", hasItem("certification-due"));
            });
            mill.tasks(maya).body("items.kind", not(hasItem("billing-held")));
            MovedClock.to(Instant.now().plus(Duration.ofDays(62)));
            mill.tasks(maya).body("items.kind", hasItem("billing-held"));
            mill.intake().ivy().asks().get(API + "episodes/" + episode).then().body("status", equalTo("ADMITTED"));

            mill.certified(maya, episode, today().plusDays(62));
            await().untilAsserted(() -> mill.tasks(maya)
                    .body("items.kind", not(hasItem("billing-held")))
                    .body("items.kind", not(hasItem("certification-due"))));
        } finally {
            MovedClock.to(Instant.now());
        }
    }

    private SessionId ready(PatientId patient, EpisodeId in, String payer) {
        var session = mill.attends(patient, in, today().minusDays(1));
        mill.noteSigned(patient, in, session);
        mill.approved(mill.covered(patient, payer), 20, today().minusDays(6), today().plusDays(60));
        return session;
    }

    private Person biller() {
        return mill.intake().ivy().with("acr", "2");
    }

    private ValidatableResponse lines() {
        return mill.lines(maya, today().minusDays(6), today());
    }
}
