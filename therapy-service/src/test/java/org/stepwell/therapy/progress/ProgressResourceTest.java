package org.stepwell.therapy.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.stepwell.therapy.GroupRoom.aSession;
import static org.stepwell.therapy.GroupRoom.aVisit;
import static org.stepwell.therapy.GroupRoom.attendance;
import static org.stepwell.therapy.GroupRoom.attended;
import static org.stepwell.therapy.Questionnaires.screener;
import static org.stepwell.therapy.Questionnaires.sends;
import static org.stepwell.therapy.Riverside.API;
import static org.stepwell.therapy.Riverside.aClinician;
import static org.stepwell.therapy.Riverside.aPatientOf;
import static org.stepwell.therapy.Riverside.anId;
import static org.stepwell.therapy.Riverside.awaitStatus;
import static org.stepwell.therapy.Riverside.clinician;
import static org.stepwell.therapy.Riverside.discharged;
import static org.stepwell.therapy.Riverside.supervisor;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.stepwell.contracts.code.AttendanceStatus;
import org.stepwell.contracts.code.DischargeReason;
import org.stepwell.contracts.enrollment.EnrollmentFact.DischargePlanCancelled;
import org.stepwell.contracts.enrollment.EnrollmentFact.DischargePlanned;
import org.stepwell.contracts.enrollment.EnrollmentFact.EpisodeDischarged;
import org.stepwell.contracts.id.StaffId;
import org.stepwell.platform.testing.Broker;
import org.stepwell.platform.testing.Person;
import org.stepwell.platform.testing.StepwellTestResource;
import org.stepwell.therapy.Clearances;
import org.stepwell.therapy.Riverside.InCare;

@QuarkusTest
@QuarkusTestResource(StepwellTestResource.class)
class ProgressResourceTest {

    private StaffId dora;
    private InCare ada;

    @BeforeEach
    void aPatient() {
        dora = aClinician();
        ada = aPatientOf(dora);
    }

    @Test
    void aPatientIsReadyOnce() {
        ready(clinician(dora)).then().statusCode(201).body("by", equalTo(dora.toString()));

        ready(clinician(dora)).then().statusCode(409).body("type", endsWith("/problems/ready-already"));
        progress().body("readySince", notNullValue());
        await("ready-for-step-down")
                .untilAsserted(() -> assertThat(told())
                        .singleElement()
                        .asString()
                        .startsWith("ready-for-step-down.v1")
                        .contains(ada.episode().toString(), dora.toString()));
    }

    @Test
    void ofManyAtOnceOneSaysIt() {
        var answers = IntStream.range(0, 12)
                .parallel()
                .mapToObj(_ -> ready(clinician(dora)).statusCode())
                .collect(Collectors.groupingBy(status -> status, Collectors.counting()));

        assertThat(answers).isEqualTo(Map.of(201, 1L, 409, 11L));
        await("ready-for-step-down").untilAsserted(() -> assertThat(told()).hasSize(1));
    }

    @Test
    void nobodyIsReadyWhileASuicideFlagStands() {
        phq9(0, 1);

        ready(clinician(dora)).then().statusCode(409).body("type", endsWith("/problems/no-suicide-risk"));
        progress().body("openFlags", equalTo(List.of("SUICIDE_ITEM"))).body("readySince", nullValue());
        sends(clinician(dora), ada, "C-SSRS", screener("1")).statusCode(201);
        ready(clinician(dora)).then().statusCode(201);
    }

    @Test
    void nobodyIsReadyAtAModerateRiskNorWhenAClinicianClearedAFlagAndFoundARisk() {
        sends(clinician(dora), ada, "C-SSRS", screener("1", "2", "3")).statusCode(201);
        progress().body("openFlags", equalTo(List.of("SUICIDE_RISK_MODERATE")));
        ready(clinician(dora)).then().statusCode(409).body("type", endsWith("/problems/no-suicide-risk"));

        clears("SUICIDE_RISK_MODERATE", "MODERATE");
        progress().body("openFlags", equalTo(List.of()));
        ready(clinician(dora))
                .then()
                .statusCode(409)
                .body("type", endsWith("/problems/no-suicide-risk"))
                .body("detail", containsString("a clinician found (SUICIDE_RISK_ASSESSED)"));

        sends(clinician(dora), ada, "C-SSRS", screener()).statusCode(201);
        ready(clinician(dora)).then().statusCode(201);
    }

    private void clears(String flag, String level) {
        Clearances.clears(clinician(dora), ada, flag, "HIGHER_LEVEL_OF_CARE", level, "Needs more than we give.")
                .statusCode(200);
    }

