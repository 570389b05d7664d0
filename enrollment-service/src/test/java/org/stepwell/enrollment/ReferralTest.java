package org.stepwell.enrollment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.stepwell.enrollment.Intake.API;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ExtractableResponse;
import io.restassured.response.ValidatableResponse;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.assertj.core.api.AbstractStringAssert;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.platform.testing.MovedClock;
import org.stepwell.platform.testing.Person;
import org.stepwell.platform.testing.StepwellTestResource;

/** People whom somebody sent, and what the sender learns of them. */
@QuarkusTest
@QuarkusTestResource(StepwellTestResource.class)
class ReferralTest {

    private final Intake riverside = new Intake(Person.RIVERSIDE);

    @BeforeEach
    void setUp() {
        riverside.setUp("Riverside");
    }

    @Test
    void whoeverIsSentIsCalledBackAsEverybodyIsWhoAsks() {
        var partner = partner("HOSPITAL");
        var referral = referred(Map.of("partner", partner, "reason", "FIRST_TREATMENT"))
                .statusCode(201)
                .body("stage", equalTo("RECEIVED"))
                .body("patient", nullValue())
                .extract();

        riverside
                .ivy()
                .asks()
                .get(API + "inquiries/" + referral.path("inquiry"))
                .then()
                .statusCode(200)
                .body("channel", equalTo("REFERRAL"))
                .body("source", equalTo("HOSPITAL"))
                .body("caller.name", equalTo("Maya"));
        riverside
                .ivy()
                .asks()
                .queryParam("kind", "call-back")
                .queryParam("limit", 200)
                .get(API + "tasks")
                .then()
                .body("items.subject", hasItem(referral.<String>path("inquiry")));
    }

    @Test
    void aReferralTellsHowFarItCame() {
        var partner = partner("RESIDENTIAL_PROGRAM");
        var referral = referred(Map.of("partner", partner, "reason", "FIRST_TREATMENT"))
                .extract();
        String id = referral.path("id");
        String inquiry = referral.path("inquiry");
        riverside
                .ivy()
                .asks()
                .body(Map.of("reached", true))
                .post(API + "inquiries/" + inquiry + "/contacts")
                .then()
                .statusCode(200);
        stage(id).isEqualTo("CONTACTED");

        var patient = registered(inquiry);
        stage(id).isEqualTo("REGISTERED");
        riverside.screened(patient);
        riverside.consented(patient);
        var episode = riverside.waiting(patient, riverside.program());
        stage(id).isEqualTo("WAITING");
        riverside.admit(episode).statusCode(200);
        stage(id).isEqualTo("ADMITTED");
        riverside
                .ivy()
                .asks()
                .body(Map.of("awaitedUntil", today().minusDays(1).toString()))
                .post(API + "episodes/" + episode + "/never-came")
                .then()
                .statusCode(200)
                .body("withdrawalReason", equalTo("UNKNOWN"));
        stage(id).isEqualTo("NOT_COMING");

        riverside
                .ivy()
                .asks()
                .queryParam("partner", partner)
                .get(API + "referrals")
                .then()
                .body("items.id", equalTo(List.of(id)))
                .body("items[0].patient", equalTo(patient.toString()));
    }

    @Test
    void whoeverGoesOnAtAnotherLevelOfCareHasNotLeft() {
        var referral = referred(Map.of("partner", partner("HOSPITAL"), "reason", "FIRST_TREATMENT"))
                .extract();
        String id = referral.path("id");
        var patient = registered(referral.path("inquiry"));
        var first = riverside.admitted(patient);
        String next = riverside
                .carl()
                .asks()
                .body(Map.of(
                        "level",
                        "LEVEL_1",
                        "lastDay",
                        today().minusDays(1).toString(),
                        "next",
                        Map.of("program", riverside.programAt("LEVEL_1"), "track", "evening")))
                .post(API + "episodes/" + first + "/level-change")
                .then()
                .statusCode(200)
                .extract()
                .path("opened.id");
        stage(id).isEqualTo("DISCHARGED"); // nobody knows yet whether they come there

        riverside.decidedLevel(patient, "1");
        riverside
                .admit(
                        EpisodeId.fromString(next),
                        Map.of("start", today().minusDays(1).toString()))
                .statusCode(200);

        stage(id).isEqualTo("ADMITTED");
    }

