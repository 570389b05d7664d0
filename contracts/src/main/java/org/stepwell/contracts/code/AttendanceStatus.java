package org.stepwell.contracts.code;

/** How a patient was there, or why not. */
public enum AttendanceStatus {
    PRESENT,
    LATE,
    LEFT_EARLY,
    TELEHEALTH,
    EXCUSED,
    UNEXCUSED,
    NO_SHOW,
    CANCELLED_BY_PROGRAM;

    /** True where there can be minutes. */
    public boolean attended() {
        return switch (this) {
            case PRESENT, LATE, LEFT_EARLY, TELEHEALTH -> true;
            case EXCUSED, UNEXCUSED, NO_SHOW, CANCELLED_BY_PROGRAM -> false;
        };
    }

    /** True where somebody was there for less than all of it. */
    public boolean inPart() {
        return this == LATE || this == LEFT_EARLY;
    }
}
