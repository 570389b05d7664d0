package org.stepwell.therapy.handoff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.stepwell.therapy.GroupRoom.aSession;
import static org.stepwell.therapy.GroupRoom.attendance;
import static org.stepwell.therapy.GroupRoom.attended;
import static org.stepwell.therapy.Questionnaires.screener;
import static org.stepwell.therapy.Questionnaires.sends;
import static org.stepwell.therapy.Riverside.API;
import static org.stepwell.therapy.Riverside.aClinician;
import static org.stepwell.therapy.Riverside.aPatientOf;
import static org.stepwell.therapy.Riverside.aProgram;
import static org.stepwell.therapy.Riverside.clinician;
import static org.stepwell.therapy.Riverside.clockAt;
import static org.stepwell.therapy.Riverside.supervisor;
import static org.stepwell.therapy.handoff.Goodbyes.aText;
import static org.stepwell.therapy.handoff.Goodbyes.aTextWithoutLastMeasures;
import static org.stepwell.therapy.handoff.Goodbyes.answers;
import static org.stepwell.therapy.handoff.Goodbyes.asks;
import static org.stepwell.therapy.handoff.Goodbyes.awaitLeft;
import static org.stepwell.therapy.handoff.Goodbyes.awaitSummary;
import static org.stepwell.therapy.handoff.Goodbyes.leaves;
import static org.stepwell.therapy.handoff.Goodbyes.path;
import static org.stepwell.therapy.handoff.Goodbyes.planned;
import static org.stepwell.therapy.handoff.Goodbyes.read;
import static org.stepwell.therapy.handoff.Goodbyes.signs;
import static org.stepwell.therapy.handoff.Goodbyes.today;
import static org.stepwell.therapy.handoff.Goodbyes.told;
import static org.stepwell.therapy.handoff.Goodbyes.writes;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.stepwell.contracts.code.AttendanceStatus;
import org.stepwell.contracts.code.Severity;
import org.stepwell.contracts.enrollment.EnrollmentFact.EpisodeAdmitted;
import org.stepwell.contracts.enrollment.EnrollmentState.DiagnosisChanged;
import org.stepwell.contracts.enrollment.EnrollmentState.DiagnosisChanged.Standing;
import org.stepwell.contracts.finding.FindingEvent.MeasureScored;
import org.stepwell.contracts.id.DiagnosisId;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.contracts.id.MeasureId;
import org.stepwell.contracts.id.StaffId;
import org.stepwell.platform.database.Uuid7;
import org.stepwell.platform.testing.Broker;
import org.stepwell.platform.testing.MovedClock;
import org.stepwell.platform.testing.Person;
import org.stepwell.platform.testing.StepwellTestResource;
import org.stepwell.therapy.Riverside.InCare;
import org.stepwell.therapy.plan.PlanCalls;

/** What a summary says without anybody typing it, and until when it follows what is known. */
@QuarkusTest
@QuarkusTestResource(StepwellTestResource.class)
class DischargeFactsTest {

    private StaffId dora;
    private InCare ada;
    private Instant now;

    @BeforeEach
    void somebodyWhoLeaves() {
        dora = aClinician();
        ada = aPatientOf(dora);
        now = MovedClock.now();
        planned(ada, today());
        awaitSummary(ada, "status", "DRAFT");
    }

    @AfterEach
    void theClockGoesBack() {
        clockAt(Instant.now());
    }

    @Test
    void itSaysInWhichProgramTheyWereAndHowMuchOfItTheyWereAt() {
        awaitSummary(ada, "facts.attended.sessions", 0)
                .body("facts.stay.program", equalTo("IOP"))
                .body("facts.stay.level", equalTo("2.1"))
                .body("facts.stay.firstDay", equalTo("1970-01-01"))
                .body("facts.attended.percent", nullValue());

        was(AttendanceStatus.PRESENT);
        was(AttendanceStatus.LATE);
        was(AttendanceStatus.NO_SHOW);
        was(AttendanceStatus.CANCELLED_BY_PROGRAM);

        awaitSummary(ada, "facts.attended.percent", 67)
                .body("facts.attended.sessions", equalTo(2))
                .body("facts.attended.minutes", equalTo(360));
    }

