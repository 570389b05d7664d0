package org.stepwell.therapy.handoff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.stepwell.therapy.Riverside.aClinician;
import static org.stepwell.therapy.Riverside.aPatientOf;
import static org.stepwell.therapy.Riverside.clinician;
import static org.stepwell.therapy.Riverside.supervisor;
import static org.stepwell.therapy.handoff.Goodbyes.WORDS;
import static org.stepwell.therapy.handoff.Goodbyes.aCounselor;
import static org.stepwell.therapy.handoff.Goodbyes.aText;
import static org.stepwell.therapy.handoff.Goodbyes.aTextWithoutLastMeasures;
import static org.stepwell.therapy.handoff.Goodbyes.asks;
import static org.stepwell.therapy.handoff.Goodbyes.awaitLeft;
import static org.stepwell.therapy.handoff.Goodbyes.awaitSummary;
import static org.stepwell.therapy.handoff.Goodbyes.isSignedBy;
import static org.stepwell.therapy.handoff.Goodbyes.leaves;
import static org.stepwell.therapy.handoff.Goodbyes.leftOtherwise;
import static org.stepwell.therapy.handoff.Goodbyes.path;
import static org.stepwell.therapy.handoff.Goodbyes.planned;
import static org.stepwell.therapy.handoff.Goodbyes.read;
import static org.stepwell.therapy.handoff.Goodbyes.signs;
import static org.stepwell.therapy.handoff.Goodbyes.task;
import static org.stepwell.therapy.handoff.Goodbyes.today;
import static org.stepwell.therapy.handoff.Goodbyes.told;
import static org.stepwell.therapy.handoff.Goodbyes.with;
import static org.stepwell.therapy.handoff.Goodbyes.writes;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.stepwell.contracts.code.DischargeReason;
import org.stepwell.contracts.id.StaffId;
import org.stepwell.platform.clinic.ClinicContext;
import org.stepwell.platform.database.Sql;
import org.stepwell.platform.testing.Person;
import org.stepwell.platform.testing.StepwellTestResource;
import org.stepwell.therapy.Riverside.InCare;

/** A summary is written, signed by those who may, locked, added to, and read by the patient. */
@QuarkusTest
@QuarkusTestResource(StepwellTestResource.class)
class DischargeSummaryResourceTest {

    private static final String COSIGN = "discharge-summary-to-cosign";

    @Inject
    Sql sql;

    private StaffId dora;
    private InCare ada;
    private Person patient;

    @BeforeEach
    void somebodyWhoLeft() {
        dora = aClinician();
        ada = aPatientOf(dora);
        patient = Person.at("patient").who(ada.patient());
    }

    @Test
    void aDraftIsReplacedByWhoeverReadIt() {
        planned(ada, today().plusDays(10));
        awaitSummary(ada, "status", "DRAFT");

        writes(clinician(dora), ada, "", aText()).statusCode(428);
        writes(clinician(dora), ada, "\"77\"", aText()).statusCode(412);
        writes(clinician(dora), ada, Map.of("nextSteps", List.of())).statusCode(200);
        writes(clinician(dora), ada, aText())
                .statusCode(200)
                .body("author", equalTo(dora.toString()))
                .body("says.courseOfTreatment", equalTo(WORDS))
                .body("says.nextSteps", contains("WEEKLY_THERAPY", "TWELVE_STEP_MEETING"))
                .body("signature", nullValue());
    }

    @Test
    void whatIsNoCodeOrTooLongIsPointedAtAndNothingIsKept() {
        planned(ada, today().plusDays(10));
        awaitSummary(ada, "status", "DRAFT");
        for (var wrong : Map.<String, Object>of(
                        "recommendedLevel",
                        "9.9",
                        "nextSteps",
                        List.of("OTHER", "OTHER"),
                        "measuresWaived",
                        "TIRED",
                        "reasons",
                        "x".repeat(8_001))
                .entrySet()) {
            writes(clinician(dora), ada, with(aText(), wrong.getKey(), wrong.getValue()))
                    .statusCode(400)
                    .body("errors.pointer", contains("/" + wrong.getKey()));
        }
        writes(clinician(dora), ada, Map.of()).statusCode(400).body("errors.pointer", contains("/nextSteps"));
        asks(supervisor(), ada).then().body("says", nullValue());
    }

    @Test
    void beforeAnybodyPlansToLeaveThereIsNothingToWriteOrToSign() {
        for (var answer :
                List.of(writes(clinician(dora), ada, "\"0\"", aText()), signs(clinician(dora), ada, "\"0\""))) {
            answer.statusCode(409).body("type", endsWith("/summary-begins-with-the-end"));
        }
        asks(clinician(dora), ada).then().statusCode(404);
    }

