package org.stepwell.therapy.relapse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.stepwell.therapy.Riverside.API;
import static org.stepwell.therapy.Riverside.aClinician;
import static org.stepwell.therapy.Riverside.aPatientOf;
import static org.stepwell.therapy.Riverside.admission;
import static org.stepwell.therapy.Riverside.anId;
import static org.stepwell.therapy.Riverside.clinician;
import static org.stepwell.therapy.Riverside.discharged;
import static org.stepwell.therapy.Riverside.supervisor;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.contracts.id.ProgramId;
import org.stepwell.contracts.id.StaffId;
import org.stepwell.platform.clinic.ClinicContext;
import org.stepwell.platform.database.Sql;
import org.stepwell.platform.testing.Broker;
import org.stepwell.platform.testing.Person;
import org.stepwell.platform.testing.StepwellTestResource;
import org.stepwell.therapy.Riverside.InCare;

/** A patient's own plan is written and read by them, with whoever treats them, in treatment and after it. */
@QuarkusTest
@QuarkusTestResource(StepwellTestResource.class)
class RelapsePlanResourceTest {

    private static final Map<String, Object> PLAN = Map.of(
            "earlySigns", List.of("I stop answering my sister."),
            "triggers", List.of("STRESS", "MONEY_IN_HAND"),
            "triggersInMyWords", List.of("Payday, and the bar on the way home."),
            "whatHelpsMe", List.of("The dog"),
            "peopleToCall", List.of("Rosa, before nine"),
            "afterALapse", List.of("I call Rosa the same day."));

    @Inject
    Sql sql;

    private StaffId dora;
    private InCare ada;
    private Person patient;

    @BeforeEach
    void aPatient() {
        dora = aClinician();
        ada = aPatientOf(dora);
        patient = Person.at("patient").who(ada.patient());
    }

    @Test
    void thePatientWritesAloneOrWithTheirClinicianAndReadsItOnThePhone() {
        reads(patient).statusCode(404);

        writes(patient, "", PLAN)
                .statusCode(200)
                .header("ETag", equalTo("\"1\""))
                .body("writtenBy", nullValue())
                .body("says.triggers", contains("STRESS", "MONEY_IN_HAND"));
        writes(clinician(dora), "\"1\"", with("whatHelpsMe", List.of("The dog", "The Tuesday group")))
                .statusCode(200)
                .header("ETag", equalTo("\"2\""))
                .body("writtenBy", equalTo(dora.toString()));

        reads(patient)
                .statusCode(200)
                .header("ETag", equalTo("\"2\""))
                .body("episode", equalTo(ada.episode().toString()))
                .body("says.whatHelpsMe", contains("The dog", "The Tuesday group"))
                .body("says.afterALapse", contains("I call Rosa the same day."));
    }

    @Test
    void theVersionsFollowOneAnotherAndAreAllKept() {
        writes(patient, "", PLAN).statusCode(200);
        writes(patient, "", PLAN).statusCode(428);
        writes(patient, "\"7\"", PLAN).statusCode(412);
        writes(patient, "\"1\"", with("earlySigns", List.of())).statusCode(200);

        var first = versions("?limit=1").body("items.version", contains(1)).body("after", notNullValue());
        versions("?after=" + first.extract().path("after"))
                .body("items.version", contains(2))
                .body("after", nullValue());
    }

    @Test
    void ofTwoWhoWriteAtOnceOneIsToldThatTheOtherDid() {
        writes(patient, "", PLAN).statusCode(200);

        var answers = IntStream.range(0, 8)
                .parallel()
                .mapToObj(_ -> writes(patient, "\"1\"", PLAN).extract().statusCode())
                .toList();

        assertThat(answers).filteredOn(status -> status == 200).hasSize(1);
        assertThat(answers).allMatch(status -> List.of(200, 409, 412).contains(status));
        versions("").body("items.version", contains(1, 2));
    }