    @Test
    void itSaysWhatTheyAreDiagnosedWithNow() {
        var alcohol = new DiagnosisId(Uuid7.next());
        diagnosed(new Standing(alcohol, "F10.20", Severity.MODERATE, now.minus(Duration.ofDays(40))));
        diagnosed(
                new Standing(alcohol, "F10.21", Severity.MODERATE, now.minus(Duration.ofDays(40))),
                new Standing(new DiagnosisId(Uuid7.next()), "F41.1", null, now));

        awaitSummary(ada, "facts.diagnoses.code", List.of("F10.21", "F41.1"))
                .body("facts.diagnoses[0].severity", equalTo("MODERATE"))
                .body("facts.diagnoses[1].severity", nullValue())
                .body("facts.diagnoses[1].since", equalTo(today().toString()));

        diagnosed();
        awaitSummary(ada, "facts.diagnoses", List.of());
    }

    @Test
    void itComparesTheFirstAnswersWithTheLast() {
        answers(ada, "GAD-7", 7, 1, now.minus(Duration.ofDays(3)));
        answers(ada, "PHQ-9", 8, 2, now.minus(Duration.ofDays(60)));
        answers(ada, "PHQ-9", 8, 3, now.minus(Duration.ofDays(30)));
        answers(ada, "PHQ-9", 8, 0, now.minus(Duration.ofDays(2)));

        asks(clinician(dora), ada)
                .then()
                .body("facts.measures.instrument", contains("GAD-7", "PHQ-9"))
                .body("facts.measures[0].change", nullValue())
                .body("facts.measures[0].last.total", equalTo(7))
                .body("facts.measures[1].first.total", equalTo(18))
                .body("facts.measures[1].last.total", equalTo(0))
                .body("facts.measures[1].change.points", equalTo(-18))
                .body("facts.measures[1].change.remission", equalTo(true))
                .body("facts.measuresMissing", empty());
    }

    @Test
    void whatIntakeAskedAndWhatHasALevelAndNoTotalIsPartOfIt() {
        Broker.say(new MeasureScored(
                "enrollment",
                ada.patient(),
                null,
                new MeasureId(Uuid7.next()),
                "PHQ-9",
                "1",
                18,
                "MODERATELY_SEVERE",
                List.of(),
                now.minus(Duration.ofDays(60)),
                now));
        answers(ada, "PHQ-9", 8, 1, now);
        sends(clinician(dora), ada, "C-SSRS", screener("1")).statusCode(201);

        awaitSummary(ada, "facts.measures.instrument", List.of("C-SSRS", "PHQ-9"))
                .body("facts.measures[0].last.band", equalTo("LOW"))
                .body("facts.measures[0].last.total", nullValue())
                .body("facts.measures[0].change", nullValue())
                .body("facts.measures[1].first.total", equalTo(18))
                .body("facts.measures[1].last.total", equalTo(9))
                .body("facts.measures[1].change.points", equalTo(-9));
    }

    @Test
    void whatIsTakenAfterTheLastDayCountsUntilTheyComeAgain() {
        answers(ada, "PHQ-9", 8, 2, now.minus(Duration.ofDays(60)));
        leaves(ada, today().minusDays(3));
        awaitLeft(ada).body("facts.measuresMissing", contains("PHQ-9"));
        answers(ada, "PHQ-9", 8, 1, now);

        asks(clinician(dora), ada)
                .then()
                .body("facts.measures[0].last.total", equalTo(9))
                .body("facts.measuresMissing", empty());

        Broker.say(new EpisodeAdmitted(
                ada.patient(),
                new EpisodeId(Uuid7.next()),
                null,
                aProgram(),
                "EVENING",
                today(),
                today().plusDays(90),
                540,
                MovedClock.now()));
        awaitSummary(ada, "facts.measuresMissing", List.of("PHQ-9")).body("facts.measures[0].last.total", equalTo(18));
    }

    @Test
    void thePatientReadsWhatTheScreensFoundOnceTheScreensAreShownToThem() {
        var screens = API + "/episodes/" + ada.episode() + "/drug-screens";
        screened(screens, "results", """
                {"kind": "PRESUMPTIVE", "creatinine": 88, "readings": [{"analyte": "OPIATES", "outcome": "DETECTED"}]}
                """);
        leaves(ada, today());
        awaitLeft(ada);
        writes(clinician(dora), ada, aTextWithoutLastMeasures()).statusCode(200);
        signs(clinician(dora), ada).statusCode(200).body("facts.screens.unexpected", equalTo(1));

        asks(Person.at("patient").who(ada.patient()), ada)
                .then()
                .statusCode(200)
                .body("status", equalTo("SIGNED"))
                .body("facts.attended", notNullValue())
                .body("facts.screens", nullValue());
        clockAt(MovedClock.now().plus(Duration.ofDays(2)));

        asks(Person.at("patient").who(ada.patient()), ada).then().body("facts.screens.unexpected", equalTo(1));
    }

