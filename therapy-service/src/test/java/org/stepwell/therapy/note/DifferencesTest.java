package org.stepwell.therapy.note;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.stepwell.therapy.GroupRoom.aSession;
import static org.stepwell.therapy.GroupRoom.attendance;
import static org.stepwell.therapy.GroupRoom.attended;
import static org.stepwell.therapy.Riverside.API;
import static org.stepwell.therapy.Riverside.clinician;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.stepwell.contracts.code.AttendanceStatus;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.contracts.scheduling.SchedulingFact.AttendanceRecorded;
import org.stepwell.contracts.scheduling.SchedulingState.SessionChanged;
import org.stepwell.platform.testing.Broker;
import org.stepwell.platform.testing.StepwellTestResource;

/** What is signed says the minutes of presence; where these are corrected later, the note shows it and somebody is told. */
@QuarkusTest
@QuarkusTestResource(StepwellTestResource.class)
class DifferencesTest extends GroupOfTwo {

    private SessionChanged session;

    @BeforeEach
    void aSignedNote() {
        session = aSession(dora);
        attended(session, ada, ben);
        write(session.session(), form(session.session(), ada, ben)).then().statusCode(200);
        sign(session.session()).then().statusCode(200);
    }

    @Test
    void theNoteShowsBothAndItsSignerAddsToIt() {
        var seen = etag(session.session());
        Broker.say(minutes(2, 60));

        await("the difference").untilAsserted(() -> part(180, 60, true));
        assertThat(etag(session.session())).isNotEqualTo(seen);
        assertThat(task("OPEN")).containsEntry("staff", dora.toString());
        read(session.session()).then().body("signature.intact", equalTo(true));

        clinician(dora)
                .asks()
                .body(Map.of("patient", ben.patient().toString(), "text", "He left after an hour; the bus."))
                .post(note(session.session()) + "/addenda")
                .then()
                .statusCode(201);
        assertThat(task("DONE")).isNotNull();
        part(180, 60, true);
        Broker.say(minutes(3, 90));
        await("the next difference").untilAsserted(() -> part(180, 90, true));
        assertThat(task("OPEN")).isNotNull();
    }

    @Test
    void whatIsCorrectedBackIsNoDifference() {
        Broker.say(minutes(2, 60));
        await("the difference").untilAsserted(() -> part(180, 60, true));

        Broker.say(minutes(3, 180));

        await("none").untilAsserted(() -> part(180, null, true));
        assertThat(task("WITHDRAWN")).isNotNull();
    }

    @Test
    void whoWasNotThereAfterAllIsStruckAndNothingIsOwedForThem() {
        Broker.say(attendance(session, ben, 2, AttendanceStatus.NO_SHOW));
        await("the difference").untilAsserted(() -> part(180, 0, false));
        assertThat(task("OPEN")).isNotNull();

        clinician(dora)
                .asks()
                .body(Map.of("patient", ben.patient().toString(), "reason", "He was not there."))
                .post(note(session.session()) + "/striking")
                .then()
                .statusCode(200);

        assertThat(task("DONE")).isNotNull();
        read(session.session()).then().body("status", equalTo("SIGNED")).body("others.size()", equalTo(0));
        Broker.say(attendance(session, ben, 3, AttendanceStatus.PRESENT));
        await("the next note")
                .untilAsserted(() -> read(session.session())
                        .then()
                        .body("status", equalTo("DUE"))
                        .body("present", equalTo(2))
                        .body("parts[0].patient", equalTo(ben.patient().toString())));
    }

    @Test
    void whoWasThereInAnotherWayForAsLongIsADifferenceToo() {
        Broker.say(attendance(session, ben, 2, AttendanceStatus.TELEHEALTH));

        await("the difference")
                .untilAsserted(() -> read(session.session())
                        .then()
                        .rootPath("parts.find { it.patient == '%s' }".formatted(ben.patient()))
                        .body("attendance", equalTo("PRESENT"))
                        .body("attendanceNow", equalTo("TELEHEALTH"))
                        .body("minutesNow", nullValue()));
        assertThat(task("OPEN")).isNotNull();
    }