    @Test
    void whatIsMissingTooLongUnknownOrEmptyIsPointedAt() {
        var nothing = new HashMap<>(PLAN);
        nothing.replaceAll((_, _) -> List.of());
        writes(patient, "", nothing)
                .statusCode(400)
                .body("type", endsWith("/relapse-plan-says-something"))
                .body("errors.pointer", contains("/earlySigns"));
        writes(patient, "", with("peopleToCall", List.of(" ")))
                .statusCode(400)
                .body("errors.pointer", contains("/peopleToCall/0"));
        writes(patient, "", with("afterALapse", List.of("x".repeat(501))))
                .statusCode(400)
                .body("errors.pointer", contains("/afterALapse/0"));
        writes(patient, "", with("triggers", List.of("STRESS", "STRESS")))
                .statusCode(400)
                .body("errors.pointer", contains("/triggers"));
        writes(patient, "", with("triggers", List.of("THE_MOON")))
                .statusCode(400)
                .body("errors.pointer", contains("/triggers/0"));
        writes(patient, "", Map.of("triggers", List.of("STRESS")))
                .statusCode(400)
                .body("errors.pointer", hasItem("/whatHelpsMe"));
        reads(patient).statusCode(404);
    }

    @Test
    void othersNeitherReadNorWriteIt() {
        writes(patient, "", PLAN).statusCode(200);
        for (var who : List.of(clinician(aClinician()), Person.at("intake").who(dora), Person.at("clinic-admin"))) {
            reads(who).statusCode(403);
            writes(who, "\"1\"", PLAN).statusCode(403);
        }
        var somebodyElse = Person.at("patient").who(aPatientOf(dora).patient());
        var harbor = Person.of("supervisor", Person.HARBOR).who(dora);
        for (var who : List.of(somebodyElse, harbor)) {
            reads(who).statusCode(404);
            writes(who, "\"1\"", PLAN).statusCode(404);
        }
        patient.asks()
                .body(PLAN)
                .put(API + "/episodes/" + anId() + "/relapse-plan")
                .then()
                .statusCode(404);
        reads(supervisor()).statusCode(200).body("version", equalTo(1));
    }

    @Test
    void whoeverHasLeftGoesOnWithIt() {
        writes(patient, "", PLAN).statusCode(200);
        discharged(ada);

        await("the discharge")
                .untilAsserted(() -> supervisor()
                        .asks()
                        .get(API + "/episodes/" + ada.episode() + "/progress")
                        .then()
                        .body("running", equalTo(false)));
        writes(patient, "\"1\"", with("triggers", List.of("PLACES"))).statusCode(200);
        reads(patient).body("says.triggers", contains("PLACES"));
    }

    @Test
    void whoeverIsBackFindsTheOneOfBeforeUntilTheyWriteAnother() {
        writes(patient, "", PLAN).statusCode(200);
        var next = new InCare(ada.patient(), new EpisodeId(anId()));
        Broker.say(admission(next.patient(), next.episode(), new ProgramId(anId())));
        reads(patient).body("episode", equalTo(ada.episode().toString()));

        await("the admission")
                .untilAsserted(() -> writes(patient, next, "", PLAN).statusCode(200));

        reads(patient).body("episode", equalTo(next.episode().toString())).body("version", equalTo(1));
    }

    @Test
    void whatItSaysIsSealed() {
        writes(patient, "", PLAN).statusCode(200);

        var stored = ClinicContext.in(
                new ClinicContext.Work(Person.RIVERSIDE, "service:test", null),
                () -> QuarkusTransaction.requiringNew()
                        .call(() -> sql.list(
                                "select content from relapse_plan where episode_id = ?",
                                row -> row.getString(1),
                                ada.episode().value())));

        assertThat(stored).singleElement().asString().doesNotContain("Rosa", "Payday", "STRESS");
    }

    private static Map<String, Object> with(String heading, Object says) {
        var other = new HashMap<>(PLAN);
        other.put(heading, says);
        return other;
    }

    private ValidatableResponse reads(Person who) {
        return who.asks()
                .get(API + "/patients/" + ada.patient() + "/relapse-plan")
                .then();
    }

    private ValidatableResponse writes(Person who, String version, Map<String, Object> plan) {
        return writes(who, ada, version, plan);
    }

    private static ValidatableResponse writes(Person who, InCare whom, String version, Map<String, Object> plan) {
        var asks = who.asks().body(plan);
        return (version.isEmpty() ? asks : asks.header("If-Match", version))
                .put(API + "/episodes/" + whom.episode() + "/relapse-plan")
                .then();
    }

    private ValidatableResponse versions(String query) {
        return patient.asks()
                .get(API + "/episodes/" + ada.episode() + "/relapse-plan/versions" + query)
                .then()
                .statusCode(200);
    }
}
