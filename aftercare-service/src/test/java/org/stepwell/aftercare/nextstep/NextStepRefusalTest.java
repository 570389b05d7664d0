package org.stepwell.aftercare.nextstep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.stepwell.aftercare.Problems.refused;
import static org.stepwell.aftercare.Scene.itIsTheMorningOf;
import static org.stepwell.aftercare.Scene.somebodyLeavingSoon;
import static org.stepwell.aftercare.nextstep.Steps.API;
import static org.stepwell.aftercare.nextstep.Steps.answer;
import static org.stepwell.aftercare.nextstep.Steps.id;
import static org.stepwell.aftercare.nextstep.Steps.mondayMeeting;
import static org.stepwell.aftercare.nextstep.Steps.nextMonday;
import static org.stepwell.aftercare.nextstep.Steps.propose;
import static org.stepwell.aftercare.nextstep.Steps.toMeetingOn;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.stepwell.platform.testing.Person;
import org.stepwell.platform.testing.StepwellTestResource;

@QuarkusTest
@QuarkusTestResource(StepwellTestResource.class)
class NextStepRefusalTest {

    @Test
    void whatBreaksARuleIsRefusedAndNothingIsStored() {
        var scene = somebodyLeavingSoon();
        var patient = scene.thePatient();

        refused(propose(patient, scene, toMeetingOn(nextMonday().plusDays(1))), 409, "meeting-not-on-that-day");
        refused(propose(patient, scene, toMeetingOn(nextMonday().minusDays(14))), 409, "next-step-in-the-past");
        refused(
                propose(patient, scene, toMeetingOn(nextMonday()).replace("TWELVE_STEP", "SECULAR")),
                409,
                "meeting-not-secular");
        refused(
                propose(
                        patient,
                        scene,
                        "{\"kind\": \"TWELVE_STEP_MEETING\", \"date\": \"%s\"}".formatted(nextMonday())),
                409,
                "meeting-named");
        refused(
                propose(patient, scene, toMeetingOn(nextMonday()).replace(mondayMeeting(), scene.episode.toString())),
                409,
                "reference-unknown");
        refused(propose(patient, scene, "{\"kind\": \"HOUSING\"}"), 400, "invalid-request");

        patient.asks()
                .get(API + "/plans/" + scene.plan() + "/next-steps")
                .then()
                .body("items", hasSize(0));
    }

    @Test
    void aStepWhoseDayIsPastIsNotAcceptedButMayBeDeclined() {
        var scene = somebodyLeavingSoon();
        var step = id(propose(scene.theClinician(), scene, toMeetingOn(nextMonday())));
        itIsTheMorningOf(nextMonday().plusDays(1));

        refused(answer(scene.thePatient(), step, "acceptance"), 409, "next-step-in-the-past")
                .body("detail", containsString("Propose a new day."));
        scene.thePatient().asks().get(API + "/next-steps/" + step).then().body("status", equalTo("PROPOSED"));
        answer(scene.thePatient(), step, "decline").then().statusCode(200);
    }

    @Test
    void aMeetingThatItsFeedHasDroppedMeanwhileIsNotAccepted() {
        var scene = somebodyLeavingSoon();
        var step = id(propose(scene.theClinician(), scene, toMeetingOn(nextMonday())));
        Person.at("clinic-admin")
                .asks()
                .header("If-Match", "*")
                .body("[{\"name\": \"Tuesday Room\", \"slug\": \"tuesday-room\", \"day\": 2, \"time\": \"05:55\"}]")
                .put(API + "/meeting-feeds/steps")
                .then()
                .statusCode(200);

        refused(answer(scene.thePatient(), step, "acceptance"), 409, "meeting-no-longer-held");

        scene.thePatient().asks().get(API + "/next-steps/" + step).then().body("status", equalTo("PROPOSED"));
        mondayMeeting();
        answer(scene.thePatient(), step, "acceptance").then().statusCode(200);
    }

    @Test
    void ofManyAnswersAtOnceOneCounts() throws InterruptedException, ExecutionException {
        var scene = somebodyLeavingSoon();
        var step = id(propose(scene.theClinician(), scene, toMeetingOn(nextMonday())));

        var statuses =
                atOnce(8, () -> answer(scene.thePatient(), step, "acceptance").statusCode());

        assertThat(statuses).containsOnlyOnce(200).containsOnly(200, 409);
        scene.awaitSaid("next-step-changed.v1", step, "ACCEPTED");
        assertThat(scene.said("next-step-changed.v1")).hasSize(2);
    }

    @Test
    void othersMayNeitherProposeNorAnswer() {
        var scene = somebodyLeavingSoon();
        var other = somebodyLeavingSoon();
        var step = id(propose(scene.theClinician(), scene, toMeetingOn(nextMonday())));
        var there = Person.of("supervisor", Person.HARBOR);

        refused(propose(Person.at("clinic-admin"), scene, toMeetingOn(nextMonday())), 403, "not-allowed");
        refused(propose(other.theClinician(), scene, toMeetingOn(nextMonday())), 403, "not-allowed");
        refused(propose(other.thePatient(), scene, toMeetingOn(nextMonday())), 404, "not-found");
        for (var verb : List.of("acceptance", "decline", "withdrawal")) {
            refused(answer(other.thePatient(), step, verb), 404, "not-found");
            refused(answer(other.theClinician(), step, verb), 403, "not-allowed");
            refused(answer(there, step, verb), 404, "not-found");
        }
        scene.thePatient().asks().get(API + "/next-steps/" + step).then().body("status", equalTo("PROPOSED"));
    }

    private static <T> List<T> atOnce(int times, Callable<T> work) throws InterruptedException, ExecutionException {
        try (var threads = Executors.newFixedThreadPool(times)) {
            var found = new java.util.ArrayList<T>();
            for (Future<T> one : threads.invokeAll(java.util.Collections.nCopies(times, work))) {
                found.add(one.get());
            }
            return found;
        }
    }
}
