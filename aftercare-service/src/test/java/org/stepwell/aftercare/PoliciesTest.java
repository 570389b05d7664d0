package org.stepwell.aftercare;

import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.stepwell.contracts.id.StaffId;
import org.stepwell.platform.testing.Person;
import org.stepwell.platform.testing.PoliciesTestBase;
import org.stepwell.platform.testing.Records;
import org.stepwell.platform.testing.StepwellTestResource;

@QuarkusTest
@QuarkusTestResource(StepwellTestResource.class)
class PoliciesTest extends PoliciesTestBase {

    private static final String API = "/api/aftercare/v1";

    @Override
    protected Set<String> everybodys() {
        return Set.of("feed", "meeting");
    }

    @Override
    protected Set<String> tablesOfNoClinic() {
        return Set.of("meeting", "meeting_day", "meeting_feed");
    }

    @Override
    protected Map<String, String> showNothing() {
        return Map.of(
                "GET " + API + "/parked", "of the whole deployment: ids of records, and no body",
                "GET " + API + "/meetings", "of no clinic, and open to all",
                "GET " + API + "/meetings/{meeting}", "of no clinic, and open to all",
                "GET " + API + "/meeting-feeds/{feed}", "of no clinic, and open to all");
    }

    @Override
    protected Map<String, String> refused() {
        return Map.of(
                "PUT " + API + "/meeting-feeds/{feed}", "of no patient",
                "POST " + API + "/parked/replay-all", "of no patient",
                "POST " + API + "/plans/{plan}/safety/{flag}/clearance",
                        "names the version that was read; DangerTest looks",
                "POST " + API + "/patients/{patient}/disclosures", "nobody speaks for the consent register here");
    }

    @Override
    protected void timePasses() {
        Scene.itIsTheMorningOf(Scene.today().plusDays(7));
    }

    @Override
    protected Records records() {
        var scene = Scene.somebodyDischargedToday();
        Scene.itIsTheMorningOf(Scene.today().plusDays(7));
        var plan = scene.plan();
        scene.isHandedOver();
        await("the hand-off")
                .until(() -> Scene.SUPERVISOR
                                .asks()
                                .get(API + "/plans/" + plan + "/hand-off")
                                .statusCode()
                        == 200);
        String step = Scene.SUPERVISOR
                .asks()
                .body(Map.of(
                        "kind",
                        "WEEKLY_THERAPY",
                        "receiver",
                        "Harbor Counseling",
                        "date",
                        Scene.today().plusDays(7).toString()))
                .post(API + "/plans/" + plan + "/next-steps")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        String checkIn = Scene.SUPERVISOR
                .asks()
                .body("""
                        {"used": false, "cravings": 1, "lowDays": 2, "sleep": 3, "meetings": 2, "confidence": 4,
                         "suicideThoughts": false}""")
                .post(API + "/plans/" + plan + "/check-ins")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        var feed = "crossed-" + UUID.randomUUID().toString().substring(0, 8);
        Person.at("clinic-admin")
                .asks()
                .header("If-Match", "*")
                .body("[{\"name\": \"Tuesday Room\", \"slug\": \"tuesday-room\", \"day\": 2, \"time\": \"04:40\"}]")
                .put(API + "/meeting-feeds/" + feed)
                .then()
                .statusCode(200);
        String meeting = Scene.SUPERVISOR
                .asks()
                .get(API + "/meetings?day=TUESDAY&from=04:40&to=04:40")
                .path("items[0].id");
        // Nobody checks in the week after, and five days later somebody is asked to go there.
        Scene.itIs(
                Scene.today().plusDays(12).atTime(13, 0).atZone(Scene.NEW_YORK).toInstant());
        String outreachStep = Scene.SUPERVISOR
                .asks()
                .get(API + "/plans/" + plan + "/outreach")
                .then()
                .statusCode(200)
                .extract()
                .path("silences[0].steps.find { it.kind == 'VISIT_OR_LETTER' }.id");
        return new Records(
                scene.patient,
                new StaffId(UUID.randomUUID()),
                Map.of(
                        "date", Scene.today().plusDays(14).toString(),
                        "episode", scene.episode.toString(),
                        "plan", plan,
                        "step", step,
                        "outreachStep", outreachStep,
                        "flag", "SUICIDE_RISK_MODERATE",
                        "checkIn", checkIn,
                        "feed", feed,
                        "meeting", meeting));
    }
}
