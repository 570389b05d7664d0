package org.stepwell.enrollment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.stepwell.enrollment.Billing.card;
import static org.stepwell.enrollment.Billing.h0015;
import static org.stepwell.enrollment.Billing.letter;
import static org.stepwell.enrollment.Billing.today;
import static org.stepwell.enrollment.Billing.with;
import static org.stepwell.enrollment.Intake.API;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.stepwell.contracts.id.ClinicId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.platform.database.Sql;
import org.stepwell.platform.testing.AtOnce;
import org.stepwell.platform.testing.Broker;
import org.stepwell.platform.testing.Person;
import org.stepwell.platform.testing.StepwellTestResource;

/** A coverage or an authorization that was entered by mistake is taken back, as if it had never been, and says so. */
@QuarkusTest
@QuarkusTestResource(StepwellTestResource.class)
class WithdrawnCoverageTest {

    @Inject
    Sql sql;

    private final Billing mill = new Billing(new Intake(new ClinicId(UUID.randomUUID())));
    private PatientId maya = new PatientId(new UUID(0, 0));

    @BeforeEach
    void setUp() {
        mill.intake().setUp("Mill Road");
        maya = mill.intake().patient();
    }

    @Test
    void aCoverageOfAnotherPayerMakesRoomForTheOneThatHolds() {
        var wrong = mill.covered(maya, mill.payer(h0015()));
        var approved = mill.approved(wrong, 20, today(), today().plusDays(60));
        var payer = mill.payer(h0015());
        mill.covers(maya, payer, card("PRIMARY", "2026-01-01")).statusCode(409);

        mill.withdraws("coverages/" + wrong, "ANOTHER_PAYERS")
                .statusCode(200)
                .body("withdrawn.because", equalTo("ANOTHER_PAYERS"))
                .body("withdrawn.by", startsWith("intake:"));

        var right = mill.covered(maya, payer);
        list("coverages").body("items.id", contains(wrong, right)).body("items[1].withdrawn", nullValue());
        mill.authorization(approved).body("withdrawn.because", equalTo("ANOTHER_PAYERS"));
        mill.withdraws("coverages/" + wrong, "ENTERED_TWICE")
                .statusCode(409)
                .body("type", endsWith("/coverage-was-withdrawn"));
        mill.changes(wrong, card("PRIMARY", "2026-01-01"))
                .statusCode(409)
                .body("type", endsWith("/coverage-was-withdrawn"));
        mill.approves(wrong, letter(20, today(), today().plusDays(60)))
                .statusCode(409)
                .body("type", endsWith("/coverage-was-withdrawn"));
        new Visits(mill.intake(), maya)
                .findings()
                .body("items.findAll { it.status == 'OPEN' }.stop", hasItem("NO_AUTHORIZATION"));
    }

    @Test
    void anAuthorizationOfAnotherPatientApprovesNothingAndIsToldSo() {
        var coverage = mill.covered(maya, mill.payer(h0015()));
        var id = mill.approved(coverage, 20, today(), today().plusDays(60));
        var visits = new Visits(mill.intake(), maya);
        visits.findings().body("items.findAll { it.status == 'OPEN' }", empty());
        await().untilAsserted(() -> assertThat(said(id)).contains("\"ruleSet\""));

        mill.withdraws("authorizations/" + id, "ANOTHER_PATIENTS")
                .statusCode(200)
                .body("withdrawn.because", equalTo("ANOTHER_PATIENTS"));

        await().untilAsserted(() -> assertThat(said(id)).contains("\"rules\":[]", "\"version\":1"));
        visits.findings().body("items.findAll { it.status == 'OPEN' }.stop", contains("NO_AUTHORIZATION"));
        list("authorizations").body("items.withdrawn.because", contains("ANOTHER_PATIENTS"));
        mill.intake()
                .ivy()
                .asks()
                .header("If-Match", "*")
                .body(letter(30, today(), today().plusDays(60)))
                .put(API + "authorizations/" + id)
                .then()
                .statusCode(409)
                .body("type", endsWith("/authorization-was-withdrawn"));
        mill.intake()
                .ivy()
                .asks()
                .get(API + "authorizations/" + id + "/renewal-packet/missing")
                .then()
                .statusCode(409)
                .body("type", endsWith("/authorization-was-withdrawn"));
    }

