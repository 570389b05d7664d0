package org.stepwell.therapy.note;

import java.time.Duration;
import java.time.Instant;
import org.stepwell.contracts.code.AttendanceStatus;

/** When a patient was at a session: all the time, or the last minutes of it, or the first. */
record TimeThere(Instant from, Instant until) {

    static TimeThere of(NoteHeader session, AttendanceStatus attendance, int minutes) {
        var presence = Duration.ofMinutes(minutes);
        var came = session.endsAt().minus(presence);
        var left = session.startsAt().plus(presence);
        return switch (attendance) {
            case LATE -> new TimeThere(came.isBefore(session.startsAt()) ? session.startsAt() : came, session.endsAt());
            case LEFT_EARLY ->
                new TimeThere(session.startsAt(), left.isAfter(session.endsAt()) ? session.endsAt() : left);
            case PRESENT, TELEHEALTH, EXCUSED, UNEXCUSED, NO_SHOW, CANCELLED_BY_PROGRAM ->
                new TimeThere(session.startsAt(), session.endsAt());
        };
    }
}
