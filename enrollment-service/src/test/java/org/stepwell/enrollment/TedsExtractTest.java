package org.stepwell.enrollment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.stepwell.enrollment.Intake.API;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.platform.testing.Person;
import org.stepwell.platform.testing.StepwellTestResource;

/** What leaves for the state, and the figures that name nobody. */
@QuarkusTest
@QuarkusTestResource(StepwellTestResource.class)
class TedsExtractTest {

    private static final List<String> ALL = List.of(
            "PRESENCE", "DEMOGRAPHICS", "ASSESSMENT", "DIAGNOSIS", "MEDICATION", "BILLING", "DISCHARGE_SUMMARY");
    private static final List<String> NO_DIAGNOSIS = List.of("PRESENCE", "DEMOGRAPHICS", "ASSESSMENT");

    private Reports mill = new Reports(new Intake(Person.RIVERSIDE), "");
    private PatientId maya = new PatientId(new java.util.UUID(0, 0));

    @BeforeEach
    void setUp() {
        mill = Reports.atNewClinic();
        maya = mill.born("1991-04-12");
    }

    @Test
    void admissionsLeaveInTheCodesOfTheState() {
        recorded(maya, Reports.DRINKS);

        var csv = mill.extract(mill.audit(ALL, "2099-12-31"), "ADMISSION", "STATE", "CSV")
                .statusCode(200)
                .contentType("text/csv")
                .header("X-Records", "1")
                .header("X-Refused", "0")
                .header("X-Unrecorded", "0")
                .extract()
                .asString();

        var lines = csv.split("\r\n");
        assertThat(lines).hasSize(2);
        assertThat(byColumn(lines))
                .containsEntry("CLIENT", maya.toString())
                .containsEntry("ADMITTED", "2026-03-02")
                .containsEntry("TRANSACTION", "A")
                .containsEntry("SUB1", "02")
                .containsEntry("FREQ1", "05")
                .containsEntry("FRSTUSE1", "16")
                .containsEntry("AGE", "34")
                .containsEntry("VET", "98")
                .containsEntry("DETNLF", "96")
                .containsEntry("ALCFLG", "01")
                .containsEntry("ALCDRUG", "01");
    }

    @Test
    void dischargesLeaveInPublicUseCodes() {
        var episode = recorded(maya, Reports.DRINKS);
        mill.answersAtDischarge(episode, Reports.SOBER).statusCode(200);
        mill.completed(maya, episode, "2026-05-30");

        var lines = mill.extract(mill.audit(ALL, "2099-12-31"), "DISCHARGE", "PUBLIC_USE", "JSON_LINES")
                .statusCode(200)
                .contentType("application/jsonl")
                .extract()
                .asString()
                .lines()
                .toList();

        assertThat(lines).hasSize(1);
        assertThat(JsonPath.from(lines.getFirst()).getMap(""))
                .containsEntry("CLIENT", maya.toString())
                .containsEntry("EPISODE", episode.toString())
                .containsEntry("DISCHARGED", "2026-05-30")
                .containsEntry("REASON", 1)
                .containsEntry("LOS", 33)
                .containsEntry("SERVICES_D", 6)
                .containsEntry("FREQ1_D", 1)
                .containsEntry("FREQ_ATND_SELF_HELP_D", 5)
                .containsEntry("DETNLF_D", -9)
                .containsEntry("IMPUTED", 0);
    }

    @ParameterizedTest(name = "after {0}, from {1} on: {2}")
    @CsvSource(textBlock = """
            2026-03-20, 2026-03-20, T
            2026-03-20, 2026-03-21, T
            2026-03-20, 2026-03-22, A
            """)
    void whoeverGoesOnAtAnotherLevelAtOnceIsTransferred(String lastDay, String start, String transaction) {
        var first = recorded(maya, Reports.DRINKS);
        var second = EpisodeId.fromString(mill.intake()
                .carl()
                .asks()
                .body(Map.of(
                        "level",
                        "LEVEL_1",
                        "lastDay",
                        lastDay,
                        "next",
                        Map.of("program", mill.intake().programAt("LEVEL_1"), "track", "evening")))
                .post(API + "episodes/" + first + "/level-change")
                .then()
                .statusCode(200)
                .extract()
                .path("opened.id"));
        mill.intake().decidedLevel(maya, "1");
        mill.intake().admit(second, Map.of("start", start)).statusCode(200);
        mill.answersAtAdmission(second, Reports.DRINKS).statusCode(200);
        mill.nobodyCouldAsk(first).statusCode(409);
        mill.answersAtDischarge(first, Reports.SOBER).statusCode(200);

        assertThat(transactions("ADMISSION")).containsExactly("A", transaction);
        assertThat(transactions("DISCHARGE")).containsExactly("A");
    }

