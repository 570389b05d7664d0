package org.stepwell.enrollment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.stepwell.enrollment.Intake.API;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.stepwell.contracts.finding.FindingEvent.MeasureScored;
import org.stepwell.contracts.finding.FindingEvent.SafetyChanged;
import org.stepwell.contracts.id.MeasureId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.platform.clinic.ClinicContext;
import org.stepwell.platform.database.Sql;
import org.stepwell.platform.database.Uuid7;
import org.stepwell.platform.testing.Broker;
import org.stepwell.platform.testing.Person;
import org.stepwell.platform.testing.StepwellTestResource;

/** A visit at intake: questionnaires, what their scores find, and the screening that ends it. */
@QuarkusTest
@QuarkusTestResource(StepwellTestResource.class)
class IntakeTest {

    private static final Map<String, Integer> HIGH = Map.of("1", 1, "2", 1, "3", 0, "4", 1, "5", 0, "6", 0);
    private static final Map<String, Integer> SINCE_LAST_CONTACT = Map.of("1", 0, "2", 0, "6", 0);
    private static final Map<String, Integer> LOW = Map.of("1", 1, "2", 0, "6", 0);

    @Inject
    Sql sql;

    private final Intake riverside = new Intake(Person.RIVERSIDE);

    private PatientId maya;
    private Visits visits;

    @BeforeEach
    void aPatient() {
        riverside.setUp("Riverside");
        maya = riverside.patient();
        visits = new Visits(riverside, maya);
    }

    @Test
    void aQuestionnaireIsScoredBeforeThereIsAnEpisodeAndTheOthersHearOfIt() {
        riverside
                .measured(maya, "PHQ-9", 2, 1, 2, 1, 1, 1, 1, 1, 0)
                .statusCode(201)
                .body("total", equalTo(10))
                .body("band", equalTo("MODERATE"))
                .body("episode", nullValue());

        visits.findings().body("items", empty());
        await().untilAsserted(() -> assertThat(told())
                .singleElement()
                .asString()
                .startsWith("measure-scored.v1 ")
                .contains("\"total\":10", "\"episode\":null"));
    }

    @Test
    void missingAnswersFollowThePack() {
        riverside.measured(maya, "PHQ-9", 1, 1, 1, 1, 1, 1).statusCode(201).body("total", nullValue());
        riverside.measured(maya, "PHQ-9", 1, 1, 1, 1, 1, 1, 1).statusCode(201).body("prorated", equalTo(true));
        riverside
                .measured(maya, "COWS", 0, 0, 0)
                .statusCode(400)
                .body("errors[0].detail", startsWith("COWS is taken whole"));
        riverside.measured(maya, "ASAM", 1).statusCode(400).body("errors[0].pointer", equalTo("/instrument"));
    }

    @Test
    void whatCanBeTakenIsShownWordForWordWithTheNoticeOfItsOwner() {
        Person.at("patient")
                .who(maya)
                .asks()
                .get(API + "instruments")
                .then()
                .statusCode(200)
                .body("code", hasItem("C-SSRS"))
                .body("find { it.code == 'PHQ-9' }.items", hasSize(10))
                .body("find { it.code == 'PHQ-9' }.items[8].text", startsWith("Thoughts that you would be better off"))
                .body("find { it.code == 'PHQ-9' }.items[0].choices.value", contains(0, 1, 2, 3))
                .body("find { it.code == 'BAM' }.items.find { it.number != null }.number.to", equalTo(30))
                .body("findAll { it.notice == '' }", empty());
    }

    @Test
    void aThoughtOfSelfHarmEndsNoVisitWithoutTheSuicideScreener() {
        riverside.measured(maya, "PHQ-9", 0, 0, 0, 0, 0, 0, 0, 0, 1).statusCode(201);

        visits.visit().statusCode(409).body("type", endsWith("/suicide-screener-due"));
        riverside.measured(maya, "C-SSRS", LOW).statusCode(201).body("band", equalTo("LOW"));

        visits.visit()
                .statusCode(201)
                .body("openStops", empty())
                .body("note", startsWith("Suggested level for clinician"));
        visits.findings()
                .body("items.stop", equalTo(List.of("SUICIDE_ITEM")))
                .body("items[0].status", equalTo("CLEARED"))
                .body("items[0].clearance.disposition", equalTo("SCREENER_TAKEN"));
        await().untilAsserted(() -> assertThat(told()).hasSize(4));
        assertThat(told()).filteredOn(said -> said.contains("\"raised\":false")).hasSize(1);
    }

