package org.stepwell.enrollment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.stepwell.enrollment.Billing.h0015;
import static org.stepwell.enrollment.Billing.today;
import static org.stepwell.enrollment.Billing.with;
import static org.stepwell.enrollment.Intake.API;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.stepwell.contracts.code.AttendanceStatus;
import org.stepwell.contracts.id.ClinicId;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.contracts.id.SessionId;
import org.stepwell.platform.testing.Person;
import org.stepwell.platform.testing.StepwellTestResource;

/** Whoever bills sees in one list what waits, of all patients, and need not open each chart. */
@QuarkusTest
@QuarkusTestResource(StepwellTestResource.class)
class HeldClaimsTest {

    private final Billing mill = new Billing(new Intake(new ClinicId(UUID.randomUUID())));

    @BeforeEach
    void setUp() {
        mill.intake().setUp("Mill Road");
    }

    @Test
    void whatWaitsIsListedOfAllAlsoWhereNobodyCoversTheDay() {
        var payer = mill.payer(with(h0015(), "authorized", false));
        var uncovered = attends(mill.intake().patient());
        var covered = mill.intake().patient();
        mill.covered(covered, payer);
        var session = attends(covered);
        var away = mill.intake().patient();
        mill.intake().admitted(away);

        await().untilAsserted(() -> held("").body("items", hasSize(2)));
        held("").body("items[0].patient", equalTo(uncovered.patient().toString()))
                .body("items[0].name", startsWith("Maya "))
                .body("items[0].days.day", contains(today().minusDays(1).toString()))
                .body("items[0].days[0].holds", contains("NO_COVERAGE"))
                .body("items[0].days[0].payer", nullValue())
                .body("items[0].held", contains("Nobody covers the patient on this day."))
                .body("items[1].patient", equalTo(covered.toString()))
                .body("items[1].days[0].holds", contains("NOTE_UNSIGNED", "CONSENT_MISSING"))
                .body("items[1].days[0].payer", equalTo(payer));

        mill.noteSigned(covered, session.episode(), session.session());
        mill.consentsToPayer(covered, payer);
        await().untilAsserted(() ->
                held("").body("items.patient", contains(uncovered.patient().toString())));
        mill.held(Person.of("clinic-admin", mill.intake().clinic()), today().minusDays(6), today(), "")
                .statusCode(403);
        mill.held(mill.intake().ivy(), today(), today().plusDays(1), "")
                .statusCode(400)
                .body("errors.pointer", contains("to"));
    }

    @Test
    void aLineThatNobodyAttendedAfterAllIsListedToo() {
        var payer = mill.payer(with(h0015(), "authorized", false));
        var maya = mill.intake().patient();
        mill.covered(maya, payer);
        mill.consentsToPayer(maya, payer);
        var was = attends(maya);
        mill.noteSigned(maya, was.episode(), was.session());
        await().untilAsserted(
                        () -> mill.lines(maya, today().minusDays(6), today()).body("items.status", contains("READY")));
        mill.sends(mill.intake().ivy().with("acr", "2"), payer, today().minusDays(6), today(), false)
                .header("X-Lines", "1");
        held("").body("items", empty());

        mill.attended(maya, was.episode(), was.session(), 2, today().minusDays(1), AttendanceStatus.NO_SHOW);

        await().untilAsserted(() -> held("").body("items.patient", contains(maya.toString()))
                .body("items[0].days[0].holds", contains("CHANGED_SINCE_SENT")));
    }

    @Test
    void aPageIsOfSoManyPatientsAndTellsOfNobodyWhoIsNotShown() {
        var waiting = List.of(
                attends(mill.intake().patient()).patient().toString(),
                attends(mill.intake().patient()).patient().toString());
        var payer = mill.payer(with(h0015(), "authorized", false));
        var ready = mill.intake().patient();
        mill.covered(ready, payer);
        mill.consentsToPayer(ready, payer);
        var was = attends(ready);
        mill.noteSigned(ready, was.episode(), was.session());
        await().untilAsserted(() -> held("").body("items.patient", equalTo(waiting)));

        var found = new ArrayList<String>();
        var pages = new ArrayList<Integer>();
        String after = "";
        while (after != null) {
            var page = held("&limit=1" + (after.isEmpty() ? "" : "&after=" + after));
            List<String> patients = page.extract().path("items.patient");
            found.addAll(patients);
            pages.add(patients.size());
            after = page.extract().path("after");
        }

        assertThat(found).isEqualTo(waiting);
        assertThat(pages).containsExactly(1, 1, 0);
        await().untilAsserted(
                        () -> accesses(waiting.getFirst()).body("items.operation", hasItem("HeldClaimResource_list")));
        accesses(ready.toString()).body("items.operation", not(hasItem("HeldClaimResource_list")));
    }

    private record Was(PatientId patient, EpisodeId episode, SessionId session) {}

    private Was attends(PatientId patient) {
        var episode = mill.intake().admitted(patient);
        return new Was(patient, episode, mill.attends(patient, episode, today().minusDays(1)));
    }

    private ValidatableResponse held(String more) {
        return mill.held(mill.intake().ivy(), today().minusDays(6), today(), more)
                .statusCode(200);
    }

    private ValidatableResponse accesses(String patient) {
        return Person.of("privacy-officer", mill.intake().clinic())
                .asks()
                .get(API + "patients/" + patient + "/accesses")
                .then()
                .statusCode(200);
    }
}
