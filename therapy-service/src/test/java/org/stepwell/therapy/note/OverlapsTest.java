package org.stepwell.therapy.note;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.stepwell.therapy.GroupRoom.aSession;
import static org.stepwell.therapy.GroupRoom.attendance;
import static org.stepwell.therapy.GroupRoom.attended;
import static org.stepwell.therapy.GroupRoom.awaitPresent;
import static org.stepwell.therapy.Riverside.aClinician;
import static org.stepwell.therapy.Riverside.aProgram;
import static org.stepwell.therapy.Riverside.admission;
import static org.stepwell.therapy.Riverside.clinician;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.stepwell.contracts.code.AttendanceStatus;
import org.stepwell.contracts.enrollment.EnrollmentState.ClinicChanged;
import org.stepwell.contracts.id.SessionId;
import org.stepwell.contracts.id.StaffId;
import org.stepwell.contracts.scheduling.SchedulingState.SessionChanged;
import org.stepwell.contracts.scheduling.SchedulingState.StaffChanged;
import org.stepwell.platform.testing.Broker;
import org.stepwell.platform.testing.Person;
import org.stepwell.platform.testing.StepwellTestResource;
import org.stepwell.therapy.Riverside;
import org.stepwell.therapy.Riverside.InCare;

/** Nobody is in two sessions at a time by what is signed, whatever was moved or found since it was planned. */
@QuarkusTest
@QuarkusTestResource(StepwellTestResource.class)
class OverlapsTest extends GroupOfTwo {

    /** Some hours ago, so that nothing is late yet. */
    private final Instant noon = Instant.now().truncatedTo(ChronoUnit.MINUTES).minus(Duration.ofHours(8));

    private final String atNewYork = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm")
            .format(noon.minus(Duration.ofHours(3)).atZone(ZoneId.of("America/New_York")));

    private StaffId carl;

    @BeforeEach
    void aColleague() {
        carl = aClinician();
    }

    @Test
    void aPatientIsInOneSessionAtATime() {
        var first = wrote(aSession(noon, dora), dora, ada, ben);
        signs(clinician(dora), first).then().statusCode(200);
        var meanwhile = wrote(aSession(noon.plus(Duration.ofHours(1)), carl), carl, ada);

        refused(signed(carl, meanwhile), 409, "patient-is-in-one-session-at-a-time")
                .body("errors.pointer", contains("/parts/0"))
                .body(
                        "detail",
                        allOf(
                                containsString("from " + atNewYork + " to "),
                                not(containsString(ben.patient().toString())),
                                not(containsString(first.toString()))));

        var after = wrote(aSession(noon.plus(Duration.ofHours(3)), carl), carl, ada);
        signed(carl, after).then().statusCode(200);
    }

    /** The minutes of presence count, not the session's: the last of whoever came late, the first of whoever left early. */
    @Test
    void whoCameLateOrLeftEarlyMayHaveBeenElsewhereMeanwhile() {
        var left = aSession(noon, dora);
        Broker.say(attendance(left, ada, 1, AttendanceStatus.LEFT_EARLY, 60));
        awaitPresent(left.session(), 1);
        wrote(left.session(), dora, ada);
        signs(clinician(dora), left.session()).then().statusCode(200);
        var meanwhile = wrote(aSession(noon.plus(Duration.ofHours(1)), carl), carl, ada);
        signed(carl, meanwhile).then().statusCode(200);

        var late = aSession(noon.plus(Duration.ofHours(3)), dora);
        Broker.say(attendance(late, ada, 1, AttendanceStatus.LATE, 121));
        awaitPresent(late.session(), 1);
        wrote(late.session(), dora, ada);
        refused(signed(dora, late.session()), 409, "patient-is-in-one-session-at-a-time");
        Broker.say(attendance(late, ada, 2, AttendanceStatus.LATE, 120));

        await("the correction")
                .untilAsserted(() -> signed(dora, late.session()).then().statusCode(200));
    }

    @Test
    void whatIsStruckTakesNoTime() {
        var first = wrote(aSession(noon, dora), dora, ada);
        signs(clinician(dora), first).then().statusCode(200);
        var meanwhile = wrote(aSession(noon, carl), carl, ada);
        refused(signed(carl, meanwhile), 409, "patient-is-in-one-session-at-a-time");

        clinician(dora)
                .asks()
                .body(Map.of("reason", "He was in the other group."))
                .post(note(first) + "/striking")
                .then()
                .statusCode(200);

        signed(carl, meanwhile).then().statusCode(200);
    }

