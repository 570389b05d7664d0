package org.stepwell.aftercare.recheck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.stepwell.aftercare.Problems.refused;
import static org.stepwell.aftercare.Scene.itIsTheMorningOf;
import static org.stepwell.aftercare.Scene.somebodyDischargedToday;
import static org.stepwell.aftercare.Scene.today;
import static org.stepwell.aftercare.recheck.RecheckResourceTest.API;
import static org.stepwell.aftercare.recheck.RecheckResourceTest.UNWELL;
import static org.stepwell.aftercare.recheck.RecheckResourceTest.ahead;
import static org.stepwell.aftercare.recheck.RecheckResourceTest.answer;
import static org.stepwell.aftercare.recheck.RecheckResourceTest.get;
import static org.stepwell.aftercare.recheck.RecheckResourceTest.tasks;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.stepwell.aftercare.Scene;
import org.stepwell.aftercare.plan.ActivePlan;
import org.stepwell.contracts.code.DischargeReason;
import org.stepwell.contracts.enrollment.EnrollmentFact.EpisodeDischarged;
import org.stepwell.contracts.id.AftercarePlanId;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.platform.database.Uuid7;
import org.stepwell.platform.testing.AtOnce;
import org.stepwell.platform.testing.StepwellTestResource;

@QuarkusTest
@QuarkusTestResource(StepwellTestResource.class)
class LinkageResourceTest {

    @Inject
    LinkBack linkBack;

    @Inject
    Quarters quarters;

    @Test
    void whoAcceptsIsRecommendedToIntakeAndHelpedToArrive() {
        var scene = somebodyWhoNeedsTreatment();
        var linkage = linkage(scene);

        settle(scene, linkage, "ACCEPTED")
                .then()
                .statusCode(200)
                .body("status", equalTo("ACCEPTED"))
                .body("steps.step", contains("TRACKING", "ASSESSING", "LINKING"));

        scene.awaitSaid("readmission-recommended.v1", linkage, "\"RECHECK\"", "USE_DAYS", "WITHDRAWAL");
        tasks(scene, "DONE").body("items.kind", hasItem("linkage-offer"));
        tasks(scene, "OPEN").body("items.kind", hasItem("linkage-engage"));
    }

    @Test
    void whoArrivesAndStaysForTwoWeeksIsRetained() {
        var scene = somebodyWhoNeedsTreatment();
        var linkage = linkage(scene);
        settle(scene, linkage, "ACCEPTED").then().statusCode(200);
        var again = new EpisodeId(Uuid7.next());

        scene.isAdmittedTo(again);

        await().untilAsserted(() -> Scene.SUPERVISOR
                .asks()
                .get(API + "/linkages/" + linkage)
                .then()
                .body("status", equalTo("ENGAGED"))
                .body("readmitted", equalTo(again.toString())));
        tasks(scene, "OPEN").body("items.kind", not(hasItem("linkage-engage")));
        itIsTheMorningOf(today().plusDays(14));
        Scene.SUPERVISOR
                .asks()
                .get(API + "/linkages/" + linkage)
                .then()
                .body("status", equalTo("RETAINED"))
                .body("steps.step", contains("TRACKING", "ASSESSING", "LINKING", "ENGAGING", "RETAINING"));
    }

    @Test
    void whoLeavesWithinTwoWeeksLeftEarly() {
        var scene = somebodyWhoNeedsTreatment();
        var linkage = linkage(scene);
        var again = new EpisodeId(Uuid7.next());
        scene.isAdmittedTo(again); // nobody had asked them yet
        await().untilAsserted(() -> status(linkage, "ENGAGED"));
        Scene.say(new EpisodeDischarged(
                scene.patient, again, today().plusDays(6), DischargeReason.COMPLETED_GOALS_MET, null, Scene.now()));
        scene.awaitSaid("aftercare-paused.v1");
        await().until(() -> Scene.SUPERVISOR
                        .asks()
                        .get(API + "/episodes/" + again + "/plan")
                        .statusCode()
                == 200);

        itIsTheMorningOf(today().plusDays(14));

        status(linkage, "LEFT_EARLY");
    }