    private List<String> transactions(String moment) {
        return mill.extract(mill.audit(ALL, "2099-12-31"), moment, "STATE", "JSON_LINES")
                .statusCode(200)
                .extract()
                .asString()
                .lines()
                .map(line -> JsonPath.from(line).getString("TRANSACTION"))
                .toList();
    }

    @Test
    void whoTheAgreementDoesNotOpenIsLeftOutAndCountedAndTheirLedgerSaysSo() {
        var diagnosed = new HashMap<>(Reports.DRINKS);
        diagnosed.put("PSYPROB", 1);
        recorded(maya, diagnosed);
        var boris = mill.intake().patient();
        recorded(boris, Reports.DRINKS);
        mill.admitted(mill.intake().patient(), "2026-03-03");

        var lines = mill.extract(mill.audit(NO_DIAGNOSIS, "2099-12-31"), "ADMISSION", "PUBLIC_USE", "JSON_LINES")
                .statusCode(200)
                .header("X-Records", "1")
                .header("X-Refused", "1")
                .header("X-Unrecorded", "1")
                .extract()
                .asString();
        assertThat(lines).contains(boris.toString()).doesNotContain(maya.toString());

        await().untilAsserted(() -> ledger(boris)
                .body("items.permitted", contains(true))
                .body("items.basis", contains("AUDIT_AND_EVALUATION"))
                .body("items[0].categories", containsInAnyOrder("PRESENCE", "DEMOGRAPHICS", "ASSESSMENT")));
        await().untilAsserted(() -> ledger(maya)
                .body("items.permitted", contains(false))
                .body("items.refusal", contains("beyond-its-scope")));
        for (var patient : List.of(maya, boris)) {
            await().untilAsserted(() -> mill.officer()
                    .asks()
                    .get(API + "patients/" + patient + "/accesses")
                    .then()
                    .body("items.operation", hasItem("TedsResource_extract")));
        }
    }

    @Test
    void nothingLeavesWithoutAnAgreementInForce() {
        recorded(maya, Reports.DRINKS);

        mill.extract(mill.audit(ALL, "2020-12-31"), "ADMISSION", "STATE", "CSV")
                .statusCode(409)
                .body("type", endsWith("/authority-not-in-force"));
        mill.extract(java.util.UUID.randomUUID().toString(), "ADMISSION", "STATE", "CSV")
                .statusCode(404);
        mill.extract(serviceOrganization(), "ADMISSION", "STATE", "CSV")
                .statusCode(409)
                .body("type", endsWith("/extract-under-an-audit"))
                .body("errors.pointer", contains("/authority"));
    }

    @ParameterizedTest(name = "{0} to {1}")
    @CsvSource(textBlock = """
            2026-03-02, 2026-03-01
            2024-01-01, 2026-01-01
            2026-01-01, 2199-01-01
            """)
    void aReportIsAboutDaysThatHaveCome(String from, String to) {
        var form = Map.of(
                "moment",
                "ADMISSION",
                "from",
                from,
                "to",
                to,
                "authority",
                mill.audit(ALL, "2099-12-31"),
                "codes",
                "STATE",
                "format",
                "CSV");

        mill.officer()
                .asks()
                .body(form)
                .post(API + "teds/extracts")
                .then()
                .statusCode(400)
                .body("type", endsWith("/period-is-past"))
                .body("errors.pointer", hasItem("/to"));
        mill.intake()
                .ada()
                .asks()
                .get(API + "figures/census?from=" + from + "&to=" + to)
                .then()
                .statusCode(400)
                .body("errors.pointer", hasItem("to"));
    }

