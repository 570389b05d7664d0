package org.stepwell.therapy.modality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.stepwell.therapy.Riverside.API;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.stepwell.contracts.code.Modality;
import org.stepwell.contracts.id.ClinicId;
import org.stepwell.platform.clinic.ClinicContext;
import org.stepwell.platform.database.Sql;
import org.stepwell.platform.database.Uuid7;
import org.stepwell.platform.testing.AtOnce;
import org.stepwell.platform.testing.Person;
import org.stepwell.platform.testing.StepwellTestResource;

/** What a clinic does, and what for; each test has a clinic of its own. */
@QuarkusTest
@QuarkusTestResource(StepwellTestResource.class)
class ModalityResourceTest {

    private static final String CAREER = "modalities.find { it.modality == 'CAREER_ASSISTANCE' }";

    private final ClinicId clinic = new ClinicId(Uuid7.next());
    private final Person admin = Person.of("clinic-admin", clinic);
    private final Map<String, Object> form = form(
            List.of("PROBLEM_SOLVING", "COMMUNICATION_SKILLS"),
            List.of(
                    unit("Rights at work ", "PROBLEM_SOLVING"),
                    unit("A resume", "COMMUNICATION_SKILLS", "PROBLEM_SOLVING")),
            "CADC");

    @Inject
    Sql sql;

    @Inject
    Treatments treatments;

    @Inject
    ServedGoals servedGoals;

    @Inject
    NeededCredentials neededCredentials;

    @Test
    void aPatientReadsInPlainWordsWhatEachTreatmentIsFor() {
        read(Person.of("patient", clinic))
                .body("goals", hasSize(8))
                .body("goals[0].goal", equalTo("COMMUNICATION_SKILLS"))
                .body("goals[0].inPlainWords", containsString("hearing what others say"))
                .body(
                        "modalities.modality",
                        contains(Arrays.stream(Modality.values())
                                .map(Modality::name)
                                .toArray(String[]::new)))
                .body(CAREER + ".inPlainWords", containsString("Help with work"))
                .body(
                        CAREER + ".serves",
                        contains("COMMUNICATION_SKILLS", "STRUCTURE_AND_SELF_DISCIPLINE", "PROBLEM_SOLVING"))
                .body(CAREER + ".units", hasSize(6))
                .body(CAREER + ".version", equalTo(0));
    }

    @Test
    void anAdministratorSaysWhatATreatmentIsForHereAndElsewhereItStays() {
        changes("CAREER_ASSISTANCE", "\"0\"").statusCode(200).header("ETag", "\"1\"");

        read(admin)
                .body(CAREER + ".serves", contains("COMMUNICATION_SKILLS", "PROBLEM_SOLVING"))
                .body(CAREER + ".units.title", contains("Rights at work", "A resume"))
                .body(CAREER + ".units[1].serves", contains("COMMUNICATION_SKILLS", "PROBLEM_SOLVING"))
                .body(CAREER + ".credentials", contains("CADC"))
                .body(CAREER + ".version", equalTo(1));
        assertThat(served(clinic).get(Modality.CAREER_ASSISTANCE))
                .containsExactlyInAnyOrder(TreatmentGoal.PROBLEM_SOLVING, TreatmentGoal.COMMUNICATION_SKILLS);
        assertThat(served(new ClinicId(Uuid7.next())).get(Modality.CAREER_ASSISTANCE))
                .contains(TreatmentGoal.STRUCTURE_AND_SELF_DISCIPLINE);
        var needed = at(clinic, neededCredentials::now);
        assertThat(needed.in(Modality.CAREER_ASSISTANCE)).containsExactly("CADC");
        assertThat(needed.in(Modality.MEDICATION_MANAGEMENT)).contains("MD");
    }

    @Test
    void everyTreatmentServesAGoalInEveryClinic() {
        assertThat(served(clinic))
                .containsOnlyKeys(Modality.values())
                .allSatisfy((_, goals) -> assertThat(goals).isNotEmpty());
    }

