package org.stepwell.therapy.note;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.stepwell.therapy.GroupRoom.aSession;
import static org.stepwell.therapy.GroupRoom.attendance;
import static org.stepwell.therapy.GroupRoom.attended;
import static org.stepwell.therapy.Riverside.API;
import static org.stepwell.therapy.Riverside.clinician;
import static org.stepwell.therapy.Riverside.isCalled;
import static org.stepwell.therapy.Riverside.supervisor;
import static org.stepwell.therapy.note.NoteFixtures.story;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.stepwell.contracts.code.AttendanceStatus;
import org.stepwell.contracts.id.SessionId;
import org.stepwell.platform.testing.Broker;
import org.stepwell.platform.testing.Person;
import org.stepwell.platform.testing.Statements;
import org.stepwell.platform.testing.StepwellTestResource;

@QuarkusTest
@QuarkusTestResource(StepwellTestResource.class)
class ChartAndAddendaTest extends GroupOfTwo {

    @Test
    void theChartHoldsOnlyThePatientsOwnPart() {
        var session = signedBy(ada, ben);
        clinician(dora)
                .asks()
                .body(Map.of("text", "The room was cold."))
                .post(note(session) + "/addenda")
                .then()
                .statusCode(201);
        clinician(dora)
                .asks()
                .body(Map.of("patient", ben.patient().toString(), "text", "He called later."))
                .post(note(session) + "/addenda")
                .then()
                .statusCode(201)
                .body("addenda", hasSize(2));

        for (var reader : List.of(clinician(dora), Person.at("patient").who(ada.patient()), supervisor())) {
            chart(reader, ada.patient())
                    .statusCode(200)
                    .body("items", hasSize(1))
                    .body("items[0].shared.text", equalTo("The group rehearsed leaving."))
                    .body("items[0].present", equalTo(2))
                    .body("items[0].part.text", equalTo(story(0)))
                    .body("items[0].addenda.text", equalTo(List.of("The room was cold.")))
                    .body(not(containsString(ben.patient().toString())))
                    .body(not(containsString(story(1))));
        }
        chart(clinician(dora), ben.patient()).statusCode(403);
        chart(Person.at("patient").who(ada.patient()), ben.patient()).statusCode(404);
        chart(supervisor(), ben.patient()).body("items[0].addenda", hasSize(2));
    }

    /** In the order of the sessions, whatever was signed first; a page goes on where the one before ended. */
    @Test
    void theLastSessionComesFirst() {
        var last = signedBy(ada);
        var before = signedBy(ada, ben);
        var first = signedBy(ada);

        chart(supervisor(), ada.patient())
                .body("items.session", equalTo(List.of(last.toString(), before.toString(), first.toString())));
        var page = API + "/patients/" + ada.patient() + "/notes?limit=2";
        String after = supervisor()
                .asks()
                .get(page)
                .then()
                .body("items", hasSize(2))
                .extract()
                .path("after");
        supervisor()
                .asks()
                .get(page + "&after=" + after)
                .then()
                .statusCode(200)
                .body("items.session", equalTo(List.of(first.toString())))
                .body("after", nullValue());
    }

    @Test
    void aPageTakesAsManyStatementsHoweverManyNotesAreOnIt() {
        addedTo(signedBy(ada, ben));
        int few = statements(1);
        for (int i = 0; i < 4; i++) {
            addedTo(signedBy(ada, ben));
        }

        assertThat(statements(5)).isEqualTo(few);
    }

    private void addedTo(SessionId signed) {
        clinician(dora)
                .asks()
                .body(Map.of("patient", ada.patient().toString(), "text", "She called the next morning."))
                .post(note(signed) + "/addenda")
                .then()
                .statusCode(201);
    }

    private int statements(int notes) {
        return Statements.ofReading(() -> chart(supervisor(), ada.patient())
                .body("items", hasSize(notes))
                .body("items.addenda", everyItem(hasSize(1))));
    }

    @Test
    void aDraftIsNotInTheChart() {
        var session = held(ada);
        write(session, form(session, ada)).then().statusCode(200);

        chart(clinician(dora), ada.patient()).body("items", hasSize(0));
    }

    @Test
    void anAddendumToTheGroupNamesNobodyAndFollowsTheSignature() {
        var session = held(ada);
        write(session, form(session, ada));

        refused(
                clinician(dora).asks().body(Map.of("text", "More.")).post(note(session) + "/addenda"),
                409,
                "addendum-follows-signature");
    }

    /** It stands in the chart of the one it is about, who reads it. */
    @Test
    void anAddendumAboutOnePatientNamesNoOther() {
        isCalled(ben.patient(), "Odalys", "Fontaine");
        var addenda = note(signedBy(ada, ben)) + "/addenda";
        var text = "Odalys offered a drink after the group.";
        await("the name")
                .untilAsserted(() -> refused(
                        clinician(dora)
                                .asks()
                                .body(Map.of("text", "Odalys spoke first."))
                                .post(addenda),
                        409,
                        "no-names-in-shared-text"));

        refused(
                        clinician(dora)
                                .asks()
                                .body(Map.of("patient", ada.patient().toString(), "text", text))
                                .post(addenda),
                        409,
                        "no-names-in-shared-text")
                .body("errors.pointer", equalTo(List.of("/text")));
        chart(supervisor(), ada.patient()).body(not(containsString("offered a drink")));
        clinician(dora)
                .asks()
                .body(Map.of("patient", ben.patient().toString(), "text", text))
                .post(addenda)
                .then()
                .statusCode(201);
    }

    /** They may have said much; an addendum has no place for what they worked on. */
    @Test
    void whoIsFoundPresentLaterIsOwedANoteOfTheirOwn() {
        var session = aSession(dora);
        attended(session, ada);
        write(session.session(), form(session.session(), ada)).then().statusCode(200);
        sign(session.session()).then().statusCode(200);

        Broker.say(attendance(session, ben, 1, AttendanceStatus.LATE));
        await("the next note")
                .untilAsserted(() -> read(session.session())
                        .then()
                        .body("status", equalTo("DUE"))
                        .body("present", equalTo(2))
                        .body("parts.patient", equalTo(List.of(ben.patient().toString())))
                        .body("others.status", equalTo(List.of("SIGNED"))));
        write(session.session(), form(session.session(), ben)).then().statusCode(200);
        sign(session.session()).then().statusCode(200);

        await("note-signed").untilAsserted(() -> assertThat(said(ben.patient())).hasSize(1));
        chart(supervisor(), ben.patient())
                .body("items[0].part.text", equalTo(story(0)))
                .body("items[0].present", equalTo(2));
    }
}
