package org.stepwell.enrollment;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.stepwell.enrollment.Billing.card;
import static org.stepwell.enrollment.Billing.h0015;
import static org.stepwell.enrollment.Billing.letter;
import static org.stepwell.enrollment.Billing.today;
import static org.stepwell.enrollment.Billing.with;
import static org.stepwell.enrollment.Intake.API;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.stepwell.contracts.code.AttendanceStatus;
import org.stepwell.contracts.id.ClinicId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.contracts.id.SessionId;
import org.stepwell.platform.testing.MovedClock;
import org.stepwell.platform.testing.Person;
import org.stepwell.platform.testing.StepwellTestResource;

/** Who pays for a patient, what was approved, and how it is used up. */
@QuarkusTest
@QuarkusTestResource(StepwellTestResource.class)
class CoverageTest {

    private final Billing mill = new Billing(new Intake(new ClinicId(UUID.randomUUID())));
    private PatientId maya = new PatientId(new UUID(0, 0));

    @BeforeEach
    void setUp() {
        mill.intake().setUp("Mill Road");
        maya = mill.intake().patient();
    }

    @Test
    void onAnyDayThereIsOneCoverageOfAPriority() {
        var payer = mill.payer(h0015());
        var first = mill.covered(maya, payer);

        mill.covers(maya, payer, card("PRIMARY", "2026-06-01"))
                .statusCode(409)
                .body("type", endsWith("/one-coverage-of-a-priority"))
                .body("errors.pointer", contains("/card/firstDay"));
        mill.covers(maya, payer, card("PRIMARY", "2025-06-01"))
                .statusCode(409)
                .body("type", endsWith("/one-coverage-of-a-priority"))
                .body("errors.pointer", contains("/card/lastDay"))
                .body("errors.detail", contains("before 2026-01-01"));
        mill.covers(maya, payer, with(card("PRIMARY", "2025-06-01"), "lastDay", "2025-05-31"))
                .statusCode(400)
                .body("errors.pointer", contains("/card/lastDay"));
        mill.covers(maya, payer, card("SECONDARY", "2026-06-01")).statusCode(201);

        changes(first, "\"0\"", with(card("PRIMARY", "2026-01-01"), "lastDay", "2026-05-31"))
                .statusCode(200)
                .body("lastDay", equalTo("2026-05-31"));
        mill.covers(maya, payer, card("PRIMARY", "2026-06-01")).statusCode(201);
        changes(first, "\"1\"", card("PRIMARY", "2026-01-01"))
                .statusCode(409)
                .body("type", endsWith("/one-coverage-of-a-priority"))
                .body("errors.pointer", contains("/lastDay"));
        changes(first, "\"0\"", card("PRIMARY", "2026-01-01")).statusCode(412).body("type", endsWith("/stale-version"));
        changes(first, "\"1\"", with(card("PRIMARY", "2026-01-01"), "lastDay", "2025-12-31"))
                .statusCode(400)
                .body("type", endsWith("/coverage-ends-before-it-begins"))
                .body("errors.pointer", contains("/lastDay"));
    }

    @Test
    void medicareIsBilledAsMedicareWants() {
        var terms = with(with(h0015(), "ruleSet", "medicare-iop"), "procedureCode", "S9480");

        mill.lists("Medicare", terms)
                .statusCode(400)
                .body("type", endsWith("/terms-fit-the-payer"))
                .body(
                        "errors.pointer",
                        containsInAnyOrder("/terms/conditionCode", "/terms/certified", "/terms/procedureCode"));
        mill.lists("Nobody", with(h0015(), "ruleSet", "no-such-rules"))
                .statusCode(400)
                .body("errors.pointer", contains("/terms/ruleSet"));
        mill.lists(
                        "Medicare",
                        with(
                                with(
                                        with(with(h0015(), "ruleSet", "medicare-iop"), "conditionCode", "92"),
                                        "certified",
                                        true),
                                "procedureCode",
                                "90853"))
                .statusCode(201)
                .body("terms.conditionCode", equalTo("92"));
        mill.lists("Medicare", h0015()).statusCode(409).body("type", endsWith("/payer-name-taken"));
    }