    @Test
    void whoDeclinesMayAcceptLater() {
        var scene = somebodyWhoNeedsTreatment();
        var linkage = linkage(scene);
        settle(scene, linkage, "DECLINED").then().statusCode(200);
        tasks(scene, "OPEN").body("items.kind", not(hasItem("linkage-offer")));
        Scene.awaitNothingUnsaid();
        assertThat(scene.said("readmission-recommended.v1")).isEmpty();

        settle(scene, linkage, "ACCEPTED").then().statusCode(200);

        scene.awaitSaid("readmission-recommended.v1", linkage);
        refused(settle(scene, linkage, "ACCEPTED"), 409, "linkage-goes-forward");
        assertThat(scene.said("readmission-recommended.v1")).hasSize(1);
    }

    @Test
    void ofSeveralWhoRecordWhatCameOfItOneIsHeard() throws Exception {
        var scene = somebodyWhoNeedsTreatment();
        var linkage = linkage(scene);

        var statuses = new ArrayList<Integer>();
        Callable<Integer> send = () -> settle(scene, linkage, "ACCEPTED").statusCode();
        try (var threads = Executors.newFixedThreadPool(6)) {
            for (Future<Integer> one : threads.invokeAll(Collections.nCopies(6, send))) {
                statuses.add(one.get());
            }
        }

        assertThat(statuses).containsOnlyOnce(200).containsOnly(200, 409);
        scene.awaitSaid("readmission-recommended.v1", linkage);
        Scene.awaitNothingUnsaid();
        assertThat(scene.said("readmission-recommended.v1")).hasSize(1);
    }

    @Test
    void missedCheckInsOfferItOnceHoweverOftenThatIsSaid() {
        var scene = somebodyDischargedToday();
        var plan = new ActivePlan(new AftercarePlanId(UUID.fromString(scene.plan())), scene.patient, scene.episode);

        secondMissed(plan);
        secondMissed(plan);

        get(scene, "/linkages")
                .body("items", hasSize(1))
                .body("items[0].because", equalTo("MISSED_CHECK_INS"))
                .body("items[0].steps", hasSize(0));
        settle(scene, linkage(scene), "NOT_REACHED").then().statusCode(200).body("steps", hasSize(0));
        secondMissed(plan);
        get(scene, "/linkages").body("items.status", contains("NOT_REACHED", "OFFERED"));
        String first = get(scene, "/linkages").extract().path("items[0].id");
        refused(settle(scene, first, "ACCEPTED"), 409, "one-open-linkage-per-plan");
    }

    @Test
    void anOfferThatNobodyAnsweredLapsesAndAnotherCanBeMade() {
        var scene = somebodyWhoNeedsTreatment();
        var linkage = linkage(scene);
        assertThat(quarters.offerIsWatchedUntil(scene))
                .isEqualTo(today().plusDays(90).atStartOfDay(Scene.NEW_YORK).toInstant());

        quarters.theOfferEnds(scene);

        status(linkage, "LAPSED");
        tasks(scene, "WITHDRAWN").body("items.kind", hasItem("linkage-offer"));
        refused(settle(scene, linkage, "ACCEPTED"), 409, "offer-is-over").body("detail", containsString("intake"));
        secondMissed(new ActivePlan(new AftercarePlanId(UUID.fromString(scene.plan())), scene.patient, scene.episode));
        get(scene, "/linkages").body("items.status", contains("LAPSED", "OFFERED"));
        Scene.awaitNothingUnsaid();
        assertThat(scene.said("readmission-recommended.v1")).isEmpty();
    }

    @Test
    void whoDeclinedAcceptsWhileTheOfferHoldsAndNotAfter() {
        var scene = somebodyWhoNeedsTreatment();
        var linkage = linkage(scene);
        settle(scene, linkage, "DECLINED").then().statusCode(200);

        quarters.theOfferEnds(scene);

        status(linkage, "DECLINED");
        refused(settle(scene, linkage, "ACCEPTED"), 409, "offer-is-over");
    }