    @Test
    void itIsSignedOnceItIsCompleteAndThePatientHasLeft() {
        planned(ada, today().plusDays(10));
        awaitSummary(ada, "status", "DRAFT");
        signs(clinician(dora), ada)
                .statusCode(409)
                .body("type", endsWith("/summary-is-complete"))
                .body(
                        "errors.pointer",
                        contains("/courseOfTreatment", "/conditionAtDischarge", "/reasons", "/recommendations"));
        writes(clinician(dora), ada, with(aTextWithoutLastMeasures(), "reasons", " "))
                .statusCode(200);
        signs(clinician(dora), ada).statusCode(409).body("errors.pointer", contains("/reasons"));
        writes(clinician(dora), ada, aTextWithoutLastMeasures()).statusCode(200);
        signs(clinician(dora), ada).statusCode(409).body("type", endsWith("/signed-once-they-left"));
        leaves(ada, today());
        awaitLeft(ada);
        signs(clinician(dora), ada, "").statusCode(428);
        signs(clinician(dora), ada, "*").statusCode(428);
        signs(clinician(dora), ada, "\"77\"").statusCode(412);

        signs(clinician(dora), ada)
                .statusCode(200)
                .body("status", equalTo("SIGNED"))
                .body("signature.signedBy", equalTo(dora.toString()))
                .body("signature.credentials", equalTo("CADC, LCSW"))
                .body("signature.cosignatureNeeded", equalTo(false))
                .body("signature.hash", matchesPattern("[0-9a-f]{64}"))
                .body("signature.intact", equalTo(true));

        writes(clinician(dora), ada, aText()).statusCode(409).body("type", endsWith("/summary-is-locked"));
        signs(clinician(dora), ada).statusCode(409).body("type", endsWith("/summary-is-locked"));
    }

    @Test
    void whatIsSignedIsToldInCodesAndWithoutAWord() {
        leaves(ada, today(), DischargeReason.STEP_DOWN_OUTPATIENT, null);
        awaitLeft(ada);

        isSignedBy(dora, ada);

        await("the hand-off").until(() -> !told(ada).isEmpty());
        assertThat(told(ada))
                .singleElement()
                .asString()
                .contains(
                        "\"episode\":\"%s\"".formatted(ada.episode()),
                        "\"lastDay\":\"%s\"".formatted(today()),
                        "\"reason\":\"STEP_DOWN_OUTPATIENT\"",
                        "\"nextLevel\":\"0.5\"",
                        "\"attendedPercent\":null",
                        "\"relapsePlan\":false",
                        "\"triggers\":[]",
                        "\"recommended\":[\"WEEKLY_THERAPY\",\"TWELVE_STEP_MEETING\"]",
                        "\"latest\":[]")
                .doesNotContain("weeks", "lapses", "goals", "Sober", "LEFT");
    }

    @Test
    void whatACounselorSignsIsCosignedByAnotherWhoPractisesIndependently() {
        var carl = aCounselor();
        var ben = aPatientOf(dora, carl);
        leaves(ben, today());
        awaitLeft(ben);
        writes(clinician(carl), ben, aTextWithoutLastMeasures()).statusCode(200);

        signs(clinician(carl), ben)
                .statusCode(200)
                .body("status", equalTo("DRAFT"))
                .body("signature.credentials", equalTo("CADC"))
                .body("signature.cosignatureNeeded", equalTo(true))
                .body("signature.hash", nullValue());
        assertThat(task(COSIGN, ben, "OPEN")).containsEntry("roles", List.of("SUPERVISOR"));
        asks(Person.at("patient").who(ben.patient()), ben).then().body("says", nullValue());
        signs(clinician(carl), ben).statusCode(409).body("type", endsWith("/summary-cosigned-by-another"));
        writes(clinician(dora), ben, with(aTextWithoutLastMeasures(), "reasons", "Moved away."))
                .statusCode(200)
                .body("signature", nullValue());
        assertThat(task(COSIGN, ben, "WITHDRAWN")).isNotNull();
        assertThat(told(ben)).isEmpty();

        signs(clinician(carl), ben).statusCode(200);
        signs(clinician(dora), ben)
                .statusCode(200)
                .body("status", equalTo("SIGNED"))
                .body("signature.signedBy", equalTo(carl.toString()))
                .body("signature.cosignedBy", equalTo(dora.toString()))
                .body("signature.cosignerCredentials", equalTo("CADC, LCSW"))
                .body("signature.intact", equalTo(true));
        assertThat(task(COSIGN, ben, "DONE")).isNotNull();
        await("the hand-off").until(() -> told(ben).size() == 1);
    }

    @Test
    void whoeverHasNoCredentialsSignsNothing() {
        leaves(ada, today());
        awaitLeft(ada);
        writes(supervisor(), ada, aTextWithoutLastMeasures()).statusCode(200);

        signs(supervisor(), ada).statusCode(409).body("type", endsWith("/signer-has-credentials"));
    }