    @Test
    void itCountsTheScreens() {
        var screens = API + "/episodes/" + ada.episode() + "/drug-screens";
        screened(screens, "results", """
                {"kind": "PRESUMPTIVE", "creatinine": 88, "readings": [{"analyte": "OPIATES", "outcome": "DETECTED"}]}
                """);
        screened(screens, "results", """
                {"kind": "PRESUMPTIVE", "creatinine": 88, "readings": [{"analyte": "OPIATES", "outcome": "NOT_DETECTED"}]}
                """);
        screened(screens, "refusal", "{}");

        asks(clinician(dora), ada)
                .then()
                .body("facts.screens.tested", equalTo(2))
                .body("facts.screens.unexpected", equalTo(1))
                .body("facts.screens.notGiven", equalTo(1));
    }

    @Test
    void whoMayNotSeeThePatientDoesNotLearnWhetherThereIsASummary() {
        var stranger = clinician(aClinician());

        for (var whom : List.of(ada, aPatientOf(dora))) {
            asks(stranger, whom).then().statusCode(403);
            writes(stranger, whom, "*", aText()).statusCode(403);
            signs(stranger, whom, "*").statusCode(403);
        }
    }

    @Test
    void whatATreatmentBeganWithIsTakenAtItsEndOrWaivedWithAReason() {
        asks(clinician(dora), ada).then().body("facts.measuresMissing", contains("PHQ-9", "GAD-7", "BAM"));
        answers(ada, "PHQ-9", 9, 0, now.minus(Duration.ofDays(30)));
        asks(clinician(dora), ada).then().body("facts.measuresMissing", contains("PHQ-9"));
        writes(clinician(dora), ada, aText()).statusCode(200);
        leaves(ada, today());
        awaitLeft(ada);

        signs(clinician(dora), ada)
                .statusCode(409)
                .body("type", endsWith("/last-measures-or-why-not"))
                .body("errors.pointer", contains("/measuresWaived"));

        answers(ada, "PHQ-9", 9, 0, now);
        signs(clinician(dora), ada).statusCode(200).body("facts.measuresMissing", empty());
        await("the hand-off")
                .untilAsserted(() -> assertThat(told(ada))
                        .singleElement()
                        .asString()
                        .contains("\"instrument\":\"PHQ-9\",\"takenOn\":\"%s\",\"total\":0".formatted(today())));
    }

    @Test
    void itSaysByWhichPlanTheyWereTreatedAndWhichOfTheirOwnTheyTakeAlong() {
        asks(clinician(dora), ada)
                .then()
                .body("facts.plan", nullValue())
                .body("facts.relapsePlan", nullValue())
                .body("warnings", contains("NO_RELAPSE_PLAN", "NO_CRISIS_PLAN"));
        PlanCalls.writes(clinician(dora), ada, PlanCalls.aForm(dora), "").statusCode(200);
        PlanCalls.signsOnceKnown(dora, ada);
        patient()
                .asks()
                .header("If-Match", "\"1\"")
                .body(Map.of("answer", "SIGNED"))
                .post(API + "/episodes/" + ada.episode() + "/plans/draft/patient-signature")
                .then()
                .statusCode(200);
        writesAPlanOfTheirOwn();
        asks(clinician(dora), ada)
                .then()
                .body("facts.crisisPlan", equalTo(false))
                .body("warnings", contains("NO_CRISIS_PLAN"));
        writesACrisisPlan();

        asks(clinician(dora), ada)
                .then()
                .body("facts.crisisPlan", equalTo(true))
                .body("facts.plan.version", equalTo(1))
                .body("facts.plan.since", equalTo(today().toString()))
                .body("facts.relapsePlan.version", equalTo(1))
                .body("facts.relapsePlan.triggers", contains("LONELINESS", "PLACES"))
                .body("warnings", empty());
    }

    @Test
    void nobodySignsFactsThatTheyHaveNotSeenAndNobodyIsKeptFromWritingByThem() {
        leaves(ada, today());
        awaitLeft(ada);
        var read = read(ada);
        answers(ada, "PHQ-9", 9, 3, now);

        writes(clinician(dora), ada, read, aText()).statusCode(200);
        read = read(ada);
        asks(clinician(dora), ada).then().header("ETag", equalTo(read));
        clinician(dora)
                .asks()
                .header("If-None-Match", read)
                .get(path(ada))
                .then()
                .statusCode(304);
        clearsTheFlag();
        signs(clinician(dora), ada, read).statusCode(412);

        signs(clinician(dora), ada).statusCode(200).body("facts.openFlags", empty());
    }

