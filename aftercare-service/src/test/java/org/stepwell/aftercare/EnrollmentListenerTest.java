package org.stepwell.aftercare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.stepwell.aftercare.Scene.SUPERVISOR;
import static org.stepwell.aftercare.Scene.now;
import static org.stepwell.aftercare.Scene.somebodyDischargedToday;
import static org.stepwell.aftercare.Scene.somebodyInTreatment;
import static org.stepwell.aftercare.Scene.somebodyLeavingSoon;
import static org.stepwell.aftercare.Scene.today;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stepwell.contracts.code.DischargeReason;
import org.stepwell.contracts.code.DischargeWaiver;
import org.stepwell.contracts.code.Saying;
import org.stepwell.contracts.enrollment.EnrollmentFact.DischargePlanCancelled;
import org.stepwell.contracts.enrollment.EnrollmentFact.DischargePlanned;
import org.stepwell.contracts.enrollment.EnrollmentFact.EpisodeDischarged;
import org.stepwell.contracts.enrollment.EnrollmentState.PatientChanged;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.platform.database.Uuid7;
import org.stepwell.platform.testing.Broker;
import org.stepwell.platform.testing.Person;
import org.stepwell.platform.testing.StepwellTestResource;

@QuarkusTest
@QuarkusTestResource(StepwellTestResource.class)
class EnrollmentListenerTest {

    private static final String API = "/api/aftercare/v1";