    @Test
    void aBilledDayHasThreeHoursOrWhatTheContractSays() {
        for (var rules : List.of("iop-standard", "adolescent")) {
            mill.lists("Nobody", with(h0015(), "ruleSet", rules))
                    .statusCode(400)
                    .body("type", endsWith("/paid-day-has-hours"))
                    .body("errors.pointer", contains("/terms/dayMinutesMin"));
        }
        mill.lists(
                        "Nobody",
                        with(
                                with(with(h0015(), "ruleSet", "iop-standard"), "procedureCode", "S9480"),
                                "revenueCode",
                                "0905"))
                .statusCode(400)
                .body("errors.pointer", contains("/terms/dayMinutesMin"));
        mill.lists("Nobody", with(with(h0015(), "ruleSet", "adolescent"), "dayMinutesMin", 60))
                .statusCode(400)
                .body("errors.pointer", contains("/terms/dayMinutesMin"));
        mill.lists("Somebody", with(with(h0015(), "ruleSet", "iop-standard"), "unit", "QUARTER_HOUR"))
                .statusCode(201);

        var hours = with(with(with(h0015(), "ruleSet", "iop-standard"), "dayMinutesMin", 240), "authorized", false);
        var episode = mill.intake().admitted(maya);
        mill.covered(maya, mill.payer(hours));
        mill.attends(maya, episode, today().minusDays(1));
        await().untilAsserted(() -> mill.lines(maya, today().minusDays(6), today())
                .body("shortDays.minutes", contains(180))
                .body("shortDays.dayMinutesMin", contains(240)));
    }

    @Test
    void whoIsBilledNoMoreCoversNobodyNew() {
        var payer = mill.payer(h0015());
        mill.intake().ada().asks().post(API + "payers/" + payer + "/end").then().statusCode(200);

        mill.covers(maya, payer, card("PRIMARY", "2026-01-01"))
                .statusCode(409)
                .body("type", endsWith("/payer-is-gone"))
                .body("errors.pointer", contains("/payer"));
        mill.covers(maya, UUID.randomUUID().toString(), card("PRIMARY", "2026-01-01"))
                .statusCode(409)
                .body("type", endsWith("/reference-unknown"))
                .body("errors.pointer", contains("/payer"));
    }

    @Test
    void aPayerWhoApprovesInAdvanceStopsAnAdmissionUntilItDid() {
        var coverage = mill.covered(maya, mill.payer(h0015()));
        var visits = new Visits(mill.intake(), maya);
        visits.findings().body("items.stop", contains("NO_AUTHORIZATION")).body("items.status", contains("OPEN"));

        visits.visit().statusCode(201).body("openStops", hasItem("NO_AUTHORIZATION"));
        mill.approved(coverage, 20, today(), today().plusDays(60));

        visits.findings()
                .body("items.find { it.stop == 'NO_AUTHORIZATION' }.clearance.disposition", equalTo("AUTHORIZED"));
        visits.visit().statusCode(201).body("openStops", not(hasItem("NO_AUTHORIZATION")));
    }

    @Test
    void whoeverAnsweredForAMissingApprovalIsNotAskedAgainForWhatStandsOnTheCard() {
        var coverage = mill.covered(maya, mill.payer(h0015()));
        var visits = new Visits(mill.intake(), maya);
        visits.override(
                        "NO_AUTHORIZATION",
                        Person.of("supervisor", mill.intake().clinic()))
                .statusCode(200);
        var card = new HashMap<>(card("PRIMARY", "2026-01-01"));

        card.put("memberNumber", "NHP-2");
        changes(coverage, "*", card).statusCode(200);
        visits.findings().body("items.findAll { it.status == 'OPEN' }", hasSize(0));

        card.put("lastDay", "2099-12-31");
        changes(coverage, "*", card).statusCode(200);
        visits.findings().body("items.findAll { it.status == 'OPEN' }.stop", contains("NO_AUTHORIZATION"));
    }

