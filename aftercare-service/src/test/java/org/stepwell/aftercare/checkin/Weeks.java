package org.stepwell.aftercare.checkin;

import io.restassured.response.Response;
import org.stepwell.aftercare.Scene;
import org.stepwell.platform.testing.Person;

/** Words for tests of check-ins. */
final class Weeks {

    static final String API = "/api/aftercare/v1";
    static final String GOOD_WEEK = """
            {"used": false, "cravings": 1, "lowDays": 2, "sleep": 0, "meetings": 2, "confidence": 4,
             "suicideThoughts": false}""";

    /** All that is asked: risk 4, protection 18. */
    static final String WHOLE_WEEK = """
            {"used": false, "cravings": 1, "lowDays": 0, "angryDays": 0, "anxiousDays": 1, "sleep": 0, "riskyDays": 0,
             "confidence": 3, "meetings": 2, "sponsorContact": true, "medicationTaken": true, "therapyKept": true,
             "workDays": 5, "housing": "STABLE", "conflict": 0, "supportiveDays": 3, "health": 1, "spirituality": 1,
             "income": true, "suicideThoughts": false, "note": "Slept well.", "needs": "A ride on Thursdays.",
             "agreedPlan": "Two meetings with Zebulon."}""";

    static final String HARD_WEEK = """
            {"used": true, "substances": ["ALCOHOL"], "usedDays": 1, "cravings": 3, "angryDays": 5, "sleep": 4,
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