    @Test
    void whatSomebodyElseChangedIsReadFirst() {
        changes("FAMILY_THERAPY", "").statusCode(428);
        changes("FAMILY_THERAPY", "\"1\"").statusCode(412);
        changes("FAMILY_THERAPY", "\"0\"").statusCode(200);
        changes("FAMILY_THERAPY", "\"0\"").statusCode(412);
        changes("FAMILY_THERAPY", "\"1\"").statusCode(200).header("ETag", "\"2\"");
    }

    @Test
    void whoeverChangesItWhileSomebodyDoesIsToldToReadItAgain() throws Exception {
        var administrator = Person.at("clinic-admin");
        int before = read(administrator).extract().path("modalities.find { it.modality == 'PSYCHOEDUCATION' }.version");
        var treatment = new TreatmentsOfTheHouse().of(Modality.PSYCHOEDUCATION);

        var second = AtOnce.beforeItCommits(
                sql,
                () -> treatments.replace(
                        Modality.PSYCHOEDUCATION,
                        treatments.lockedVersion(Modality.PSYCHOEDUCATION, "clinic-admin:test", Instant.EPOCH),
                        treatment,
                        "clinic-admin:test",
                        Instant.EPOCH),
                () -> administrator
                        .asks()
                        .header("If-Match", "\"%d\"".formatted(before))
                        .body(form)
                        .put(API + "/modalities/PSYCHOEDUCATION")
                        .statusCode());

        assertThat(second.waited()).isTrue();
        assertThat(second.answer()).isEqualTo(412);
    }

    @Test
    void onlyAdministratorsChangeIt() {
        for (var role : List.of("clinician", "supervisor", "patient")) {
            Person.of(role, clinic)
                    .asks()
                    .header("If-Match", "*")
                    .body(form)
                    .put(API + "/modalities/CAREER_ASSISTANCE")
                    .then()
                    .statusCode(403);
        }
        read(admin).body(CAREER + ".version", equalTo(0));
    }

    @Test
    void whatCanNotBeIsPointedAtAndNothingIsStored() {
        says(form(List.of(), List.of())).body("errors.pointer", contains("/serves"));
        says(form(List.of("HAPPINESS"), List.of())).body("errors[0].pointer", containsString("/serves"));
        says(form(List.of("PROBLEM_SOLVING"), List.of(), "<b>"))
                .body("errors[0].pointer", containsString("/credentials"));
        says(form(List.of("PROBLEM_SOLVING"), List.of(unit("A walk", "COMMUNICATION_SKILLS"))))
                .body("type", endsWith("/units-serve-what-their-treatment-does"))
                .body("errors.pointer", contains("/units/0/serves"));
        says(form(List.of("PROBLEM_SOLVING"), List.of(unit("x".repeat(81), "PROBLEM_SOLVING"))))
                .body("errors.pointer", contains("/units/0/title"));

        changes("SINGING", "*").statusCode(404);
        read(admin).body(CAREER + ".version", equalTo(0));
    }

    private static Map<String, Object> form(
            List<String> serves, List<Map<String, Object>> units, String... credentials) {
        return Map.of("serves", serves, "units", units, "credentials", List.of(credentials));
    }

    private static Map<String, Object> unit(String title, String... serves) {
        return Map.of("title", title, "serves", List.of(serves));
    }

    private ValidatableResponse says(Map<String, Object> other) {
        return admin.asks()
                .header("If-Match", "*")
                .body(other)
                .put(API + "/modalities/CAREER_ASSISTANCE")
                .then()
                .statusCode(400);
    }

    private ValidatableResponse changes(String modality, String version) {
        var asks = admin.asks().body(form);
        return (version.isEmpty() ? asks : asks.header("If-Match", version))
                .put(API + "/modalities/" + modality)
                .then();
    }

    private static ValidatableResponse read(Person who) {
        return who.asks().get(API + "/modalities").then().statusCode(200);
    }

    private Map<Modality, Set<TreatmentGoal>> served(ClinicId which) {
        return at(which, servedGoals::byModality);
    }

    private static <T> T at(ClinicId which, Callable<T> work) {
        return ClinicContext.in(
                new ClinicContext.Work(which, "service:test", null),
                () -> QuarkusTransaction.requiringNew().call(work));
    }
}