    /** Whoever named a thought is asked the screener, which says that there is no danger now. */
    private void clearsTheFlag() {
        sends(clinician(dora), ada, "C-SSRS", screener()).statusCode(201);
    }

    @Test
    void itGoesOnWithWhatWasKnownWhenItWasSigned() {
        writesAPlanOfTheirOwn();
        leaves(ada, today());
        awaitLeft(ada);
        writes(clinician(dora), ada, aTextWithoutLastMeasures()).statusCode(200);
        signs(clinician(dora), ada).statusCode(200);

        was(AttendanceStatus.PRESENT);
        answers(ada, "PHQ-9", 9, 0, now);

        await("the attendance")
                .untilAsserted(() -> supervisor()
                        .asks()
                        .get(API + "/episodes/" + ada.episode() + "/progress")
                        .then()
                        .body("attendedSessions", equalTo(1)));
        asks(patient(), ada)
                .then()
                .body("facts.attended.sessions", equalTo(0))
                .body("facts.measures", empty())
                .body("facts.relapsePlan.triggers", contains("LONELINESS", "PLACES"))
                .body("signature.intact", equalTo(true));
        await("the hand-off")
                .untilAsserted(() -> assertThat(told(ada))
                        .singleElement()
                        .asString()
                        .contains("\"relapsePlan\":true", "\"triggers\":[\"LONELINESS\",\"PLACES\"]"));
    }

    @Test
    void notesThatAreOwedAndWarningsThatStandAreSaidAndKeepNobodyFromSigning() {
        attended(aSession(dora), ada);
        attended(aSession(dora), ada);
        answers(ada, "PHQ-9", 9, 3, now);
        leaves(ada, today());
        awaitLeft(ada)
                .body("facts.notes.owed", equalTo(2))
                .body("facts.notes.signed", equalTo(0))
                .body("facts.openFlags", contains("SUICIDE_ITEM"))
                .body("warnings", contains("NOTES_OWED", "NO_RELAPSE_PLAN", "NO_CRISIS_PLAN", "SAFETY_FLAG_STANDS"));
        writes(clinician(dora), ada, aTextWithoutLastMeasures()).statusCode(200);

        signs(clinician(dora), ada)
                .statusCode(200)
                .body("status", equalTo("SIGNED"))
                .body("facts.notes.owed", equalTo(2))
                .body("warnings", contains("NOTES_OWED", "NO_RELAPSE_PLAN", "NO_CRISIS_PLAN", "SAFETY_FLAG_STANDS"));
    }

    private void was(AttendanceStatus status) {
        Broker.say(attendance(aSession(dora), ada, 1, status));
    }

    private void diagnosed(Standing... standing) {
        Broker.say(new DiagnosisChanged(ada.patient(), List.of(standing), now));
    }

    private void screened(String screens, String step, String body) {
        String screen = clinician(dora)
                .asks()
                .body("{}")
                .post(screens)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        if (step.equals("results")) {
            changes(screens + "/" + screen + "/collection", "{\"temperature\": 96}");
        }
        changes(screens + "/" + screen + "/" + step, body);
    }

    private void changes(String path, String body) {
        clinician(dora)
                .asks()
                .header("If-Match", "*")
                .body(body)
                .post(path)
                .then()
                .statusCode(200);
    }

    private void writesACrisisPlan() {
        clinician(dora)
                .asks()
                .body("""
                        {"noticing": ["I stop answering"], "byMyself": [], "distractions": [], "people": [],
                         "professionals": [], "saferSurroundings": []}
                        """)
                .put(API + "/patients/" + ada.patient() + "/crisis-plan")
                .then()
                .statusCode(200);
    }

    private void writesAPlanOfTheirOwn() {
        patient()
                .asks()
                .body(Map.of(
                        "earlySigns", List.of(),
                        "triggers", List.of("LONELINESS", "PLACES"),
                        "triggersInMyWords", List.of(),
                        "whatHelpsMe", List.of("The dog"),
                        "peopleToCall", List.of(),
                        "afterALapse", List.of()))
                .put(API + "/episodes/" + ada.episode() + "/relapse-plan")
                .then()
                .statusCode(200);
    }

    private Person patient() {
        return Person.at("patient").who(ada.patient());
    }
}
