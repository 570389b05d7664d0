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
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.stepwell.platform.testing.PoliciesTestBase;
import org.stepwell.platform.testing.Records;
import org.stepwell.platform.testing.StepwellTestResource;

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
                        note));
    }

    private static List<Map<String, Object>> all(int value) {
        return IntStream.rangeClosed(1, 9)
                .<Map<String, Object>>mapToObj(item -> Map.of("item", String.valueOf(item), "value", value))
                .toList();
    }
}