    @Test
    void aSenderLearnsOnlyWhatThePatientConsentsTo() {
        var partner = partner("HOSPITAL");
        var referral = referred(Map.of("partner", partner, "reason", "FIRST_TREATMENT"))
                .extract();
        String id = referral.path("id");
        report(id).statusCode(409).body("type", endsWith("/nothing-to-report"));

        var patient = registered(referral.path("inquiry"));
        await().untilAsserted(() -> report(id).statusCode(403));
        assertThat(read(id).<String>path("reported")).isNull();

        consents(patient, partner);
        await().untilAsserted(() -> report(id)
                .statusCode(200)
                .body("stage", equalTo("REGISTERED"))
                .body("permit.notice", notNullValue())
                .body("permit.recipient.id", equalTo(partner)));
        assertThat(read(id).<String>path("reported")).isEqualTo("REGISTERED");
    }

    @Test
    void whoeverLeavesInpatientCareIsReferredWithTheDay() {
        var partner = partner("WITHDRAWAL_MANAGEMENT");
        refused(Map.of("partner", partner, "reason", "STEP_DOWN"), "step-down-has-a-day", "/stepDown");
        refused(stepDown(partner, today().plusYears(1)), "step-down-is-near", "/stepDown/leavesOn");

        referred(stepDown(partner, today().plusDays(3)))
                .statusCode(201)
                .body("leavesLevel", equalTo("3.7"))
                .body("leavesOn", equalTo(today().plusDays(3).toString()));
    }

    @Test
    void aReferralNamesItsSenderOnce() {
        refused(Map.of("reason", "OTHER"), "sender-is-named", "/partner");
        refused(
                Map.of("reason", "OTHER", "partner", partner("SCHOOL"), "facility", "Harbor General"),
                "sender-is-named",
                "/partner");
        referred(Map.of("reason", "OTHER", "partner", UUID.randomUUID().toString()))
                .statusCode(409)
                .body("type", endsWith("/reference-unknown"))
                .body("errors[0].pointer", equalTo("/partner"));

        referred(Map.of("reason", "OTHER", "facility", "Harbor General, ward 4"))
                .statusCode(201)
                .body("facility", equalTo("Harbor General, ward 4"));
    }

    @Test
    void thoseWeWorkWithNoMoreSendNobody() {
        var partner = partner("PROVIDER");
        riverside
                .ada()
                .asks()
                .post(API + "partners/" + partner + "/end")
                .then()
                .statusCode(200)
                .body("active", equalTo(false));

        referred(Map.of("partner", partner, "reason", "OTHER"))
                .statusCode(409)
                .body("type", endsWith("/partnership-is-over"))
                .body("errors.pointer", contains("/partner"));
    }

    @Test
    void ofWhoeverIsRegisteredAndDoesNotComeTheSenderMayLearnThat() {
        var referral = referred(Map.of("partner", partner("HOSPITAL"), "reason", "STEP_UP"))
                .extract();
        String id = referral.path("id");
        registered(referral.path("inquiry"));
        stage(id).isEqualTo("REGISTERED");

        closed(referral.path("inquiry")).statusCode(200);

        stage(id).isEqualTo("NOT_COMING");
    }

    @Test
    void whoeverWaitsOrIsTreatedHasComeAlsoWhereTheyWereKnownBefore() {
        var referral = referred(Map.of("partner", partner("HOSPITAL"), "reason", "STEP_UP"))
                .extract();
        var known = riverside.patient();
        tied(referral.path("id"), known, Map.of()).statusCode(200);
        riverside.waiting(known, riverside.program());

        closed(referral.path("inquiry")).statusCode(409).body("type", endsWith("/inquiry-led-to-an-episode"));
    }

    private ValidatableResponse closed(String inquiry) {
        return riverside
                .ivy()
                .asks()
                .body(Map.of("because", "NOT_INTERESTED"))
                .post(API + "inquiries/" + inquiry + "/closing")
                .then();
    }

    @Test
    void aPatientWhomTheClinicKnewIsTiedToTheReferralAndNobodyIsRegisteredTwice() {
        var referral = referred(Map.of("partner", partner("HOSPITAL"), "reason", "STEP_UP"))
                .extract();
        String id = referral.path("id");
        var known = riverside.patient();

        tied(id, known, Map.of()).statusCode(200).body("patient", equalTo(known.toString()));

        stage(id).isEqualTo("REGISTERED");
        riverside
                .ivy()
                .asks()
                .get(API + "inquiries/" + referral.path("inquiry"))
                .then()
                .body("status", equalTo("REGISTERED"));
        riverside
                .ivy()
                .asks()
                .queryParam("kind", "call-back")
                .queryParam("limit", 200)
                .get(API + "tasks")
                .then()
                .body("items.subject", not(hasItem(referral.<String>path("inquiry"))));
        riverside.waiting(known, riverside.program());
        stage(id).isEqualTo("WAITING");
    }

