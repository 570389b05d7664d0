package org.stepwell.aftercare.nextstep;

import static org.stepwell.aftercare.Scene.today;

import io.restassured.response.Response;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import org.stepwell.aftercare.Scene;
import org.stepwell.platform.testing.Person;

/** Words for tests of next steps. */
final class Steps {

    static final String API = "/api/aftercare/v1";

    private Steps() {}

    /** A meeting that meets on Mondays only. */
    static String mondayMeeting() {
        Person.at("clinic-admin")
                .asks()
                .header("If-Match", "*")
                .body("[{\"name\": \"Monday Room\", \"slug\": \"monday-room\", \"day\": 1, \"time\": \"05:55\"}]")
                .put(API + "/meeting-feeds/steps")
                .then()
                .statusCode(200);
        return Person.at("patient")
                .asks()
                .get(API + "/meetings?day=MONDAY&from=05:55&to=05:55")
                .then()
                .extract()
                .path("items[0].id");
    }

    static LocalDate nextMonday() {
        return today().with(TemporalAdjusters.next(DayOfWeek.MONDAY));
    }

    static String toMeetingOn(LocalDate date) {
        return "{\"kind\": \"TWELVE_STEP_MEETING\", \"meeting\": \"%s\", \"date\": \"%s\"}"
                .formatted(mondayMeeting(), date);
    }

    static Response propose(Person person, Scene scene, String body) {
        return person.asks().body(body).post(API + "/plans/" + scene.plan() + "/next-steps");
    }

    static Response answer(Person person, String step, String verb) {
        return person.asks().post(API + "/next-steps/" + step + "/" + verb);
    }

    static String id(Response answer) {
        return answer.then().statusCode(201).extract().path("id");
    }
}
