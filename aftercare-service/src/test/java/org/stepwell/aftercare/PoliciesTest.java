package org.stepwell.aftercare;

import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.inject.spi.CDI;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.stepwell.aftercare.plan.ActivePlan;
import org.stepwell.aftercare.recheck.LinkBack;
import org.stepwell.contracts.code.DataCategory;
import org.stepwell.contracts.code.DisclosurePurpose;
import org.stepwell.contracts.code.Recipient;
import org.stepwell.contracts.id.AftercarePlanId;
import org.stepwell.contracts.id.StaffId;
import org.stepwell.contracts.scheduling.SchedulingState.AvailabilityChanged;
import org.stepwell.platform.testing.AtOnce;
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
        return Set.of("meeting", "meeting_day", "meeting_feed", "meeting_feed_import");
    }

    @Override
    protected Map<String, String> showNothing() {
        return Map.of(
                "GET " + API + "/outcomes", "counts of those who left, and of nobody by name",
                "GET " + API + "/risk-calibration", "counts of weeks, and of nobody by name",
                "GET " + API + "/parked", "of the whole deployment: ids of records, and no body",
                "GET " + API + "/meetings", "of no clinic, and open to all",
                "GET " + API + "/meetings/{meeting}", "of no clinic, and open to all",
                "GET " + API + "/meeting-feeds", "of no clinic, and open to all",
                "GET " + API + "/meeting-feeds/{feed}", "of no clinic, and open to all",
                "GET " + API + "/meeting-feeds/{feed}/settings", "of no patient",
                "GET " + API + "/meeting-feeds/{feed}/imports", "of no patient");
    }

    @Override
    protected Map<String, String> refused() {
        return Map.of(
                "PUT " + API + "/meeting-feeds/{feed}", "of no patient",
                "PUT " + API + "/meeting-feeds/{feed}/settings", "of no patient",
                "POST " + API + "/meeting-feeds/{feed}/fetches", "of no patient",
                "POST " + API + "/parked/replay-all", "of no patient",
                "PUT " + API + "/patients/{patient}/support/sponsor", "takes a first name or initials alone",
                "PUT " + API + "/plans/{plan}/weekly-therapy/clinician", "of therapy elsewhere, and it names no words",
                "POST " + API + "/plans/{plan}/safety/{flag}/clearance",
                        "names the version that was read; DangerTest looks",
                "POST " + API + "/patients/{patient}/disclosures", "nobody speaks for the consent register here",
                "POST " + API + "/support-people/{supportPerson}/permits",
                        "nobody speaks for the consent register here",
                "POST " + API + "/next-steps/{step}/letters", "no consent names whom it tells");
    }

    @Override
    protected Map<String, String> heldAsSaid() {
        return Map.of("meeting_feed.name", "what people call a public feed, of nobody");
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
        Scene.say(new AvailabilityChanged(
                scene.patient,
                List.of(new AvailabilityChanged.Busy(
                        DayOfWeek.MONDAY, LocalTime.of(9, 0), LocalTime.of(17, 0), Scene.today(), null)),
                Scene.now()));
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
                        Scene.today().plusDays(40).toString()))
                .post(API + "/plans/" + plan + "/next-steps")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        String accepted = Scene.SUPERVISOR
                .asks()
                .body(Map.of(
                        "kind", "HOUSING", "date", Scene.today().plusDays(40).toString()))
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
                        {"used": false, "cravings": 1, "lowDays": 2, "sleep": 3, "meetings": 2, "confidence": 4,
                         "suicideThoughts": false}""")
                .post(API + "/plans/" + plan + "/check-ins")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        String recheck = Scene.SUPERVISOR
                .asks()
                .get(API + "/plans/" + plan + "/rechecks")
                .path("items[0].id");
        AtOnce.inTheClinic(() -> CDI.current()
                .select(LinkBack.class)
                .get()
                .secondMissed(
                        new ActivePlan(new AftercarePlanId(UUID.fromString(plan)), scene.patient, scene.episode),
                        Scene.now()));
        String linkage = Scene.SUPERVISOR
                .asks()
                .get(API + "/plans/" + plan + "/linkages")
                .path("items[0].id");
        var feed = "crossed-" + UUID.randomUUID().toString().substring(0, 8);
        Person.at("clinic-admin")
                .asks()
                .header("If-Match", "*")
                .body("""
                        [{"name": "Tuesday Room", "slug": "tuesday-room", "day": 2, "time": "04:40"},
                         {"name": "Noon", "slug": "noon", "day": [0, 1, 2, 3, 4, 5, 6], "time": "12:15",
                          "conference_url": "https://meetings.example.org/noon"}]""")
                .put(API + "/meeting-feeds/" + feed)
                .then()
                .statusCode(200);
        String meeting = Scene.SUPERVISOR
                .asks()
                .get(API + "/meetings?day=TUESDAY&from=04:40&to=04:40")
                .path("items[0].id");
        String supportPerson = scene.theClinician()
                .asks()
                .body(Map.of(
                        "name", "Rosa Delgado",
                        "relation", "sister",
                        "phone", "+1 555 0177",
                        "topics", List.of("MISSED_CHECK_IN")))
                .post(API + "/patients/" + scene.patient + "/support-people")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        scene.thePatient()
                .asks()
                .body(Map.of("since", Scene.today().minusDays(3).toString()))
                .put(API + "/patients/" + scene.patient + "/sobriety")
                .then()
                .statusCode(200);
        scene.theClinician()
                .asks()
                .body("{\"place\": \"ELSEWHERE\", \"therapist\": \"Dr. Park\", \"startsOn\": \"%s\"}"
                        .formatted(Scene.today()))
                .put(API + "/plans/" + plan + "/weekly-therapy")
                .then()
                .statusCode(200);
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
                Map.ofEntries(
                        Map.entry("date", Scene.today().plusDays(14).toString()),
                        Map.entry("episode", scene.episode.toString()),
                        Map.entry("plan", plan),
                        Map.entry("step", step),
                        Map.entry("outreachStep", outreachStep),
                        Map.entry("flag", "SUICIDE_RISK_MODERATE"),
                        Map.entry("checkIn", checkIn),
                        Map.entry("supportPerson", supportPerson),
                        Map.entry("recheck", recheck),
                        Map.entry("linkage", linkage),
                        Map.entry("feed", feed),
                        Map.entry("letter", letterOf(scene, step)),
                        Map.entry("meeting", meeting)));
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
