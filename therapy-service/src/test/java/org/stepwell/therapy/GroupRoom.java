package org.stepwell.therapy;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;
import org.stepwell.contracts.code.AttendanceStatus;
import org.stepwell.contracts.code.Modality;
import org.stepwell.contracts.id.GroupId;
import org.stepwell.contracts.id.SessionId;
import org.stepwell.contracts.id.StaffId;
import org.stepwell.contracts.scheduling.SchedulingFact.AttendanceRecorded;
import org.stepwell.contracts.scheduling.SchedulingState.SessionChanged;
import org.stepwell.platform.database.Uuid7;
import org.stepwell.platform.testing.Broker;

/** Sessions of the tests: when they were, and who was there. */
public final class GroupRoom {

    /** Where the clinic is: in its evening it is another day there than in UTC. */
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    private GroupRoom() {}

    /** A group session that has just ended, led by these. */
    public static SessionChanged aSession(StaffId... facilitators) {
        return aSession(Instant.now().truncatedTo(ChronoUnit.SECONDS), facilitators);
    }

    /** A group session that ended at a time. */
    public static SessionChanged aSession(Instant end, StaffId... facilitators) {
        var session = new SessionChanged(
                new SessionId(Uuid7.next()),
                new GroupId(Uuid7.next()),
                Modality.GROUP_THERAPY,
                LocalDate.ofInstant(end, NEW_YORK),
                end.minus(Duration.ofHours(3)),
                end,
                List.of(facilitators),
                SessionChanged.Status.CLOSED,
                end);
        Broker.say(session);
        return session;
    }

    /** A visit of one patient alone, of no group, that ended at a time. */
    public static SessionChanged aVisit(Instant end, StaffId clinician) {
        var visit = new SessionChanged(
                new SessionId(Uuid7.next()),
                null,
                Modality.INDIVIDUAL_THERAPY,
                LocalDate.ofInstant(end, NEW_YORK),
                end.minus(Duration.ofHours(1)),
                end,
                List.of(clinician),
                SessionChanged.Status.CLOSED,
                end);
        Broker.say(visit);
        return visit;
    }

    /** How somebody was at a session, in a version. */
    public static AttendanceRecorded attendance(
            SessionChanged session, Riverside.InCare who, int version, AttendanceStatus status) {
        return attendance(session, who, version, status, status.attended() ? 180 : 0);
    }

    /** The same, for so many minutes. */
    public static AttendanceRecorded attendance(
            SessionChanged session, Riverside.InCare who, int version, AttendanceStatus status, int minutes) {
        return new AttendanceRecorded(
                who.patient(),
                who.episode(),
                session.session(),
                version,
                session.modality(),
                session.group() != null,
                session.date(),
                session.start(),
                session.end(),
                minutes,
                status,
                session.facilitators(),
                session.end());
    }

    /** These were there; returns when their parts of the note are there. */
    public static void attended(SessionChanged session, Riverside.InCare... present) {
        Stream.of(present).forEach(who -> Broker.say(attendance(session, who, 1, AttendanceStatus.PRESENT)));
        awaitPresent(session.session(), present.length);
    }

    /** Waits until so many are present by the note. */
    public static void awaitPresent(SessionId session, int count) {
        await(count + " present at " + session).until(() -> {
            var answer = Riverside.supervisor().asks().get(Riverside.API + "/sessions/" + session + "/note");
            return answer.statusCode() == 200 && answer.jsonPath().getInt("present") == count;
        });
    }
}
