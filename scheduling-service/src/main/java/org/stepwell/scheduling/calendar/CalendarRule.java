package org.stepwell.scheduling.calendar;

import org.stepwell.platform.problem.Rule;

/** Why the calendar says no. */
public enum CalendarRule implements Rule {
    ROOM_NAME_TAKEN("Two rooms of a clinic have two names."),
    ROOM_TOO_SMALL("A group meets in a room that seats all its members.");

    private final String sentence;

    CalendarRule(String sentence) {
        this.sentence = sentence;
    }

    @Override
    public String sentence() {
        return sentence;
    }
}
