package org.stepwell.aftercare.nextstep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.stepwell.aftercare.Problems.refused;
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
import org.junit.jupiter.api.Test;
import org.stepwell.platform.testing.StepwellTestResource;

@QuarkusTest
@QuarkusTestResource(StepwellTestResource.class)
class NextStepResourceTest {

    @Test
    void aPatientProposesAMeetingAndCommitsToADay() {
        var scene = somebodyLeavingSoon();

        var proposed = propose(scene.thePatient(), scene, toMeetingOn(nextMonday()));
        proposed.then()
                .statusCode(201)
                .body("status", equalTo("PROPOSED"))
                .body("by", equalTo("PATIENT"))
                .body("meeting", equalTo(mondayMeeting()));
        answer(scene.thePatient(), id(proposed), "acceptance")
                .then()
                .statusCode(200)
                .body("status", equalTo("ACCEPTED"))
                .body("by", equalTo("PATIENT"))
                .body("onBehalf", is(false));

        scene.awaitSaid(
                "next-step-changed.v1",
                id(proposed),
                "ACCEPTED",
                "PATIENT",
                nextMonday().toString());
        assertThat(scene.said("next-step-changed.v1")).hasSize(2);
        assertThat(proposed.header("Location")).endsWith("/next-steps/" + id(proposed));
        scene.thePatient().asks().get(proposed.header("Location")).then().statusCode(200);
    }

    @Test
    void staffWriteDownThePatientsWordOnTheirBehalf() {
        var scene = somebodyLeavingSoon();
        var step = id(propose(scene.theClinician(), scene, toMeetingOn(nextMonday())));

        answer(scene.theClinician(), step, "acceptance")
                .then()
                .body("by", equalTo("STAFF"))
                .body("onBehalf", is(true));
    }

    @Test
    void aReceiverAcceptsTherapyAndItsNameIsSealed() {
        var scene = somebodyLeavingSoon();
        var proposed = propose(
                scene.theClinician(),
                scene,
                "{\"kind\": \"WEEKLY_THERAPY\", \"date\": \"%s\", \"receiver\": \"Dr. Zebulon\"}"
                        .formatted(nextMonday()));
        proposed.then().statusCode(201).body("receiver", equalTo("Dr. Zebulon"));

        refused(answer(scene.thePatient(), id(proposed), "acceptance"), 409, "receiver-accepts");
        answer(scene.theClinician(), id(proposed), "acceptance").then().body("by", equalTo("RECEIVER"));

        scene.awaitSaid("next-step-changed.v1", id(proposed), "ACCEPTED", "RECEIVER");
        assertThat(scene.said()).noneMatch(line -> line.contains("Zebulon"));
        scene.theClinician()
                .asks()
                .get(API + "/plans/" + scene.plan() + "/next-steps")
                .then()
                .body("items", hasSize(1))
                .body("items[0].receiver", equalTo("Dr. Zebulon"))
                .body("items[0].meeting", nullValue());
    }

    @Test
    void aCancelledDischargeWithdrawsEveryOpenStep() {
        var scene = somebodyLeavingSoon();
        var plan = scene.plan();
        var accepted = id(propose(scene.thePatient(), scene, toMeetingOn(nextMonday())));
        answer(scene.thePatient(), accepted, "acceptance");
        var declined = id(propose(scene.thePatient(), scene, toMeetingOn(nextMonday())));
        answer(scene.thePatient(), declined, "decline").then().body("status", equalTo("DECLINED"));
        var proposed = id(propose(scene.thePatient(), scene, toMeetingOn(nextMonday())));

        scene.staysAfterAll();

        scene.awaitSaid("next-step-changed.v1", proposed, "WITHDRAWN");
        scene.awaitSaid("next-step-changed.v1", accepted, "WITHDRAWN");
        scene.thePatient().asks().get(API + "/next-steps/" + declined).then().body("status", equalTo("DECLINED"));
        refused(
                scene.thePatient().asks().body(toMeetingOn(nextMonday())).post(API + "/plans/" + plan + "/next-steps"),
                409,
                "plan-closed");
    }

    @Test
    void aPlanHasAtMostThirtyOpenSteps() {
        var scene = somebodyLeavingSoon();
        for (int i = 0; i < 30; i++) {
            propose(scene.thePatient(), scene, toMeetingOn(nextMonday())).then().statusCode(201);
        }

        refused(propose(scene.thePatient(), scene, toMeetingOn(nextMonday())), 409, "enough-open-steps");
    }

    @Test
    void aRepeatedRequestWithTheSameKeyProposesOnce() {
        var scene = somebodyLeavingSoon();
        var path = API + "/plans/" + scene.plan() + "/next-steps";
        var body = toMeetingOn(nextMonday());

        var first = scene.thePatient()
                .asks()
                .header("Idempotency-Key", "k-" + scene.patient)
                .body(body)
                .post(path);
        var again = scene.thePatient()
                .asks()
                .header("Idempotency-Key", "k-" + scene.patient)
                .body(body)
                .post(path);

        assertThat(id(again)).isEqualTo(id(first));
        scene.thePatient().asks().get(path).then().body("items", hasSize(1));
    }
}
