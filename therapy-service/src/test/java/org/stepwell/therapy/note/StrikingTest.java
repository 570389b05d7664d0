package org.stepwell.therapy.note;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.stepwell.therapy.Riverside.API;
import static org.stepwell.therapy.Riverside.aClinician;
import static org.stepwell.therapy.Riverside.clinician;
import static org.stepwell.therapy.Riverside.isCalled;
import static org.stepwell.therapy.Riverside.supervisor;
import static org.stepwell.therapy.note.NoteFixtures.aForm;
import static org.stepwell.therapy.note.NoteFixtures.aPart;
import static org.stepwell.therapy.note.NoteFixtures.story;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.contracts.id.SessionId;
import org.stepwell.platform.clinic.ClinicContext;
import org.stepwell.platform.database.Sql;
import org.stepwell.platform.testing.Person;
import org.stepwell.platform.testing.StepwellTestResource;
import org.stepwell.therapy.GroupRoom;
import org.stepwell.therapy.Riverside.InCare;

/** What was entered in error stays, struck, and is written anew. */
@QuarkusTest
@QuarkusTestResource(StepwellTestResource.class)
class StrikingTest extends GroupOfTwo {

    private static final String WHY = "Written about the evening before.";

    @Inject
    Sql sql;

    @Test
    void aPartIsStruckWithTheReasonAndThePatientIsOwedAnother() {
        var session = signedBy(ada, ben);
        var note = note(session);

        strikes(clinician(dora), note, ben.patient())
                .then()
                .statusCode(200)
                .body("status", equalTo("SIGNED"))
                .body("signature.intact", equalTo(true))
                .body("reasons.kind", contains("STRUCK"))
                .body("reasons.reason", contains(WHY))
                .body("others.status", contains("DUE"));

        chart(supervisor(), ben.patient())
                .body("items", hasSize(1))
                .body("items[0].part.text", equalTo(story(1)))
                .body("items[0].part.struckAt", notNullValue())
                .body("items[0].struck.reason", equalTo(WHY))
                .body("items[0].struck.by", equalTo(dora.toString()));
        chart(supervisor(), ada.patient())
                .body("items[0].struck", nullValue())
                .body("items[0].part.struckAt", nullValue());
        await("note-struck")
                .untilAsserted(() -> assertThat(said(ben.patient()))
                        .hasSize(2)
                        .last()
                        .asString()
                        .startsWith("note-struck.v1")
                        .contains(session.toString())
                        .doesNotContain(WHY));
        assertThat(said(ada.patient())).hasSize(1);
        refused(strikes(clinician(dora), note, ben.patient()), 409, "struck-where-it-is-signed");

        read(session)
                .then()
                .body("status", equalTo("DUE"))
                .body("present", equalTo(2))
                .body("dueAt", notNullValue())
                .body("parts.patient", contains(ben.patient().toString()));
        write(session, form(session, ben)).then().statusCode(200);
        sign(session).then().statusCode(200);
        await("note-signed").untilAsserted(() -> assertThat(said(ben.patient())).hasSize(3));
        chart(supervisor(), ben.patient()).body("items.part.text", contains(story(0), story(1)));
    }

    @Test
    void aWholeNoteIsStruckAndWrittenAnew() {
        var session = signedBy(ada, ben);
        int version = read(session).path("version");
        var note = note(session);

        strikes(clinician(dora), note, null)
                .then()
                .statusCode(200)
                .body("status", equalTo("STRUCK"))
                .body("shared.text", notNullValue())
                .body("signature.intact", equalTo(true));

        read(session)
                .then()
                .body("status", equalTo("DUE"))
                .body("parts", hasSize(2))
                .body("version", greaterThan(version));
        refused(write(session, form(session, ada, ben), "\"" + version + "\""), 412, "stale-version");
        write(session, form(session, ada, ben)).then().statusCode(200);
        sign(session).then().statusCode(200).body("others.status", contains("STRUCK"));
        clinician(dora).asks().get(note).then().statusCode(200).body("status", equalTo("STRUCK"));
        clinician(dora)
                .asks()
                .get(API + "/notes?status=STRUCK&limit=200")
                .then()
                .body("items.find { it.session == '%s' }.status".formatted(session), equalTo("STRUCK"));
    }

    @Test
    void aCopyOfWhatStandsInAnotherNoteIsSignedWithAReason() {
        var session = whereAdasPartIsStruck();

        write(session, aForm("Shared.", List.of(longPart(ada, session, story(1)))))
                .then()
                .statusCode(200)
                .body("note.doubts.patient", contains(ada.patient().toString()))
                .body("note.doubts[0].doubts", contains("ALIKE"));
        refused(sign(session), 409, "texts-are-individual").body("errors.pointer", contains("/parts/0/text"));

        signs(session, List.of(Map.of("patient", ada.patient(), "because", "They did the whole exercise together.")))
                .then()
                .statusCode(200);
    }

    /** What was struck of the same patient is no copy. */
    @Test
    void whatWasStruckMayBeSaidAgain() {
        var session = whereAdasPartIsStruck();

        write(session, aForm("Shared.", List.of(longPart(ada, session, story(0)))))
                .then()
                .statusCode(200)
                .body("note.doubts", hasSize(0));
        sign(session).then().statusCode(200);
    }

