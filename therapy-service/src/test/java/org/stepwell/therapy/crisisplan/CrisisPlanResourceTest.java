package org.stepwell.therapy.crisisplan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.stepwell.therapy.Riverside.API;
import static org.stepwell.therapy.Riverside.aClinician;
import static org.stepwell.therapy.Riverside.aPatientOf;
import static org.stepwell.therapy.Riverside.clinician;
import static org.stepwell.therapy.Riverside.inClinic;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stepwell.contracts.id.StaffId;
import org.stepwell.platform.database.Sql;
import org.stepwell.platform.testing.Person;
import org.stepwell.platform.testing.StepwellTestResource;
import org.stepwell.therapy.Riverside.InCare;

@QuarkusTest
@QuarkusTestResource(StepwellTestResource.class)
class CrisisPlanResourceTest {

    private static final String FIRST = says("\"I stop answering the phone\"");

    @Inject
    Sql sql;

    private StaffId dora;
    private InCare ada;

    @BeforeEach
    void aPatient() {
        dora = aClinician();
        ada = aPatientOf(dora);
    }

    @Test
    void beforeThereIsOneTheyAreToldWhomToCall() {
        read(patient()).body("plan", nullValue()).body("helpNow", containsString("988"));
        assertThat(text(patient())).contains("988").doesNotContain("My plan");
    }

    @Test
    void thePatientReadsOnThePhoneWhatWasWrittenWithThem() {
        write(FIRST, "").statusCode(200).header("ETag", equalTo("\"1\""));

        read(patient())
                .body("plan.version", equalTo(1))
                .body("plan.says.noticing", equalTo(List.of("I stop answering the phone")))
                .body("plan.says.people[0].phone", equalTo("+1 555 0100"))
                .body("plan.writtenBy", equalTo(dora.toString()));
        assertThat(text(patient()))
                .contains("How I notice that it begins", "My sister, +1 555 0100", "988")
                .doesNotContain(ada.patient().toString(), "Riverside");
    }

    @Test
    void theNextVersionIsWrittenToTheOneThatWasReadAndBothAreKept() {
        write(FIRST, "").statusCode(200);
        var second = says("\"I can not sleep\"");

        write(second, "").statusCode(428);
        write(second, "\"7\"").statusCode(412);
        write(second, "\"1\"").statusCode(200).header("ETag", equalTo("\"2\""));

        read(clinician(dora)).body("plan.says.noticing", equalTo(List.of("I can not sleep")));
        clinician(dora)
                .asks()
                .get(path() + "/versions")
                .then()
                .statusCode(200)
                .body("items.version", equalTo(List.of(1, 2)))
                .body("items[0].says.noticing", equalTo(List.of("I stop answering the phone")));
    }

    @Test
    void ofManyAtOnceOneIsWritten() {
        var answers = IntStream.range(0, 8)
                .parallel()
                .mapToObj(_ -> write(FIRST, "").extract().statusCode())
                .collect(Collectors.groupingBy(status -> status, Collectors.counting()));

        assertThat(answers.get(200)).isEqualTo(1L);
        assertThat(answers.keySet()).isSubsetOf(200, 409, 428);
    }

    @Test
    void whatItSaysIsSealed() {
        write(FIRST, "").statusCode(200);

        String stored = inClinic(() -> sql.one(
                        "select content from crisis_plan where patient_id = ?",
                        row -> row.getString(1),
                        ada.patient().value())
                .orElseThrow());

        assertThat(stored).doesNotContain("phone", "sister");
    }

    @Test
    void onlyTheCareTeamWritesItAndNobodyElseReadsIt() {
        for (var who : List.of(patient(), Person.at("intake"), clinician(aClinician()), Person.at("clinic-admin"))) {
            who.asks().body(FIRST).put(path()).then().statusCode(403);
        }
        Person.of("supervisor", Person.HARBOR)
                .who(dora)
                .asks()
                .body(FIRST)
                .put(path())
                .then()
                .statusCode(404);
        Person.at("intake").asks().get(path()).then().statusCode(403);
        Person.at("patient")
                .who(aPatientOf().patient())
                .asks()
                .get(path())
                .then()
                .statusCode(404);
        read(clinician(dora)).body("plan", nullValue());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"noticing": [], "byMyself": [], "distractions": [], "people": [], "professionals": [], "saferSurroundings": []} | /noticing
            {"noticing": [" "], "byMyself": [], "distractions": [], "people": [], "professionals": [], "saferSurroundings": []} | /noticing/0
            {"noticing": ["x"], "byMyself": [], "distractions": [], "people": [{"phone": "1"}], "professionals": [], "saferSurroundings": []} | /people/0/name
            {"noticing": ["x"]} | /byMyself
            """)
    void whatIsWrongIsPointedAtAndNothingIsStored(String form, String pointer) {
        clinician(dora)
                .asks()
                .body(form)
                .put(path())
                .then()
                .statusCode(400)
                .body("errors.pointer.flatten()", hasItem(pointer));

        clinician(dora).asks().get(path() + "/versions").then().body("items", hasSize(0));
    }

    @Test
    void whatIsTooLongIsRefused() {
        write(says("\"" + "x".repeat(501) + "\""), "").statusCode(400);
        clinician(dora)
                .asks()
                .body(Map.of("plan", "x"))
                .put(path())
                .then()
                .statusCode(400)
                .body("type", endsWith("/problems/unreadable-body"));
    }

    private static String says(String noticing) {
        return """
                {"noticing": [%s], "byMyself": ["Walk around the block"], "distractions": ["The library"],
                 "people": [{"name": "My sister", "phone": "+1 555 0100"}],
                 "professionals": [{"name": "Riverfront urgent care"}], "saferSurroundings": ["My brother keeps the key"]}
                """.formatted(noticing);
    }

    private ValidatableResponse write(String form, String version) {
        var asks = clinician(dora).asks().body(form);
        return (version.isEmpty() ? asks : asks.header("If-Match", version))
                .put(path())
                .then();
    }

    private ValidatableResponse read(Person who) {
        return who.asks().get(path()).then().statusCode(200);
    }

    private String text(Person who) {
        return who.asks()
                .accept("text/plain")
                .get(path() + "/text")
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    private Person patient() {
        return Person.at("patient").who(ada.patient());
    }

    private String path() {
        return API + "/patients/" + ada.patient() + "/crisis-plan";
    }
}