    @Test
    void whoIsNotReadyAnyMoreMayBeSaidToBeReadyAgain() {
        ready(clinician(dora)).then().statusCode(201);

        clinician(dora)
                .asks()
                .delete(API + "/episodes/" + ada.episode() + "/step-down-readiness")
                .then()
                .statusCode(204);

        progress().body("readySince", nullValue());
        ready(clinician(dora)).then().statusCode(201);
        Broker.say(new DischargePlanCancelled(ada.patient(), ada.episode(), Instant.now()));
        await("the patient stays").untilAsserted(() -> progress().body("readySince", nullValue()));
        assertThat(Broker.said("stepwell.therapy", ada.patient()))
                .filteredOn(said -> said.startsWith("step-down-put-off.v1"))
                .hasSize(2);
    }

    /** It was cancelled before anybody said that they are ready, and is heard after it. */
    @Test
    void aWordThatIsLateTakesBackNothingThatIsNewer() {
        ready(clinician(dora)).then().statusCode(201);

        Broker.say(new DischargePlanCancelled(
                ada.patient(), ada.episode(), Instant.now().minus(Duration.ofHours(1))));
        Broker.say(new DischargePlanned(
                ada.patient(),
                ada.episode(),
                LocalDate.now(ZoneOffset.UTC).plusDays(9),
                DischargeReason.STEP_DOWN_OUTPATIENT,
                "1",
                Instant.now()));

        awaitStatus(200, "/episodes/" + ada.episode() + "/discharge-summary"); // what was said before it is heard
        progress().body("readySince", notNullValue());
    }

    @Test
    void nobodyIsReadyAfterDischarge() {
        ready(clinician(dora)).then().statusCode(201);
        discharged(ada);
        await("the discharge").untilAsserted(() -> progress().body("running", equalTo(false)));

        ready(clinician(dora)).then().statusCode(409);
        clinician(dora)
                .asks()
                .delete(API + "/episodes/" + ada.episode() + "/step-down-readiness")
                .then()
                .statusCode(409)
                .body("type", endsWith("/problems/episode-is-running"));
        progress().body("readySince", notNullValue());
        var other = aPatientOf(dora);
        discharged(other);
        await("the other discharge")
                .untilAsserted(() -> clinician(dora)
                        .asks()
                        .body("{}")
                        .post(API + "/episodes/" + other.episode() + "/step-down-readiness")
                        .then()
                        .statusCode(409)
                        .body("type", endsWith("/problems/episode-is-running")));
    }

    @Test
    void ofWhoeverDiedNobodySaysSoOnThatDayAnyMore() {
        var today = LocalDate.now(ZoneId.of("America/New_York"));
        Broker.say(new EpisodeDischarged(
                ada.patient(), ada.episode(), today, DischargeReason.DECEASED, null, Instant.now()));
        await("the death").untilAsserted(() -> progress().body("running", equalTo(false)));

        ready(clinician(dora)).then().statusCode(409).body("type", endsWith("/problems/episode-is-running"));
    }

    @Test
    void whoeverIsDischargedAheadIsInUntilTheLastDay() {
        discharged(ada, LocalDate.now(ZoneOffset.UTC).plusDays(3));
        var other = aPatientOf(dora);
        discharged(other);
        await("both discharges")
                .untilAsserted(() -> clinician(dora)
                        .asks()
                        .get(API + "/episodes/" + other.episode() + "/progress")
                        .then()
                        .body("running", equalTo(false)));

        progress().body("running", equalTo(true));
        ready(clinician(dora)).then().statusCode(201);
    }

    @Test
    void onlyTheCareTeamSaysSo() {
        ready(clinician(aClinician())).then().statusCode(403);
        ready(Person.at("intake")).then().statusCode(403);
        ready(Person.at("patient").who(ada.patient())).then().statusCode(403);
        ready(Person.of("supervisor", Person.HARBOR).who(dora)).then().statusCode(404);
        supervisor()
                .asks()
                .post(API + "/episodes/" + anId() + "/step-down-readiness")
                .then()
                .statusCode(404);
    }

    @Test
    void aVisitAfterTheLastDayIsNoPartOfTheStay() {
        var now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        attended(aSession(now.minus(Duration.ofDays(2)), dora), ada);
        attended(aVisit(now, dora), ada);
        progress().body("attendedSessions", equalTo(2));

        discharged(ada, LocalDate.ofInstant(now, ZoneId.of("America/New_York")).minusDays(1));

        progress().body("attendedSessions", equalTo(1)).body("attendedMinutes", equalTo(180));
    }

