package org.stepwell.therapy.note;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.stepwell.therapy.GroupRoom.aSession;
import static org.stepwell.therapy.GroupRoom.attendance;
import static org.stepwell.therapy.GroupRoom.attended;
import static org.stepwell.therapy.GroupRoom.awaitPresent;
import static org.stepwell.therapy.Riverside.API;
import static org.stepwell.therapy.Riverside.aClinician;
import static org.stepwell.therapy.Riverside.aPatientOf;
import static org.stepwell.therapy.Riverside.clinician;
import static org.stepwell.therapy.Riverside.isCalled;
import static org.stepwell.therapy.Riverside.supervisor;
import static org.stepwell.therapy.note.NoteFixtures.aForm;
import static org.stepwell.therapy.note.NoteFixtures.aPart;
import static org.stepwell.therapy.note.NoteFixtures.story;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.stepwell.contracts.code.AttendanceStatus;
import org.stepwell.contracts.code.Saying;
import org.stepwell.contracts.enrollment.EnrollmentState.PatientChanged;
import org.stepwell.contracts.id.SessionId;
import org.stepwell.platform.seal.Seal;
import org.stepwell.platform.testing.Broker;
import org.stepwell.platform.testing.Person;
import org.stepwell.platform.testing.StepwellTestResource;
import org.stepwell.therapy.Riverside.InCare;

@QuarkusTest
@QuarkusTestResource(StepwellTestResource.class)
class NoteResourceTest extends GroupOfTwo {

    private static final PatientChanged.ContactRules NOT_REACHED =
            new PatientChanged.ContactRules(false, false, false, false, null, null, Saying.ASK_FOR_A_CALL_BACK);

    @Inject
    Seal seal;

    @Test
    void whoeverLedFindsWhatTheyStillOwe() {
        var due = held(ada);
        var draft = held(ada, ben);
        write(draft, form(draft, ada, ben)).then().statusCode(200);
        signedBy(ada);

        clinician(dora)
                .asks()
                .get(API + "/notes/mine")
                .then()
                .statusCode(200)
                .body("items.session", containsInAnyOrder(due.toString(), draft.toString()))
                .body("items.status", containsInAnyOrder("DUE", "DRAFT"));
        clinician(aClinician()).asks().get(API + "/notes/mine").then().body("items", hasSize(0));
    }

    @Test
    void aChangeNamesTheVersionItWasMadeTo() {
        var session = held(ada, ben);
        var form = form(session, ada, ben);
        var first = write(session, form).then().statusCode(200).extract().header("ETag");

        refused(write(session, form), 428, "version-required");
        refused(write(session, form, "\"0\""), 412, "stale-version");
        write(session, form, first).then().statusCode(200);
    }

    @Test
    void onlyThoseWhoLeadTheSessionAndTheirSupervisorsReadAndWriteItsNote() {
        var session = held(ada);
        var other = clinician(aClinician());

        refused(other.asks().get(path(session)), 403, "not-allowed");
        refused(other.asks().body(form(session, ada)).put(path(session)), 403, "not-allowed");
        refused(Person.at("intake").asks().get(path(session)), 403, "not-allowed");
        supervisor().asks().get(path(session)).then().statusCode(200);
        refused(Person.at("patient").who(ada.patient()).asks().get(path(session)), 403, "not-allowed");
    }

    @Test
    void anotherClinicsSessionIsNotThere() {
        var session = held(ada);
        var harbor = Person.of("supervisor", Person.HARBOR).who(dora);

        refused(harbor.asks().get(path(session)), 404, "not-found");
        refused(harbor.asks().body(form(session, ada)).put(path(session)), 404, "not-found");
        refused(harbor.asks().get(API + "/patients/" + ada.patient() + "/notes"), 404, "not-found");
        refused(supervisor().asks().get(path(new SessionId(UUID.randomUUID()))), 404, "not-found");
    }

    @Test
    void whatIsSharedNamesNobody() {
        isCalled(ada.patient(), "Maya", "Lindqvist-Ross");
        await("the name").untilAsserted(() -> {
            var session = held(ada, ben);
            refused(
                            write(session, aForm("Then Maya spoke of home.", parts(session, ada, ben))),
                            409,
                            "no-names-in-shared-text")
                    .body("errors.pointer", equalTo(List.of("/shared/text")));
            write(session, aForm("The mayan calendar came up.", parts(session, ada, ben)))
                    .then()
                    .statusCode(200);
        });
    }

    /** Payers deny what is copied; whoever signs it all the same says why, and a supervisor looks at it. */
    @Test
    void aCopiedPartIsSignedWithAReasonThatSupervisorsRead() {
        var session = held(ada, ben);
        var copied =
                "Took part well, named two situations that are risky, and shared with the group how to leave them.";
        var open = linkable(session);
        write(
                        session,
                        aForm(
                                "Triggers.",
                                List.of(aPart(ada.patient(), copied, open), aPart(ben.patient(), copied, open))))
                .then()
                .statusCode(200)
                .body("note.doubts.doubts", equalTo(List.of(List.of("ALIKE"), List.of("ALIKE"))));

        refused(sign(session), 409, "texts-are-individual");
        var why = "They did the whole exercise together, as a pair.";
        refused(signs(session, List.of(reason(ada, why))), 409, "texts-are-individual");
        signs(session, List.of(reason(ada, "too short"))).then().statusCode(400);
        signs(session, List.of(reason(ada, why), reason(ben, why)))
                .then()
                .statusCode(200)
                .body("status", equalTo("SIGNED"))
                .body("doubts", hasSize(0));

        var mine = "items.findAll { it.patient == '%s' }.".formatted(ada.patient());
        justified(supervisor())
                .body(mine + "doubt", equalTo(List.of("ALIKE")))
                .body(mine + "reason", equalTo(List.of(why)));
        justified(Person.at("clinic-admin")).body(mine + "reason", contains(nullValue()));
        clinician(dora).asks().get(API + "/notes/justified").then().statusCode(403);
    }

