package org.stepwell.scheduling.attendance;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.code.AttendanceStatus;
import org.stepwell.platform.problem.Refusal;
import org.stepwell.scheduling.session.HeldSession;

/** How somebody was in a session, and for how many minutes of it. */
record Presence(AttendanceStatus status, int minutes) {

    /** Somebody whom nobody named: there if they were seen at the door or in the meeting for a minute of it, else a no-show. */
    static Presence unsaid(HeldSession session, SeenSeat seat, Instant now) {
        if (!seen(session, seat)) {
            return new Presence(AttendanceStatus.NO_SHOW, 0);
        }
        var status = session.telehealth() ? AttendanceStatus.TELEHEALTH : AttendanceStatus.PRESENT;
        var there = said(session, seat, status, null, now);
        return there.minutes() == 0 ? new Presence(AttendanceStatus.NO_SHOW, 0) : there;
    }

    /** What the facilitator says; minutes not said are those seen. None lies after now. */
    static Presence said(
            HeldSession session, SeenSeat seat, AttendanceStatus status, @Nullable Integer minutes, Instant now) {
        if (!status.attended()) {
            if (minutes != null && minutes > 0) {
                throw new Refusal(
                        AttendanceRule.ABSENT_WITHOUT_MINUTES,
                        "Patient %s is %s with %d minutes. Leave the minutes out, or change the status."
                                .formatted(seat.patient(), status, minutes));
            }
            return new Presence(status, 0);
        }
        var end = earliest(session.endsAt(), now);
        int there = minutes == null ? minutesSeen(session, seat, end) : minutes;
        int most = minutesBetween(session.startsAt(), end);
        if (there < 0 || there > most) {
            throw new Refusal(
                    AttendanceRule.MINUTES_WITHIN_SESSION,
                    "Patient %s has %d minutes; say 0 to %d, which the session has lasted so far."
                            .formatted(seat.patient(), there, most));
        }
        if (status.inPart() && there == most) {
            throw new Refusal(
                    AttendanceRule.IN_PART_SAYS_HOW_LONG,
                    "Patient %s is %s with all %d minutes. Say for how many they were there, or PRESENT."
                            .formatted(seat.patient(), status, most));
        }
        return new Presence(status, there);
    }

    private static boolean seen(HeldSession session, SeenSeat seat) {
        return seat.seat().checkedInAt() != null || seat.stays().reach(session.startsAt(), session.endsAt());
    }

    /**
     * In the meeting; or from check-in to check-out, within the session, and whoever was not seen coming or going was there from start
     * or to end. The time in which they were gone in between is none.
     */
    private static int minutesSeen(HeldSession session, SeenSeat seat, Instant end) {
        if (seat.stays().reach(session.startsAt(), session.endsAt())) {
            return seat.stays().minutesBetween(session.startsAt(), end);
        }
        var door = seat.seat();
        var until = earliest(end, door.checkedOutAt()).minus(door.away());
        return minutesBetween(latest(session.startsAt(), door.checkedInAt()), until);
    }

    private static int minutesBetween(Instant from, Instant until) {
        return from.isBefore(until)
                ? Math.toIntExact(Duration.between(from, until).toMinutes())
                : 0;
    }

    private static Instant latest(Instant start, @Nullable Instant seen) {
        return seen == null || seen.isBefore(start) ? start : seen;
    }

    private static Instant earliest(Instant end, @Nullable Instant seen) {
        return seen == null || seen.isAfter(end) ? end : seen;
    }
}
