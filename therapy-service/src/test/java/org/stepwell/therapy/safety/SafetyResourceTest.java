package org.stepwell.therapy.safety;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.stepwell.therapy.Questionnaires.phq9;
import static org.stepwell.therapy.Questionnaires.screener;
import static org.stepwell.therapy.Questionnaires.sends;
import static org.stepwell.therapy.Riverside.API;
import static org.stepwell.therapy.Riverside.aClinician;
import static org.stepwell.therapy.Riverside.aPatientOf;
import static org.stepwell.therapy.Riverside.clinician;
import static org.stepwell.therapy.Riverside.clockAt;
import static org.stepwell.therapy.Riverside.supervisor;
import static org.stepwell.therapy.Riverside.task;
import static org.stepwell.therapy.Riverside.treatedFirstBy;
import static org.stepwell.therapy.plan.PlanCalls.holds;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.stepwell.contracts.finding.FindingEvent.SafetyChanged;
import org.stepwell.contracts.id.StaffId;
import org.stepwell.contracts.scheduling.SchedulingState.StaffChanged;
import org.stepwell.platform.database.Uuid7;
import org.stepwell.platform.testing.Broker;
import org.stepwell.platform.testing.Person;
import org.stepwell.platform.testing.StepwellTestResource;
import org.stepwell.therapy.Clearances;
import org.stepwell.therapy.Riverside.InCare;

@QuarkusTest
@QuarkusTestResource(StepwellTestResource.class)
class SafetyResourceTest {

    private StaffId dora;
    private InCare ada;

    @BeforeEach
    void aPatient() {
        dora = aClinician();
        ada = aPatientOf(dora);
        treatedFirstBy(ada, dora);
    }

    @AfterEach
    void theClockGoesBack() {
        clockAt(Instant.now());
    }

    @Test
    void theNinthItemRaisesAFlagWhateverTheTotal() {
        item9(1).statusCode(201).body("alerts.code", equalTo(List.of("SUICIDE_ITEM")));

        list(clinician(dora))
                .body("items", hasSize(1))
                .body("items[0].flag", equalTo("SUICIDE_ITEM"))
                .body("items[0].open", equalTo(true));
        await("safety-changed")
                .untilAsserted(() -> assertThat(told("\"raised\":true")).hasSize(1));
    }

    @Test
    void aFlagRaisedTwiceIsOneAndIsToldOnce() {
        item9(1);
        item9(3);

        list(clinician(dora)).body("items", hasSize(1)).body("items[0].timesRaised", equalTo(2));
        await("both measures").untilAsserted(() -> assertThat(told("PHQ-9")).hasSize(2));
        assertThat(told("\"raised\":true")).hasSize(1);
    }

    @Test
    void ofManyMeasuresAtOnceOneRaisesTheFlag() {
        var answers = IntStream.range(0, 12)
                .parallel()
                .map(_ -> item9(1).extract().statusCode())
                .boxed()
                .collect(Collectors.toSet());

        assertThat(answers).containsExactly(201);
        list(clinician(dora)).body("items", hasSize(1)).body("items[0].timesRaised", equalTo(12));
        await("all measures").untilAsserted(() -> assertThat(told("PHQ-9")).hasSize(12));
        assertThat(told("\"raised\":true")).hasSize(1);
    }

    @Test
    void aRiskIsClearedOnceByTheCareTeamAndCanBeFoundAgain() {
        screened("1", "2", "4");
        hasACrisisPlan();

        clear(clinician(aClinician())).statusCode(403);
        clear(Person.at("intake")).statusCode(403);
        clear(Person.of("supervisor", Person.HARBOR).who(dora)).statusCode(404);
        clear(clinician(dora))
                .statusCode(200)
                .body("open", equalTo(false))
                .body("clearedBy", equalTo(dora.toString()))
                .body("credentials", equalTo("CADC, LCSW"))
                .body("disposition", equalTo("SAFETY_PLAN_IN_PLACE"))
                .body("riskLevel", equalTo("MODERATE"))
                .body("text", equalTo("Asked about means; made a plan."));
        clear(clinician(dora)).statusCode(409).body("type", endsWith("/problems/flag-is-not-open"));
        screened("1", "2", "4");

        list(clinician(dora)).body("items.open", equalTo(List.of(false, true)));
        await("three times told")
                .untilAsserted(() -> assertThat(told("safety-changed.v1")).hasSize(3));
        assertThat(told("means")).isEmpty();
    }