    @Test
    void aScreenerOfAnotherServiceAnswersAThoughtThatWasNamedHereOnItsDayOrLater() {
        riverside.measured(maya, "PHQ-9", 0, 0, 0, 0, 0, 0, 0, 0, 1).statusCode(201);

        screenedElsewhere("C-SSRS", Instant.now().minus(Duration.ofDays(2)));
        screenedElsewhere("C-SSRS-SLC", Instant.now());
        var other = riverside.patient();
        riverside.measured(other, "PHQ-9", 0, 0, 0, 0, 0, 0, 0, 0, 1).statusCode(201);
        screenedElsewhere(other, "C-SSRS", Instant.now());
        var others = new Visits(riverside, other);
        await("the screener of another patient")
                .untilAsserted(() -> others.findings().body("items[0].status", equalTo("CLEARED")));
        visits.findings().body("items[0].status", equalTo("OPEN"));

        screenedElsewhere("C-SSRS", Instant.now());

        await("their own")
                .untilAsserted(() -> visits.findings()
                        .body("items[0].status", equalTo("CLEARED"))
                        .body("items[0].clearance.disposition", equalTo("SCREENER_TAKEN")));
        visits.visit().statusCode(201);
        await("everybody hears of it")
                .untilAsserted(() -> assertThat(told())
                        .filteredOn(said -> said.contains("\"raised\":false"))
                        .hasSize(1));
    }

    private void screenedElsewhere(String instrument, Instant takenAt) {
        screenedElsewhere(maya, instrument, takenAt);
    }

    private static void screenedElsewhere(PatientId patient, String instrument, Instant takenAt) {
        Broker.say(new MeasureScored(
                "therapy",
                patient,
                null,
                new MeasureId(Uuid7.next()),
                instrument,
                "1",
                null,
                "LOW",
                List.of(),
                takenAt,
                Instant.now()));
    }

    @Test
    void theQuestionsSinceTheLastContactAnswerOnlyForWhomTheWholeScreenerAsked() {
        riverside.measured(maya, "PHQ-9", 0, 0, 0, 0, 0, 0, 0, 0, 1).statusCode(201);
        riverside.measured(maya, "C-SSRS-SLC", SINCE_LAST_CONTACT).statusCode(201);
        visits.visit().statusCode(409).body("type", endsWith("/suicide-screener-due"));

        riverside.measured(maya, "C-SSRS", LOW).statusCode(201);
        visits.visit().statusCode(201);
        riverside.measured(maya, "PHQ-9", 0, 0, 0, 0, 0, 0, 0, 0, 1).statusCode(201);
        riverside.measured(maya, "C-SSRS-SLC", SINCE_LAST_CONTACT).statusCode(201);
        visits.visit().statusCode(201);
    }

    @Test
    void theScreenerMayComeBeforeTheThought() {
        riverside.measured(maya, "C-SSRS", LOW).statusCode(201);
        riverside.measured(maya, "PHQ-9", 0, 0, 0, 0, 0, 0, 0, 0, 2).statusCode(201);

        visits.visit().statusCode(201);
    }

    @Test
    void highSuicideRiskStopsTheAdmissionAndIsTold() {
        riverside.measured(maya, "C-SSRS", HIGH).statusCode(201).body("band", equalTo("HIGH"));

        visits.visit().statusCode(201).body("suggestedLevel", nullValue()).body("firedRule", equalTo("R0"));

        visits.refusedAdmission("hard-stop-open");
        visits.override("SUICIDE_RISK_HIGH", Person.at("prescriber"))
                .statusCode(409)
                .body("type", endsWith("hard-stop-stays"));
        await().untilAsserted(() ->
                assertThat(told()).anyMatch(said -> said.contains("\"flag\":\"SUICIDE_RISK_HIGH\",\"raised\":true")));
        assertThat(told()).noneMatch(said -> said.contains("\"items\""));
    }

    @Test
    void aCrisisThatAnotherServiceFoundComesBeforeAnyLevelToo() {
        String screening = visits.visit()
                .statusCode(201)
                .body("firedRule", equalTo("R7"))
                .extract()
                .path("id");
        Broker.say(
                new SafetyChanged("therapy", UUID.randomUUID(), maya, null, "SUICIDE_RISK_HIGH", true, Instant.EPOCH));

        await().untilAsserted(() -> riverside
                .ivy()
                .asks()
                .get(API + "screenings/" + screening)
                .then()
                .body("firedRule", equalTo("R0"))
                .body("suggestedLevel", nullValue())
                .body("openElsewhere", equalTo(List.of("SUICIDE_RISK_HIGH (therapy)"))));
        riverside
                .carl()
                .asks()
                .header("If-Match", "*")
                .body(Map.of("level", "2.1"))
                .post(API + "screenings/" + screening + "/level")
                .then()
                .statusCode(400)
                .body("errors.pointer", equalTo(List.of("/reason")));
        visits.visit().statusCode(201).body("firedRule", equalTo("R0"));
    }

