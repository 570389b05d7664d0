package org.stepwell.aftercare.checkin;

import io.restassured.response.Response;
import org.stepwell.aftercare.Scene;
import org.stepwell.platform.testing.Person;

/** Words for tests of check-ins. */
final class Weeks {

    static final String API = "/api/aftercare/v1";
    static final String GOOD_WEEK = """
            {"used": false, "cravings": 1, "moodDays": 2, "sleep": 3, "meetings": 2, "confidence": 4,
             "suicideThoughts": false}""";
    static final String HARD_WEEK = """
            {"used": true, "substances": ["ALCOHOL"], "usedDays": 1, "cravings": 3, "moodDays": 5, "sleep": 1,
             "meetings": 0, "confidence": 2, "medicationTaken": true, "suicideThoughts": false,
             "note": "Argued with Zebulon."}""";

    private Weeks() {}

    static Response checkIn(Person person, Scene scene, String body) {
        return person.asks().body(body).post(API + "/plans/" + scene.plan() + "/check-ins");
    }

    static Response list(Scene scene) {
        return Scene.SUPERVISOR.asks().get(API + "/plans/" + scene.plan() + "/check-ins");
    }
}
