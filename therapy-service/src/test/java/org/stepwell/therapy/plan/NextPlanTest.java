package org.stepwell.therapy.plan;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.stepwell.therapy.Riverside.aClinician;
import static org.stepwell.therapy.Riverside.aPatientOf;
import static org.stepwell.therapy.Riverside.clinician;
import static org.stepwell.therapy.Riverside.inClinic;
import static org.stepwell.therapy.Riverside.sql;
import static org.stepwell.therapy.plan.PlanCalls.aForm;
import static org.stepwell.therapy.plan.PlanCalls.goalOf;
import static org.stepwell.therapy.plan.PlanCalls.holds;
import static org.stepwell.therapy.plan.PlanCalls.path;
import static org.stepwell.therapy.plan.PlanCalls.patient;
import static org.stepwell.therapy.plan.PlanCalls.signs;
import static org.stepwell.therapy.plan.PlanCalls.writes;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.stepwell.contracts.enrollment.EnrollmentState.DiagnosisChanged;
import org.stepwell.contracts.id.DiagnosisId;
import org.stepwell.contracts.id.StaffId;
import org.stepwell.platform.testing.Broker;
import org.stepwell.platform.testing.StepwellTestResource;
import org.stepwell.therapy.Riverside.InCare;

/** What the next plan owes to the one that holds, and a problem to what the patient is diagnosed with. */
@QuarkusTest
@QuarkusTestResource(StepwellTestResource.class)
class NextPlanTest {

    private static final String FIRST = "/problems/0/goals/0/objectives/0";

    private StaffId dora;
    private InCare ada;
    private Map<String, Object> objective;

    @BeforeEach
    void aPlanThatHolds() {
        dora = aClinician();
        ada = aPatientOf(dora);
        holds(dora, ada);
        objective =
                clinician(dora).asks().get(path(ada.episode())).path("[0].content.problems[0].goals[0].objectives[0]");
    }

    @Test
    void eachReviewSaysInItsOwnWordsHowAnObjectiveCameOn() {
        writes(clinician(dora), ada, with(objective), "").statusCode(200);
        incomplete(FIRST + "/review", FIRST + "/status");

        var found = said("IN_PROGRESS", "Five of seven since February.");
        writes(clinician(dora), ada, with(found), "*").statusCode(200);
        signs(dora, ada).statusCode(200);
        PlanCalls.answers(patient(ada), ada, Map.of("answer", "SIGNED")).statusCode(200);

        writes(clinician(dora), ada, with(found), "").statusCode(200);
        incomplete(FIRST + "/review");
        writes(clinician(dora), ada, with(said("IN_PROGRESS", "Six of seven by now.")), "*")
                .statusCode(200);
        signs(dora, ada).statusCode(200);
    }

    @Test
    void anOpenObjectiveIsDecidedAndNotLeftOut() {
        writes(clinician(dora), ada, aForm(dora), "").statusCode(200);

        incomplete("/problems").body("errors[0].detail", containsString(String.valueOf(objective.get("id"))));

        writes(clinician(dora), ada, with(said("GIVEN_UP", "He wants to count weeks.")), "*")
                .statusCode(200);
        incomplete("/problems"); // nothing is worked on any more
        writes(clinician(dora), ada, with(said("GIVEN_UP", "He wants to count weeks."), anotherOne()), "*")
                .statusCode(200);
        signs(dora, ada).statusCode(200);
    }

    @Test
    void aProblemNamesADiagnosisThatThePatientHasAndADimension() {
        var form = with(said("IN_PROGRESS", "Five of seven."));
        var problem = problemOf(form);
        problem.put("diagnosis", "F10.20");
        problem.put("dimension", "RELAPSE");
        writes(clinician(dora), ada, form, "").statusCode(200);
        incomplete("/problems/0/diagnosis");

        isDiagnosed("F10.20");

        await("the diagnosis").untilAsserted(() -> signs(dora, ada).statusCode(200));
        patient(ada)
                .asks()
                .get(path(ada.episode()))
                .then()
                .body("[0].content.problems[0].diagnosis", equalTo("F10.20"))
                .body("[0].content.problems[0].dimension", equalTo("RELAPSE"));
        problem.put("dimension", "D5");
        writes(clinician(dora), ada, form, "*")
                .statusCode(400)
                .body("errors.pointer", contains("/problems/0/dimension"));
    }

    @Test
    void whatThePatientIsDiagnosedWithSinceTheClinicianSignedRefusesNoAnswerOfTheirs() {
        var form = with(said("IN_PROGRESS", "Five of seven."));
        problemOf(form).put("diagnosis", "F10.20");
        isDiagnosed("F10.20");
        writes(clinician(dora), ada, form, "").statusCode(200);
        await("the diagnosis").untilAsserted(() -> signs(dora, ada).statusCode(200));

        isDiagnosed("F10.21");
        await("another diagnosis")
                .until(() -> inClinic(() -> sql().one(
                                "select 1 from diagnosis where patient_id = ? and code = 'F10.21'",
                                row -> 1,
                                ada.patient().value())
                        .isPresent()));

        PlanCalls.answers(patient(ada), ada, Map.of("answer", "SIGNED"))
                .statusCode(200)
                .body("status", equalTo("SIGNED"));
    }

    /** With this, and nothing else any more. */
    private void isDiagnosed(String code) {
        Broker.say(new DiagnosisChanged(
                ada.patient(),
                List.of(new DiagnosisChanged.Standing(new DiagnosisId(UUID.randomUUID()), code, null, Instant.EPOCH)),
                Instant.now()));
    }

    private ValidatableResponse incomplete(String... pointers) {
        return signs(dora, ada)
                .statusCode(409)
                .body("type", endsWith("/plan-is-complete"))
                .body("errors.pointer", contains(pointers));
    }

    /** The objective of the plan that holds, as a review says it. */
    private Map<String, Object> said(String status, String review) {
        var said = new HashMap<>(objective);
        said.putAll(Map.of("status", status, "review", review));
        return said;
    }

    private static Map<String, Object> anotherOne() {
        return objectivesOf(aForm(aClinician())).getFirst();
    }

    private Map<String, Object> with(Map<?, ?>... objectives) {
        var form = new HashMap<>(aForm(dora));
        goalOf(form).put("objectives", List.of(objectives));
        return form;
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> objectivesOf(Map<String, Object> form) {
        return (List<Map<String, Object>>) Objects.requireNonNull(goalOf(form).get("objectives"));
    }

    /** The only problem of such a plan, which may be said otherwise. */
    @SuppressWarnings("unchecked")
    private static Map<String, @Nullable Object> problemOf(Map<String, Object> form) {
        var problems = new ArrayList<>((List<Map<String, Object>>) Objects.requireNonNull(form.get("problems")));
        var problem = new HashMap<String, @Nullable Object>(problems.getFirst());
        form.put("problems", List.of(problem));
        return problem;
    }
}