    @Test
    void whatAClinicianAssessedIsReadByCliniciansAlone() {
        riverside.screened(maya, "OVERDOSE_TODAY");
        var finding = API + "findings/" + riverside.finding(maya, "OVERDOSE_TODAY");

        riverside
                .carl()
                .asks()
                .body(Map.of("disposition", "MEDICALLY_CLEARED", "assessment", "She looks well."))
                .post(finding + "/clearance")
                .then()
                .statusCode(403);
        Person.at("prescriber")
                .asks()
                .body(Map.of("disposition", "MEDICALLY_CLEARED", "assessment", "Seen at Harbor General; well again."))
                .post(finding + "/clearance")
                .then()
                .statusCode(200)
                .body("clearance.assessment", equalTo("Seen at Harbor General; well again."));

        for (var reader : List.of(
                riverside.ivy(),
                Person.at("privacy-officer"),
                Person.at("patient").who(maya))) {
            reader.asks()
                    .get(finding)
                    .then()
                    .statusCode(200)
                    .body("clearance.disposition", equalTo("MEDICALLY_CLEARED"))
                    .body("clearance.assessment", nullValue());
        }
        Person.at("supervisor").asks().get(finding).then().body("clearance.assessment", startsWith("Seen at"));
    }

    @Test
    void foundAgainItIsTheSameFinding() {
        riverside.screened(maya, "OVERDOSE_TODAY");
        riverside.screened(maya, "OVERDOSE_TODAY");

        visits.findings().body("items", hasSize(1)).body("items[0].timesRaised", equalTo(2));
    }

    @Test
    void ofManyMeasuresAtOnceOneRaisesTheFinding() {
        var answers = IntStream.range(0, 8)
                .parallel()
                .map(_ -> riverside
                        .measured(maya, "PHQ-9", 0, 0, 0, 0, 0, 0, 0, 0, 1)
                        .extract()
                        .statusCode())
                .boxed()
                .collect(Collectors.toSet());

        assertThat(answers).containsExactly(201);
        visits.findings().body("items", hasSize(1)).body("items[0].timesRaised", equalTo(8));
        await().untilAsserted(() -> assertThat(told()).hasSize(9));
    }

    @Test
    void whatWasFoundIsNeitherChangedNorDeletedByAnybody() {
        riverside.screened(maya, "OVERDOSE_TODAY");

        for (var change : List.of(
                "delete from finding",
                "update finding set stop = 'NO_TRANSPORT'",
                "update finding set raised_at = now()")) {
            assertThatThrownBy(() -> ClinicContext.in(
                            new ClinicContext.Work(Person.RIVERSIDE, "service:test", null),
                            () -> QuarkusTransaction.requiringNew().call(() -> sql.update(change))))
                    .hasStackTraceContaining("permission denied for table finding");
        }
    }

    @Test
    void whatStopsAdmissionsIsListedForThoseWhoDealWithIt() {
        riverside.screened(maya, "IMMINENT_VIOLENCE");
        var finding = riverside.finding(maya, "IMMINENT_VIOLENCE");
        var before = new UUID(UUID.fromString(finding).getMostSignificantBits() - 1, 0);

        riverside
                .carl()
                .asks()
                .get(API + "findings?after=" + before)
                .then()
                .statusCode(200)
                .body("items.id", hasItem(finding));
        Person.at("clinic-admin").asks().get(API + "findings").then().statusCode(403);
    }

    @Test
    void aDiagnosisSettlesThatThereWasNone() {
        registered(Map.of());
        visits.visit().statusCode(201).body("openStops", equalTo(List.of("NO_QUALIFYING_DIAGNOSIS")));
        visits.refusedAdmission("soft-stop-open");

        diagnosed("F17.210").statusCode(201);
        visits.findings().body("items[0].status", equalTo("OPEN"));
        String id = diagnosed("F10.20").statusCode(201).extract().path("id");

        visits.findings().body("items[0].clearance.disposition", equalTo("DIAGNOSIS_MADE"));
        diagnosed("F10.20").statusCode(409).body("type", endsWith("/diagnosed-already"));
        diagnosed("E11.9").statusCode(400).body("errors[0].pointer", equalTo("/code"));
        riverside.endsDiagnosis(id, "RESOLVED").body("endedBecause", equalTo("RESOLVED"));
        visits.findings().body("items.stop", equalTo(List.of("NO_QUALIFYING_DIAGNOSIS", "NO_QUALIFYING_DIAGNOSIS")));
        diagnosed("F10.20").statusCode(201);
        riverside
                .ivy()
                .asks()
                .get(API + "patients/" + maya + "/diagnoses")
                .then()
                .body("items.code", equalTo(List.of("F17.210", "F10.20", "F10.20")));
    }

