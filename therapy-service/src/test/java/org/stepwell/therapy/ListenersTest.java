package org.stepwell.therapy;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.stepwell.therapy.GroupRoom.aSession;
import static org.stepwell.therapy.GroupRoom.attendance;
import static org.stepwell.therapy.GroupRoom.awaitPresent;
import static org.stepwell.therapy.Riverside.API;
import static org.stepwell.therapy.Riverside.aClinician;
import static org.stepwell.therapy.Riverside.aPatientOf;
import static org.stepwell.therapy.Riverside.admission;
import static org.stepwell.therapy.Riverside.awaitStatus;
import static org.stepwell.therapy.Riverside.clinician;
import static org.stepwell.therapy.Riverside.supervisor;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.stepwell.contracts.code.AttendanceStatus;
import org.stepwell.contracts.code.Modality;
import org.stepwell.contracts.enrollment.EnrollmentState.CareTeamChanged;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.contracts.id.GroupId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.contracts.id.ProgramId;
import org.stepwell.contracts.id.SessionId;
import org.stepwell.contracts.scheduling.SchedulingState.SessionChanged;
import org.stepwell.platform.database.Uuid7;
import org.stepwell.platform.testing.Broker;
import org.stepwell.platform.testing.StepwellTestResource;
import org.stepwell.therapy.Riverside.InCare;

@QuarkusTest
@QuarkusTestResource(StepwellTestResource.class)
class ListenersTest {

    @Test
    void anAttendanceMayComeBeforeEverythingElse() {
        var dora = aClinician();
        var who = new InCare(new PatientId(Uuid7.next()), new EpisodeId(Uuid7.next()));
        var end = Instant.parse("2026-03-02T23:00:00Z");
        var session = new SessionChanged(
                new SessionId(Uuid7.next()),
                new GroupId(Uuid7.next()),
                Modality.GROUP_THERAPY,
                LocalDate.of(2026, 3, 2),
                end.minusSeconds(10_800),
                end,
                List.of(dora),
                SessionChanged.Status.CLOSED,
                end);

        Broker.say(attendance(session, who, 1, AttendanceStatus.PRESENT));
        awaitPresent(session.session(), 1);
        Broker.say(session);
        Broker.say(admission(who.patient(), who.episode(), new ProgramId(Uuid7.next())));

        awaitStatus(200, "/episodes/" + who.episode() + "/progress");
        supervisor()
                .asks()
                .get(API + "/episodes/" + who.episode() + "/progress")
                .then()
                .body("attendedSessions", equalTo(1));
    }

    @Test
    void everyEventTwiceIsTheSameAsOnce() {
        var dora = aClinician();
        var ada = aPatientOf(dora);
        var session = aSession(dora);
        var present = attendance(session, ada, 1, AttendanceStatus.PRESENT);
        var excused = attendance(session, ada, 2, AttendanceStatus.EXCUSED);

        Broker.say(present);
        Broker.say(excused);
        Broker.say(present);
        Broker.say(excused);
        var marker = aSession(dora);
        Broker.say(attendance(marker, ada, 1, AttendanceStatus.PRESENT));

        awaitPresent(marker.session(), 1);
        awaitPresent(session.session(), 0);
    }

    @Test
    void aFullGroupHasOneNoteWithTwelveParts() {
        var dora = aClinician();
        var session = aSession(dora);
        var group = IntStream.range(0, 12).mapToObj(_ -> aPatientOf()).toList();

        group.parallelStream().forEach(who -> Broker.say(attendance(session, who, 1, AttendanceStatus.PRESENT)));

        awaitPresent(session.session(), 12);
        clinician(dora)
                .asks()
                .get(API + "/sessions/" + session.session() + "/note")
                .then()
                .body("parts", hasSize(12));
    }

    @Test
    void whoLeavesTheCareTeamReadsNoMore() {
        var dora = aClinician();
        var ada = aPatientOf(dora);

        Broker.say(new CareTeamChanged(ada.patient(), ada.episode(), List.of(), Instant.now()));

        await("the change")
                .until(() -> clinician(dora)
                                .asks()
                                .get(API + "/patients/" + ada.patient() + "/notes")
                                .statusCode()
                        == 403);
    }
}
