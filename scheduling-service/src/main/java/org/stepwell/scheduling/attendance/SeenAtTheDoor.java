package org.stepwell.scheduling.attendance;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.contracts.id.SessionId;
import org.stepwell.platform.problem.FieldError;
import org.stepwell.platform.problem.Refusal;
import org.stepwell.scheduling.session.HeldSession;
import org.stepwell.scheduling.session.HoldSession;
import org.stepwell.scheduling.session.SessionRule;

/** Who comes and who goes, whoever notes it. */
@Singleton
class SeenAtTheDoor {

    private static final Duration AROUND = Duration.ofHours(2);

    private final HoldSession sessions;

    SeenAtTheDoor(HoldSession sessions) {
        this.sessions = sessions;
    }

    /** Notes it in a session that is open; locked, so that nobody who comes while it is closed is forgotten. */
    void note(SessionId id, PatientId patient, Instant at, boolean leaving) {
        var session = sessions.lockedOf(id);
        mustBeAround(session, at);
        if (leaving) {
            if (!sessions.checkOut(id, patient, at)) {
                throw new Refusal(
                        AttendanceRule.NOT_CHECKED_IN,
                        "Patient %s was not checked in before. Check them in first.".formatted(patient));
            }
        } else if (!sessions.checkIn(id, patient, at)) {
            throw new Refusal(
                    AttendanceRule.NOT_ON_ROSTER,
                    "Patient %s has no seat here. Give a make-up seat first.".formatted(patient));
        }
    }

    /** Refuses a session that is closed, and a moment that is not around it. */
    void mustBeAround(HeldSession session, Instant at) {
        if (!session.scheduled()) {
            throw new Refusal(
                    SessionRule.SESSION_IS_OVER,
                    "Session %s is closed; correct its attendance instead.".formatted(session.id()));
        }
        if (at.isBefore(session.startsAt().minus(AROUND))
                || at.isAfter(session.endsAt().plus(AROUND))) {
            throw new Refusal(
                    AttendanceRule.COMES_AND_GOES_AROUND_SESSION,
                    "It is %s, and the session is from %s to %s.".formatted(at, session.startsAt(), session.endsAt()),
                    List.of(new FieldError("/at", "within two hours of the session, and not after now")));
        }
    }
}
