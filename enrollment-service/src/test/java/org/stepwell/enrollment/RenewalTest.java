package org.stepwell.enrollment;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.stepwell.enrollment.Billing.h0015;
import static org.stepwell.enrollment.Billing.today;
import static org.stepwell.enrollment.Intake.API;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.stepwell.contracts.code.ReviewReason;
import org.stepwell.contracts.finding.FindingEvent.MeasureScored;
import org.stepwell.contracts.finding.FindingEvent.MeasureScored.Subscale;
import org.stepwell.contracts.id.ClinicId;
import org.stepwell.contracts.id.MeasureId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.platform.testing.Broker;
import org.stepwell.platform.testing.Person;
import org.stepwell.platform.testing.StepwellTestResource;

/** What is put together to ask a payer for more. */
@QuarkusTest
@QuarkusTestResource(StepwellTestResource.class)
class RenewalTest {

    private final Billing mill = new Billing(new Intake(new ClinicId(UUID.randomUUID())));

    @Test
    void aRenewalIsDraftedFromAttendanceMeasuresAndPlan() {
        mill.intake().setUp("Mill Road");
        var maya = mill.intake().patient();
        var episode = mill.intake().admitted(maya);
        var payer = mill.payer(h0015());
        var id = mill.approved(mill.covered(maya, payer), 20, today().minusDays(10), today().plusDays(60));
        var signed = mill.attends(maya, episode, today().minusDays(2));
        mill.attends(maya, episode, today().minusDays(1));
        mill.noteSigned(maya, episode, signed);
        mill.certified(maya, episode, today().minusDays(10));
        mill.planSigned(maya, episode, 2, today().plusDays(20));
        var now = Instant.now();
        scored(maya, "PHQ-9", 24, "SEVERE", now.minus(Duration.ofDays(700))); // of another stay, which is not told
        scored(maya, "PHQ-9", 16, "MODERATELY_SEVERE", now.minus(Duration.ofDays(20))); // when they were screened
        scored(maya, "PHQ-9", 12, "MODERATE", now.plusSeconds(2));
        scored(maya, "PHQ-9", 8, "MILD", now.plusSeconds(3));
        parts(maya, now.plusSeconds(4), new Subscale("USE", 3, "ANY"), new Subscale("RISK", 14, "HIGH"));
        parts(maya, now.plusSeconds(6), new Subscale("USE", 0, "NONE"), new Subscale("RISK", null, null));
        said(maya, "AUDIT", null, null, now.plusSeconds(4), List.of()); // too many answers are missing
        scored(maya, "C-SSRS", null, "LOW", now.plusSeconds(5));

        await().untilAsserted(() -> read(mill.intake().carl(), id, "")
                .statusCode(200)
                .body("days", equalTo(2))
                .body("minutes", equalTo(360))
                .body("authorization.burnDown.used", equalTo(2))
                .body("plan.episode", equalTo(episode.toString()))
                .body("plan.status", equalTo("ADMITTED"))
                .body("diagnoses", contains("F10.20"))
                .body("certifiedThrough", equalTo(today().plusDays(50).toString()))
                .body("measures.instrument", contains("BAM", "C-SSRS", "PHQ-9"))
                .body("measures[0].first.parts.scale", contains("USE", "RISK"))
                .body("measures[0].first.parts.points", contains(3, 14))
                .body("measures[0].first.parts.band", contains("ANY", "HIGH"))
                .body("measures[0].last.parts.points", contains(0, null))
                .body("measures[2].first.total", equalTo(16))
                .body("measures[2].first.parts", empty())
                .body("measures[2].last.total", equalTo(8))
                .body("missing", hasItem("Sign the notes that are still open (1)."))
                .body("plan.treatmentPlan.version", equalTo(2))
                .body("plan.treatmentPlan.signedOn", equalTo(today().toString()))
                .body(
                        "plan.treatmentPlan.reviewOn",
                        equalTo(today().plusDays(20).toString()))
                .body("missing", not(hasItem(containsString("treatment plan"))))
                .body("missing", hasItem(containsString("consent"))));
        read(mill.intake().ivy(), id, "").statusCode(403);
        read(mill.intake().ivy(), id, "/missing")
                .statusCode(200)
                .body("days", equalTo(2))
                .body("missing", hasItem("Sign the notes that are still open (1)."))
                .body("measures", equalTo(null));
        prints(mill.intake().carl().with("acr", "1"), id).statusCode(401).body("type", endsWith("step-up-required"));
        await().untilAsserted(() -> prints(mill.intake().carl().with("acr", "2"), id)
                .statusCode(403)
                .body("type", endsWith("/no-consent-in-force")));

        var needed =
                List.of("PRESENCE", "DIAGNOSIS", "ATTENDANCE", "ASSESSMENT", "PROGRESS", "TREATMENT_PLAN", "BILLING");
        for (var lacking : needed) {
            mill.consentsToPayer(
                    maya,
                    payer,
                    needed.stream().filter(one -> !one.equals(lacking)).toArray(String[]::new));
            prints(mill.intake().carl().with("acr", "2"), id).statusCode(403);
        }
        mill.consentsToPayer(maya, payer, needed.toArray(String[]::new));

        await().untilAsserted(
                        () -> prints(mill.intake().carl().with("acr", "2"), id).statusCode(200));
        prints(mill.intake().ivy().with("acr", "2"), id)
                .statusCode(200)
                .body(containsString("Treatment plan: version 2"));
        prints(mill.intake().carl().with("acr", "2"), id)
                .statusCode(200)
                .contentType("text/html")
                .body(containsString("42 CFR part 2"))
                .body(containsString("for payment; it opens"))
                .body(containsString("Renewal of authorization AUTH-7731 (draft)"))
                .body(containsString("<td>PHQ-9</td><td>16 (moderately severe)</td><td>8 (mild)</td>"))
                .body(containsString(
                        "<td>BAM</td><td>use 3 (any); risk 14 (high)</td><td>use 0 (none); risk not known</td>"))
                .body(containsString("<p>F10.20</p>"))
                .body(containsString("Treatment plan: version 2, signed on %s, to be reviewed by %s."
                        .formatted(today(), today().plusDays(20))))
                .body(containsString("<td>C-SSRS</td><td>low</td><td>low</td>"))
                .body(not(containsString("Sign the notes")))
                .body(not(containsString("Maya")));
    }

