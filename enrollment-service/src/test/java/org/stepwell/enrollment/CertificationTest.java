package org.stepwell.enrollment;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.stepwell.enrollment.Billing.card;
import static org.stepwell.enrollment.Billing.h0015;
import static org.stepwell.enrollment.Billing.today;
import static org.stepwell.enrollment.Billing.with;
import static org.stepwell.enrollment.Intake.API;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
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

/** Who is told that a physician has to certify, and when; a certification that is missing holds bills and nobody's care. */
@QuarkusTest
@QuarkusTestResource(StepwellTestResource.class)
class CertificationTest {

    private static final Map<String, Object> CERTIFIED = with(with(h0015(), "authorized", false), "certified", true);
    private static final Map<String, Object> PLAIN = with(h0015(), "authorized", false);

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
    void whoIsAwayOnTheDayOfAnAlertIsToldOfAndTheNextAlertComesToo() {
        mill.covered(maya, mill.payer(with(with(h0015(), "certified", true), "authorized", false)));
        var episode = mill.intake().admitted(maya);
        mill.certified(maya, episode, today());
        stands(episode);
        after(40);
        mill.intake().away(episode, today().plusDays(40), today().plusDays(54));

        after(46);
        told("certification-due");
        dealtWith("certification-due");
        mill.intake().back(episode, today().plusDays(46));
        after(50);
        notTold("certification-due");

        after(54);
        told("certification-due");
    }

    @Test
    void aFirstCertificationThatAPayerWantsIsAskedForOnAdmission() {
        mill.covered(maya, mill.payer(CERTIFIED));
        notTold("certification-due");

        var episode = mill.intake().admitted(maya);

        told("certification-due");
        mill.certified(maya, episode, today());
        await().untilAsserted(() -> notTold("certification-due"));
    }

    @Test
    void aPayerWhoWantsNoneAsksNobodyAndOneWhoDoesAsksForWhoeverIsIn() {
        var first = mill.covered(maya, mill.payer(PLAIN));
        mill.intake().admitted(maya);
        notTold("certification-due");

        ends(first);
        var second = mill.covers(maya, mill.payer(CERTIFIED), card("PRIMARY", today().toString()))
                .statusCode(201)
                .extract()
                .<String>path("id");
        told("certification-due");

        mill.changes(second, with(card("PRIMARY", today().toString()), "lastDay", today().toString()))
                .statusCode(200);
        after(1);
        mill.changes(second, with(card("PRIMARY", today().toString()), "lastDay", today().toString()))
                .statusCode(200);
        notTold("certification-due");
    }

    @Test
    void billingWaitsForACertificationOnlyWhereSomebodyWantsOne() {
        var first = mill.covered(maya, mill.payer(PLAIN));
        var episode = mill.intake().admitted(maya);
        mill.certified(maya, episode, today());
        stands(episode);

        after(62);
        notTold("billing-held");

        ends(first);
        mill.covers(maya, mill.payer(CERTIFIED), card("PRIMARY", today().toString()))
                .statusCode(201);
        told("billing-held");
        mill.intake().ivy().asks().get(API + "episodes/" + episode).then().body("status", equalTo("ADMITTED"));
    }

    private void ends(String coverage) {
        mill.changes(
                        coverage,
                        with(
                                card("PRIMARY", "2026-01-01"),
                                "lastDay",
                                today().minusDays(1).toString()))
                .statusCode(200);
    }

    private void stands(EpisodeId episode) {
        await().untilAsserted(() -> mill.intake()
                .ivy()
                .asks()
                .get(API + "episodes/" + episode + "/certification-clock")
                .then()
                .body("through", equalTo(today().plusDays(60).toString())));
    }

    private static void after(int days) {
        MovedClock.to(Instant.now().plus(Duration.ofDays(days)));
    }

    private void told(String kind) {
        mill.tasks(maya).body("items.kind", hasItem(kind));
    }

    private void notTold(String kind) {
        mill.tasks(maya).body("items.kind", not(hasItem(kind)));
    }

    private void dealtWith(String kind) {
        String task = mill.tasks(maya).extract().path("items.find { it.kind == '" + kind + "' }.id");
        Person.of("supervisor", mill.intake().clinic())
                .asks()
                .post(API + "tasks/" + task + "/completion")
                .then()
                .statusCode(200);
    }
}
