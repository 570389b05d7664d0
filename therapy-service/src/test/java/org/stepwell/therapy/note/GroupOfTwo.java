package org.stepwell.therapy.note;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.endsWith;
import static org.stepwell.therapy.GroupRoom.aSession;
import static org.stepwell.therapy.GroupRoom.attended;
import static org.stepwell.therapy.Riverside.API;
import static org.stepwell.therapy.Riverside.aClinician;
import static org.stepwell.therapy.Riverside.aPatientOf;
import static org.stepwell.therapy.Riverside.clinician;
import static org.stepwell.therapy.Riverside.inClinic;
import static org.stepwell.therapy.Riverside.isCalled;
import static org.stepwell.therapy.Riverside.sql;
import static org.stepwell.therapy.Riverside.supervisor;
import static org.stepwell.therapy.note.NoteFixtures.aForm;
import static org.stepwell.therapy.note.NoteFixtures.aPart;
import static org.stepwell.therapy.note.NoteFixtures.story;

import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.contracts.id.SessionId;
import org.stepwell.contracts.id.StaffId;
import org.stepwell.platform.testing.Broker;
import org.stepwell.platform.testing.Person;
import org.stepwell.therapy.Riverside.InCare;

/** A clinician, two patients, and what they do with the notes of their sessions. */
abstract class GroupOfTwo {

    /** Nobody is in two sessions at a time. */
    private static final Duration APART = Duration.ofHours(4);

    StaffId dora;
    InCare ada;
    InCare ben;
    private int sessions;

    @BeforeEach
    void aGroupOfTwo() {
        dora = aClinician();
        ada = aPatientOf(dora);
        ben = aPatientOf();
        isCalled(ada.patient(), "Wilhelmina", "Oberholtzer");
        isCalled(ben.patient(), "Thaddeus", "Vandersloot");
        await("both names")
                .until(() -> inClinic(() -> sql().list(
                                        "select id from patient where id in (?, ?) and contact is not null",
                                        row -> 1,
                                        ada.patient().value(),
                                        ben.patient().value())
                                .size()
                        == 2));
    }

    /** A session some hours before the one before. */
    SessionId held(InCare... present) {
        var session = aSession(Instant.now().minus(APART.multipliedBy(sessions++)), dora);
        attended(session, present);
        return session.session();
    }

    SessionId signedBy(InCare... present) {
        var session = held(present);
        write(session, form(session, present)).then().statusCode(200);
        sign(session).then().statusCode(200);
        return session;
    }

    /** A whole note of these, each with one of the objectives that may be linked. */
    Map<String, Object> form(SessionId session, InCare... present) {
        return aForm(Stream.of(present).map(InCare::patient).toList(), linkable(session));
    }

    /** One open objective of each patient. */
    Map<String, String> linkable(SessionId session) {
        return linkable(read(session));
    }

    static Map<String, String> linkable(Response note) {
        var found = new HashMap<String, String>();
        List<Map<String, String>> open = note.path("openObjectives");
        open.forEach(one -> found.putIfAbsent(
                Objects.requireNonNull(one.get("patient")), Objects.requireNonNull(one.get("objective"))));
        return found;
    }

    List<Map<String, Object>> parts(SessionId session, InCare one, InCare other) {
        var open = linkable(session);
        return List.of(aPart(one.patient(), story(0), open), aPart(other.patient(), story(1), open));
    }

    Response write(SessionId session, Object form) {
        return clinician(dora).asks().body(form).put(path(session));
    }

    Response write(SessionId session, Object form, String etag) {
        return clinician(dora).asks().body(form).header("If-Match", etag).put(path(session));
    }

    Response sign(SessionId session) {
        return signs(clinician(dora), session);
    }

    static Response signs(Person who, SessionId session) {
        var etag = who.asks().get(path(session)).header("ETag");
        return who.asks().header("If-Match", etag).post(path(session) + "/signature");
    }

    Response signs(SessionId session, List<? extends Map<String, ?>> reasons) {
        return clinician(dora)
                .asks()
                .header("If-Match", etag(session))
                .body(Map.of("reasons", reasons))
                .post(path(session) + "/signature");
    }

    Response read(SessionId session) {
        return clinician(dora).asks().get(path(session));
    }

    String etag(SessionId session) {
        return read(session).header("ETag");
    }

    /** The note of a session that is to be written or was signed last. */
    String note(SessionId session) {
        return API + "/notes/" + read(session).path("id");
    }

    static ValidatableResponse chart(Person reader, PatientId patient) {
        return reader.asks().get(API + "/patients/" + patient + "/notes").then();
    }

    static List<String> said(PatientId patient) {
        return Broker.said("stepwell.therapy", patient).stream()
                .filter(said -> said.startsWith("note-"))
                .toList();
    }

    static String path(SessionId session) {
        return API + "/sessions/" + session + "/note";
    }

    /** The task of a kind where a field has a value, however it stands. */
    static @Nullable Map<String, Object> task(String kind, String field, Object value) {
        for (var status : List.of("", "&status=DONE", "&status=WITHDRAWN")) {
            Map<String, Object> found = supervisor()
                    .asks()
                    .get(API + "/tasks?limit=200&kind=" + kind + status)
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath()
                    .getMap("items.find { it.%s == '%s' }".formatted(field, value));
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    static ValidatableResponse refused(Response answer, int status, String slug) {
        return answer.then().statusCode(status).body("type", endsWith("/problems/" + slug));
    }
}
