package org.stepwell.therapy;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.notNullValue;
import static org.stepwell.therapy.GroupRoom.aSession;
import static org.stepwell.therapy.GroupRoom.attended;
import static org.stepwell.therapy.Riverside.API;
import static org.stepwell.therapy.Riverside.aClinician;
import static org.stepwell.therapy.Riverside.aPatientOf;
import static org.stepwell.therapy.Riverside.aTrainee;
import static org.stepwell.therapy.Riverside.clinician;
import static org.stepwell.therapy.Riverside.clockAt;
import static org.stepwell.therapy.Riverside.supervisor;
import static org.stepwell.therapy.counselingnote.CounselingCalls.aFinalNote;
import static org.stepwell.therapy.plan.PlanCalls.aForm;
import static org.stepwell.therapy.plan.PlanCalls.holds;
import static org.stepwell.therapy.plan.PlanCalls.signsOnceKnown;
import static org.stepwell.therapy.plan.PlanCalls.writes;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ExtractableResponse;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
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

    /** So long after its session a note is late by the rules of the program. */
    private static final Duration LATE = Duration.ofHours(30);

    @Override
    protected Map<String, String> showNothing() {
        return Map.of(
                "GET " + API + "/parked", "of the whole deployment: ids of records, and no body",
                "GET " + API + "/instruments", "the same for everybody");
    }

    @Override
    protected Map<String, String> refused() {
        return Map.of(
                "POST " + API + "/parked/replay-all", "of no patient",
                "POST " + API + "/patients/{patient}/disclosures", "nobody speaks for the consent register here",
                "POST " + API + "/patients/{patient}/measures", "what it is called, and no words",
                "POST " + API + "/notes/{note}/return", "the note is signed, and names the version that was read",
                "PUT " + API + "/sessions/{session}/note/visit", "the session is of a group; VisitNoteTest looks",
                "PUT " + API + "/counseling-notes/{counselingNote}", "it is final",
                "PUT " + API + "/episodes/{episode}/twelve-step/sponsor", "takes a first name or initials alone",
                "POST " + API + "/episodes/{episode}/plans/draft/patient-signature", "names the version that was read");
    }

    @Override
    protected Records records() {
        var dora = aClinician();
        var erin = aClinician();
        var phil = aPhysician();
        var ada = aPatientOf(dora, erin, phil);
        var session = aSession(Instant.now().minus(LATE), dora);
        attended(session, ada);
        await("the note that is late")
                .untilAsserted(() -> supervisor()
                        .asks()
                        .get(API + "/sessions/" + session.session() + "/note")
                        .then()
                        .body("overdueSince", notNullValue()));
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
        var objective = planned(dora, ada);
        var meeting = speaksOfChangeAndFellowships(ada, session.session());
        var note = aFinalNote(erin, ada);
        var signed = noted(dora, ada, aPatientOf(dora));
        certified(phil, ada);
        return new Records(
                ada.patient(),
                dora,
                Map.of(
                        "episode",
                        ada.episode().toString(),
                        "session",
                        session.session().toString(),
                        "measure",
                        measure,
                        "flag",
                        flag,
                        "author",
                        erin.toString(),
                        "counselingNote",
                        note,
                        "meeting",
                        meeting,
                        "objective",
                        objective,
                        "note",
                        signed));
    }

    /** A plan holds, and the next one is signed by the clinician; the objective of the first. */
    private static String planned(StaffId clinician, InCare whom) {
        clockAt(Instant.now().minus(LATE).minus(LATE)); // open on the day of the session already
        holds(clinician, whom);
        clockAt(Instant.now());
        writes(supervisor(), whom, aForm(clinician), "").statusCode(200);
        signsOnceKnown(clinician, whom);
        return supervisor()
                .asks()
                .get(API + "/episodes/" + whom.episode() + "/objectives")
                .path("find { it.open && it.interim == null }.objective");
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

    /**
     * What was said of them in another session stands in their chart, and why it is nearly what was said of another; what was
     * entered in error too, and one waits for a supervisor. The id of the first note.
     */
    private static String noted(StaffId leader, InCare whom, InCare other) {
        var note = signed(leader, 4, whom, other);
        clinician(leader)
                .asks()
                .body(Map.of("patient", whom.patient().toString(), "text", "She called later."))
                .post(API + "/notes/" + note + "/addenda")
                .then()
                .statusCode(201);
        clinician(leader)
                .asks()
                .body(Map.of("reason", "Written about the evening before."))
                .post(API + "/notes/" + signed(leader, 8, whom) + "/striking")
                .then()
                .statusCode(200);
        signed(aTrainee(leader), 12, whom);
        return note;
    }

    /** The note of a session that ended some hours ago. */
    private static String signed(StaffId leader, int hoursAgo, InCare... present) {
        var session = aSession(Instant.now().minus(Duration.ofHours(hoursAgo)), leader);
        attended(session, present);
        var path = API + "/sessions/" + session.session() + "/note";
        var asks = clinician(leader);
        List<Map<String, String>> open = asks.asks().get(path).path("openObjectives");
        var parts = Stream.of(present).map(one -> aPart(one, open)).toList();
        var shared = Map.of(
                "topic", "Triggers", "intervention", "Role play", "text", "The group rehearsed how to leave a party.");
        asks.asks()
                .body(Map.of("shared", shared, "parts", parts))
                .put(path)
                .then()
                .statusCode(200);
        var because = Stream.of(present).map(PoliciesTest::because).toList();
        await("the staff")
                .untilAsserted(() -> asks.asks()
                        .header("If-Match", "*")
                        .body(Map.of("reasons", because))
                        .post(path + "/signature")
                        .then()
                        .statusCode(200));
        return asks.asks().get(path).path("id");
    }

    private static Map<String, Object> because(InCare whom) {
        return Map.of("patient", whom.patient().toString(), "because", "They did the whole exercise together.");
    }

    private static Map<String, Object> aPart(InCare whom, List<Map<String, String>> open) {
        var objective = open.stream()
                .filter(one -> whom.patient().toString().equals(one.get("patient")))
                .findFirst()
                .orElseThrow();
        return Map.of(
                "patient",
                whom.patient().toString(),
                "participation",
                "ACTIVE",
                "response",
                "Warm",
                "text",
                "Named the walk home past the bar and rehearsed another way, step by step, with a partner.",
                "risk",
                "CONCERN_RAISED",
                "riskText",
                "Said that weekends frighten her.",
                "objectives",
                List.of(Map.of("objective", objective.get("objective"), "rating", "SOME_PROGRESS")),
                "nextSession",
                "A list");
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
        Broker.say(new StaffChanged(physician, List.of("MD"), true, null, Instant.EPOCH));
        return physician;
    }

    private static List<Map<String, Object>> all(int value) {
        return IntStream.rangeClosed(1, 9)
                .<Map<String, Object>>mapToObj(item -> Map.of("item", String.valueOf(item), "value", value))
                .toList();
    }
}
