package org.stepwell.therapy;

import static org.awaitility.Awaitility.await;
import static org.stepwell.therapy.GroupRoom.aSession;
import static org.stepwell.therapy.GroupRoom.attended;
import static org.stepwell.therapy.Riverside.API;
import static org.stepwell.therapy.Riverside.aClinician;
import static org.stepwell.therapy.Riverside.aPatientOf;
import static org.stepwell.therapy.Riverside.clinician;
import static org.stepwell.therapy.Riverside.supervisor;
import static org.stepwell.therapy.counselingnote.CounselingCalls.aFinalNote;
import static org.stepwell.therapy.plan.PlanCalls.aForm;
import static org.stepwell.therapy.plan.PlanCalls.signsOnceKnown;
import static org.stepwell.therapy.plan.PlanCalls.writes;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ExtractableResponse;
import io.restassured.response.Response;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.stepwell.contracts.id.SessionId;
import org.stepwell.contracts.id.StaffId;
import org.stepwell.contracts.scheduling.SchedulingState.StaffChanged;
import org.stepwell.platform.database.Uuid7;
import org.stepwell.platform.testing.Broker;
import org.stepwell.platform.testing.PoliciesTestBase;
import org.stepwell.platform.testing.Records;
import org.stepwell.platform.testing.StepwellTestResource;
import org.stepwell.therapy.Riverside.InCare;

@QuarkusTest
@QuarkusTestResource(StepwellTestResource.class)
class PoliciesTest extends PoliciesTestBase {

    private static final String A_SCALE = """
            {"says": {"goal": "Dinner", "muchLess": "none", "less": "one", "expected": "three", "more": "five",
             "muchMore": "seven"}, "weight": 2}
            """;

    @Override
    protected Map<String, String> showNothing() {
        return Map.of(
                "GET " + API + "/parked", "of the whole deployment: ids of records, and no body",
                "GET " + API + "/instruments", "the same for everybody",
                "GET " + API + "/formulary", "the same for everybody",
                "GET " + API + "/drug-screen-catalogue", "the same for everybody");
    }

    @Override
    protected Map<String, String> refused() {
        return Map.of(
                "POST " + API + "/parked/replay-all", "of no patient",
                "POST " + API + "/patients/{patient}/disclosures", "nobody speaks for the consent register here",
                "POST " + API + "/patients/{patient}/measures", "what it is called, and no words",
                "POST " + API + "/sessions/{session}/note/addenda", "the note is not signed",
                "PUT " + API + "/counseling-notes/{counselingNote}", "it is final",
                "PUT " + API + "/episodes/{episode}/twelve-step/sponsor", "takes a first name or initials alone",
                "POST " + API + "/episodes/{episode}/plans/draft/patient-signature", "names the version that was read",
                "PUT " + API + "/episodes/{episode}/medication-orders/{medicationOrder}",
                        "what was ordered does not change",
                "POST " + API + "/episodes/{episode}/medication-orders/{medicationOrder}/doses",
                        "of an injection that was given today, and it names a lot and no words");
    }

    @Override
    protected Records records() {
        var dora = aClinician();
        var erin = aClinician();
        var phil = aPhysician();
        var ada = aPatientOf(dora, erin, phil);
        var session = aSession(dora);
        attended(session, ada);
        var of = API + "/patients/" + ada.patient();
        String measure = supervisor()
                .asks()
                .body(Map.of("episode", ada.episode(), "instrument", "PHQ-9", "answers", all(3)))
                .post(of + "/measures")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        String flag = supervisor().asks().get(of + "/safety").path("items[0].flag");
        writes(supervisor(), ada, aForm(dora), "").statusCode(200);
        signsOnceKnown(dora, ada);
        var meeting = speaksOfChangeAndFellowships(ada, session.session());
        var scale = scales(ada);
        var note = aFinalNote(erin, ada);
        noted(dora, ada, aPatientOf(dora));
        certified(phil, ada);
        var ids = new HashMap<>(Medicated.everything(ada, phil));
        ids.put("episode", ada.episode().toString());
        ids.put("session", session.session().toString());
        ids.put("measure", measure);
        ids.put("flag", flag);
        ids.put("author", erin.toString());
        ids.put("counselingNote", note);
        ids.put("meeting", meeting);
        ids.put("scale", scale);
        return new Records(ada.patient(), dora, ids);
    }

    /** One that was rated, one that was given up, and the id of one that is neither. */
    private static String scales(InCare who) {
        var scales = API + "/episodes/" + who.episode() + "/goal-scales";
        String rated = posts(scales, A_SCALE).path("id");
        tells(scales, rated, "/ratings", "{\"level\": \"AS_EXPECTED\"}");
        String ended = posts(scales, A_SCALE).path("id");
        tells(scales, ended, "/end", "");
        return posts(scales, A_SCALE).path("id");
    }

