package org.stepwell.therapy.objective;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.stepwell.therapy.GroupRoom.aSession;
import static org.stepwell.therapy.GroupRoom.attended;
import static org.stepwell.therapy.Riverside.API;
import static org.stepwell.therapy.Riverside.aClinician;
import static org.stepwell.therapy.Riverside.aPatientOf;
import static org.stepwell.therapy.Riverside.aProgram;
import static org.stepwell.therapy.Riverside.admission;
import static org.stepwell.therapy.Riverside.clinician;
import static org.stepwell.therapy.Riverside.discharged;
import static org.stepwell.therapy.Riverside.inClinic;
import static org.stepwell.therapy.Riverside.supervisor;
import static org.stepwell.therapy.plan.PlanCalls.holds;
import static org.stepwell.therapy.plan.PlanCalls.patient;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.contracts.id.StaffId;
import org.stepwell.platform.database.Sql;
import org.stepwell.platform.database.Uuid7;
import org.stepwell.platform.testing.Broker;
import org.stepwell.platform.testing.Person;
import org.stepwell.platform.testing.StepwellTestResource;
import org.stepwell.therapy.Riverside.InCare;

/** From admission until a plan holds, everybody works on the same few things. */
@QuarkusTest
@QuarkusTestResource(StepwellTestResource.class)
class InterimPlanTest {

    private static final List<String> CODES =
            Arrays.stream(InterimObjective.values()).map(Enum::name).toList();

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
    void whoIsAdmittedHasAnInterimPlanThatStaffAndPatientRead() {
        for (var reader : List.of(clinician(dora), supervisor(), patient(ada))) {
            interim(reader, ada)
                    .body("objectives.code", equalTo(CODES))
                    .body("objectives.sentence", everyItem(is(notNullValue())))
                    .body("from", equalTo("1970-01-01"))
                    .body("through", nullValue());
        }
        var path = API + "/episodes/" + ada.episode() + "/plans/interim";
        clinician(aClinician()).asks().get(path).then().statusCode(403);
        Person.at("intake").asks().get(path).then().statusCode(403);
        patient(aPatientOf()).asks().get(path).then().statusCode(404);
    }

    @Test
    void anObjectiveStandsInPlansOfItsOwnEpisodeAlone() {
        var another = aPatientOf();

        var trouble = catchThrowable(() -> inClinic(
                () -> sql.update("""
                insert into objective_in_plan (objective_id, episode_id, plan_version, status, from_day)
                select id, ?, 9, 'NEW', '2026-03-02' from objective where episode_id = ? and interim = 'STAYS_SAFE'
                """, another.episode().value(), ada.episode().value())));

        assertThat(trouble)
                .rootCause()
                .hasMessageContaining("objective_in_plan_clinic_id_objective_id_episode_id_fkey");
    }

    @Test
    void itHoldsUntilAPlanDoes() {
        holds(dora, ada);

        interim(clinician(dora), ada).body("through", notNullValue());
        objectives(clinician(dora), ada)
                .body("findAll { it.interim != null }.open", everyItem(is(false)))
                .body("findAll { it.interim == null }.open", contains(true))
                .body("findAll { it.interim == null }.words.measure", contains("dry evenings a week"));
    }

    /** A note of the day on which one plan follows another may link what either says; of a day before, what held then. */
    @Test
    void notesLinkWhatWasOpenOnTheDayOfTheSession() {
        var before = aSession(Instant.now().minus(3, ChronoUnit.DAYS), dora);
        attended(before, ada);
        holds(dora, ada);
        var today = aSession(dora);
        attended(today, ada);
        var later = aSession(Instant.now().plus(3, ChronoUnit.DAYS), dora);
        attended(later, ada);

        linkable(before.session())
                .body("openObjectives", hasSize(3))
                .body("openObjectives.target", everyItem(nullValue()));
        linkable(today.session()).body("openObjectives", hasSize(4));
        linkable(later.session())
                .body("openObjectives.measure", contains("dry evenings a week"))
                .body("openObjectives.target", contains("seven"));
    }

    private static ValidatableResponse linkable(Object session) {
        return supervisor()
                .asks()
                .get(API + "/sessions/" + session + "/note")
                .then()
                .statusCode(200);
    }

    @Test
    void whoComesBackHasAnotherOne() {
        var first = interim(supervisor(), ada).extract().<List<String>>path("objectives.objective");
        discharged(ada);
        var again = new InCare(ada.patient(), new EpisodeId(Uuid7.next()));

        Broker.say(admission(again.patient(), again.episode(), aProgram()));

        await("the second stay")
                .untilAsserted(() -> interim(supervisor(), again)
                        .body("objectives.code", equalTo(CODES))
                        .body("objectives.objective", everyItem(not(is(first.getFirst())))));
    }

    @Test
    void whoseEndIsHeardOfBeforeTheirAdmissionHasOneToo() {
        var late = new InCare(ada.patient(), new EpisodeId(Uuid7.next()));
        discharged(late);
        await("the end").until(() -> supervisor().asks().get(path(late)).statusCode() == 404);

        Broker.say(admission(late.patient(), late.episode(), aProgram()));

        await("the admission").untilAsserted(() -> interim(supervisor(), late).body("objectives", hasSize(3)));
        objectives(supervisor(), late).body("", hasSize(3));
    }

    private static String path(InCare whom) {
        return API + "/episodes/" + whom.episode() + "/plans/interim";
    }

    private static ValidatableResponse interim(Person reader, InCare whom) {
        return reader.asks().get(path(whom)).then().statusCode(200);
    }

    private static ValidatableResponse objectives(Person reader, InCare whom) {
        return reader.asks()
                .get(API + "/episodes/" + whom.episode() + "/objectives")
                .then()
                .statusCode(200);
    }
}
