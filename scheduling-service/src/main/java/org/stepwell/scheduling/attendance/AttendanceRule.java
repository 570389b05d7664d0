package org.stepwell.scheduling.attendance;

import org.stepwell.platform.problem.Rule;

/** Why an attendance is not recorded. */
enum AttendanceRule implements Rule {
    NOT_ON_ROSTER("Attendance is recorded for whoever has a seat in the session."),
    COMES_AND_GOES_AROUND_SESSION("Somebody comes and goes around the time of a session, and has done so already."),
    NAMED_ONCE("Everybody is named once when a session is closed."),
    NOT_STARTED_YET("Attendance is taken from the start of a session on."),
    CODE_IS_NOT_GOOD("Patients check in by a code that is shown in the room at that moment."),
    NOT_CHECKED_IN("Only somebody who came goes, and not before they came."),
    MINUTES_WITHIN_SESSION("Nobody is in a session for longer than it has lasted."),
    IN_PART_SAYS_HOW_LONG("Whoever came late or left early was there for less than all of a session."),
    ABSENT_WITHOUT_MINUTES("Whoever was not there has no minutes."),
    FOUND_PRESENT("Somebody who was at a session that is closed, and had no seat, is added to it with their minutes."),
    NOT_RECORDED_YET("Only attendance that was recorded is corrected; a session is closed first."),
    ATTENDANCE_CORRECTED_MEANWHILE("A correction is made to the version last read.");

    private final String sentence;

    AttendanceRule(String sentence) {
        this.sentence = sentence;
    }

    @Override
    public String sentence() {
        return sentence;
    }
}