    @Test
    void aModerateRiskIsAFlagAndATaskOfTheFirstClinicianUntilItIsAssessed() {
        screened("1", "2", "3");

        list(clinician(dora)).body("items.flag", equalTo(List.of("SUICIDE_RISK_MODERATE")));
        assertThat(task(ada, "suicide-risk-found", "OPEN")).containsEntry("staff", dora.toString());
        hasACrisisPlan();
        clear(clinician(dora), "SUICIDE_RISK_MODERATE").statusCode(200);
        assertThat(task(ada, "suicide-risk-found", "DONE")).isNotEmpty();
    }

    @Test
    void whoDoesNotPractiseIndependentlyClearsNoRisk() {
        var carl = new StaffId(Uuid7.next());
        Broker.say(new StaffChanged(carl, List.of("CADC"), true, null, Instant.EPOCH));
        ada = aPatientOf(dora, carl);
        hasACrisisPlan();
        screened("1", "2", "4");

        clear(clinician(carl)).statusCode(403).body("type", endsWith("/problems/licensed-clinician-clears-a-risk"));
        clear(supervisor()).statusCode(403);
        list(clinician(dora)).body("items[0].open", equalTo(true));
    }

    @Test
    void aSafetyPlanIsInPlaceOnceThereIsACrisisPlan() {
        screened("1", "2", "4");

        clear(clinician(dora)).statusCode(409).body("type", endsWith("/problems/safety-plan-is-written"));
        list(clinician(dora)).body("items[0].open", equalTo(true));
    }

    @Test
    void aHighRiskIsClearedWithACrisisPlanOfAfterItWasFound() {
        hasACrisisPlan();
        screened("1", "2", "4");

        clear(clinician(dora)).statusCode(409).body("type", endsWith("/problems/high-risk-is-planned-for"));
        list(clinician(dora)).body("items[0].open", equalTo(true));
        hasACrisisPlan();
        clear(clinician(dora)).statusCode(200);
    }

    @Test
    void aHighRiskThatIsFoundAgainIsPlannedForAgain() {
        screened("1", "2", "4");
        hasACrisisPlan();
        screened("1", "2", "5");

        clear(clinician(dora)).statusCode(409).body("type", endsWith("/problems/high-risk-is-planned-for"));
        hasACrisisPlan();
        clear(clinician(dora)).statusCode(200);
    }

    @Test
    void whoeverClearsARiskHasSeenWhatWasFoundLast() {
        screened("1", "2", "4");
        var before = Clearances.read(ada, "SUICIDE_RISK_HIGH");
        screened("1", "2", "5");
        hasACrisisPlan();

        clearOf(before).statusCode(412);
        clearOf("*").statusCode(428);
        clinician(dora)
                .asks()
                .body(Map.of("disposition", "NO_ACUTE_RISK", "level", "LOW", "text", "Fine."))
                .post(path() + "/SUICIDE_RISK_HIGH/clearance")
                .then()
                .statusCode(428);
        list(clinician(dora)).body("items[0].open", equalTo(true)).body("items[0].version", equalTo(1));
        reads(clinician(dora)).statusCode(200).header("ETag", "\"1\"").body("timesRaised", equalTo(2));
        reads(clinician(aClinician())).statusCode(403);
        clearOf(Clearances.read(ada, "SUICIDE_RISK_HIGH"))
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("version", equalTo(2));
        reads(clinician(dora)).statusCode(404); // it stands no more
    }