    @Test
    void whatAPayerWasBilledUnderIsNotTakenBackUntilItIsVoidedThere() {
        var payer = mill.payer(h0015());
        var episode = mill.intake().admitted(maya);
        mill.noteSigned(maya, episode, mill.attends(maya, episode, today().minusDays(1)));
        var coverage = mill.covered(maya, payer);
        var authorization = mill.approved(coverage, 20, today().minusDays(6), today().plusDays(60));
        var unused = mill.approved(coverage, 20, today().minusDays(60), today().minusDays(30));
        mill.consentsToPayer(maya, payer);
        await().untilAsserted(
                        () -> mill.lines(maya, today().minusDays(6), today()).body("items.status", contains("READY")));
        mill.sends(mill.intake().ivy().with("acr", "2"), payer, today().minusDays(6), today(), false)
                .header("X-Lines", "1");

        for (var what : new String[] {"coverages/" + coverage, "authorizations/" + authorization}) {
            mill.withdraws(what, "NEVER_GRANTED")
                    .statusCode(409)
                    .body("type", endsWith("/nothing-is-billed-under-a-mistake"))
                    .body("detail", containsString(today().minusDays(1).toString()));
        }
        mill.withdraws("authorizations/" + unused, "NEVER_GRANTED").statusCode(200);
        mill.intake()
                .ivy()
                .asks()
                .body(Map.of("day", today().minusDays(1).toString(), "units", 0))
                .post(API + "coverages/" + coverage + "/claim-corrections")
                .then()
                .statusCode(200);

        mill.withdraws("authorizations/" + authorization, "NEVER_GRANTED").statusCode(200);
        mill.lines(maya, today().minusDays(6), today()).body("items.holds", contains(contains("NO_AUTHORIZATION")));
        mill.intake()
                .ivy()
                .asks()
                .body(Map.of("day", today().minusDays(1).toString(), "units", 1))
                .post(API + "coverages/" + coverage + "/claim-corrections")
                .then()
                .statusCode(409)
                .body("type", endsWith("/billed-under-what-stands"));
        mill.withdraws("coverages/" + coverage, "NEVER_GRANTED").statusCode(200);
        mill.lines(maya, today().minusDays(6), today()).body("items.holds", contains(contains("NO_COVERAGE")));
    }

    @Test
    void nothingLeavesUnderACoverageThatIsTakenBackAtTheSameTime() throws Exception {
        var riverside = new Billing(new Intake(Person.RIVERSIDE));
        riverside.intake().setUp("Riverside");
        var patient = riverside.intake().patient();
        var payer = riverside.payer(with(h0015(), "authorized", false));
        var episode = riverside.intake().admitted(patient);
        riverside.noteSigned(patient, episode, riverside.attends(patient, episode, today()));
        var coverage = riverside.covered(patient, payer);
        riverside.consentsToPayer(patient, payer);
        await().untilAsserted(() -> riverside.lines(patient, today(), today()).body("items.status", contains("READY")));

        var sending = AtOnce.beforeItCommits(
                sql,
                () -> sql.update("""
                        update coverage set withdrawn_because = 'ENTERED_TWICE', withdrawn_by = 'test', withdrawn_at = now()
                        where clinic_id = platform.current_clinic() and id = ?
                        """, UUID.fromString(coverage)),
                () -> riverside.sends(riverside.intake().ivy().with("acr", "2"), payer, today(), today(), false));

        assertThat(sending.waited()).isTrue();
        sending.answer().statusCode(409).body("type", endsWith("/billed-under-what-stands"));
        riverside.lines(patient, today(), today()).body("items.holds", contains(contains("NO_COVERAGE")));
    }

    @Test
    void itIsTakenBackByIntakeWithAReason() {
        var coverage = mill.covered(maya, mill.payer(h0015()));

        mill.withdraws("coverages/" + coverage, "BECAUSE").statusCode(400);
        Person.of("clinic-admin", mill.intake().clinic())
                .asks()
                .body(Map.of("because", "ENTERED_TWICE"))
                .post(API + "coverages/" + coverage + "/withdrawal")
                .then()
                .statusCode(403);
        list("coverages").body("items.withdrawn", not(hasItem("ENTERED_TWICE")));
    }

    private static String said(String authorization) {
        return Broker.said("stepwell.enrollment.state", "authorization/" + authorization)
                .getLast();
    }

    private ValidatableResponse list(String what) {
        return mill.intake()
                .ivy()
                .asks()
                .get(API + "patients/" + maya + "/" + what)
                .then()
                .statusCode(200);
    }
}
