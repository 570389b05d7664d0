package org.stepwell.aftercare.checkin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.stepwell.aftercare.Problems.refused;
import static org.stepwell.aftercare.Scene.itIsTheMorningOf;
import static org.stepwell.aftercare.Scene.somebodyDischargedToday;
import static org.stepwell.aftercare.Scene.somebodyLeavingSoon;
import static org.stepwell.aftercare.Scene.today;
import static org.stepwell.aftercare.checkin.Weeks.API;
import static org.stepwell.aftercare.checkin.Weeks.GOOD_WEEK;
import static org.stepwell.aftercare.checkin.Weeks.HARD_WEEK;
import static org.stepwell.aftercare.checkin.Weeks.checkIn;
import static org.stepwell.aftercare.checkin.Weeks.list;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stepwell.platform.testing.Person;
import org.stepwell.platform.testing.StepwellTestResource;

@QuarkusTest
@QuarkusTestResource(StepwellTestResource.class)
class CheckInResourceTest {

    @Test
    void aPatientChecksInAndTheNextWeekIsScheduled() {
        var scene = somebodyDischargedToday();
        var lastDay = today();
        itIsTheMorningOf(lastDay.plusDays(5));

        var answer = checkIn(scene.thePatient(), scene, HARD_WEEK);

        answer.then()
                .statusCode(201)
                .body("dueOn", equalTo(lastDay.plusDays(7).toString()))
                .body("level", equalTo("AMBER"))
                .body("because", equalTo("USE"))
                .body("flags", contains("USE", "CRAVING"))
                .body("recordedBy", equalTo("PATIENT"))
                .body("note", equalTo("Argued with Zebulon."))
                .body("answers.substances", contains("ALCOHOL"));
        scene.awaitSaid(
                "check-in-recorded.v1",
                "AMBER",
                "USE",
                "CRAVING",
                lastDay.plusDays(7).toString());
        assertThat(scene.said()).noneMatch(line -> line.contains("Zebulon"));
        scene.thePatient().asks().get(answer.header("Location")).then().statusCode(200);
        list(scene)
                .then()
                .body("items.status", contains("RECORDED", "SCHEDULED"))
                .body("items[1].dueOn", equalTo(lastDay.plusDays(14).toString()))
                .body("items[1].level", nullValue())
                .body("items[1].answers", nullValue());
    }

    @Test
    void aWeekHasOneCheckInHoweverOftenItIsSent() throws InterruptedException, ExecutionException {
        var scene = somebodyDischargedToday();
        itIsTheMorningOf(today().plusDays(3));

        var statuses = new ArrayList<Integer>();
        Callable<Integer> send =
                () -> checkIn(scene.thePatient(), scene, GOOD_WEEK).statusCode();
        try (var threads = Executors.newFixedThreadPool(8)) {
            for (Future<Integer> one : threads.invokeAll(Collections.nCopies(8, send))) {
                statuses.add(one.get());
            }
        }

        assertThat(statuses).containsOnlyOnce(201).containsOnly(201, 409);
        refused(checkIn(scene.thePatient(), scene, GOOD_WEEK), 409, "check-in-once-a-week");
        scene.awaitSaid("check-in-recorded.v1", "GREEN");
        assertThat(scene.said("check-in-recorded.v1")).hasSize(1);
    }

    @Test
    void theFirstWeekBeginsTheDayAfterDischarge() {
        var scene = somebodyDischargedToday();

        refused(checkIn(scene.thePatient(), scene, GOOD_WEEK), 409, "check-in-not-open-yet");
    }

    @Test
    void aDayOnWhichNoneWasDueIsRefused() {
        var scene = somebodyDischargedToday();
        var never = GOOD_WEEK.replace("{\"used\"", "{\"dueOn\": \"2020-01-01\", \"used\"");

        refused(checkIn(scene.thePatient(), scene, never), 409, "no-check-in-due-then");
    }

    @Test
    void checkInsBelongToAnActivePlan() {
        var scene = somebodyLeavingSoon();

        refused(checkIn(scene.thePatient(), scene, GOOD_WEEK), 409, "plan-not-active");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "used": false        | "used": false, "usedDays": 2           | /used               | invalid-request
            "used": false        | "used": false, "substances": ["OTHER"] | /used               | invalid-request
            "used": false        | "used": true, "usedDays": 0            | /usedDays           | invalid-request
            "used": false        | "used": true, "substances": [null]     |                     | invalid-request
            "used": false        | "used": true, "substances": ["TEA"]    | /substances/0       | unreadable-body
            "used": false        | "used": null                           | /used               | invalid-request
            "cravings": 1        | "cravings": 5                          | /cravings           | invalid-request
            "cravings": 1        | "cravings": "1"                        | /cravings           | unreadable-body
            "lowDays": 2         | "lowDays": 8                           | /lowDays            | invalid-request
            "meetings": 2        | "meetings": 22                         | /meetings           | invalid-request
            "suicideThoughts": false | "note": ""                         | /suicideThoughts    | invalid-request
            """)
    void answersThatMakeNoSenseAreRefused(String said, String instead, String pointer, String slug) {
        var scene = somebodyDischargedToday();
        itIsTheMorningOf(today().plusDays(1));

        var problem = refused(checkIn(scene.thePatient(), scene, GOOD_WEEK.replace(said, instead)), 400, slug);

        if (pointer != null) {
            problem.body("errors[0].pointer", equalTo(pointer));
        }
        list(scene).then().body("items", hasSize(1));
    }

    @Test
    void othersMayNotCheckIn() {
        var scene = somebodyDischargedToday();
        var other = somebodyDischargedToday();
        itIsTheMorningOf(today().plusDays(1));

        refused(checkIn(other.thePatient(), scene, GOOD_WEEK), 404, "not-found");
        refused(checkIn(other.theClinician(), scene, GOOD_WEEK), 403, "not-allowed");
        refused(checkIn(Person.at("auditor"), scene, GOOD_WEEK), 403, "not-allowed");
        String id = list(scene).then().extract().path("items[0].id");
        refused(Person.of("supervisor", Person.HARBOR).asks().get(API + "/check-ins/" + id), 404, "not-found");
        refused(other.thePatient().asks().get(API + "/check-ins/" + id), 404, "not-found");
    }
}