    private ValidatableResponse reads(Person who) {
        return who.asks().get(path() + "/SUICIDE_RISK_HIGH").then();
    }

    private ValidatableResponse clearOf(String version) {
        return clinician(dora)
                .asks()
                .header("If-Match", version)
                .body(Map.of("disposition", "NO_ACUTE_RISK", "level", "LOW", "text", "Fine."))
                .post(path() + "/SUICIDE_RISK_HIGH/clearance")
                .then();
    }

    @Test
    void aRiskThatIsFoundAgainIsWorkAgainForWhoeverTookIt() {
        screened("1", "2", "4");
        var task = String.valueOf(task(ada, "suicide-risk-found", "OPEN").get("id"));
        screened("1", "2", "4");
        assertThat(task(ada, "suicide-risk-found", "OPEN")).containsEntry("id", task);
        supervisor()
                .asks()
                .post(API + "/tasks/" + task + "/acknowledgement")
                .then()
                .statusCode(200);

        screened("1", "2", "5");

        assertThat(task(ada, "suicide-risk-found", "ACKNOWLEDGED")).isEmpty();
        assertThat(task(ada, "suicide-risk-found", "OPEN"))
                .containsEntry("id", task)
                .containsEntry("staff", dora.toString());
        clockAt(Instant.now().plus(Duration.ofMinutes(61)));
        assertThat(task(ada, "suicide-risk-found", "OPEN")).containsEntry("roles", List.of("SUPERVISOR"));
    }

    @Test
    void theRiskIsSaidWhereThereIsOneAndFitsWhatCameOfIt() {
        screened("1", "2", "4");

        for (var level : List.of("", "HIGH", "NOT_A_LEVEL")) {
            var form = new HashMap<String, Object>(Map.of("disposition", "NO_ACUTE_RISK", "text", "Fine."));
            if (!level.isEmpty()) {
                form.put("level", level);
            }
            Clearances.clears(clinician(dora), ada, "SUICIDE_RISK_HIGH", form)
                    .statusCode(400)
                    .body("errors[0].pointer", equalTo("/level"));
        }
    }

    @Test
    void thatAThoughtWasNamedStandsUntilTheScreenerIsTakenThatDayOrLater() {
        sends(clinician(dora), ada, "C-SSRS", screener(), Instant.now().minus(Duration.ofDays(2)))
                .statusCode(201);
        item9(1);

        clear(clinician(dora), "SUICIDE_ITEM")
                .statusCode(409)
                .body("type", endsWith("/problems/screener-clears-the-item"));
        list(clinician(dora)).body("items[0].open", equalTo(true));
        screened("1");

        list(clinician(dora))
                .body("items[0].open", equalTo(false))
                .body("items[0].disposition", equalTo("SCREENER_TAKEN"))
                .body("items[0].clearedBy", nullValue());
        await("raised and cleared")
                .untilAsserted(() -> assertThat(told("safety-changed.v1")).hasSize(2));
    }

    @Test
    void aWarningOfIntakeAsksForALookAtThePlanOfWhoeverIsInTreatment() {
        holds(dora, ada);

        Broker.say(new SafetyChanged(
                "enrollment", Uuid7.next(), ada.patient(), null, "SUICIDE_RISK_HIGH", true, Instant.now()));

        await("review-due because of it")
                .untilAsserted(() -> assertThat(Broker.said("stepwell.therapy", ada.patient()))
                        .filteredOn(one -> one.contains("SAFETY"))
                        .singleElement()
                        .asString()
                        .startsWith("review-due.v1")
                        .contains(ada.episode().toString()));
    }

    @Test
    void patientsSeeTheirFlagsWithoutWhatTheClinicianWrote() {
        screened("1", "2", "4");
        hasACrisisPlan();
        clear(clinician(dora)).statusCode(200);

        list(Person.at("patient").who(ada.patient()))
                .body("items[0].disposition", equalTo("SAFETY_PLAN_IN_PLACE"))
                .body("items[0].text", nullValue());
    }