    @Test
    void whoeverHasNothingInCommonWithThePatientIsTiedToThemAfterSomebodyAsked() {
        String id = referred(Map.of(
                        "facility",
                        "Harbor General",
                        "reason",
                        "OTHER",
                        "whom",
                        Map.of("name", "Zoe Park", "phone", "+1 555 0177", "mayLeaveMessage", false)))
                .extract()
                .path("id");
        var maya = riverside.patient();

        tied(id, maya, Map.of())
                .statusCode(409)
                .body("type", endsWith("/maybe-somebody-else"))
                .body("errors[0].pointer", equalTo("/asked"));
        stage(id).isEqualTo("RECEIVED");

        tied(id, maya, Map.of("asked", true)).statusCode(200);
    }

    @Test
    void aReferralIsAboutOnePatientOfThisClinic() {
        String id = referred(Map.of("facility", "Harbor General", "reason", "OTHER"))
                .extract()
                .path("id");
        new Intake(Person.HARBOR).setUp("Harbor");
        tied(id, new Intake(Person.HARBOR).patient(), Map.of("asked", true)).statusCode(404);
        stage(id).isEqualTo("RECEIVED");

        tied(id, riverside.patient(), Map.of()).statusCode(200);
        tied(id, riverside.patient(), Map.of()).statusCode(409).body("type", endsWith("/referred-one-is-known"));
    }

    @Test
    void whoeverWasRegisteredByAReferralIsTiedToNobodyElse() {
        var referral = referred(Map.of("facility", "Harbor General", "reason", "OTHER"))
                .extract();
        registered(referral.path("inquiry"));

        tied(referral.path("id"), riverside.patient(), Map.of())
                .statusCode(409)
                .body("type", endsWith("/referred-one-is-known"));
    }

    private ValidatableResponse tied(String referral, PatientId patient, Map<String, ?> more) {
        var form = new HashMap<String, Object>(more);
        form.put("patient", patient.toString());
        return riverside
                .ivy()
                .asks()
                .header("If-Match", "*")
                .body(form)
                .put(API + "referrals/" + referral + "/patient")
                .then();
    }

    private String partner(String kind) {
        return House.of(riverside, kind).partner();
    }

    private ValidatableResponse referred(Map<String, ?> form) {
        var whole = new HashMap<String, Object>(form);
        whole.putIfAbsent("whom", Map.of("name", "Maya", "phone", "+1 555 0100", "mayLeaveMessage", false));
        return riverside.ivy().asks().body(whole).post(API + "referrals").then();
    }

    private void refused(Map<String, ?> form, String slug, String pointer) {
        referred(form).statusCode(400).body("type", endsWith("/" + slug)).body("errors[0].pointer", equalTo(pointer));
    }

    private static Map<String, Object> stepDown(String partner, LocalDate day) {
        return Map.of(
                "partner",
                partner,
                "reason",
                "STEP_DOWN",
                "stepDown",
                Map.of("level", "3.7", "leavesOn", day.toString()));
    }

    private static LocalDate today() {
        return LocalDate.ofInstant(MovedClock.now(), ZoneOffset.UTC);
    }

    private PatientId registered(String inquiry) {
        var maya = new HashMap<>(Intake.maya());
        maya.put("inquiry", inquiry);
        return riverside.patient(maya);
    }

    private void consents(PatientId patient, String partner) {
        new House(riverside, partner).consented(patient, "PRESENCE");
    }

    private ValidatableResponse report(String referral) {
        return riverside
                .ivy()
                .asks()
                .body(Map.of("purpose", "TREATMENT", "channel", "PHONE"))
                .post(API + "referrals/" + referral + "/reports")
                .then();
    }

    private ExtractableResponse<?> read(String referral) {
        return riverside
                .ivy()
                .asks()
                .get(API + "referrals/" + referral)
                .then()
                .statusCode(200)
                .extract();
    }

    private AbstractStringAssert<?> stage(String referral) {
        return assertThat(read(referral).<String>path("stage"));
    }
}
