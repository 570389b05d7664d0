package org.stepwell.therapy.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.stepwell.therapy.Riverside.aClinician;
import static org.stepwell.therapy.Riverside.aPatientOf;
import static org.stepwell.therapy.Riverside.clinician;
import static org.stepwell.therapy.Riverside.discharged;
import static org.stepwell.therapy.plan.PlanCalls.WORDS;
import static org.stepwell.therapy.plan.PlanCalls.aForm;
import static org.stepwell.therapy.plan.PlanCalls.answers;
import static org.stepwell.therapy.plan.PlanCalls.following;
import static org.stepwell.therapy.plan.PlanCalls.goalOf;
import static org.stepwell.therapy.plan.PlanCalls.holds;
import static org.stepwell.therapy.plan.PlanCalls.path;
import static org.stepwell.therapy.plan.PlanCalls.patient;
import static org.stepwell.therapy.plan.PlanCalls.signs;
import static org.stepwell.therapy.plan.PlanCalls.signsOnceKnown;
import static org.stepwell.therapy.plan.PlanCalls.writes;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.stepwell.contracts.id.StaffId;
import org.stepwell.contracts.scheduling.SchedulingState.StaffChanged;
import org.stepwell.platform.clinic.ClinicContext;
import org.stepwell.platform.database.Sql;
import org.stepwell.platform.database.Uuid7;
import org.stepwell.platform.testing.Broker;
import org.stepwell.platform.testing.Person;
import org.stepwell.platform.testing.StepwellTestResource;
import org.stepwell.therapy.Riverside.InCare;

/** A treatment plan is written, signed by all who have a say, and superseded by the next. */
@QuarkusTest
@QuarkusTestResource(StepwellTestResource.class)
class PlanResourceTest {

    @Inject
    Sql sql;

    private StaffId dora;
    private StaffId carl;
    private InCare ada;

    @BeforeEach
    void aPatient() {
        dora = aClinician();
        carl = works("CADC");
        ada = aPatientOf(dora, carl);
    }

    private StaffId works(String credential) {
        var staff = new StaffId(Uuid7.next());
        Broker.say(new StaffChanged(staff, List.of(credential), true, null, Instant.EPOCH));
        await("somebody who is " + credential)
                .until(() -> inClinic(() -> sql.one("select 1 from staff where id = ?", row -> 1, staff.value())
                        .isPresent()));
        return staff;
    }

    @Test
    void aPlanHoldsOnceTheClinicianAndThePatientSignedAndIsToldOf() {
        var review = LocalDate.now(ZoneId.of("America/New_York")).plusDays(30);
        writes(clinician(dora), ada, aForm(dora), "")
                .statusCode(200)
                .header("ETag", "\"0\"")
                .body("version", equalTo(1))
                .body("status", equalTo("DRAFT"))
                .body("signatures.signedAt", nullValue());
        signs(dora, ada)
                .statusCode(200)
                .body("status", equalTo("DRAFT"))
                .body("signatures.credentials", equalTo("CADC, LCSW"))
                .body("signatures.approvalNeeded", equalTo(false));

        answers(patient(ada), ada, Map.of("answer", "SIGNED"))
                .statusCode(200)
                .body("status", equalTo("SIGNED"))
                .body("inForceAt", notNullValue());

        reads(clinician(dora)).body("status", contains("SIGNED")).body("reviewOn", contains(review.toString()));
        await("plan-signed")
                .untilAsserted(() -> assertThat(Broker.said("stepwell.therapy", ada.patient()))
                        .filteredOn(said -> said.startsWith("plan-signed.v1"))
                        .singleElement()
                        .asString()
                        .contains(ada.episode().toString(), "\"version\":1", review.toString())
                        .doesNotContain(WORDS));
    }

