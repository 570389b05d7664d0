package org.stepwell.therapy.roster;

import java.time.Instant;
import java.time.LocalDate;
import org.stepwell.contracts.code.AttendanceStatus;

/** How a patient was at a session, by the newest word. */
public record Seat(LocalDate day, Instant start, AttendanceStatus status) {

    /** Whether nobody knew why they were not there; who was excused, or whose session was cancelled, did not stay away. */
    public boolean missed() {
        return switch (status) {
            case UNEXCUSED, NO_SHOW -> true;
            case PRESENT, LATE, LEFT_EARLY, TELEHEALTH, EXCUSED, CANCELLED_BY_PROGRAM -> false;
        };
    }

    /** Whether they were there. */
    public boolean attended() {
        return status.attended();
    }
}
