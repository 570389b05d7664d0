package org.stepwell.therapy.note;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.hasSize;
import static org.stepwell.therapy.Questionnaires.screener;
import static org.stepwell.therapy.Questionnaires.sends;
import static org.stepwell.therapy.Riverside.API;
import static org.stepwell.therapy.Riverside.clinician;
import static org.stepwell.therapy.Riverside.discharged;
import static org.stepwell.therapy.Riverside.supervisor;
import static org.stepwell.therapy.note.NoteFixtures.aForm;
import static org.stepwell.therapy.note.NoteFixtures.aPart;
import static org.stepwell.therapy.note.NoteFixtures.story;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.stepwell.contracts.id.SessionId;
import org.stepwell.platform.testing.StepwellTestResource;
import org.stepwell.therapy.GroupRoom;
import org.stepwell.therapy.Riverside;
import org.stepwell.therapy.Riverside.InCare;

/** Whoever was in acute danger by a note is asked the suicide screener, whoever signs it and when. */
@QuarkusTest
@QuarkusTestResource(StepwellTestResource.class)
class AcuteRisksTest extends GroupOfTwo {

    private static final String SCREENER = "suicide-screener-due";

    @Test
    void theScreenerIsATaskAsSoonAsThePartIsSaved() {
        var session = held(ada, ben);

        saved(session, "ACUTE", "CONCERN_RAISED");

        assertThat(Riverside.task(ada, SCREENER, "OPEN"))
                .containsEntry("episode", ada.episode().toString());
        assertThat(Riverside.task(ben, SCREENER, "OPEN")).isEmpty();
    }

    @Test
    void itIsOneTaskHoweverOftenThePartIsSavedAndNoneOnceTheScreenerWasAsked() {
        var session = held(ada, ben);
        saved(session, "ACUTE", "NONE_NOTED");
        var first = Riverside.task(ada, SCREENER, "OPEN");
        saved(session, "ACUTE", "NONE_NOTED");
        assertThat(Riverside.task(ada, SCREENER, "OPEN")).containsEntry("id", first.get("id"));

        sends(clinician(dora), ada, "C-SSRS", screener("1")).statusCode(201);
        saved(session, "ACUTE", "NONE_NOTED");

        assertThat(Riverside.task(ada, SCREENER, "OPEN")).isEmpty();
        assertThat(Riverside.task(ada, SCREENER, "DONE")).containsEntry("id", first.get("id"));
    }

    @Test
    void aScreenerOfBeforeTheSessionSaysNothingOfItThoughItIsOfTheSameDay() {
        var session = held(ada, ben);
        var begun = Instant.parse(read(session).path("start"));
        sends(clinician(dora), ada, "C-SSRS", screener(), begun.minusSeconds(1)).statusCode(201);

        saved(session, "ACUTE", "NONE_NOTED");

        assertThat(Riverside.task(ada, SCREENER, "OPEN")).isNotEmpty();
        sends(clinician(dora), ada, "C-SSRS", screener(), begun).statusCode(201);
        assertThat(Riverside.task(ada, SCREENER, "OPEN")).isEmpty();
        saved(session, "ACUTE", "NONE_NOTED");
        assertThat(Riverside.task(ada, SCREENER, "OPEN")).isEmpty();
    }

    @Test
    void aVisitsNoteAsksForItToo() {
        var visit = GroupRoom.aVisit(Instant.now(), dora);
        GroupRoom.attended(visit, ada);

        clinician(dora)
                .asks()
                .body(Map.of("patient", ada.patient(), "format", "DAP", "sections", List.of(), "risk", "ACUTE"))
                .put(path(visit.session()) + "/visit")
                .then()
                .statusCode(200);

        assertThat(Riverside.task(ada, SCREENER, "OPEN")).isNotEmpty();
    }

    @Test
    void nobodyIsAskedWhoHasLeft() {
        var session = held(ada);
        discharged(ada);
        await("the discharge")
                .untilAsserted(() -> supervisor()
                        .asks()
                        .get(API + "/episodes/" + ada.episode() + "/discharge-summary")
                        .then()
                        .statusCode(200));

        write(session, aForm("Shared.", List.of(part(session, ada, 0, "ACUTE"))))
                .then()
                .statusCode(200);

        assertThat(Riverside.task(ada, SCREENER, "OPEN")).isEmpty();
    }

    private void saved(SessionId session, String adas, String bens) {
        var form = aForm("Shared.", List.of(part(session, ada, 0, adas), part(session, ben, 1, bens)));
        write(session, form, "*").then().statusCode(200).body("notKept", hasSize(0));
    }

    private Map<String, Object> part(SessionId session, InCare who, int story, String risk) {
        var part = new HashMap<>(aPart(who.patient(), story(story), linkable(session)));
        part.put("risk", risk);
        part.put("riskText", "Spoke of not waking up.");
        return part;
    }
}