    @Test
    void aFlagRaisedAtIntakeStandsHereAndIsClearedThere() {
        var raised = raisedAtIntake(true);

        Broker.say(raised);

        await("the flag of intake")
                .untilAsserted(() -> list(clinician(dora))
                        .body("items", hasSize(1))
                        .body("items[0].service", equalTo("enrollment"))
                        .body("items[0].flag", equalTo("SUICIDE_RISK_HIGH"))
                        .body("items[0].episode", nullValue())
                        .body("items[0].open", equalTo(true)));
        clear(clinician(dora), "SUICIDE_RISK_HIGH")
                .statusCode(409)
                .body("type", endsWith("/problems/flag-stands-elsewhere"));
        readiness().statusCode(409);

        Broker.say(raisedAtIntake(raised.finding(), false));

        await("the clearance").untilAsserted(() -> list(clinician(dora)).body("items[0].open", equalTo(false)));
        readiness().statusCode(201);
    }

    @Test
    void flagsOfAllServicesAreListedInPages() {
        item9(1);
        Broker.say(raisedAtIntake(true));
        await("both").untilAsserted(() -> list(clinician(dora)).body("items", hasSize(2)));

        String after = clinician(dora)
                .asks()
                .get(path() + "?limit=1")
                .then()
                .body("items.flag", equalTo(List.of("SUICIDE_ITEM")))
                .extract()
                .path("after");
        clinician(dora)
                .asks()
                .get(path() + "?limit=1&after=" + after)
                .then()
                .body("items.flag", equalTo(List.of("SUICIDE_RISK_HIGH")))
                .body("after", nullValue());
    }

    private SafetyChanged raisedAtIntake(boolean raised) {
        return raisedAtIntake(Uuid7.next(), raised);
    }

    private SafetyChanged raisedAtIntake(UUID finding, boolean raised) {
        return new SafetyChanged(
                "enrollment", finding, ada.patient(), null, "SUICIDE_RISK_HIGH", raised, Instant.EPOCH);
    }

    private ValidatableResponse readiness() {
        return clinician(dora)
                .asks()
                .body(Map.of())
                .post(API + "/episodes/" + ada.episode() + "/step-down-readiness")
                .then();
    }

    @Test
    void aClearanceSaysWhatCameOfIt() {
        screened("1", "2", "4");

        Clearances.clears(clinician(dora), ada, "SUICIDE_RISK_HIGH", "NO_ACUTE_RISK", "LOW", " ")
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/text"));
    }

    private ValidatableResponse item9(int value) {
        return sends(clinician(dora), ada, "PHQ-9", phq9(0, value));
    }

    private void screened(String... yes) {
        sends(clinician(dora), ada, "C-SSRS", screener(yes)).statusCode(201);
    }

    private void hasACrisisPlan() {
        clinician(dora)
                .asks()
                .header("If-Match", "*")
                .body("""
                        {"noticing": ["I stop answering the phone"], "byMyself": [], "distractions": [], "people": [],
                         "professionals": [], "saferSurroundings": []}
                        """)
                .put(API + "/patients/" + ada.patient() + "/crisis-plan")
                .then()
                .statusCode(200);
    }

    private ValidatableResponse clear(Person who) {
        return clear(who, "SUICIDE_RISK_HIGH");
    }

    private ValidatableResponse clear(Person who, String flag) {
        return Clearances.clears(who, ada, flag, "SAFETY_PLAN_IN_PLACE", "MODERATE", "Asked about means; made a plan.");
    }

    private ValidatableResponse list(Person who) {
        return who.asks().get(path()).then().statusCode(200);
    }

    private List<String> told(String part) {
        return Broker.said("stepwell.finding", "therapy:" + ada.patient()).stream()
                .filter(event -> event.contains(part))
                .toList();
    }

    private String path() {
        return API + "/patients/" + ada.patient() + "/safety";
    }
}
