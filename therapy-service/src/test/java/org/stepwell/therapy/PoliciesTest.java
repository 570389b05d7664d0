package org.stepwell.therapy;

import static org.awaitility.Awaitility.await;
import static org.stepwell.therapy.GroupRoom.aSession;
import static org.stepwell.therapy.GroupRoom.attended;
import static org.stepwell.therapy.Riverside.API;
import static org.stepwell.therapy.Riverside.aClinician;
import static org.stepwell.therapy.Riverside.aPatientOf;
import static org.stepwell.therapy.Riverside.clinician;
import static org.stepwell.therapy.Riverside.supervisor;
import static org.stepwell.therapy.plan.PlanCalls.aForm;
import static org.stepwell.therapy.plan.PlanCalls.signsOnceKnown;
import static org.stepwell.therapy.plan.PlanCalls.writes;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
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
                "POST " + API + "/episodes/{episode}/plans/draft/patient-signature", "names the version that was read");
    }

    @Override
    protected Records records() {
        var dora = aClinician();
        var phil = aPhysician();
        var ada = aPatientOf(dora, phil);
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
        noted(dora, ada);
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
                        flag));
    }

    /** What was said of them in another session stands in their chart. */
    private static void noted(StaffId leader, InCare whom) {
        var session = aSession(leader);
        attended(session, whom);
        var note = API + "/sessions/" + session.session() + "/note";
        var asks = clinician(leader);
        asks.asks().body(aNote(whom)).put(note).then().statusCode(200);
        asks.asks().header("If-Match", "*").post(note + "/signature").then().statusCode(200);
        asks.asks()
                .body(Map.of("patient", whom.patient().toString(), "text", "She called later."))
                .post(note + "/addenda")
                .then()
                .statusCode(201);
    }

    private static Map<String, Object> aNote(InCare whom) {
        var part = Map.of(
                "patient",
                whom.patient().toString(),
                "participation",
                "ACTIVE",
                "response",
                "Warm",
                "text",
                "Named the walk home past the bar and rehearsed another way with a partner.",
                "nextSession",
                "A list");
        var shared = Map.of(
                "topic", "Triggers", "intervention", "Role play", "text", "The group rehearsed how to leave a party.");
        return Map.of("shared", shared, "parts", List.of(part));
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
