package org.stepwell.aftercare;

import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.stepwell.contracts.code.DataCategory;
import org.stepwell.contracts.code.DisclosurePurpose;
import org.stepwell.contracts.code.Recipient;
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
                "POST " + API + "/patients/{patient}/disclosures", "nobody speaks for the consent register here",
                "POST " + API + "/next-steps/{step}/letters", "no consent names whom it tells");
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
        String accepted = Scene.SUPERVISOR
                .asks()
                .body(Map.of(
                        "kind", "HOUSING", "date", Scene.today().plusDays(9).toString()))
                .post(API + "/plans/" + plan + "/next-steps")
                .path("id");
        Scene.SUPERVISOR
                .asks()
                .post(API + "/next-steps/" + accepted + "/acceptance")
                .then()
                .statusCode(200);
        String checkIn = Scene.SUPERVISOR
                .asks()
                .body("""
                        {"used": false, "cravings": 1, "moodDays": 2, "sleep": 3, "meetings": 2, "confidence": 4,
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
        return new Records(
                scene.patient,
                new StaffId(UUID.randomUUID()),
                Map.of(
                        "date", Scene.today().plusDays(14).toString(),
                        "episode", scene.episode.toString(),
                        "plan", plan,
                        "step", step,
                        "letter", letterOf(scene, step),
                        "checkIn", checkIn,
                        "feed", feed,
                        "meeting", meeting));
    }

    /** On paper, to somebody whom the patient consents to. */
    private static String letterOf(Scene scene, String step) {
        var receiver = new Recipient(Recipient.Kind.TREATING_PROVIDER, UUID.randomUUID());
        Reached.byMail(scene.patient, null);
        Reached.consents(
                scene.patient, receiver, DisclosurePurpose.TREATMENT, DataCategory.PRESENCE, DataCategory.AFTERCARE);
        return Scene.SUPERVISOR
                .asks()
                .body(Map.of(
                        "way",
                        "PRINTED",
                        "recipient",
                        receiver,
                        "purpose",
                        "TREATMENT",
                        "also",
                        List.of(),
                        "receiver",
                        Map.of("name", "Dr. Ruth Park"),
                        "answerBy",
                        Scene.today().plusDays(5).toString()))
                .post(API + "/next-steps/" + step + "/letters")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }
}
