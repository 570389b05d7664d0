package org.stepwell.therapy.note;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;
import static org.stepwell.therapy.GroupRoom.aSession;
import static org.stepwell.therapy.GroupRoom.attendance;
import static org.stepwell.therapy.GroupRoom.attended;
import static org.stepwell.therapy.Riverside.aPatientOf;
import static org.stepwell.therapy.Riverside.clinician;
import static org.stepwell.therapy.Riverside.inClinic;
import static org.stepwell.therapy.Riverside.isCalled;
import static org.stepwell.therapy.Riverside.supervisor;
import static org.stepwell.therapy.note.NoteFixtures.aForm;
import static org.stepwell.therapy.note.NoteFixtures.aPart;
import static org.stepwell.therapy.note.NoteFixtures.story;

import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.stepwell.contracts.code.AttendanceStatus;
import org.stepwell.platform.database.Sql;
import org.stepwell.platform.testing.Broker;
import org.stepwell.platform.testing.Person;
import org.stepwell.platform.testing.StepwellTestResource;
import org.stepwell.therapy.Riverside.InCare;

@QuarkusTest
@QuarkusTestResource(StepwellTestResource.class)
class SignatureTest extends GroupOfTwo {

    private static final String COPIED =
            "Took part well, named two situations that are risky, and shared with the group how to leave them.";

    @Inject
    MeterRegistry metrics;

    @Inject
    Sql sql;

    @Test
    void aNoteIsWrittenOnceForTheGroupAndSigned() {
        var session = held(ada, ben);

        var written = write(session, form(session, ada, ben));
        written.then()
                .statusCode(200)
                .body("note.status", equalTo("DRAFT"))
                .body("note.parts", hasSize(2))
                .body("notKept", hasSize(0));
        var signed = sign(session);

        signed.then()
                .statusCode(200)
                .body("status", equalTo("SIGNED"))
                .body("present", equalTo(2))
                .body("signature.by", equalTo(dora.toString()))
                .body("signature.credentials", equalTo("CADC, LCSW"))
                .body("signature.hash", matchesPattern("[0-9a-f]{64}"))
                .body("signature.intact", equalTo(true));
        read(session)
                .then()
                .body("signature.intact", equalTo(true))
                .body("parts.text", containsInAnyOrder(story(0), story(1)));
        for (var who : List.of(ada, ben)) {
            await("note-signed of " + who.patient())
                    .untilAsserted(() -> assertThat(said(who.patient()))
                            .singleElement()
                            .asString()
                            .startsWith("note-signed.v1")
                            .contains(who.episode().toString(), session.toString())
                            .doesNotContain("walk home", "rehearsed"));
        }
    }

    @Test
    void aSignedNoteIsLocked() {
        var session = held(ada, ben);
        var form = form(session, ada, ben);
        write(session, form).then().statusCode(200);
        sign(session).then().statusCode(200);

        refused(write(session, form, etag(session)), 409, "note-is-locked");
        refused(sign(session), 409, "note-is-locked");
    }

    @Test
    void theDatabaseKeepsWhatIsSignedToo() {
        var session = signedBy(ada, ben);

        var change = catchThrowable(() ->
                inClinic(() -> sql.update("update note set shared = 'other' where session_id = ?", session.value())));

        assertThat(change).rootCause().hasMessageContaining("a signed text does not change");
    }

    @Test
    void nobodyWasThereForLessThanNoTime() {
        var session = held(ada);

        var change = catchThrowable(() -> inClinic(
                () -> sql.update("update note_part set attended_minutes = -1 where session_id = ?", session.value())));

        assertThat(change).rootCause().hasMessageContaining("note_part_attended_minutes_check");
    }