    @Test
    void aRenewalSaysWhatIsToBeDoneAboutThePlan() {
        mill.intake().setUp("Mill Road");
        var maya = mill.intake().patient();
        var episode = mill.intake().admitted(maya);
        var payer = mill.payer(h0015());
        var id = mill.approved(mill.covered(maya, payer), 20, today().minusDays(10), today().plusDays(60));
        isMissing(id, "Sign a treatment plan: there is none yet.");

        mill.reviewDue(maya, episode, ReviewReason.NO_PLAN_YET, today().minusDays(3));
        isMissing(id, "Sign a treatment plan: there is none yet, and it is due on %s.".formatted(today().minusDays(3)));
        mill.planSigned(maya, episode, 1, today().minusDays(2));
        isMissing(id, "Review the treatment plan: due since %s.".formatted(today().minusDays(2)));
        mill.planSigned(maya, episode, 2, today());
        await().untilAsserted(() -> read(mill.intake().carl(), id, "")
                .body("plan.treatmentPlan.version", equalTo(2))
                .body("missing", not(hasItem(containsString("treatment plan")))));
        mill.reviewDue(maya, episode, ReviewReason.NEW_DIAGNOSIS, today().plusDays(3));
        isMissing(id, "Review the treatment plan (new diagnosis): due by %s.".formatted(today().plusDays(3)));
        mill.reviewDue(maya, episode, ReviewReason.SAFETY, today().minusDays(1));
        isMissing(
                id, "Review the treatment plan (new diagnosis, safety): due since %s.".formatted(today().minusDays(1)));

        mill.intake().away(episode, today(), today().plusDays(5));
        nothingOfThePlanIsMissing(id);
        mill.intake().back(episode, today());
        isMissing(
                id, "Review the treatment plan (new diagnosis, safety): due since %s.".formatted(today().minusDays(1)));
        Person.of("supervisor", mill.intake().clinic())
                .asks()
                .body(Map.of("lastDay", today().toString(), "reason", "NO_CONTACT", "waiver", "NO_CONTACT"))
                .post(API + "episodes/" + episode + "/discharge")
                .then()
                .statusCode(200);
        nothingOfThePlanIsMissing(id);
    }

    private void nothingOfThePlanIsMissing(String authorization) {
        read(Person.of("supervisor", mill.intake().clinic()), authorization, "")
                .statusCode(200)
                .body("missing", not(hasItem(containsString("treatment plan"))));
    }

    private void isMissing(String authorization, String sentence) {
        await(sentence)
                .untilAsserted(() -> read(mill.intake().carl(), authorization, "")
                        .statusCode(200)
                        .body("missing", hasItem(sentence)));
    }

    private static ValidatableResponse prints(Person who, String authorization) {
        return who.asks()
                .post(API + "authorizations/" + authorization + "/renewal-packet/printed")
                .then();
    }

    private void scored(
            PatientId patient, String instrument, @Nullable Integer total, @Nullable String band, Instant at) {
        said(patient, instrument, total, band, at, List.of(new Subscale("PART", 1, null)));
    }

    private void parts(PatientId patient, Instant at, Subscale... parts) {
        said(patient, "BAM", null, null, at, List.of(parts));
    }

    private void said(
            PatientId patient,
            String instrument,
            @Nullable Integer total,
            @Nullable String band,
            Instant at,
            List<Subscale> parts) {
        Broker.say(
                mill.intake().clinic(),
                new MeasureScored(
                        "therapy",
                        patient,
                        null,
                        new MeasureId(UUID.randomUUID()),
                        instrument,
                        "1",
                        total,
                        band,
                        parts,
                        at,
                        at));
    }

    private static ValidatableResponse read(Person who, String authorization, String what) {
        return who.asks()
                .get(API + "authorizations/" + authorization + "/renewal-packet" + what)
                .then();
    }
}
