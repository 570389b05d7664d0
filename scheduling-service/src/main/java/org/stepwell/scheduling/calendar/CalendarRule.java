package org.stepwell.scheduling.calendar;

import org.stepwell.platform.problem.Rule;

/** Why the calendar says no. */
public enum CalendarRule implements Rule {
    ROOM_NAME_TAKEN("Two rooms of a clinic have two names."),
    ROOM_TOO_SMALL("A group meets in a room that seats all its members."),
    HOURS_CAN_BE("Hours end after they begin, on the same day, and are in no other ones.", 400),
    REPEATS_BY_A_RULE("A group that does not meet in each week says by a rule on which of its days it does.", 400),
    WHILE_OPEN("Groups meet, and visits are, while the clinic is open."),
    NOBODY_MEETS_WHILE_CLOSED("Nobody meets on a day on which the clinic is closed."),
    CLOSED_AHEAD("The clinic is closed, or open after all, on a day that is still to come.", 400),
    STATE_UNKNOWN("Holidays are those of a state.", 400);

    private static final int CONFLICT = 409;

    private final String sentence;
    private final int status;

    CalendarRule(String sentence) {
        this(sentence, CONFLICT);
    }

    CalendarRule(String sentence, int status) {
        this.sentence = sentence;
        this.status = status;
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public String sentence() {
        return sentence;
    }
}
