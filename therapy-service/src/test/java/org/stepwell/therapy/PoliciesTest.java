package org.stepwell.therapy;

import static org.stepwell.therapy.GroupRoom.aSession;
import static org.stepwell.therapy.GroupRoom.attended;
import static org.stepwell.therapy.Riverside.API;
import static org.stepwell.therapy.Riverside.aClinician;
import static org.stepwell.therapy.Riverside.aPatientOf;
import static org.stepwell.therapy.Riverside.supervisor;
import static org.stepwell.therapy.counselingnote.CounselingCalls.aFinalNote;
import static org.stepwell.therapy.plan.PlanCalls.aForm;
import static org.stepwell.therapy.plan.PlanCalls.signsOnceKnown;
import static org.stepwell.therapy.plan.PlanCalls.writes;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ExtractableResponse;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.stepwell.contracts.id.SessionId;
import org.stepwell.platform.testing.PoliciesTestBase;
import org.stepwell.platform.testing.Records;
import org.stepwell.platform.testing.StepwellTestResource;
import org.stepwell.therapy.Riverside.InCare;

@QuarkusTest
@QuarkusTestResource(StepwellTestResource.class)
class PoliciesTest extends PoliciesTestBase {

    @Override
    protected Records records() {
        var dora = aClinician();
        var erin = aClinician();
        var ada = aPatientOf(dora, erin);
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
        String flag = supervisor().asks().get(of + "/safety").path("items[0].id");
        writes(supervisor(), ada, aForm(dora), "").statusCode(200);
        signsOnceKnown(dora, ada);
        var meeting = speaksOfChangeAndFellowships(ada, session.session());
        var note = aFinalNote(erin, ada);
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
                        meeting));
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

    private static List<Map<String, Object>> all(int value) {
        return IntStream.rangeClosed(1, 9)
                .<Map<String, Object>>mapToObj(item -> Map.of("item", String.valueOf(item), "value", value))
                .toList();
    }
}