    @Test
    void clonedAndMissingTextsAreNotSigned() {
        var session = held(ada, ben);
        var open = linkable(session);
        var clone = List.of(aPart(ada.patient(), story(0), open), aPart(ben.patient(), story(0) + " Again.", open));

        var etag = write(session, aForm("Shared.", clone)).then().extract().header("ETag");
        refused(sign(session), 409, "texts-are-individual")
                .body("errors.pointer", equalTo(List.of("/parts/0/text", "/parts/1/text")));
        write(session, aForm("Shared.", List.of(aPart(ada.patient(), story(0), open))), etag);
        refused(sign(session), 409, "everybody-present-has-a-text")
                .body("detail", containsString(ben.patient().toString()))
                .body("errors.pointer", hasItem("/parts/1/text"));
        read(session).then().body("status", equalTo("DRAFT")).body("signature", nullValue());
    }

    @Test
    void nobodySignsATextThatTheyHaveNotSeen() {
        var session = held(ada);
        write(session, form(session, ada));
        var seen = etag(session);
        write(session, aForm("Another text.", List.of(aPart(ada.patient(), story(1), linkable(session)))), seen);

        refused(clinician(dora).asks().post(path(session) + "/signature"), 428, "version-required");
        refused(
                clinician(dora).asks().header("If-Match", "*").post(path(session) + "/signature"),
                428,
                "version-required");
        refused(
                clinician(dora).asks().header("If-Match", seen).post(path(session) + "/signature"),
                412,
                "stale-version");
        read(session).then().body("status", equalTo("DRAFT"));
    }

    /** The word comes late, and says when it was given: before the draft. */
    @Test
    void nobodySignsMinutesThatTheyHaveNotSeen() {
        var held = aSession(dora);
        attended(held, ada, ben);
        var session = held.session();
        write(session, form(session, ada, ben)).then().statusCode(200);
        var seen = etag(session);

        Broker.say(attendance(held, ben, 2, AttendanceStatus.LEFT_EARLY, 60));
        await("the minutes")
                .untilAsserted(() -> read(session)
                        .then()
                        .body("parts.find { it.patient == '%s' }.minutes".formatted(ben.patient()), equalTo(60)));

        refused(
                clinician(dora).asks().header("If-Match", seen).post(path(session) + "/signature"),
                412,
                "stale-version");
        sign(session).then().statusCode(200);
    }

    @Test
    void onlySomebodyWithCredentialsSigns() {
        var session = held(ada);
        write(session, form(session, ada));

        refused(
                supervisor().asks().header("If-Match", etag(session)).post(path(session) + "/signature"),
                409,
                "signer-has-credentials");
        refused(
                Person.at("supervisor").asks().header("If-Match", etag(session)).post(path(session) + "/signature"),
                403,
                "not-allowed");
    }

    @Test
    void aNoteOfTwelveTakesAsManyStatementsAsANoteOfThree() {
        var three = statementsFor(3);
        var twelve = statementsFor(12);

        assertThat(three).isPositive();
        assertThat(twelve).isEqualTo(three);
    }

    private double statementsFor(int size) {
        var group = IntStream.range(0, size).mapToObj(_ -> aPatientOf()).toArray(InCare[]::new);
        Stream.of(group).forEach(who -> isCalled(who.patient(), "Maya", "Lindqvist"));
        var session = held(group);
        var open = linkable(session);
        var copied =
                Stream.of(group).map(who -> aPart(who.patient(), COPIED, open)).toList();
        var reasons = Stream.of(group)
                .map(who -> Map.of("patient", who.patient(), "because", "They did the whole exercise together."))
                .toList();
        var before = sent();
        write(session, aForm("Shared.", copied)).then().statusCode(200);
        signs(session, reasons).then().statusCode(200);
        chart(supervisor(), group[0].patient()).statusCode(200);
        return sent() - before;
    }

    /** By all calls of these operations so far, whether the object mapper sends them or plain SQL; a batch is one. */
    private double sent() {
        return Stream.of("NoteResource_write", "NoteResource_sign", "ChartResource_list")
                .flatMap(operation ->
                        metrics.find("stepwell.sql.statements").tag("operation", operation).summaries().stream())
                .mapToDouble(DistributionSummary::totalAmount)
                .sum();
    }
}
