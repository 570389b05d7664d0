package org.stepwell.aftercare.checkin;

import org.stepwell.platform.problem.Rule;

/** Every reason to say no about a weekly check-in. */
enum CheckInRule implements Rule {
    CHECK_IN_ONCE_A_WEEK("A week has one check-in."),
    CHECK_IN_NOT_OPEN_YET("A check-in is recorded in the seven days that end on its due day, or later."),
    NO_CHECK_IN_DUE_THEN("A check-in is recorded for a day on which one was due.");

    private final String sentence;

    CheckInRule(String sentence) {
        this.sentence = sentence;
    }

    @Override
    public String sentence() {
        return sentence;
    }
}
