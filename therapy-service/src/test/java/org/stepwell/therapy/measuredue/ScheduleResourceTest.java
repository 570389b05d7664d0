package org.stepwell.therapy.measuredue;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.stepwell.therapy.Riverside.API;
import static org.stepwell.therapy.Riverside.aClinician;
import static org.stepwell.therapy.Riverside.aPatientSince;
import static org.stepwell.therapy.Riverside.aProgram;
import static org.stepwell.therapy.Riverside.anId;
import static org.stepwell.therapy.Riverside.clinician;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stepwell.contracts.id.ProgramId;
import org.stepwell.platform.testing.Person;
import org.stepwell.platform.testing.StepwellTestResource;

@QuarkusTest
@QuarkusTestResource(StepwellTestResource.class)
class ScheduleResourceTest {

    private static final Person ADMIN = Person.at("clinic-admin");
    private static final String WEEKLY_PHQ9 =
            "{\"lines\": [{\"instrument\": \"PHQ-9\", \"asks\": \"PATIENT\", \"occasions\": [\"WEEKLY\", \"DAY_30\"]}]}";

    private ProgramId program;

    @BeforeEach
    void aProgramOfTheClinic() {
        program = aProgram();
        await("the program").until(() -> ADMIN.asks().get(path()).statusCode() == 200);
    }

    @Test
    void aProgramAsksWhatTheHouseAsksUnlessItSaysOtherwise() {
        read().body("version", equalTo(0))
                .body("lines.instrument", hasItems("READINESS", "PHQ-9", "GAD-7", "BAM", "C-SSRS-SLC"));

        set(WEEKLY_PHQ9, "").statusCode(200).header("ETag", equalTo("\"1\""));

        read().body("version", equalTo(1)).body("lines.instrument", contains("PHQ-9"));
        set("{\"lines\": []}", "").statusCode(428);
        set("{\"lines\": []}", "\"3\"").statusCode(412);
        set("{\"lines\": []}", "\"1\"").statusCode(200).body("version", equalTo(2));
    }

    @Test
    void whoeverIsInTheProgramIsAskedByTheNewScheduleFromNowOn() {
        var dora = aClinician();
        var today = LocalDate.now(ZoneId.of("America/New_York"));
        var ada = aPatientSince(today.minusDays(15), program, dora);
        set(WEEKLY_PHQ9, "").statusCode(200);

        await("what was asked until now")
                .untilAsserted(() -> clinician(dora)
                        .asks()
                        .get(API + "/episodes/" + ada.episode() + "/measures-due")
                        .then()
                        .statusCode(200)
                        .body("coming.instrument", contains("PHQ-9", "PHQ-9"))
                        .body(
                                "coming.dueOn",
                                contains(
                                        today.plusDays(6).toString(),
                                        today.plusDays(15).toString())));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"lines": [{"instrument": "PHQ-8", "asks": "PATIENT", "occasions": ["WEEKLY"]}]} | /lines/0/instrument
            {"lines": [{"instrument": "DAST-10", "asks": "PATIENT", "occasions": ["WEEKLY"]}]} | /lines/0/instrument
            {"lines": [{"instrument": "BAM", "asks": "STAFF", "occasions": ["WEEKLY"]}, {"instrument": "BAM", "asks": "STAFF", "occasions": ["DAY_30"]}]} | /lines/1/instrument
            {"lines": [{"instrument": "BAM", "asks": "PATIENT", "occasions": ["SUICIDE_ITEM"]}]} | /lines/0/occasions
            {"lines": [{"instrument": "BAM", "asks": "PATIENT", "occasions": []}]} | /lines/0/occasions
            {"lines": [{"instrument": "C-SSRS", "asks": "PATIENT", "occasions": ["WEEKLY"]}]} | /lines/0/asks
            {"lines": [{"instrument": "COWS", "asks": "PATIENT", "occasions": ["WEEKLY"]}]} | /lines/0/asks
            {"lines": [{"instrument": "BAM", "occasions": ["WEEKLY"]}]} | /lines/0/asks
            {} | /lines
            """)
    void whatCanNotBeAskedIsPointedAtAndChangesNothing(String form, String pointer) {
        set(form, "").statusCode(400).body("errors.pointer", hasItem(pointer));

        read().body("version", equalTo(0));
    }

    @Test
    void administratorsSetItAndEverybodyOfTheClinicReadsIt() {
        for (var who : new Person[] {Person.at("supervisor"), Person.at("intake"), Person.at("patient")}) {
            who.asks().body(WEEKLY_PHQ9).put(path()).then().statusCode(403);
            who.asks().get(path()).then().statusCode(200);
        }
        Person.of("clinic-admin", Person.HARBOR)
                .asks()
                .body(WEEKLY_PHQ9)
                .put(path())
                .then()
                .statusCode(404);
        ADMIN.asks()
                .body(WEEKLY_PHQ9)
                .put(API + "/programs/" + anId() + "/measure-schedule")
                .then()
                .statusCode(404);
    }

    private ValidatableResponse read() {
        return ADMIN.asks().get(path()).then().statusCode(200);
    }

    private ValidatableResponse set(String form, String version) {
        var asks = ADMIN.asks().body(form);
        return (version.isEmpty() ? asks : asks.header("If-Match", version))
                .put(path())
                .then();
    }

    private String path() {
        return API + "/programs/" + program + "/measure-schedule";
    }
}
