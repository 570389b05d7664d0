package org.stepwell.therapy.note;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.stepwell.therapy.GroupRoom.aSession;
import static org.stepwell.therapy.GroupRoom.aVisit;
import static org.stepwell.therapy.GroupRoom.attendance;
import static org.stepwell.therapy.GroupRoom.attended;
import static org.stepwell.therapy.GroupRoom.awaitPresent;
import static org.stepwell.therapy.Riverside.API;
import static org.stepwell.therapy.Riverside.aClinician;
import static org.stepwell.therapy.Riverside.aPatientIn;
import static org.stepwell.therapy.Riverside.aPatientOf;
import static org.stepwell.therapy.Riverside.clinician;
import static org.stepwell.therapy.Riverside.clockAt;
import static org.stepwell.therapy.Riverside.said;
import static org.stepwell.therapy.Riverside.supervisor;
import static org.stepwell.therapy.note.NoteFixtures.aForm;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.stepwell.contracts.code.AttendanceStatus;
import org.stepwell.contracts.id.NoteId;
import org.stepwell.contracts.id.ProgramId;
import org.stepwell.contracts.id.SessionId;
import org.stepwell.contracts.id.StaffId;
import org.stepwell.contracts.scheduling.SchedulingState.SessionChanged;
import org.stepwell.platform.clinic.ClinicContext;
import org.stepwell.platform.database.Sql;
import org.stepwell.platform.database.Uuid7;
import org.stepwell.platform.testing.Broker;
import org.stepwell.platform.testing.Person;
import org.stepwell.platform.testing.StepwellTestResource;
import org.stepwell.platform.time.Due;
import org.stepwell.therapy.Riverside.InCare;

@QuarkusTest
@QuarkusTestResource(StepwellTestResource.class)
class OverdueNotesTest {

    /** The clock goes on while the test does. */
    private static final Duration JUST_BEFORE = Duration.ofMinutes(10);

    private static final Duration NOTE_DUE = Duration.ofHours(24);

    @Inject
    Sql sql;

    @Inject
    Due due;

    private StaffId dora;
    private InCare ada;

    @BeforeEach
    void aPatient() {
        dora = aClinician();
        ada = aPatientOf(dora);
    }

    @AfterEach
    void theClockGoesBack() {
        clockAt(Instant.now());
    }

    @Test
    void aNoteThatIsNotSignedInTimeIsOverdueUntilItIsSigned() {
        var session = aSession(dora);
        attended(session, ada);
        var due = session.end().plus(NOTE_DUE);
        note(session.session()).body("dueAt", equalTo(due.toString())).body("overdueSince", nullValue());

        clockAt(due.minus(JUST_BEFORE));
        assertThat(overdue()).doesNotContain(session.session().toString());
        clockAt(due.plusSeconds(1));

        assertThat(overdue()).contains(session.session().toString());
        await("note-overdue")
                .untilAsserted(() -> assertThat(Broker.said("stepwell.therapy", session.session()))
                        .singleElement()
                        .asString()
                        .startsWith("note-overdue.v1")
                        .contains(dora.toString(), due.toString()));

        writeAndSign(session.session());
        assertThat(overdue()).doesNotContain(session.session().toString());
        note(session.session()).body("status", equalTo("SIGNED")).body("overdueSince", nullValue());
    }

    /** Whoever has read it just before has read what they sign. */
    @Test
    void aNoteThatFallsOverdueIsStillTheOneThatWasRead() {
        var session = aSession(dora);
        attended(session, ada);
        write(session.session());
        var path = API + "/sessions/" + session.session() + "/note";
        var read = clinician(dora).asks().get(path).header("ETag");

        clockAt(session.end().plus(NOTE_DUE).plusSeconds(1));

        assertThat(overdue()).contains(session.session().toString());
        clinician(dora)
                .asks()
                .header("If-Match", read)
                .post(path + "/signature")
                .then()
                .statusCode(200);
    }

    /** Whoever answers for the clinic sees who was late, after the word has come, too. */
    @Test
    void howLateANoteWasIsKnownAfterItIsSigned() {
        var late = aSession(dora);
        attended(late, ada);
        var inTime = aSession(late.end().minus(Duration.ofHours(4)), dora);
        attended(inTime, ada);
        writeAndSign(inTime.session());
        var due = late.end().plus(NOTE_DUE);
        assertThat(signedLate(late.session())).isNull();
        clockAt(due.plus(Duration.ofMinutes(150)));

        writeAndSign(late.session());

        assertThat(signedLate(late.session()))
                .containsEntry("cosignature", null)
                .extractingByKey("signature", InstanceOfAssertFactories.MAP)
                .containsEntry("by", dora.toString())
                .containsEntry("due", due.toString())
                .containsEntry("hours", 2);
        assertThat(signedLate(inTime.session())).isNull();
        clinician(dora).asks().get(API + "/notes/late/signed").then().statusCode(403);
    }

    private static @Nullable Map<String, Object> signedLate(SessionId session) {
        return Person.at("clinic-admin")
                .asks()
                .get(API + "/notes/late/signed?limit=200")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getMap("items.find { it.session == '%s' }".formatted(session));
    }