    private static void tells(String scales, String scale, String verb, String body) {
        supervisor().asks().body(body).post(scales + "/" + scale + verb).then().statusCode(200);
    }

    /** All that their pages show; the id of the meeting. */
    private static String speaksOfChangeAndFellowships(InCare who, SessionId session) {
        var episode = API + "/episodes/" + who.episode();
        puts(episode + "/sessions/" + session + "/change-talk", """
                {"desire": 1, "ability": 1, "reasons": 1, "need": 1, "commitment": 1, "activation": 1, "takingSteps": 1,
                 "sustain": 3}
                """);
        puts(episode + "/decisional-balance", """
                {"goodAboutUse": ["quiet"], "lessGoodAboutUse": ["no dinner"], "goodAboutChange": ["my kids"],
                 "lessGoodAboutChange": ["Tom"]}
                """);
        puts(episode + "/sessions/" + session + "/facilitation", "{\"topic\": \"ACCEPTANCE\"}");
        puts(episode + "/twelve-step/choice", "{\"choice\": \"BOTH\"}");
        puts(episode + "/twelve-step/sponsor", "{\"name\": \"B.\", \"since\": \"2020-03-02\"}");
        puts(episode + "/twelve-step/steps", """
                {"fellowship": "SMART_RECOVERY", "step": 1, "state": "WORKED"}
                """);
        posts(episode + "/stages-of-change", "{\"stage\": \"ACTION\"}");
        posts(API + "/patients/" + who.patient() + "/measures", """
                {"episode": "%s", "instrument": "READINESS", "answers": [{"item": "1", "value": 6},
                 {"item": "2", "value": 4}, {"item": "3", "value": 5}]}
                """.formatted(who.episode()));
        return posts(episode + "/twelve-step/meetings", """
                {"date": "2020-03-02", "fellowship": "SMART_RECOVERY", "format": "ONLINE", "homeGroup": true}
                """).path("id");
    }

    private static void puts(String path, String body) {
        supervisor().asks().body(body).put(path).then().statusCode(200);
    }

    private static ExtractableResponse<Response> posts(String path, String body) {
        return supervisor().asks().body(body).post(path).then().statusCode(201).extract();
    }

    /** What was said of them in another session stands in their chart, and why it is nearly what was said of another. */
    private static void noted(StaffId leader, InCare whom, InCare other) {
        var session = aSession(leader);
        attended(session, whom, other);
        var note = API + "/sessions/" + session.session() + "/note";
        var asks = clinician(leader);
        asks.asks().body(aNote(whom, other)).put(note).then().statusCode(200);
        asks.asks()
                .header("If-Match", "*")
                .body(Map.of("reasons", List.of(because(whom), because(other))))
                .post(note + "/signature")
                .then()
                .statusCode(200);
        asks.asks()
                .body(Map.of("patient", whom.patient().toString(), "text", "She called later."))
                .post(note + "/addenda")
                .then()
                .statusCode(201);
    }

    private static Map<String, Object> because(InCare whom) {
        return Map.of("patient", whom.patient().toString(), "because", "They did the whole exercise together.");
    }

    private static Map<String, Object> aPart(InCare whom) {
        return Map.of(
                "patient",
                whom.patient().toString(),
                "participation",
                "ACTIVE",
                "response",
                "Warm",
                "text",
                "Named the walk home past the bar and rehearsed another way, step by step, with a partner.",
                "nextSession",
                "A list");
    }

    private static Map<String, Object> aNote(InCare whom, InCare other) {
        var shared = Map.of(
                "topic", "Triggers", "intervention", "Role play", "text", "The group rehearsed how to leave a party.");
        return Map.of("shared", shared, "parts", List.of(aPart(whom), aPart(other)));
    }

    private static void certified(StaffId physician, InCare whom) {
        var all = Map.of(
                "weeklyMinutes", 540, "lifeAreasImpaired", true, "ableToParticipate", true, "underWrittenPlan", true);
        await().untilAsserted(() -> clinician(physician)
                .asks()
                .body(all)
                .post(API + "/episodes/" + whom.episode() + "/certifications")
                .then()
                .statusCode(201));
    }

    private static StaffId aPhysician() {
        var physician = new StaffId(Uuid7.next());
        Broker.say(new StaffChanged(physician, List.of("MD"), true, Instant.EPOCH));
        return physician;
    }

    private static List<Map<String, Object>> all(int value) {
        return IntStream.rangeClosed(1, 9)
                .<Map<String, Object>>mapToObj(item -> Map.of("item", String.valueOf(item), "value", value))
                .toList();
    }
}