    @Test
    void ofTwoDifferencesEachIsAnswered() {
        Broker.say(minutes(2, 60));
        Broker.say(attendance(session, ada, 2, AttendanceStatus.TELEHEALTH));
        await("both")
                .untilAsserted(() -> read(session.session())
                        .then()
                        .body("parts.findAll { it.minutesNow != null || it.attendanceNow != null }", hasSize(2)));

        adds(ben.patient());
        assertThat(task("OPEN")).isNotNull();
        adds(ada.patient());
        assertThat(task("DONE")).isNotNull();
    }

    /** Scheduling had taken it before the answer was written; it came here after that. */
    @Test
    void whatWasTakenBeforeAnAnswerAndIsHeardAfterItIsADifferenceOfItsOwn() {
        Broker.say(minutes(2, 60));
        await("his").untilAsserted(() -> part(180, 60, true));
        adds(ben.patient());
        assertThat(task("DONE")).isNotNull();

        Broker.say(attendance(session, ada, 2, AttendanceStatus.TELEHEALTH));

        await("hers").untilAsserted(() -> assertThat(task("OPEN")).isNotNull());
        Broker.say(attendance(session, ada, 3, AttendanceStatus.PRESENT));
        await("none").untilAsserted(() -> assertThat(task("WITHDRAWN")).isNotNull());
        Broker.say(attendance(session, ada, 4, AttendanceStatus.TELEHEALTH));
        await("hers again").untilAsserted(() -> assertThat(task("OPEN")).isNotNull());
    }

    @Test
    void wordsAreNoAnswerAboutSomebodyWhoWasNotThere() {
        Broker.say(attendance(session, ben, 2, AttendanceStatus.NO_SHOW));
        await("the difference").untilAsserted(() -> part(180, 0, false));

        adds(ben.patient());

        assertThat(task("OPEN")).isNotNull();
        clinician(dora)
                .asks()
                .body(Map.of("patient", ben.patient().toString(), "reason", "He was not there."))
                .post(note(session.session()) + "/striking")
                .then()
                .statusCode(200);
        assertThat(task("DONE")).isNotNull();
    }

    private void adds(PatientId about) {
        clinician(dora)
                .asks()
                .body(Map.of("patient", about.toString(), "text", "It was corrected; the rest is as I wrote it."))
                .post(note(session.session()) + "/addenda")
                .then()
                .statusCode(201);
    }

    private AttendanceRecorded minutes(int version, int minutes) {
        var status = minutes < 180 ? AttendanceStatus.LEFT_EARLY : AttendanceStatus.PRESENT;
        var of = attendance(session, ben, version, status);
        return new AttendanceRecorded(
                of.patient(),
                of.episode(),
                of.session(),
                of.version(),
                of.modality(),
                of.group(),
                of.date(),
                of.start(),
                of.end(),
                minutes,
                of.status(),
                of.facilitators(),
                of.at().plusSeconds(version));
    }

    private void part(int signed, @Nullable Integer now, boolean present) {
        read(session.session())
                .then()
                .rootPath("parts.find { it.patient == '%s' }".formatted(ben.patient()))
                .body("minutes", equalTo(signed))
                .body("minutesNow", now == null ? nullValue() : equalTo(now))
                .body("present", equalTo(present));
    }

    /** As whoever signed finds it, who treats none of them. */
    private @Nullable Map<String, Object> task(String status) {
        return clinician(dora)
                .asks()
                .get(API + "/tasks?limit=200&kind=note-differs&status=" + status)
                .then()
                .statusCode(200)
                .extract()
                .path("items.find { it.subject == '%s' }"
                        .formatted(read(session.session()).<String>path("id")));
    }
}
