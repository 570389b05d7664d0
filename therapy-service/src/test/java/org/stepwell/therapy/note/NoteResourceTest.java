package org.stepwell.therapy.note;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.stepwell.therapy.GroupRoom.aSession;
import static org.stepwell.therapy.GroupRoom.attendance;
import static org.stepwell.therapy.GroupRoom.attended;
import static org.stepwell.therapy.GroupRoom.awaitPresent;
import static org.stepwell.therapy.Riverside.API;
import static org.stepwell.therapy.Riverside.aClinician;
import static org.stepwell.therapy.Riverside.clinician;
import static org.stepwell.therapy.Riverside.isCalled;
import static org.stepwell.therapy.Riverside.supervisor;
import static org.stepwell.therapy.note.NoteFixtures.aForm;
import static org.stepwell.therapy.note.NoteFixtures.aPart;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.stepwell.contracts.code.AttendanceStatus;
import org.stepwell.contracts.id.SessionId;
import org.stepwell.platform.testing.Broker;
import org.stepwell.platform.testing.Person;
import org.stepwell.platform.testing.StepwellTestResource;

@QuarkusTest
@QuarkusTestResource(StepwellTestResource.class)
class NoteResourceTest extends GroupOfTwo {

    @Test
    void aChangeNamesTheVersionItWasMadeTo() {
        var session = held(ada, ben);
        var form = aForm(List.of(ada.patient(), ben.patient()));
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
        refused(other.asks().body(aForm(List.of(ada.patient()))).put(path(session)), 403, "not-allowed");
        refused(Person.at("intake").asks().get(path(session)), 403, "not-allowed");
        supervisor().asks().get(path(session)).then().statusCode(200);
        refused(Person.at("patient").who(ada.patient()).asks().get(path(session)), 403, "not-allowed");
    }

    @Test
    void anotherClinicsSessionIsNotThere() {
        var session = held(ada);
        var harbor = Person.of("supervisor", Person.HARBOR).who(dora);

        refused(harbor.asks().get(path(session)), 404, "not-found");
        refused(harbor.asks().body(aForm(List.of(ada.patient()))).put(path(session)), 404, "not-found");
        refused(harbor.asks().get(API + "/patients/" + ada.patient() + "/notes"), 404, "not-found");
        refused(supervisor().asks().get(path(new SessionId(UUID.randomUUID()))), 404, "not-found");
    }

    @Test
    void whatIsSharedNamesNobody() {
        isCalled(ada.patient(), "Maya", "Lindqvist-Ross");
        await("the name").untilAsserted(() -> {
            var session = held(ada, ben);
            refused(write(session, aForm("Then Maya spoke of home.", parts(ada, ben))), 409, "no-names-in-shared-text")
                    .body("errors.pointer", equalTo(List.of("/shared/text")));
            write(session, aForm("The mayan calendar came up.", parts(ada, ben)))
                    .then()
                    .statusCode(200);
        });
    }

    @Test
    void aNoteIsAboutThosePresent() {
        var session = held(ada);

        refused(write(session, aForm(List.of(ada.patient(), ben.patient()))), 409, "only-those-present");
        refused(
                        write(session, aForm("Shared.", List.of(aPart(ada.patient(), "a"), aPart(ada.patient(), "b")))),
                        400,
                        "invalid-request")
                .body("errors[0].pointer", equalTo("/parts/1/patient"));
        refused(sign(session), 409, "note-is-not-written");
    }

    @Test
    void aNoteIsForASessionSomebodyAttended() {
        var session = aSession(Instant.now(), dora).session();

        await("the session").untilAsserted(() -> refused(write(session, aForm(List.of())), 409, "nobody-was-present"));
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