    @Test
    void whatIsDoneInVisitsIsToldWholeWithEachPlanThatHolds() {
        var today = LocalDate.now(ZoneId.of("America/New_York"));
        var nell = works("NP");
        var weekly = Map.<String, Object>of(
                "modality", "INDIVIDUAL_THERAPY", "minutes", 60, "timesAWeek", 1, "weeks", 12, "responsible", dora);
        var monthly = Map.<String, Object>of(
                "modality",
                "MEDICATION_MANAGEMENT",
                "minutes",
                30,
                "timesAWeek",
                1,
                "everyWeeks",
                4,
                "weeks",
                12,
                "alone",
                true,
                "responsible",
                nell);
        var inGroup = Map.<String, Object>of(
                "modality", "MEDICATION_MANAGEMENT", "minutes", 60, "timesAWeek", 1, "weeks", 2, "responsible", nell);

        holds(dora, ada, aForm(today.plusDays(60), List.of(weekly, monthly, inGroup)));

        await("what is done in visits")
                .untilAsserted(() -> assertThat(Broker.said("stepwell.therapy.state", "visits/" + ada.episode()))
                        .singleElement()
                        .asString()
                        .startsWith("visits-needed.v1")
                        .contains("\"version\":1", ada.patient().toString())
                        .contains(need("INDIVIDUAL_THERAPY", 60, 1, dora, today))
                        .contains(need("MEDICATION_MANAGEMENT", 30, 4, nell, today))
                        .doesNotContain(WORDS, "\"through\":\"%s\"".formatted(today.plusDays(13))));

        holds(dora, ada);

        await("that nothing is any more")
                .untilAsserted(() -> assertThat(Broker.said("stepwell.therapy.state", "visits/" + ada.episode()))
                        .last()
                        .asString()
                        .contains("\"version\":2", "\"needs\":[]"));
    }

    private static String need(String modality, int minutes, int everyWeeks, StaffId clinician, LocalDate today) {
        return "{\"modality\":\"%s\",\"minutes\":%d,\"times\":1,\"everyWeeks\":%d,\"clinician\":\"%s\",\"from\":\"%s\",\"through\":\"%s\"}"
                .formatted(modality, minutes, everyWeeks, clinician, today, today.plusDays(83));
    }

    @Test
    void thePatientReadsAPlanOnceAClinicianHasSignedIt() {
        writes(clinician(dora), ada, aForm(dora), "").statusCode(200);
        reads(patient(ada)).body("", empty());
        answers(patient(ada), ada, Map.of("answer", "SIGNED"))
                .statusCode(409)
                .body("type", endsWith("/clinician-signs-first"));

        signs(dora, ada).statusCode(200);

        reads(patient(ada)).body("[0].content.problems[0].goals[0].inThePatientsWords", equalTo(WORDS));
        answers(patient(ada), ada, Map.of("answer", "DECLINED"))
                .statusCode(400)
                .body("type", endsWith("/answer-says-how"))
                .body("errors.pointer", contains("/answer"));
        answers(clinician(dora), ada, Map.of("answer", "SIGNED"))
                .statusCode(400)
                .body("errors.pointer", contains("/answer"));
        answers(clinician(dora), ada, Map.of("answer", "DECLINED", "reason", " "))
                .statusCode(400)
                .body("errors.pointer", contains("/reason"));
        answers(clinician(dora), ada, Map.of("answer", "DECLINED", "reason", "Wants no plan, comes anyway."))
                .statusCode(200)
                .body("status", equalTo("SIGNED"))
                .body("patientReason", equalTo("Wants no plan, comes anyway."));
    }

    @Test
    void whatACounselorSignsIsApprovedByAnother() {
        writes(clinician(carl), ada, aForm(carl), "").statusCode(200);
        signs(carl, ada).statusCode(200).body("signatures.approvalNeeded", equalTo(true));
        answers(patient(ada), ada, Map.of("answer", "SIGNED")).statusCode(200).body("status", equalTo("DRAFT"));
        signs(carl, ada).statusCode(409).body("type", endsWith("/plan-is-approved-by-another"));

        signs(dora, ada)
                .statusCode(200)
                .body("status", equalTo("SIGNED"))
                .body("signatures.approvedBy", equalTo(dora.toString()));
    }

    @Test
    void whatIsNotMeasurableIsNotSigned() {
        signs(dora, ada).statusCode(409).body("type", endsWith("/draft-comes-first"));
        writes(clinician(dora), ada, aForm(dora, LocalDate.of(2020, 1, 1)), "").statusCode(200);

        signs(dora, ada)
                .statusCode(409)
                .body("type", endsWith("/plan-is-complete"))
                .body("errors.pointer", contains("/problems/0/goals/0/objectives/0/targetDate"));

        reads(clinician(dora)).body("signatures.signedAt", hasItem(nullValue()));
    }

    @Test
    void medicationIsAnsweredForByWhoeverHasTheCredentialsForIt() {
        var medication = Map.<String, Object>of(
                "modality", "MEDICATION_MANAGEMENT", "minutes", 30, "timesAWeek", 1, "weeks", 12, "responsible", carl);
        var today = LocalDate.now(ZoneId.of("America/New_York"));
        writes(clinician(dora), ada, aForm(today.plusDays(60), List.of(medication)), "")
                .statusCode(200);

        signs(dora, ada)
                .statusCode(409)
                .body("type", endsWith("/plan-is-complete"))
                .body("errors.pointer", contains("/problems/0/goals/0/interventions/0/responsible"))
                .body("errors[0].detail", containsString("MD, DO, NP"));
    }