    @Test
    void whoIsUnableToConsentSignsNothingUntilTheyAre() {
        riverside.screened(maya, "UNABLE_TO_CONSENT");

        signed("SELF").statusCode(409).body("type", endsWith("/signed-while-able"));
        riverside
                .carl()
                .asks()
                .body(Map.of("disposition", "RESOLVED_SOBER", "assessment", "Sober since noon; oriented."))
                .post(API + "findings/" + riverside.finding(maya, "UNABLE_TO_CONSENT") + "/clearance")
                .then()
                .statusCode(200);

        signed("SELF").statusCode(201);
    }

    private ValidatableResponse signed(String relationship) {
        return riverside
                .ivy()
                .asks()
                .body(Map.of(
                        "kind",
                        "TREATMENT",
                        "signature",
                        Map.of("signer", "Maya Lindqvist", "relationship", relationship, "method", "PAPER")))
                .post(API + "patients/" + maya + "/consents")
                .then();
    }

    @Test
    void whoIsYoungerThanEighteenIsNotAdmittedAmongAdults() {
        registered(Map.of("birthDate", "2012-04-12", "consentsAsMinor", true));
        diagnosed("F12.10").statusCode(201);

        visits.visit().statusCode(201).body("openStops", equalTo(List.of("UNDER_AGE")));

        visits.refusedAdmission("program-fits-age");
    }

    /** What was said is not lost because the visit is refused for it; and once it was asked about, the visit ends. */
    @Test
    void aThoughtOfSelfHarmThatIsNamedInAVisitStandsUntilTheScreenerIsAsked() {
        visits.stating("SUICIDE_ITEM").statusCode(409).body("type", endsWith("/suicide-screener-due"));
        visits.findings().body("items.findAll { it.status == 'OPEN' }.stop", equalTo(List.of("SUICIDE_ITEM")));

        visits.visit().statusCode(409).body("type", endsWith("/suicide-screener-due"));
        riverside.measured(maya, "C-SSRS", LOW).statusCode(201);

        visits.stating("SUICIDE_ITEM").statusCode(201);
        visits.findings().body("items.findAll { it.status == 'OPEN' }.stop", not(hasItem("SUICIDE_ITEM")));
    }

    /** Whoever the visits are about, described otherwise. */
    private void registered(Map<String, ?> described) {
        var form = new java.util.HashMap<String, Object>(Intake.maya());
        form.putAll(described);
        maya = riverside.registered(form);
        visits = new Visits(riverside, maya);
    }

    @Test
    void aMinorGoesFromScreeningIntoAProgramForAdolescents() {
        var parent = Map.of("name", "Tomas Lindqvist", "relationship", "PARENT", "guardian", true, "inEmergency", true);
        registered(Map.of("birthDate", "2010-04-12", "people", List.of(parent)));
        diagnosed("F12.10").statusCode(201);

        String screening = visits.visit()
                .statusCode(201)
                .body("suggestedLevel", equalTo("2.1"))
                .body("firedRule", equalTo("R7"))
                .body("openStops", equalTo(List.of("UNDER_AGE")))
                .extract()
                .path("id");
        riverside
                .carl()
                .asks()
                .header("If-Match", "*")
                .body(Map.of("level", "2.1"))
                .post(API + "screenings/" + screening + "/level")
                .then()
                .statusCode(200)
                .body("decided.level", equalTo("2.1"));
        signed("PARENT").statusCode(201);
        riverside
                .admit(riverside.waiting(maya, riverside.program(true)))
                .statusCode(200)
                .body("status", equalTo("ADMITTED"));
        riverside
                .ivy()
                .asks()
                .get(API + "patients/" + maya + "/findings")
                .then()
                .body("items.stop", equalTo(List.of("UNDER_AGE")))
                .body("items.status", equalTo(List.of("CLEARED")))
                .body("items.clearance.disposition", equalTo(List.of("FITS_PROGRAM")));
    }

    private ValidatableResponse diagnosed(String code) {
        return riverside.diagnosed(maya, code);
    }

    private List<String> told() {
        return Broker.said("stepwell.finding", "enrollment:" + maya);
    }
}