    @Test
    void anExtractTakesThePrivacyOfficersSecondFactor() {
        var form = Map.of(
                "moment",
                "ADMISSION",
                "from",
                "2026-01-01",
                "to",
                "2026-01-31",
                "authority",
                mill.audit(ALL, "2099-12-31"),
                "codes",
                "STATE",
                "format",
                "CSV");

        for (var role : List.of("intake", "clinician", "supervisor", "clinic-admin", "auditor")) {
            Person.of(role, mill.intake().clinic())
                    .with("acr", "2")
                    .asks()
                    .body(form)
                    .post(API + "teds/extracts")
                    .then()
                    .statusCode(403);
        }
        mill.officer()
                .with("acr", "1")
                .asks()
                .body(form)
                .post(API + "teds/extracts")
                .then()
                .statusCode(401)
                .body("type", endsWith("step-up-required"));
    }

    @Test
    void figuresAboutFewAreForTheClinicOnly() {
        var episode = recorded(maya, Reports.DRINKS);
        mill.answersAtDischarge(episode, Reports.SOBER).statusCode(200);
        mill.completed(maya, episode, "2026-05-30");
        var boris = mill.intake().patient();
        var left = recorded(boris, Reports.DRINKS);
        mill.droppedOut(left, "2026-03-20");
        mill.nobodyCouldAsk(left).statusCode(200);

        mill.figures("census", "CLINIC")
                .statusCode(200)
                .body("items.find { it.day == '2026-03-01' }", nullValue())
                .body("items.find { it.day == '2026-03-02' }.people", equalTo(2))
                .body("items.find { it.day == '2026-03-20' }.people", equalTo(2))
                .body("items.find { it.day == '2026-03-21' }.people", equalTo(1))
                .body("items.find { it.day == '2026-05-30' }.people", equalTo(1))
                .body("items.find { it.day == '2026-05-31' }", nullValue());
        mill.figures("waiting", "CLINIC").body("items.people", contains(2)).body("items.median", contains(0.0f));
        mill.figures("stays", "CLINIC")
                .body("items.mean", contains(53.5f))
                .body("items.median", contains(53.5f))
                .body("items.ninetiethPercentile", contains(81.9f));
        mill.figures("completion", "CLINIC")
                .body("items.completed", contains(1))
                .body("items.percent", contains(50.0f));
        mill.figures("outcomes", "CLINIC")
                .body("items.find { it.outcome == 'STABLY_HOUSED' }.people", equalTo(2))
                .body("items.find { it.outcome == 'STABLY_HOUSED' }.imputed", equalTo(1))
                .body("items.find { it.outcome == 'STABLY_HOUSED' }.admissionPercent", equalTo(0.0f))
                .body("items.find { it.outcome == 'STABLY_HOUSED' }.change", equalTo(50.0f));

        mill.figures("census", "OTHERS").body("items.findAll { it.people != null }", hasSize(0));
        mill.figures("stays", "OTHERS").body("items.mean", contains(nullValue()));
        mill.figures("completion", "OTHERS").body("items.completed", contains(nullValue()));
        mill.figures("outcomes", "OTHERS").body("items.findAll { it.people != null }", hasSize(0));
    }

    private EpisodeId recorded(PatientId patient, Map<String, Integer> answers) {
        var episode = mill.admitted(patient, "2026-03-02");
        mill.answersAtAdmission(episode, answers).statusCode(200);
        return episode;
    }

    private ValidatableResponse ledger(PatientId patient) {
        return mill.officer()
                .asks()
                .get(API + "patients/" + patient + "/disclosures")
                .then();
    }

    private String serviceOrganization() {
        return mill.officer()
                .asks()
                .body(Map.of(
                        "kind",
                        "QUALIFIED_SERVICE_ORGANIZATION",
                        "party",
                        "Northside",
                        "reference",
                        "2026-14",
                        "firstDay",
                        "2020-01-01",
                        "terms",
                        Map.of("categories", ALL, "boundByPart2", true, "resistsInProceedings", true)))
                .post(API + "authorities")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static Map<String, String> byColumn(String... lines) {
        var columns = Arrays.asList(lines[0].split(","));
        var values = Arrays.asList(lines[1].split(",", -1));
        var found = new HashMap<String, String>();
        for (int i = 0; i < columns.size(); i++) {
            found.put(columns.get(i), values.get(i));
        }
        return found;
    }
}