    @Test
    void aPlannedDischargeOpensADraftOnceEvenIfItsDayMoves() {
        var scene = somebodyInTreatment();
        scene.dischargeIsPlannedFor(today().plusDays(14));
        var plan = scene.awaitPlan("DRAFT");

        scene.dischargeIsPlannedFor(today().plusDays(21));

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> SUPERVISOR
                        .asks()
                        .get(API + "/plans/" + plan)
                        .then()
                        .body(
                                "dischargePlannedFor",
                                equalTo(today().plusDays(21).toString())));
        SUPERVISOR.asks().get(API + "/plans?patient=" + scene.patient).then().body("items", hasSize(1));
        Scene.awaitNothingUnsaid();
        assertThat(scene.said("aftercare-opened.v1")).hasSize(1);
    }

    @Test
    void anEventHeardTwiceIsHeardOnce() {
        var scene = somebodyInTreatment();
        var planned = new DischargePlanned(
                scene.patient, scene.episode, today(), DischargeReason.COMPLETED_GOALS_MET, null, now());
        Broker.say(Person.RIVERSIDE, planned, 1);
        Broker.say(Person.RIVERSIDE, new DischargePlanCancelled(scene.patient, scene.episode, now()), 2);
        Broker.say(Person.RIVERSIDE, planned, 1);
        Broker.say(Person.RIVERSIDE, scene.admission(scene.episode), 3);

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> SUPERVISOR
                        .asks()
                        .get(API + "/episodes/" + scene.episode + "/plan")
                        .then()
                        .body("treatedFrom", equalTo(today().toString())));
        SUPERVISOR.asks().get(API + "/plans?patient=" + scene.patient).then().body("items.status", contains("CLOSED"));
    }

    @Test
    void aCancelledDischargeClosesTheDraftAndTheNextPlanIsANewOne() {
        var scene = somebodyLeavingSoon();
        var first = scene.plan();

        scene.staysAfterAll();
        scene.awaitPlan("CLOSED");
        scene.dischargeIsPlannedFor(today().plusDays(30));
        var second = scene.awaitPlan("DRAFT");

        scene.awaitSaid("aftercare-closed.v1", first);
        SUPERVISOR
                .asks()
                .get(API + "/plans?patient=" + scene.patient)
                .then()
                .body("items", hasSize(2))
                .body("items[0].closedBecause", equalTo("DISCHARGE_CANCELLED"));
        assertThat(second).isNotEqualTo(first);
    }

    @Test
    void aDischargeMakesTheDraftActiveAndSchedulesTheFirstCheckIn() {
        var scene = somebodyLeavingSoon();
        var draft = scene.plan();

        scene.isDischarged(today(), DischargeReason.COMPLETED_GOALS_MET);

        assertThat(scene.awaitPlan("ACTIVE")).isEqualTo(draft);
        SUPERVISOR
                .asks()
                .get(API + "/plans/" + draft + "/check-ins")
                .then()
                .body("items", hasSize(1))
                .body("items[0].status", equalTo("SCHEDULED"))
                .body("items[0].dueOn", equalTo(today().plusDays(7).toString()));
    }

    @Test
    void whoDropsOutEarlyGetsAPlanAndMissesNothingFromBeforeItWasKnown() {
        var scene = somebodyInTreatment();

        scene.isDischarged(today().minusDays(20), DischargeReason.NO_CONTACT);
        var plan = scene.awaitPlan("ACTIVE");

        scene.awaitSaid("aftercare-opened.v1", plan);
        SUPERVISOR
                .asks()
                .get(API + "/plans/" + plan + "/check-ins")
                .then()
                .body("items", hasSize(1))
                .body("items[0].dueOn", equalTo(today().plusDays(7).toString()));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            DECEASED,       DEATH
            DECEASED,
            ADMINISTRATIVE, DEATH
            """)
    void ofTheDeadNobodyAsksAnything(DischargeReason reason, @Nullable DischargeWaiver waiver) {
        var scene = somebodyLeavingSoon();
        var plan = scene.plan();

        scene.isDischarged(today(), reason, waiver);
        scene.awaitPlan("CLOSED");

        scene.awaitSaid("aftercare-closed.v1", plan);
        SUPERVISOR.asks().get(API + "/plans/" + plan).then().body("closedBecause", equalTo("DECEASED"));
        SUPERVISOR.asks().get(API + "/plans/" + plan + "/check-ins").then().body("items", hasSize(0));
    }

    @Test
    void aDeathThatIsHeardOfAnEarlierEpisodeClosesWhatWasDraftedForTheNext() {
        var scene = somebodyDischargedToday();
        SUPERVISOR
                .asks()
                .body("{\"reason\": \"MOVED\"}")
                .post(API + "/plans/" + scene.plan() + "/closing")
                .then()
                .statusCode(200);
        var again = new EpisodeId(Uuid7.next());
        Scene.say(new DischargePlanned(
                scene.patient, again, today().plusDays(14), DischargeReason.COMPLETED_GOALS_MET, null, Scene.now()));
        var draft = API + "/episodes/" + again + "/plan";
        await().untilAsserted(() -> SUPERVISOR.asks().get(draft).then().body("status", equalTo("DRAFT")));

        scene.leftOtherwise(today(), DischargeReason.DECEASED, DischargeWaiver.DEATH);

        await().untilAsserted(() -> SUPERVISOR
                .asks()
                .get(draft)
                .then()
                .body("status", equalTo("CLOSED"))
                .body("closedBecause", equalTo("DECEASED")));
    }

    @Test
    void aLastDayThatWasLaterMovesTheFirstCheckIn() {
        var scene = somebodyDischargedToday();
        var plan = scene.plan();

        scene.leftOtherwise(today().plusDays(3), DischargeReason.COMPLETED_GOALS_MET, null);

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> SUPERVISOR
                        .asks()
                        .get(API + "/plans/" + plan + "/check-ins")
                        .then()
                        .body("items", hasSize(1))
                        .body("items[0].dueOn", equalTo(today().plusDays(10).toString())));
        SUPERVISOR
                .asks()
                .get(API + "/plans/" + plan)
                .then()
                .body("activeFrom", equalTo(today().plusDays(3).toString()));
    }

    @Test
    void whoDiedAfterAllIsAskedNothingAndWhoLivesAfterAllIs() {
        var scene = somebodyDischargedToday();
        var first = scene.plan();

        scene.leftOtherwise(today(), DischargeReason.DECEASED, DischargeWaiver.DEATH);
        scene.awaitPlan("CLOSED");
        SUPERVISOR.asks().get(API + "/plans/" + first).then().body("closedBecause", equalTo("DECEASED"));
        scene.leftOtherwise(today(), DischargeReason.MOVED, null);

        assertThat(scene.awaitPlan("ACTIVE")).isEqualTo(first);
        SUPERVISOR.asks().get(API + "/plans/" + first + "/check-ins").then().body("items", hasSize(1));
        SUPERVISOR.asks().get(API + "/plans/" + first).then().body("closedBecause", nullValue());
    }

    @Test
    void whoComesBackIsNotAskedFromOutside() {
        var scene = somebodyDischargedToday();
        var plan = scene.plan();
        var again = new EpisodeId(Uuid7.next());

        scene.isAdmittedTo(again);
        scene.awaitPlan("PAUSED");

        scene.awaitSaid("aftercare-paused.v1", plan, scene.episode.toString());
        SUPERVISOR.asks().get(API + "/plans/" + plan).then().body("nextEpisode", equalTo(again.toString()));
        SUPERVISOR.asks().get(API + "/plans/" + plan + "/check-ins").then().body("items", hasSize(0));
        assertThat(scene.said("aftercare-closed.v1")).isEmpty();
    }

    @Test
    void theNextDischargeResumesWhatAReadmissionPaused() {
        var scene = somebodyDischargedToday();
        var plan = scene.plan();
        var again = new EpisodeId(Uuid7.next());
        scene.isAdmittedTo(again);
        scene.awaitPlan("PAUSED");
        var leaves = today().plusDays(60);

        Broker.say(
                new DischargePlanned(scene.patient, again, leaves, DischargeReason.COMPLETED_GOALS_MET, null, now()));
        await().untilAsserted(() -> SUPERVISOR
                .asks()
                .get(API + "/episodes/" + again + "/plan")
                .then()
                .body("id", equalTo(plan))
                .body("status", equalTo("PAUSED"))
                .body("dischargePlannedFor", equalTo(leaves.toString())));
        SUPERVISOR
                .asks()
                .body("{\"kind\": \"HOUSING\", \"date\": \"%s\"}".formatted(leaves.plusDays(3)))
                .post(API + "/plans/" + plan + "/next-steps")
                .then()
                .statusCode(201);
        scene.awaitSaid("next-step-changed.v1", again.toString(), "PROPOSED");
        Broker.say(
                new EpisodeDischarged(scene.patient, again, today(), DischargeReason.COMPLETED_GOALS_MET, null, now()));

        scene.awaitPlan("ACTIVE");
        SUPERVISOR
                .asks()
                .get(API + "/plans/" + plan)
                .then()
                .body("episode", equalTo(again.toString()))
                .body("nextEpisode", nullValue());
        SUPERVISOR
                .asks()
                .get(API + "/plans/" + plan + "/history")
                .then()
                .body("followed.episode", contains(scene.episode.toString()));
        SUPERVISOR
                .asks()
                .get(API + "/plans/" + plan + "/check-ins")
                .then()
                .body("items.dueOn", contains(today().plusDays(7).toString()));
        SUPERVISOR.asks().get(API + "/plans?patient=" + scene.patient).then().body("items", hasSize(1));
        Scene.awaitNothingUnsaid();
        assertThat(scene.said("aftercare-opened.v1")).hasSize(1);
    }

    @Test
    void whatWasArrangedForADischargeThatIsCalledOffIsWithdrawnAndThePlanWaitsOn() {
        var scene = somebodyDischargedToday();
        var again = new EpisodeId(Uuid7.next());
        scene.isAdmittedTo(again);
        var plan = scene.awaitPlan("PAUSED");
        Broker.say(new DischargePlanned(
                scene.patient, again, today().plusDays(30), DischargeReason.COMPLETED_GOALS_MET, null, now()));
        SUPERVISOR
                .asks()
                .body("{\"kind\": \"HOUSING\", \"date\": \"%s\"}".formatted(today().plusDays(31)))
                .post(API + "/plans/" + plan + "/next-steps")
                .then()
                .statusCode(201);

        Broker.say(new DischargePlanCancelled(scene.patient, again, now()));

        scene.awaitSaid("next-step-changed.v1", again.toString(), "WITHDRAWN");
        SUPERVISOR
                .asks()
                .get(API + "/plans/" + plan)
                .then()
                .body("status", equalTo("PAUSED"))
                .body("dischargePlannedFor", nullValue());
    }

    @Test
    void whoNeverCameGetsNoPlan() {
        var scene = somebodyInTreatment();
        scene.isAdmittedTo(scene.episode);
        scene.neverCame(scene.episode);
        scene.dischargeIsPlannedFor(today().plusDays(14)); // heard after the rest
        scene.awaitPlan("DRAFT");

        assertThat(scene.said("aftercare-opened.v1")).hasSize(1);
    }

    @Test
    void whatWasArrangedForSomebodyWhoNeverCameIsCalledOff() {
        var scene = somebodyLeavingSoon();
        var draft = scene.plan();

        scene.neverCame(scene.episode);
        scene.awaitPlan("CLOSED");

        SUPERVISOR.asks().get(API + "/plans/" + draft).then().body("closedBecause", equalTo("NEVER_CAME"));
        scene.awaitSaid("aftercare-closed.v1", draft, "\"careEnds\":false");
    }

    @Test
    void whoWasInAftercareAndNeverCameBackIsInItAgain() {
        var scene = somebodyDischargedToday();
        var plan = scene.plan();
        var again = new EpisodeId(Uuid7.next());
        scene.isAdmittedTo(again);
        scene.awaitPlan("PAUSED");

        scene.neverCame(again);

        assertThat(scene.awaitPlan("ACTIVE")).isEqualTo(plan);
        SUPERVISOR
                .asks()
                .get(API + "/plans/" + plan + "/check-ins")
                .then()
                .body("items.dueOn", contains(today().plusDays(7).toString()));
        SUPERVISOR
                .asks()
                .get(API + "/plans/" + plan)
                .then()
                .body("episode", equalTo(scene.episode.toString()))
                .body("nextEpisode", nullValue());
    }

    @Test
    void aPlanShowsTheLanguageOfThePatientAndWhenTreatmentBegan() {
        var scene = somebodyInTreatment();
        scene.isAdmittedTo(scene.episode);
        scene.dischargeIsPlannedFor(today().plusDays(10));
        Broker.say(new PatientChanged(
                scene.patient,
                "es",
                "America/Chicago",
                new PatientChanged.ContactRules(true, false, false, false, null, null, Saying.ASK_FOR_A_CALL_BACK),
                "sealed",
                now()));
        scene.awaitPlan("DRAFT");

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> SUPERVISOR
                        .asks()
                        .get(API + "/episodes/" + scene.episode + "/plan")
                        .then()
                        .body("language", equalTo("es"))
                        .body("zone", equalTo("America/Chicago"))
                        .body("treatedFrom", equalTo(today().toString())));
    }
}