    @Test
    void whoAcceptedIsOnTheirWayHoweverLongThatTakes() {
        var scene = somebodyWhoNeedsTreatment();
        var linkage = linkage(scene);
        settle(scene, linkage, "ACCEPTED").then().statusCode(200);

        quarters.theOfferEnds(scene);

        status(linkage, "ACCEPTED");
        settle(scene, linkage, "ELSEWHERE").then().statusCode(200);
    }

    @Test
    void whoAcceptedAndDidNotArriveIsTakenUpAgainWhereTheyMayNeedTreatment() {
        var scene = somebodyWhoNeedsTreatment();
        settle(scene, linkage(scene), "ACCEPTED").then().statusCode(200);
        String task = tasks(scene, "OPEN").extract().path("items.find { it.kind == 'linkage-engage' }.id");
        scene.theClinician()
                .asks()
                .post(API + "/tasks/" + task + "/acknowledgement")
                .then()
                .statusCode(200);
        tasks(scene, "OPEN").body("items.kind", not(hasItem("linkage-engage")));

        secondMissed(new ActivePlan(new AftercarePlanId(UUID.fromString(scene.plan())), scene.patient, scene.episode));

        tasks(scene, "OPEN").body("items.kind", hasItem("linkage-engage"));
        get(scene, "/linkages").body("items.status", contains("ACCEPTED"));
    }

    @Test
    void whatWasDeclinedBeforeAnAdmissionIsNotAcceptedAfterIt() {
        var scene = somebodyWhoNeedsTreatment();
        var linkage = linkage(scene);
        settle(scene, linkage, "DECLINED").then().statusCode(200);

        scene.isAdmittedTo(new EpisodeId(Uuid7.next()));
        scene.awaitPlan("PAUSED");

        refused(settle(scene, linkage, "ACCEPTED"), 409, "offer-is-over");
        status(linkage, "DECLINED");
    }

    @Test
    void anOfferEndsWithAftercare() {
        var scene = somebodyWhoNeedsTreatment();

        RecheckResourceTest.close(scene, "MOVED");

        get(scene, "/linkages").body("items.status", contains("WITHDRAWN"));
        tasks(scene, "WITHDRAWN").body("items.kind", hasItem("linkage-offer"));
    }

    @Test
    void onlyWhoTreatsThemRecordsWhatCameOfIt() {
        var scene = somebodyWhoNeedsTreatment();
        var linkage = linkage(scene);
        var other = somebodyDischargedToday();
        var said = Map.of("outcome", "ACCEPTED");
        var path = API + "/linkages/" + linkage + "/outcome";

        refused(scene.thePatient().asks().body(said).post(path), 403, "not-allowed");
        refused(other.theClinician().asks().body(said).post(path), 403, "not-allowed");
        refused(scene.theClinician().asks().body("{}").post(path), 400, "invalid-request");
        refused(scene.theClinician().asks().body(Map.of("outcome", "PERHAPS")).post(path), 400, "unreadable-body");
        scene.thePatient().asks().get(API + "/linkages/" + linkage).then().statusCode(200);
        status(linkage, "OFFERED");
    }

    private Scene somebodyWhoNeedsTreatment() {
        var scene = somebodyDischargedToday();
        quarters.pass(scene);
        answer(scene.theClinician(), ahead(scene), UNWELL).then().statusCode(200);
        return scene;
    }

    private void secondMissed(ActivePlan plan) {
        assertThat(AtOnce.<Boolean>inTheClinic(() -> linkBack.secondMissed(plan, Scene.now())))
                .isTrue();
    }

    private static void status(String linkage, String status) {
        Scene.SUPERVISOR
                .asks()
                .get(API + "/linkages/" + linkage)
                .then()
                .statusCode(200)
                .body("status", equalTo(status));
    }

    private static String linkage(Scene scene) {
        return get(scene, "/linkages").extract().path("items.last().id");
    }

    private static Response settle(Scene scene, String linkage, String outcome) {
        return scene.theClinician()
                .asks()
                .body(Map.of("outcome", outcome))
                .post(API + "/linkages/" + linkage + "/outcome");
    }
}
