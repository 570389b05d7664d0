package org.stepwell.scheduling.availability;

import org.stepwell.platform.problem.Rule;

/** Why it is not the time, or not the company. */
public enum AvailabilityRule implements Rule {
    BUSY_TIMES_CAN_BE("Hours end after they begin, on the same day, and days end on or after the first.", 400),
    NOT_AVAILABLE("Nobody is seated at hours at which they said that they can not come."),
    SEAT_NOT_POSSIBLE("This place is not possible for this patient. Choose another one; nobody is told why."),
    KEPT_APART_FROM_ANOTHER("Two people are kept apart, not one from themselves.", 400),
    STILL_TOGETHER("Two people are kept apart once they have no group and no session together."),
    LET_TOGETHER_BY_BOTH_TEAMS(
            "Two people are let together again by whoever kept them apart, or by somebody who treats both.", 403);

    private static final int CONFLICT = 409;

    private final String sentence;
    private final int status;

    AvailabilityRule(String sentence) {
        this(sentence, CONFLICT);
    }

    AvailabilityRule(String sentence, int status) {
        this.sentence = sentence;
        this.status = status;
    }

    @Override
    public String sentence() {
        return sentence;
    }

    @Override
    public int status() {
        return status;
    }
}