    @Test
    void thePatientLearnsThatThereIsOneAndReadsItOnceItIsSigned() {
        leaves(ada, today());
        awaitLeft(ada);
        writes(clinician(dora), ada, aTextWithoutLastMeasures()).statusCode(200);
        asks(patient, ada)
                .then()
                .statusCode(200)
                .body("status", equalTo("DRAFT"))
                .body("facts", nullValue())
                .body("says", nullValue())
                .body("author", nullValue())
                .body("signature", nullValue())
                .body("warnings", empty());

        signs(clinician(dora), ada).statusCode(200);

        asks(patient, ada)
                .then()
                .statusCode(200)
                .body("status", equalTo("SIGNED"))
                .body("says.courseOfTreatment", equalTo(WORDS))
                .body("facts.stay.program", equalTo("IOP"))
                .body("signature.intact", equalTo(true));
    }

    @Test
    void othersNeitherReadNorWriteIt() {
        leaves(ada, today());
        awaitLeft(ada);
        var etag = read(ada);
        for (var who : List.of(clinician(aClinician()), Person.at("intake").who(dora), Person.at("clinic-admin"))) {
            asks(who, ada).then().statusCode(403);
            writes(who, ada, etag, aText()).statusCode(403);
            signs(who, ada, etag).statusCode(403);
        }
        writes(patient, ada, etag, aText()).statusCode(403);
        signs(patient, ada, etag).statusCode(403);
        var somebodyElse = Person.at("patient").who(aPatientOf(dora).patient());
        asks(somebodyElse, ada).then().statusCode(404);
        asks(Person.of("supervisor", Person.HARBOR).who(dora), ada).then().statusCode(404);
    }

    @Test
    void whatIsSignedIsAddedToAndTheAddendumIsSigned() {
        leaves(ada, today());
        awaitLeft(ada);
        add(dora, "Too early.").then().statusCode(409).body("type", endsWith("/summary-added-to-once-signed"));
        isSignedBy(dora, ada);
        add(dora, " ").then().statusCode(400).body("errors.pointer", contains("/text"));

        add(dora, "His brother called.")
                .then()
                .statusCode(201)
                .body("addenda.text", contains("His brother called."))
                .body("addenda[0].by", equalTo(dora.toString()))
                .body("addenda[0].credentials", equalTo("CADC, LCSW"))
                .body("addenda[0].intact", equalTo(true));

        asks(patient, ada).then().body("addenda", hasSize(1)).body("signature.intact", equalTo(true));
    }

    @Test
    void anEndThatIsCorrectedLaterIsShownUnderWhatWasSigned() {
        leaves(ada, today());
        awaitLeft(ada);
        isSignedBy(dora, ada).body("correctedAt", nullValue());

        leftOtherwise(ada, today().minusDays(4), DischargeReason.MOVED);

        await("the correction")
                .untilAsserted(() -> asks(supervisor(), ada).then().body("correctedAt", notNullValue()));
        asks(supervisor(), ada)
                .then()
                .body("facts.stay.lastDay", equalTo(today().toString()))
                .body("facts.stay.reason", equalTo("COMPLETED_GOALS_MET"))
                .body("signature.intact", equalTo(true));
        assertThat(told(ada)).hasSize(1);
    }

    @Test
    void ofThoseWhoSignAtOnceOneDoes() {
        leaves(ada, today());
        awaitLeft(ada);
        writes(clinician(dora), ada, aTextWithoutLastMeasures()).statusCode(200);
        var etag = read(ada);

        var answers = IntStream.range(0, 6)
                .parallel()
                .mapToObj(_ -> signs(clinician(dora), ada, etag).extract().statusCode())
                .toList();

        assertThat(answers).filteredOn(status -> status == 200).hasSize(1);
        assertThat(answers).allMatch(status -> List.of(200, 409, 412).contains(status));
        await("the hand-off").until(() -> told(ada).size() == 1);
    }

    @Test
    void theDatabaseSealsWhatIsWrittenAndKeepsWhatIsSigned() {
        leaves(ada, today());
        awaitLeft(ada);
        isSignedBy(dora, ada);

        var stored = inClinic(() -> sql.list(
                "select content || ' ' || facts from discharge_summary where episode_id = ?",
                row -> row.getString(1),
                ada.episode().value()));
        assertThat(stored).singleElement().asString().doesNotContain("weeks", "Sober", "IOP");
        for (var change : List.of("content = 'other'", "facts = 'other'", "status = 'DRAFT', hash = null")) {
            var refused = catchThrowable(() -> inClinic(() -> sql.update(
                    "update discharge_summary set %s where episode_id = ?".formatted(change),
                    ada.episode().value())));
            assertThat(refused).rootCause().hasMessageContaining("a signed discharge summary does not change");
        }
    }

    private io.restassured.response.Response add(StaffId who, String text) {
        return clinician(who).asks().body(Map.of("text", text)).post(path(ada) + "/addenda");
    }

    private static <T> T inClinic(Callable<T> work) {
        return ClinicContext.in(
                new ClinicContext.Work(Person.RIVERSIDE, "service:test", null),
                () -> QuarkusTransaction.requiringNew().call(work));
    }
}