    @Test
    void nobodyElseStandsInAPatientsRecordByTheirName() {
        isCalled(ben.patient(), "Amalia", "Ostrander");
        await("the name").untilAsserted(() -> {
            var session = held(ada, ben);
            writes(session, "Sat with Amalia, and came back to the walk home.")
                    .body("note.doubts.doubts", equalTo(List.of(List.of("FIRST_NAME_OF_ANOTHER"))));
            sign(session).then().statusCode(200);
        });
        var session = held(ada, ben);
        for (var named : List.of("Argued with amalia ostrander.", "Ostrander, Amalia was her partner.")) {
            writes(session, named).body("note.doubts.doubts", equalTo(List.of(List.of("NAMES_ANOTHER"))));
            refused(sign(session), 409, "others-are-not-named");
        }
        writes(session, "Ostrander is the name of her street; she met an amalia there.")
                .body("note.doubts", hasSize(0));
        sign(session).then().statusCode(200);
    }

    /** Whoever stayed away, and whoever has another note of the session, is a patient of the group as well. */
    @Test
    void whoWasAwayAndWhoHasAnotherNoteOfTheSessionIsNotNamedEither() {
        var away = aPatientOf();
        isCalled(away.patient(), "Rosalind", "Featherstone");
        isCalled(ben.patient(), "Amalia", "Ostrander");
        var held = aSession(Instant.now().minus(Duration.ofHours(9)), dora);
        Broker.say(attendance(held, away, 1, AttendanceStatus.NO_SHOW));
        attended(held, ben);
        var session = held.session();
        write(session, form(session, ben)).then().statusCode(200);
        sign(session).then().statusCode(200);
        Broker.say(attendance(held, ada, 1, AttendanceStatus.LATE));
        await("the next note")
                .untilAsserted(() -> read(session)
                        .then()
                        .body("parts.patient", equalTo(List.of(ada.patient().toString()))));

        for (var named : List.of("Missed Rosalind F. Featherstone.", "Was greeted by amalia ostrander.")) {
            var form = aForm("Triggers.", List.of(aPart(ada.patient(), named, linkable(session))));
            await("the name")
                    .untilAsserted(() -> write(session, form, "*")
                            .then()
                            .statusCode(200)
                            .body("note.doubts.doubts", equalTo(List.of(List.of("NAMES_ANOTHER")))));
            refused(sign(session), 409, "others-are-not-named");
        }
        for (var named : List.of("Rosalind was missed.", "then amalia spoke")) {
            var form = aForm(named, List.of(aPart(ada.patient(), story(0), linkable(session))));
            refused(write(session, form, "*"), 409, "no-names-in-shared-text");
        }
    }

    @Test
    void aNameThatCanNotBeOpenedIsADoubtAndKeepsNobodyFromSigning() {
        var session = held(ada, ben);
        var block = seal.seal(Person.RIVERSIDE, "patient-contact/" + ada.patient(), "{\"givenName\":\"Maya\"}");
        Broker.say(new PatientChanged(ben.patient(), "en", null, NOT_REACHED, block, Instant.EPOCH));

        await("the contact that does not open")
                .untilAsserted(() -> write(session, form(session, ada, ben), "*")
                        .then()
                        .statusCode(200)
                        .body("note.doubts.patient", contains(ada.patient().toString()))
                        .body("note.doubts.doubts", equalTo(List.of(List.of("NAMES_NOT_KNOWN")))));
        sign(session).then().statusCode(200);
    }

    private ValidatableResponse writes(SessionId session, String ofAda) {
        var open = linkable(session);
        var form = aForm("Triggers.", List.of(aPart(ada.patient(), ofAda, open), aPart(ben.patient(), story(1), open)));
        var answer = "DRAFT".equals(read(session).path("status"))
                ? write(session, form, etag(session))
                : write(session, form);
        return answer.then().statusCode(200);
    }

    private static Map<String, Object> reason(InCare who, String because) {
        return Map.of("patient", who.patient(), "because", because);
    }

    private static ValidatableResponse justified(Person who) {
        return who.asks().get(API + "/notes/justified?limit=200").then().statusCode(200);
    }

    @Test
    void eachPatientHasOnePart() {
        var session = held(ada);
        var open = linkable(session);

        refused(
                        write(
                                session,
                                aForm(
                                        "Shared.",
                                        List.of(aPart(ada.patient(), "a", open), aPart(ada.patient(), "b", open)))),
                        400,
                        "invalid-request")
                .body("errors[0].pointer", equalTo("/parts/1/patient"));
        refused(sign(session), 409, "note-is-not-written");
    }

    @Test
    void aNoteIsForASessionSomebodyAttended() {
        var session = aSession(Instant.now(), dora).session();

        await("the session")
                .untilAsserted(() -> refused(write(session, aForm("Shared.", List.of())), 409, "nobody-was-present"));
    }

    @Test
    void aCorrectionWithdrawsThePartThatIsNotSigned() {
        var session = aSession(dora);
        attended(session, ada, ben);

        Broker.say(attendance(session, ben, 2, AttendanceStatus.EXCUSED));
        awaitPresent(session.session(), 1);
        Broker.say(attendance(session, ada, 2, AttendanceStatus.EXCUSED));
        awaitPresent(session.session(), 0);

        read(session.session()).then().body("status", equalTo("WITHDRAWN")).body("parts", hasSize(0));
    }
}