    @Test
    void aGoalSaysWhichOfTheEightItServesAndADraftMayLeaveItOpen() {
        var form = aForm(dora);
        goalOf(form).remove("serves");
        writes(clinician(dora), ada, form, "").statusCode(200);
        signs(dora, ada).statusCode(409).body("errors.pointer", contains("/problems/0/goals/0/serves"));

        for (var wrong : List.of(List.of("HAPPINESS"), List.of("PROBLEM_SOLVING", "PROBLEM_SOLVING"))) {
            goalOf(form).put("serves", wrong);
            writes(clinician(dora), ada, form, "*")
                    .statusCode(400)
                    .body("errors[0].pointer", startsWith("/problems/0/goals/0/serves"));
        }
        goalOf(form).put("serves", List.of("PROBLEM_SOLVING", "COMMUNICATION_SKILLS"));
        writes(clinician(dora), ada, form, "*").statusCode(200);
        signs(dora, ada).statusCode(200);
        reads(patient(ada))
                .body("[0].content.problems[0].goals[0].serves", contains("PROBLEM_SOLVING", "COMMUNICATION_SKILLS"));
    }

    @Test
    void aPlanIsLookedAtAgainAsItComesIntoForce() {
        writes(clinician(dora), ada, aForm(carl), "").statusCode(200);
        signs(dora, ada).statusCode(200);
        Broker.say(new StaffChanged(carl, List.of("CADC"), false, null, Instant.now()));
        await("carl left")
                .until(() -> inClinic(
                        () -> sql.one("select active from staff where id = ?", row -> !row.getBoolean(1), carl.value())
                                .orElse(false)));

        answers(patient(ada), ada, Map.of("answer", "SIGNED"))
                .statusCode(409)
                .body("type", endsWith("/plan-is-complete"))
                .body("errors.pointer", contains("/problems/0/goals/0/interventions/0/responsible"));

        reads(clinician(dora)).body("signatures.patientAskedAt", hasItem(nullValue()));
    }

    @Test
    void nobodySignsATextThatTheyHaveNotSeen() {
        writes(clinician(dora), ada, aForm(dora), "").statusCode(200);
        clinician(dora)
                .asks()
                .header("If-Match", "*")
                .post(path(ada.episode()) + "/draft/signature")
                .then()
                .statusCode(428);
        signs(dora, ada).statusCode(200);
        answers(patient(ada), ada, Map.of("answer", "SIGNED"), "*").statusCode(428);
        var declined = Map.<String, Object>of("answer", "DECLINED", "reason", "Said so at the desk.");
        answers(Person.at("intake"), ada, declined)
                .statusCode(403)
                .body("type", endsWith("/recorded-by-who-reads-plans"));

        reads(clinician(dora)).body("status", contains("DRAFT"));
        answers(clinician(dora), ada, declined).statusCode(200).body("status", equalTo("SIGNED"));
    }

    @Test
    void credentialsAreTheSameHoweverTheyAreWritten() {
        for (var written : List.of("Psy.D.", "lisw", "PMHNP", "PA-C", "N.P.-C")) {
            var staff = new StaffId(Uuid7.next());
            Broker.say(new StaffChanged(staff, List.of(written), true, null, Instant.EPOCH));
            var patient = aPatientOf(staff);
            writes(clinician(staff), patient, aForm(staff), "").statusCode(200);
            signsOnceKnown(staff, patient);

            answers(patient(patient), patient, Map.of("answer", "SIGNED"))
                    .statusCode(200)
                    .body("approvalNeeded", equalTo(false));
        }
    }

    @Test
    void twoWhoBeginADraftAtOnceAreToldThatThereIsOne() {
        writes(clinician(dora), ada, aForm(dora), "").statusCode(200);

        assertThat(catchThrowable(() -> inClinic(
                        () -> sql.update("""
                        insert into plan (id, revision, episode_id, patient_id, version, status, content, author_id,
                            changed_at, approval_needed)
                        select ?, 0, episode_id, patient_id, version, status, content, author_id, changed_at, false
                        from plan where episode_id = ?
                        """, Uuid7.next(), ada.episode().value()))))
                .hasStackTraceContaining("one_draft_at_a_time");
    }