    private SessionId whereAdasPartIsStruck() {
        var session = held(ada, ben);
        write(session, aForm("Shared.", List.of(longPart(ada, session, story(0)), longPart(ben, session, story(1)))))
                .then()
                .statusCode(200);
        sign(session).then().statusCode(200);
        strikes(clinician(dora), note(session), ada.patient()).then().statusCode(200);
        return session;
    }

    private Map<String, Object> longPart(InCare who, SessionId session, String story) {
        return aPart(who.patient(), story + " Stayed until the end of the evening.", linkable(session));
    }

    @Test
    void ratingsOfWhatWasStruckDoNotCount() {
        var session = signedBy(ada);
        var ratings = API + "/episodes/" + ada.episode() + "/objectives";
        var rated = "findAll { it.ratings.size() > 0 }";
        clinician(dora).asks().get(ratings).then().body(rated, hasSize(1));
        int signed = signedNotes();

        strikes(clinician(dora), note(session), ada.patient()).then().statusCode(200);

        clinician(dora).asks().get(ratings).then().body(rated, hasSize(0));
        assertThat(signedNotes()).isEqualTo(signed - 1);
    }

    private int signedNotes() {
        return supervisor()
                .asks()
                .get(API + "/episodes/" + ada.episode() + "/progress")
                .path("signedNotes");
    }

    @Test
    void whoeverSignedItOrASupervisorStrikesItWithAReason() {
        var session = signedBy(ada);
        var note = note(session);
        var other = aClinician();

        refused(strikes(clinician(other), note, null), 403, "not-allowed");
        refused(strikes(Person.of("supervisor", Person.HARBOR).who(dora), note, null), 404, "not-found");
        clinician(dora)
                .asks()
                .body(Map.of("reason", " "))
                .post(note + "/striking")
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/reason"));
        refused(strikes(clinician(dora), note, ben.patient()), 409, "struck-where-it-is-signed");
        var draft = held(ben);
        refused(strikes(clinician(dora), note(draft), null), 409, "struck-where-it-is-signed");
        strikes(Person.at("supervisor").who(other), note, null).then().statusCode(200);
    }

    @Test
    void whyItIsStruckNamesNobodyElseInAPatientsRecord() {
        isCalled(ben.patient(), "Odalys", "Fontaine");
        var note = note(signedBy(ada, ben));
        var form = Map.of("patient", ada.patient().toString(), "reason", "It is about Odalys.");

        await("the name")
                .untilAsserted(() -> refused(
                        clinician(dora)
                                .asks()
                                .body(Map.of("text", "Odalys spoke first."))
                                .post(note + "/addenda"),
                        409,
                        "no-names-in-shared-text"));
        refused(clinician(dora).asks().body(form).post(note + "/striking"), 409, "no-names-in-shared-text")
                .body("errors.pointer", contains("/reason"));
    }

    @Test
    void whoLedTheSessionTooDoesNotStrikeWhatAnotherSigned() {
        var carl = aClinician();
        var session = GroupRoom.aSession(dora, carl);
        GroupRoom.attended(session, ada);
        write(session.session(), form(session.session(), ada)).then().statusCode(200);
        sign(session.session()).then().statusCode(200);

        await("the staff")
                .untilAsserted(() ->
                        refused(strikes(clinician(carl), note(session.session()), null), 409, "struck-by-its-signer"));
    }

    @Test
    void theDatabaseKeepsWhatIsStruckAndItsRatings() {
        var session = signedBy(ada);
        strikes(clinician(dora), note(session), null).then().statusCode(200);

        for (var change : List.of(
                "update note set status = 'SIGNED' where session_id = ? and status = 'STRUCK'",
                "update note_part set struck_at = null where session_id = ? and struck_at is not null",
                "update note_part set content = 'other' where session_id = ? and struck_at is not null",
                "update note_part set signed_at = null, hash = null, starts_at = null, ends_at = null, struck_at = null"
                        + " where session_id = ? and struck_at is not null",
                "update objective_rating set rating = 'MET' where part_id in"
                        + " (select id from note_part where session_id = ? and struck_at is not null)",
                "update objective_rating set part_id = (select id from note_part where signed_at is null limit 1)"
                        + " where part_id in (select id from note_part where session_id = ? and struck_at is not null)",
                "delete from objective_rating where part_id in"
                        + " (select id from note_part where session_id = ? and struck_at is not null)")) {
            var trouble = catchThrowable(() -> ClinicContext.in(
                    new ClinicContext.Work(Person.RIVERSIDE, "test", null),
                    () -> QuarkusTransaction.requiringNew().call(() -> sql.update(change, session.value()))));
            assertThat(trouble).as(change).rootCause().hasMessageContaining("a signed text does not change");
        }
    }

    private static Response strikes(Person who, String note, @Nullable PatientId whose) {
        var form = new HashMap<String, Object>();
        form.put("reason", WHY);
        if (whose != null) {
            form.put("patient", whose.toString());
        }
        return who.asks().body(form).post(note + "/striking");
    }
}