    @Test
    void theFaceSheetShowsTheDiagnosisWhoPaysAndWhatIsStillToBeSeenTo() {
        mill.covered(maya, mill.payer(h0015()));

        mill.intake()
                .ivy()
                .with("acr", "2")
                .asks()
                .get(API + "patients/" + maya + "/face-sheet")
                .then()
                .statusCode(200)
                .body(containsString("<li>F10.20</li>"))
                .body(containsString(", Silver PPO</li>"))
                .body(containsString("<li>The payer approves care in advance, and has approved none.</li>"));
    }

    @Test
    void whatRanOutApprovesNothingAndAPayerWhoWaitsForNobodyStopsNobody() {
        mill.covered(maya, mill.payer(with(h0015(), "authorized", false)));
        new Visits(mill.intake(), maya).findings().body("items", empty());

        var other = mill.intake().patient();
        var coverage = mill.covered(other, mill.payer(h0015()));
        mill.approved(coverage, 20, today().minusDays(60), today().minusDays(1));
        new Visits(mill.intake(), other).findings().body("items.status", contains("OPEN"));
    }

    @Test
    void whatAnAuthorizationSaidBeforeIsKeptWhole() {
        var coverage = mill.covered(maya, mill.payer(h0015()));
        var id = mill.approved(coverage, 20, today(), today().plusDays(60));

        mill.intake()
                .ivy()
                .asks()
                .body(letter(30, today(), today().plusDays(90)))
                .put(API + "authorizations/" + id)
                .then()
                .statusCode(428);
        mill.intake()
                .ivy()
                .asks()
                .header("If-Match", "\"0\"")
                .body(letter(30, today(), today().plusDays(90)))
                .put(API + "authorizations/" + id)
                .then()
                .statusCode(200)
                .body("units", equalTo(30));

        mill.intake()
                .ivy()
                .asks()
                .get(API + "authorizations/" + id + "/versions")
                .then()
                .body("version", contains(0, 1))
                .body("units", contains(20, 30))
                .body(
                        "lastDay",
                        contains(
                                today().plusDays(60).toString(),
                                today().plusDays(90).toString()))
                .body("reference", contains("AUTH-7731", "AUTH-7731"));
        mill.approves(coverage, letter(5, today(), today().minusDays(1)))
                .statusCode(400)
                .body("type", endsWith("/authorization-ends-before-it-begins"));
        mill.approves(coverage, letter(5, today().minusYears(3), today()))
                .statusCode(400)
                .body("type", endsWith("/authorized-while-covered"))
                .body("errors.pointer", contains("/firstDay"));
    }

    @Test
    void attendanceBurnsUnitsAndACorrectionGivesThemBackInWhateverOrder() {
        var episode = mill.intake().admitted(maya);
        var id =
                mill.approved(mill.covered(maya, mill.payer(h0015())), 20, today().minusDays(10), today().plusDays(60));
        mill.attends(maya, episode, today().minusDays(2));
        var corrected = mill.attends(maya, episode, today());
        await().untilAsserted(() -> mill.authorization(id).body("burnDown.used", equalTo(2)));

        mill.attended(maya, episode, corrected, 2, today(), AttendanceStatus.NO_SHOW);
        mill.attended(maya, episode, corrected, 1, today(), AttendanceStatus.PRESENT);
        var late = new SessionId(UUID.randomUUID());
        mill.attended(maya, episode, late, 3, today().minusDays(1), AttendanceStatus.PRESENT);
        mill.attended(maya, episode, late, 2, today().minusDays(1), AttendanceStatus.NO_SHOW);
        mill.attends(maya, episode, today().minusDays(3));

        await().untilAsserted(() -> mill.authorization(id)
                .body("burnDown.used", equalTo(3))
                .body("burnDown.left", equalTo(17))
                .body("burnDown.daysLeft", equalTo(60)));
        mill.intake()
                .ivy()
                .asks()
                .get(API + "patients/" + maya + "/authorizations")
                .then()
                .body("items.burnDown.used", contains(3));
    }