    /** Planned one after the other, and held at one time. */
    @Test
    void aSessionThatWasMovedOntoAnotherIsNotSigned() {
        var first = wrote(aSession(noon, dora), dora, ada);
        signs(clinician(dora), first).then().statusCode(200);
        var planned = aSession(noon.plus(Duration.ofHours(3)), carl);
        var moved = wrote(planned, carl, ada);

        Broker.say(new SessionChanged(
                planned.session(),
                planned.group(),
                planned.modality(),
                planned.date(),
                planned.start().minus(Duration.ofMinutes(30)),
                planned.end(),
                planned.facilitators(),
                planned.status(),
                planned.at().plusSeconds(1)));

        await("the move")
                .untilAsserted(
                        () -> refused(signs(clinician(carl), moved), 409, "patient-is-in-one-session-at-a-time"));
    }

    @Test
    void whoLeadsASessionAloneLeadsNoOtherAtThatTime() {
        var first = wrote(aSession(noon, dora), dora, ada);
        signs(clinician(dora), first).then().statusCode(200);
        var meanwhile = wrote(aSession(noon.plus(Duration.ofHours(2)), dora), dora, ben);

        refused(signed(dora, meanwhile), 409, "signer-is-in-one-session-at-a-time")
                .body("detail", containsString("from " + atNewYork + " to "))
                .body("detail", not(containsString(ada.patient().toString())));
    }

    /** While the other one goes on with the group. */
    @Test
    void whoLedAGroupTogetherMayHaveBeenInAVisit() {
        var together = wrote(aSession(noon, dora, carl), dora, ada);
        signs(clinician(dora), together).then().statusCode(200);
        var meanwhile = wrote(aSession(noon, dora), dora, ben);

        signed(dora, meanwhile).then().statusCode(200);
    }

    /** Each asks before the other has signed; the database has the last word. */
    @Test
    void ofTwoWhoSignAtOnceOneComesFirst() {
        var one = wrote(aSession(noon, dora), dora, ada);
        var other = wrote(aSession(noon, carl), carl, ada);
        await("both").until(() -> clinician(carl).asks().get(path(other)).statusCode() == 200);

        var answers = Stream.of(Map.entry(dora, one), Map.entry(carl, other))
                .parallel()
                .map(who -> signed(who.getKey(), who.getValue()).statusCode())
                .toList();

        assertThat(answers).containsExactlyInAnyOrder(200, 409);
    }

    /** Whoever works at two clinics at once is asked about it by nobody here: neither knows of the other. */
    @Test
    void twoClinicsAreApart() {
        var first = wrote(aSession(noon, dora), dora, ada);
        signs(clinician(dora), first).then().statusCode(200);
        var harbor = Person.of("clinician", Person.HARBOR).who(dora);
        var there = aSession(noon, dora);
        var program = aProgram();
        Stream.of(
                        new ClinicChanged(
                                Person.HARBOR, "Harbor", "America/New_York", DayOfWeek.MONDAY, null, Instant.EPOCH),
                        new StaffChanged(dora, List.of("LCSW"), true, null, Instant.EPOCH),
                        Riverside.said(program),
                        admission(ada.patient(), ada.episode(), program),
                        there,
                        attendance(there, ada, 1, AttendanceStatus.PRESENT))
                .forEach(event -> Broker.say(Person.HARBOR, event));
        var path = path(there.session());
        await("the note there")
                .untilAsserted(
                        () -> harbor.asks().get(path).then().statusCode(200).body("openObjectives.size()", equalTo(3)));
        var open = linkable(harbor.asks().get(path));

        harbor.asks()
                .body(NoteFixtures.aForm(List.of(ada.patient()), open))
                .put(path)
                .then()
                .statusCode(200);
        await("the staff there")
                .untilAsserted(() -> signs(harbor, there.session()).then().statusCode(200));
    }

    private SessionId wrote(SessionChanged held, StaffId who, InCare... present) {
        attended(held, present);
        return wrote(held.session(), who, present);
    }

    private SessionId wrote(SessionId session, StaffId who, InCare... present) {
        var open = linkable(clinician(who).asks().get(path(session)));
        clinician(who)
                .asks()
                .body(NoteFixtures.aForm(
                        List.of(present).stream().map(InCare::patient).toList(), open))
                .put(path(session))
                .then()
                .statusCode(200);
        return session;
    }

    private static Response signed(StaffId who, SessionId session) {
        return signs(clinician(who), session);
    }
}
