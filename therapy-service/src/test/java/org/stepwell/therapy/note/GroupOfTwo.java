package org.stepwell.therapy.note;

import static org.hamcrest.Matchers.endsWith;
import static org.stepwell.therapy.GroupRoom.aSession;
import static org.stepwell.therapy.GroupRoom.attended;
import static org.stepwell.therapy.Riverside.API;
import static org.stepwell.therapy.Riverside.aClinician;
import static org.stepwell.therapy.Riverside.aPatientOf;
import static org.stepwell.therapy.Riverside.clinician;
import static org.stepwell.therapy.note.NoteFixtures.aForm;
import static org.stepwell.therapy.note.NoteFixtures.aPart;
import static org.stepwell.therapy.note.NoteFixtures.story;

import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.contracts.id.SessionId;
import org.stepwell.contracts.id.StaffId;
import org.stepwell.platform.testing.Broker;
import org.stepwell.platform.testing.Person;
import org.stepwell.therapy.Riverside.InCare;

/** A clinician, two patients, and what they do with the notes of their sessions. */
abstract class GroupOfTwo {

    StaffId dora;
    InCare ada;
    InCare ben;

    @BeforeEach
    void aGroupOfTwo() {
        dora = aClinician();
        ada = aPatientOf(dora);
        ben = aPatientOf();
    }

    SessionId held(InCare... present) {
        var session = aSession(Instant.now(), dora);
        attended(session, present);
        return session.session();
    }

    SessionId signedBy(InCare... present) {
        var session = held(present);
        write(session, aForm(Stream.of(present).map(InCare::patient).toList()))
                .then()
                .statusCode(200);
        sign(session).then().statusCode(200);
        return session;
    }

    Response write(SessionId session, Object form) {
        return clinician(dora).asks().body(form).put(path(session));
    }

    Response write(SessionId session, Object form, String etag) {
        return clinician(dora).asks().body(form).header("If-Match", etag).put(path(session));
    }

    Response sign(SessionId session) {
        return clinician(dora).asks().header("If-Match", etag(session)).post(path(session) + "/signature");
    }

    Response read(SessionId session) {
        return clinician(dora).asks().get(path(session));
    }

    String etag(SessionId session) {
        return read(session).header("ETag");
    }

    static ValidatableResponse chart(Person reader, PatientId patient) {
        return reader.asks().get(API + "/patients/" + patient + "/notes").then();
    }

    static List<Map<String, Object>> parts(InCare one, InCare other) {
        return List.of(aPart(one.patient(), story(0)), aPart(other.patient(), story(1)));
    }

    static List<String> said(PatientId patient) {
        return Broker.said("stepwell.therapy", patient).stream()
                .filter(said -> said.startsWith("note-"))
                .toList();
    }

    static String path(SessionId session) {
        return API + "/sessions/" + session + "/note";
    }

    static ValidatableResponse refused(Response answer, int status, String slug) {
        return answer.then().statusCode(status).body("type", endsWith("/problems/" + slug));
    }
}
