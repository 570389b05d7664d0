package org.stepwell.therapy.note;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.stepwell.therapy.Riverside.API;
import static org.stepwell.therapy.Riverside.clinician;
import static org.stepwell.therapy.Riverside.clockAt;
import static org.stepwell.therapy.Riverside.discharged;
import static org.stepwell.therapy.Riverside.supervisor;
import static org.stepwell.therapy.note.NoteFixtures.aForm;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.stepwell.contracts.enrollment.EnrollmentState.CareTeamChanged;
import org.stepwell.platform.testing.Broker;
import org.stepwell.platform.testing.StepwellTestResource;

/** What is owed of a session stays owed when the patient has left, and is written by whoever led it. */
@QuarkusTest
@QuarkusTestResource(StepwellTestResource.class)
class NotesAfterTheEndTest extends GroupOfTwo {

    @AfterEach
    void theClockGoesBack() {
        clockAt(Instant.now());
    }

    @Test
    void theNoteOfTheLastSessionIsWrittenAndSignedAfterTheDischarge() {
        var session = held(ada);
        leavesAndIsTreatedByNobody();
        clockAt(Instant.now().plus(Duration.ofHours(25)));
        supervisor()
                .asks()
                .get(API + "/notes?status=OVERDUE&limit=200")
                .then()
                .body("items.session", hasItem(session.toString()));

        summary().body("facts.notes.owed", equalTo(1)).body("warnings", hasItem("NOTES_OWED"));
        write(session, aForm(List.of(ada.patient()), linkable(session))).then().statusCode(200);
        sign(session).then().statusCode(200).body("status", equalTo("SIGNED"));

        await("note-signed")
                .untilAsserted(() -> assertThat(said(ada.patient()))
                        .singleElement()
                        .asString()
                        .startsWith("note-signed.v1")
                        .contains(ada.episode().toString()));
        summary().body("facts.notes.owed", equalTo(0)).body("facts.notes.signed", equalTo(1));
        chart(supervisor(), ada.patient()).statusCode(200).body("items.session", hasItem(session.toString()));
    }

    private void leavesAndIsTreatedByNobody() {
        discharged(ada, LocalDate.now(ZoneId.of("America/New_York")));
        Broker.say(new CareTeamChanged(ada.patient(), ada.episode(), List.of(), Instant.now()));
        await("the end")
                .until(() -> clinician(dora)
                                .asks()
                                .get(API + "/patients/" + ada.patient() + "/notes")
                                .statusCode()
                        == 403);
        await("the discharge").untilAsserted(() -> summary().statusCode(200));
    }

    private ValidatableResponse summary() {
        return supervisor()
                .asks()
                .get(API + "/episodes/" + ada.episode() + "/discharge-summary")
                .then();
    }
}