    @Test
    void aDraftIsReplacedWholeByWhoeverHasReadIt() {
        var etag = writes(clinician(dora), ada, aForm(dora), "").extract().header("ETag");
        writes(clinician(dora), ada, aForm(dora), "").statusCode(428);
        signs(dora, ada).statusCode(200);
        writes(clinician(dora), ada, aForm(carl), etag).statusCode(412);

        writes(clinician(dora), ada, aForm(carl), "*")
                .statusCode(200)
                .body("version", equalTo(1))
                .body("signatures.signedAt", nullValue())
                .body("content.problems[0].goals[0].interventions[0].responsible", equalTo(carl.toString()));
    }

    @Test
    void theNextOneThatIsSignedSupersedes() {
        holds(dora, ada);
        writes(clinician(dora), ada, following(ada, aForm(carl)), "")
                .statusCode(200)
                .body("version", equalTo(2));
        reads(clinician(dora)).body("status", contains("DRAFT", "SIGNED"));
        signs(dora, ada).statusCode(200);

        answers(clinician(dora), ada, Map.of("answer", "SIGNED_ON_PAPER", "reason", "No account yet."))
                .statusCode(200);

        reads(clinician(dora)).body("status", contains("SIGNED", "SUPERSEDED")).body("version", contains(2, 1));
        reads(patient(ada)).body("version", contains(2, 1));
    }

    /** Why each objective goes on or ends is part of the next version, which the patient signs. */
    @Test
    void aReviewSaysOfEachObjectiveWhyItGoesOnOrEnds() {
        holds(dora, ada);
        var at = "[0].content.problems[0].goals[0].objectives[0].review";
        reads(patient(ada)).body(at, nullValue());
        var form = aForm(dora);
        var objective = objectiveOf(form);
        objective.put("status", "IN_PROGRESS");
        objective.put("review", "x".repeat(2_001));
        writes(clinician(dora), ada, form, "")
                .statusCode(400)
                .body("errors.pointer", hasItem("/problems/0/goals/0/objectives/0/review"));

        var why = "Five of seven since February; a call before the weekend helps.";
        objective.put("review", why);
        holds(dora, ada, form);

        reads(patient(ada)).body(at, equalTo(why)).body("[1]" + at.substring(3), nullValue());
        var stored = inClinic(() -> sql.list(
                "select content from plan where episode_id = ?",
                row -> row.getString(1),
                ada.episode().value()));
        assertThat(stored).hasSize(2).noneMatch(content -> content.contains("weekend"));
    }

    /** The only objective of such a plan, which may be said otherwise. */
    @SuppressWarnings("unchecked")
    private static Map<String, Object> objectiveOf(Map<String, Object> form) {
        var goal = goalOf(form);
        var all = (List<Map<String, Object>>) Objects.requireNonNull(goal.get("objectives"));
        var changed = new HashMap<>(all.getFirst());
        goal.put("objectives", List.of(changed));
        return changed;
    }

    @Test
    void aPlanIsOfSomebodyWhoIsInAndOfTheirCareTeam() {
        writes(clinician(aClinician()), ada, aForm(dora), "").statusCode(403);
        patient(aPatientOf(dora)).asks().get(path(ada.episode())).then().statusCode(404);

        discharged(ada);

        await("the discharge")
                .untilAsserted(() -> writes(clinician(dora), ada, aForm(dora), "*")
                        .statusCode(409)
                        .body("type", endsWith("/planned-while-in")));
    }

    @Test
    void theDatabaseKeepsWhatWasSignedAndSealsIt() {
        holds(dora, ada);

        var stored = inClinic(() -> sql.one(
                        "select content from plan where episode_id = ?",
                        row -> row.getString(1),
                        ada.episode().value())
                .orElseThrow());
        assertThat(stored).isNotEmpty().doesNotContain("dinner");
        for (var change : List.of("update plan set content = 'x'", "delete from plan")) {
            assertThat(catchThrowable(() -> inClinic(() -> sql.update(
                            change + " where episode_id = ?", ada.episode().value()))))
                    .as(change)
                    .hasStackTraceContaining("a signed plan does not change");
        }
        reads(clinician(dora)).body("[0].content.problems[0].goals[0].inThePatientsWords", equalTo(WORDS));
    }

    private static <T> T inClinic(Callable<T> work) {
        return ClinicContext.in(
                new ClinicContext.Work(Person.RIVERSIDE, "test", null),
                () -> QuarkusTransaction.requiringNew().call(work));
    }

    private ValidatableResponse reads(Person who) {
        return who.asks().get(path(ada.episode())).then().statusCode(200);
    }
}