    @Test
    void aLateNoteIsATaskOfWhoeverLedTheSessionAndThenOfTheirSupervisors() {
        var session = aSession(dora);
        attended(session, ada);
        var note = note(session.session()).extract().<String>path("id");
        var due = session.end().plus(NOTE_DUE);
        clockAt(due.plusSeconds(1));

        var task = task(clinician(dora), note, "mine=true");
        assertThat(task)
                .containsEntry("staff", dora.toString())
                .containsEntry("dueAt", due.toString())
                .containsEntry("overdue", true)
                .containsEntry("patient", null);
        assertThat(task(clinician(aClinician()), note, "")).isNull();
        clockAt(due.plus(Duration.ofHours(25)));
        assertThat(task(Person.at("supervisor"), note, "role=SUPERVISOR"))
                .containsEntry("roles", List.of("SUPERVISOR"));

        clinician(dora)
                .asks()
                .post(API + "/tasks/" + task.get("id") + "/completion")
                .then()
                .statusCode(409)
                .body("type", endsWith("/task-ends-with-its-work"));
        writeAndSign(session.session());
        clinician(dora)
                .asks()
                .get(API + "/tasks/" + task.get("id"))
                .then()
                .statusCode(200)
                .body("status", equalTo("DONE"));
    }

    /** The task about a note, as somebody finds it among theirs. */
    private static Map<String, Object> task(Person who, String note, String query) {
        JsonPath page = who.asks()
                .get(API + "/tasks?limit=200&kind=note-overdue&" + query)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        return page.getMap("items.find { it.subject == '%s' }".formatted(note));
    }

    @Test
    void aNoteThatIsSignedInTimeIsNeverOverdue() {
        var session = aSession(dora);
        attended(session, ada);
        writeAndSign(session.session());

        clockAt(session.end().plus(NOTE_DUE).plusSeconds(1));

        assertThat(overdue()).doesNotContain(session.session().toString());
        // Long enough for the relay, which a commit wakes, to have said it.
        await().during(Duration.ofSeconds(1))
                .atMost(Duration.ofSeconds(3))
                .until(() -> Broker.said("stepwell.therapy", session.session()).isEmpty());
    }

    @Test
    void aNoteIsNotOwedForThoseExcusedAfterwards() {
        var session = aSession(dora);
        attended(session, ada);
        Broker.say(attendance(session, ada, 2, AttendanceStatus.EXCUSED));
        awaitPresent(session.session(), 0);

        clockAt(session.end().plus(NOTE_DUE).plusSeconds(1));

        assertThat(overdue()).doesNotContain(session.session().toString());
    }

    @Test
    void aVisitOfOnePatientAloneOwesANoteAsAGroupDoes() {
        var visit = aVisit(Instant.now().truncatedTo(ChronoUnit.SECONDS), dora);
        attended(visit, ada);
        note(visit.session())
                .body("modality", equalTo("INDIVIDUAL_THERAPY"))
                .body("present", equalTo(1))
                .body("dueAt", equalTo(visit.end().plus(NOTE_DUE).toString()));

        clockAt(visit.end().plus(NOTE_DUE).plusSeconds(1));

        await("the overdue note")
                .untilAsserted(
                        () -> assertThat(overdue()).contains(visit.session().toString()));
    }

    @Test
    void theDeadlineWaitsForTheProgramToBeKnown() {
        var program = new ProgramId(Uuid7.next());
        var early = aPatientIn(program, dora);
        var session = aSession(dora);
        attended(session, early);
        note(session.session()).body("dueAt", nullValue());

        Broker.say(said(program));

        await("the deadline")
                .atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> note(session.session()).body("dueAt", notNullValue()));
    }

    @Test
    void aSessionThatIsMovedMovesTheDeadline() {
        var session = aSession(dora);
        attended(session, ada);

        Broker.say(new SessionChanged(
                session.session(),
                session.group(),
                session.modality(),
                session.date(),
                session.start(),
                session.end().plusSeconds(1_800),
                session.facilitators(),
                session.status(),
                session.at().plusSeconds(1)));

        await("the deadline")
                .untilAsserted(() -> note(session.session())
                        .body(
                                "dueAt",
                                equalTo(session.end()
                                        .plusSeconds(1_800)
                                        .plus(NOTE_DUE)
                                        .toString())));
    }

    @Test
    void whoChangesANoteTheMomentItFallsDueIsNotDisturbed() {
        var soon = Instant.now().plusSeconds(4);
        var session = aSession(soon.minus(NOTE_DUE), dora);
        attended(session, ada);
        var id = NoteId.fromString(note(session.session()).extract().path("id"));

        ClinicContext.in(
                new ClinicContext.Work(Person.RIVERSIDE, "test", null),
                () -> QuarkusTransaction.requiringNew().call(() -> {
                    sql.one("select 1 from note where id = ? for update", row -> row.getInt(1), id.value());
                    await("the due time").until(() -> Instant.now().isAfter(soon.plusMillis(200)));
                    await("the due row, which no door holds while it waits for the note")
                            .pollInSameThread()
                            .atMost(Duration.ofMillis(600))
                            .until(() -> sql.one(
                                            "select 1 from platform.due where subject = ? for update skip locked",
                                            row -> row.getInt(1),
                                            id.value())
                                    .isPresent());
                    due.cancel(NotesDue.OVERDUE, id);
                    return id;
                }));

        note(session.session()).body("overdueSince", nullValue());
    }

    private io.restassured.response.ValidatableResponse note(SessionId session) {
        return supervisor()
                .asks()
                .get(API + "/sessions/" + session + "/note")
                .then()
                .statusCode(200);
    }

    private void writeAndSign(SessionId session) {
        write(session);
        GroupOfTwo.signs(clinician(dora), session).then().statusCode(200);
    }

    private void write(SessionId session) {
        var path = API + "/sessions/" + session + "/note";
        var open = GroupOfTwo.linkable(clinician(dora).asks().get(path));
        clinician(dora)
                .asks()
                .body(aForm(List.of(ada.patient()), open))
                .put(path)
                .then()
                .statusCode(200);
    }

    private static List<String> overdue() {
        return Person.at("clinic-admin")
                .asks()
                .get(API + "/notes?status=OVERDUE&limit=200")
                .then()
                .statusCode(200)
                .extract()
                .path("items.session");
    }
}