    @Test
    void progressCountsWhatWasAttendedAndSignedAndComparesScores() {
        var first = aSession(dora);
        attended(first, ada);
        var second = aSession(dora);
        attended(second, ada);
        Broker.say(attendance(second, ada, 2, AttendanceStatus.EXCUSED));
        Broker.say(attendance(second, ada, 1, AttendanceStatus.PRESENT));
        phq9(2, 0);
        phq9(1, 0);
        phq9(0, 0);

        await("the correction").untilAsserted(() -> progress().body("attendedSessions", equalTo(1)));
        progress()
                .body("attendedMinutes", equalTo(180))
                .body("signedNotes", equalTo(0))
                .body("running", equalTo(true))
                .body("phq9", hasSize(3))
                .body("phq9[0].total", equalTo(16))
                .body("phq9[0].sinceFirst", nullValue())
                .body("phq9[1].sinceFirst.points", equalTo(-8))
                .body("phq9[1].sinceFirst.response", equalTo(true))
                .body("phq9[1].sinceFirst.remission", equalTo(false))
                .body("phq9[2].sinceFirst.remission", equalTo(true));
        Person.at("patient")
                .who(ada.patient())
                .asks()
                .get(API + "/episodes/" + ada.episode() + "/progress")
                .then()
                .statusCode(200);
    }

    @Test
    void onlyTheLastFiveScoresAreShownComparedWithTheFirst() {
        IntStream.range(0, 6).forEach(_ -> phq9(1, 0));

        progress().body("phq9", hasSize(5)).body("phq9[0].sinceFirst.points", equalTo(0));
    }

    @Test
    void theBamIsShownAndToldByWhatItsPartsSay() {
        bam(0, 0, 0);
        bam(2, 1, 20);

        progress()
                .body("bam.instrument", contains("BAM", "BAM"))
                .body("bam[0].parts.scale", contains("USE", "RISK", "PROTECTIVE"))
                .body("bam[0].parts.points", contains(0, 0, 0))
                .body("bam[0].parts.band", contains("NONE", "LOWER", "LOW"))
                .body("bam[1].parts.points", contains(6, 0, 0))
                .body("bam[1].parts.band", contains("ANY", "LOWER", "LOW"))
                .body("phq9", hasSize(0));
        await("measure-scored")
                .untilAsserted(() -> assertThat(Broker.said("stepwell.finding", "therapy:" + ada.patient()))
                        .hasSize(2)
                        .last()
                        .asString()
                        .contains("\"total\":null", "{\"scale\":\"USE\",\"points\":6,\"band\":\"ANY\"}"));
    }

    @Test
    void onlyTheLastFiveOfTheBamAreShown() {
        IntStream.rangeClosed(0, 5).forEach(use -> bam(0, 0, use == 5 ? 1 : 0));

        progress().body("bam", hasSize(5)).body("bam[4].parts[0].points", equalTo(1));
    }

    /** The Brief Addiction Monitor: days of drinking, of drinking heavily and of drugs; all else at its lowest. */
    private void bam(int drinking, int heavily, int drugs) {
        var use = Map.of(4, drinking, 5, heavily, 6, drugs);
        takes(
                "BAM",
                IntStream.rangeClosed(1, 16)
                        .filter(item -> item != 7 && (item != 5 || drinking > 0))
                        .<Map<String, Object>>mapToObj(
                                item -> Map.of("item", String.valueOf(item), "value", use.getOrDefault(item, 0)))
                        .toList());
    }

    private void phq9(int each, int ninth) {
        var answers = IntStream.rangeClosed(1, 9)
                .<Map<String, Object>>mapToObj(
                        item -> Map.of("item", String.valueOf(item), "value", item == 9 ? ninth : each))
                .toList();
        takes("PHQ-9", answers);
    }

    private void takes(String instrument, List<Map<String, Object>> answers) {
        clinician(dora)
                .asks()
                .body(Map.of("episode", ada.episode().toString(), "instrument", instrument, "answers", answers))
                .post(API + "/patients/" + ada.patient() + "/measures")
                .then()
                .statusCode(201);
    }

    private Response ready(Person who) {
        return who.asks().body("{}").post(API + "/episodes/" + ada.episode() + "/step-down-readiness");
    }

    private ValidatableResponse progress() {
        return clinician(dora)
                .asks()
                .get(API + "/episodes/" + ada.episode() + "/progress")
                .then()
                .statusCode(200);
    }

    private List<String> told() {
        return Broker.said("stepwell.therapy", ada.patient()).stream()
                .filter(event -> event.startsWith("ready"))
                .toList();
    }
}
