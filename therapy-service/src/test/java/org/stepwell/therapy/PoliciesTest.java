package org.stepwell.therapy;

import static java.util.Map.entry;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.stepwell.therapy.GroupRoom.aSession;
import static org.stepwell.therapy.GroupRoom.attended;
import static org.stepwell.therapy.Riverside.API;
import static org.stepwell.therapy.Riverside.aClinician;
import static org.stepwell.therapy.Riverside.aPatientIn;
import static org.stepwell.therapy.Riverside.aPatientOf;
import static org.stepwell.therapy.Riverside.aTrainee;
import static org.stepwell.therapy.Riverside.clinician;
import static org.stepwell.therapy.Riverside.clockAt;
import static org.stepwell.therapy.Riverside.supervisor;
import static org.stepwell.therapy.career.CareerPage.aPage;
import static org.stepwell.therapy.counselingnote.CounselingCalls.aFinalNote;
import static org.stepwell.therapy.plan.PlanCalls.aForm;
import static org.stepwell.therapy.plan.PlanCalls.following;
import static org.stepwell.therapy.plan.PlanCalls.holds;
import static org.stepwell.therapy.plan.PlanCalls.signsOnceKnown;
import static org.stepwell.therapy.plan.PlanCalls.writes;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ExtractableResponse;
import io.restassured.response.Response;
import jakarta.enterprise.inject.spi.CDI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.stepwell.contracts.aftercare.AftercareState.SupportPersonChanged;
import org.stepwell.contracts.aftercare.FellowshipNames;
import org.stepwell.contracts.code.DischargeReason;
import org.stepwell.contracts.code.Severity;
import org.stepwell.contracts.enrollment.EnrollmentFact.DischargePlanned;
import org.stepwell.contracts.enrollment.EnrollmentState.DiagnosisChanged;
import org.stepwell.contracts.id.DiagnosisId;
import org.stepwell.contracts.id.SessionId;
import org.stepwell.contracts.id.StaffId;
import org.stepwell.contracts.scheduling.SchedulingState.StaffChanged;
import org.stepwell.platform.database.Uuid7;
import org.stepwell.platform.seal.SealedJson;
import org.stepwell.platform.testing.AtOnce;
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

    /** So long after its session a note is late by the rules of the program. */
    private static final Duration LATE = Duration.ofDays(8);

    @Override
    protected Map<String, String> showNothing() {
        return Map.of(
                "GET " + API + "/parked", "of the whole deployment: ids of records, and no body",
                "GET " + API + "/instruments", "the same for everybody",
                "GET " + API + "/formulary", "the same for everybody",
                "GET " + API + "/drug-screen-catalogue", "the same for everybody",
                "GET " + API + "/modalities", "what the clinic does, of no patient");
    }

    @Override
    protected Set<String> everybodys() {
        return Set.of("modality");
    }

    @Override
    protected Map<String, String> heldAsSaid() {
        return Map.of(
                "curriculum_unit.title", "what the clinic teaches, of nobody",
                "clinic_treatment.credentials", "which credentials the clinic asks for, of nobody");
    }

    @Override
    protected Map<String, String> refused() {
        return Map.ofEntries(
                entry("POST " + API + "/parked/replay-all", "of no patient"),
                entry("POST " + API + "/patients/{patient}/disclosures", "nobody speaks for the consent register here"),
                entry("POST " + API + "/patients/{patient}/measures", "what it is called, and no words"),
                entry(
                        "POST " + API + "/notes/{note}/return",
                        "the note is signed, and names the version that was read"),
                entry(
                        "PUT " + API + "/sessions/{session}/note/visit",
                        "the session is of a group; VisitNoteTest looks"),
                entry("POST " + API + "/episodes/{episode}/discharge-summary/addenda", "the summary is not signed"),
                entry("PUT " + API + "/counseling-notes/{counselingNote}", "it is final"),
                entry("PUT " + API + "/programs/{program}/measure-schedule", "what is asked for, and no words"),
                entry(
                        "POST " + API + "/episodes/{episode}/plans/draft/patient-signature",
                        "names the version that was read"),
                entry(
                        "PUT " + API + "/episodes/{episode}/medication-orders/{medicationOrder}",
                        "what was ordered does not change"),
                entry(
                        "POST " + API + "/episodes/{episode}/medication-orders/{medicationOrder}/doses",
                        "of an injection that was given today, and it names a lot and no words"),
                entry(
                        "POST " + API + "/episodes/{episode}/medication-orders/{medicationOrder}/resumption",
                        "it is not on hold; OrderResourceTest looks"));
    }

    @Override
    protected Records records() {
        var dora = aClinician();
        var erin = aClinician();
        var phil = aPhysician();
        var program = LookedAfter.aProgramThatAsksForTheBam();
        var ada = aPatientIn(program, dora, erin, phil);
        var session = aSession(Instant.now().minus(LATE).truncatedTo(ChronoUnit.SECONDS), dora);
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
        var objective = planned(dora, ada);
        var ids = new HashMap<>(LookedAfter.everything(dora, ada));
        var meeting = speaksOfChangeAndFellowships(ada, session.session());
        var career = aPage(ada);
        var scale = scales(ada);
        var note = aFinalNote(erin, ada);
        var signed = noted(dora, ada, aPatientOf(dora));
        attended(aSession(dora), aPatientOf(dora)); // whose note falls due
        certified(phil, ada);
        leavesSoon(ada);
        hasAFellowship(ada);
        ids.putAll(Medicated.everything(ada, phil));
        ids.put("episode", ada.episode().toString());
        ids.put("session", session.session().toString());
        ids.put("measure", measure);
        ids.put("author", erin.toString());
        ids.put("counselingNote", note);
        ids.put("meeting", meeting);
        ids.put("program", program.toString());
        ids.put("scale", scale);
        ids.put("objective", objective);
        ids.put("note", signed);
        ids.put("modality", "TWELVE_STEP_PREPARATION");
        ids.putAll(career);
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

    /** A sponsor and a home group, as aftercare tells of them. */
    private static void hasAFellowship(InCare who) {
        var names = AtOnce.inTheClinic(() -> CDI.current()
                .select(SealedJson.class)
                .get()
                .seal(FellowshipNames.PART, who.patient().value(), new FellowshipNames("B.", "Lantern group")));
        Broker.say(new SupportPersonChanged(
                who.patient(), LocalDate.of(2020, 3, 2), LocalDate.of(2020, 4, 6), names, Instant.now()));
        await("the sponsor")
                .untilAsserted(() -> supervisor()
                        .asks()
                        .get(API + "/patients/" + who.patient() + "/twelve-step")
                        .then()
                        .body("sponsor.name", notNullValue()));
    }

    /** A plan of their own, and a summary that is begun. */
    private static void leavesSoon(InCare who) {
        var episode = API + "/episodes/" + who.episode();
        puts(episode + "/relapse-plan", """
                {"earlySigns": ["I stop calling"], "triggers": ["STRESS"], "triggersInMyWords": ["payday"],
                 "whatHelpsMe": ["the dog"], "peopleToCall": ["Rosa"], "afterALapse": ["I call Rosa"]}
                """);
        Broker.say(new DiagnosisChanged(
                who.patient(),
                List.of(new DiagnosisChanged.Standing(
                        new DiagnosisId(Uuid7.next()), "F10.20", Severity.MODERATE, Instant.EPOCH)),
                Instant.EPOCH));
        Broker.say(new DischargePlanned(
                who.patient(),
                who.episode(),
                LocalDate.now(ZoneOffset.UTC).plusDays(30),
                DischargeReason.STEP_DOWN_OUTPATIENT,
                "1",
                Instant.now()));
        await("the summary")
                .untilAsserted(() -> supervisor()
                        .asks()
                        .get(episode + "/discharge-summary")
                        .then()
                        .statusCode(200)
                        .body("facts.diagnoses", hasSize(1)));
        supervisor()
                .asks()
                .header("If-Match", "*")
                .body("""
                        {"courseOfTreatment": "Nine weeks", "conditionAtDischarge": "Sober", "reasons": "Done",
                         "recommendations": "A group", "recommendedLevel": "1", "nextSteps": ["WEEKLY_THERAPY"],
                         "measuresWaived": "LEFT"}
                        """)
                .put(episode + "/discharge-summary")
                .then()
                .statusCode(200);
    }

    /** A plan holds, and the next one is signed by the clinician; the objective of the first. */
    private static String planned(StaffId clinician, InCare whom) {
        clockAt(Instant.now().minus(LATE).minus(LATE)); // open on the day of the session already
        holds(clinician, whom);
        clockAt(Instant.now());
        writes(supervisor(), whom, following(whom, aForm(clinician)), "").statusCode(200);
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

    /** The note of a session that ended a week and some hours ago, before they stayed away. */
    private static String signed(StaffId leader, int hoursAgo, InCare... present) {
        var session = aSession(LookedAfter.daysAgo(7).minus(Duration.ofHours(hoursAgo)), leader);
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
                        .header("If-Match", asks.asks().get(path).header("ETag"))
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