    @Test
    void fewUnitsAreToldOnceAndMoreOfThemEndsTheTask() {
        var episode = mill.intake().admitted(maya);
        var coverage = mill.covered(maya, mill.payer(h0015()));
        mill.approved(coverage, 4, today().minusDays(10), today().plusDays(60));
        mill.attends(maya, episode, today().minusDays(3));
        mill.attends(maya, episode, today().minusDays(2));

        await().untilAsserted(() ->
                mill.tasks(maya).body("items.kind.findAll { it == 'authorization-units-low' }", hasSize(1)));
        String task = mill.tasks(maya).extract().path("items.find { it.kind == 'authorization-units-low' }.id");
        mill.intake()
                .ivy()
                .asks()
                .post(API + "tasks/" + task + "/completion")
                .then()
                .statusCode(200);
        var last = mill.attends(maya, episode, today().minusDays(1));
        mill.attended(maya, episode, last, 2, today().minusDays(1), AttendanceStatus.LATE);
        mill.approved(coverage, 30, today(), today().plusDays(90));

        await().untilAsserted(() -> mill.intake()
                .ivy()
                .asks()
                .get(API + "patients/" + maya + "/authorizations")
                .then()
                .body("items.burnDown.used", contains(3, 0)));
        MovedClock.to(Instant.now()); // does what is due, so that nothing is told later
        mill.tasks(maya).body("items.kind", not(hasItem("authorization-units-low")));
    }

    @Test
    void aLetterOfLastYearSilencesNoOtherOne() {
        mill.intake().admitted(maya);
        var coverage = mill.covered(maya, mill.payer(h0015()));
        var old = mill.approved(coverage, 20, today().minusDays(90), today().minusDays(60));
        mill.approved(coverage, 20, today().minusDays(20), today().plusDays(10));
        await().untilAsserted(() -> mill.tasks(maya).body("items.kind", hasItem("authorization-expires")));

        mill.intake()
                .ivy()
                .asks()
                .header("If-Match", "*")
                .body(Billing.letter(20, today().minusDays(90), today().minusDays(59)))
                .put(API + "authorizations/" + old)
                .then()
                .statusCode(200);

        mill.tasks(maya)
                .body("items.findAll { it.kind == 'authorization-expires' && it.status == 'OPEN' }", hasSize(1));
    }

    @Test
    void aDayBurnsUnitsOfWhomItIsBilledToAlone() {
        var episode = mill.intake().admitted(maya);
        var first =
                mill.approved(mill.covered(maya, mill.payer(h0015())), 20, today().minusDays(30), today().plusDays(60));
        String second = mill.covers(maya, mill.payer(h0015()), card("SECONDARY", "2026-01-01"))
                .statusCode(201)
                .extract()
                .path("id");
        var secondary = mill.approved(second, 20, today().minusDays(30), today().plusDays(60));

        mill.attends(maya, episode, today().minusDays(1));

        await().untilAsserted(() -> mill.authorization(first).body("burnDown.used", equalTo(1)));
        mill.authorization(secondary).body("burnDown.used", equalTo(0));
    }

    @Test
    void thatAnAuthorizationEndsIsToldInTimeOfWhoeverIsIn() {
        mill.intake().admitted(maya);
        var other = mill.intake().patient();
        var payer = mill.payer(h0015());
        mill.approved(mill.covered(maya, payer), 40, today(), today().plusDays(20));
        mill.approved(mill.covered(other, payer), 40, today(), today().plusDays(20));
        try {
            MovedClock.to(Instant.now().plus(Duration.ofDays(5)));
            mill.tasks(maya).body("items.kind", not(hasItem("authorization-expires")));

            MovedClock.to(Instant.now().plus(Duration.ofDays(7)));
            mill.tasks(maya).body("items.kind", hasItem("authorization-expires"));
            mill.tasks(other).body("items.kind", not(hasItem("authorization-expires")));
        } finally {
            MovedClock.to(Instant.now());
        }
    }

    private ValidatableResponse changes(String coverage, String version, Map<String, Object> card) {
        return mill.intake()
                .ivy()
                .asks()
                .header("If-Match", version)
                .body(card)
                .put(API + "coverages/" + coverage)
                .then();
    }
}
