package org.stepwell.aftercare.checkin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.stepwell.aftercare.Problems.refused;
import static org.stepwell.aftercare.Scene.itIsTheMorningOf;
import static org.stepwell.aftercare.Scene.somebodyDischargedToday;
import static org.stepwell.aftercare.Scene.today;
import static org.stepwell.aftercare.checkin.Weeks.API;
import static org.stepwell.aftercare.checkin.Weeks.GOOD_WEEK;
import static org.stepwell.aftercare.checkin.Weeks.HARD_WEEK;
import static org.stepwell.aftercare.checkin.Weeks.checkIn;
import static org.stepwell.aftercare.checkin.Weeks.list;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.stepwell.aftercare.Scene;
import org.stepwell.contracts.code.DischargeReason;
import org.stepwell.contracts.enrollment.EnrollmentFact.EpisodeDischarged;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.platform.database.Uuid7;
import org.stepwell.platform.testing.StepwellTestResource;

@QuarkusTest
@QuarkusTestResource(StepwellTestResource.class)
class MissedCheckInsTest {

    @Test
    void aMissedWeekIsNoticedAtMidnightAfterTheDayOfGrace() {
        var scene = somebodyDischargedToday();
        var due = today().plusDays(7);
        var closes = new CheckInWeek(due).closesAt(Scene.NEW_YORK);

        Scene.itIs(closes.minusSeconds(30));
        list(scene).then().body("items.status", contains("SCHEDULED"));
        Scene.itIs(closes);

        scene.awaitSaid("check-in-missed.v1", due.toString(), closes.toString());
        list(scene).then().body("items.status", contains("MISSED", "SCHEDULED"));
    }

    @Test
    void whenTheClockJumpsEachMissedWeekIsNoticedInItsTurn() {
        var scene = somebodyDischargedToday();
        var due = today().plusDays(7);

        itIsTheMorningOf(due.plusDays(23));

        scene.awaitSaid("check-in-missed.v1", due.plusDays(21).toString());
        assertThat(scene.said("check-in-missed.v1"))
                .hasSize(4)
                .satisfiesExactly(
                        line -> assertThat(line).contains(due.toString()),
                        line -> assertThat(line).contains(due.plusDays(7).toString()),
                        line -> assertThat(line).contains(due.plusDays(14).toString()),
                        line -> assertThat(line).contains(due.plusDays(21).toString()));
        list(scene).then().body("items.status", contains("MISSED", "MISSED", "MISSED", "MISSED", "SCHEDULED"));
    }

    @Test
    void aMissedWeekIsRecordedLateOnceAndItsTimerGoesOn() {
        var scene = somebodyDischargedToday();
        var due = today().plusDays(7);
        itIsTheMorningOf(due.plusDays(3));
        var late = GOOD_WEEK.replace("{\"used\"", "{\"dueOn\": \"" + due + "\", \"used\"");

        checkIn(scene.theClinician(), scene, GOOD_WEEK)
                .then()
                .statusCode(201)
                .body("flags", contains("MISSED"))
                .body("level", equalTo("YELLOW"))
                .body("recordedBy", equalTo("STAFF"));
        checkIn(scene.theClinician(), scene, late)
                .then()
                .statusCode(201)
                .body("dueOn", equalTo(due.toString()))
                .body("flags", contains("LATE"))
                .body("level", equalTo("GREEN"));
        refused(checkIn(scene.theClinician(), scene, late), 409, "check-in-once-a-week");
        itIsTheMorningOf(due.plusDays(16));

        scene.awaitSaid("check-in-missed.v1", due.plusDays(14).toString());
        assertThat(scene.said("check-in-missed.v1")).hasSize(2);
    }

    @Test
    void aRefusedCheckInLeavesTheTimerAsItWas() {
        var scene = somebodyDischargedToday();
        var due = today().plusDays(7);
        refused(checkIn(scene.thePatient(), scene, GOOD_WEEK), 409, "check-in-not-open-yet");

        itIsTheMorningOf(due.plusDays(2));

        scene.awaitSaid("check-in-missed.v1", due.toString());
    }

    @Test
    void whatWasMissedOrWorryingBeforeAReadmissionIsNotHeldAgainstTheTimeAfterIt() {
        var scene = somebodyDischargedToday();
        var due = today().plusDays(7);
        itIsTheMorningOf(due);
        checkIn(scene.thePatient(), scene, HARD_WEEK).then().statusCode(201).body("level", equalTo("AMBER"));
        itIsTheMorningOf(due.plusDays(9));
        list(scene).then().body("items.status", contains("RECORDED", "MISSED", "SCHEDULED"));
        var again = new EpisodeId(Uuid7.next());
        scene.isAdmittedTo(again);
        scene.awaitPlan("PAUSED");
        Scene.say(new EpisodeDischarged(
                scene.patient, again, today(), DischargeReason.COMPLETED_GOALS_MET, null, Scene.now()));
        scene.awaitPlan("ACTIVE");
        var dueAgain = today().plusDays(7);

        Scene.itIs(dueAgain.atTime(13, 0).atZone(Scene.NEW_YORK).toInstant());

        Scene.SUPERVISOR
                .asks()
                .get(API + "/plans/" + scene.plan() + "/outreach")
                .then()
                .statusCode(200)
                .body("silences.find { it.dueOn == '%s' }.compressed".formatted(dueAgain), equalTo(false));
        checkIn(scene.thePatient(), scene, GOOD_WEEK)
                .then()
                .statusCode(201)
                .body("dueOn", equalTo(dueAgain.toString()))
                .body("flags", empty())
                .body("level", equalTo("GREEN"));
    }
}
