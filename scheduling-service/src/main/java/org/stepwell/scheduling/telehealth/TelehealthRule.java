package org.stepwell.scheduling.telehealth;

import org.stepwell.platform.problem.Rule;

/** Why nobody joins a meeting, or its log is not taken. */
public enum TelehealthRule implements Rule {
    MEETS_IN_A_ROOM("Only a session by telehealth is joined on the phone, and has a log of who did."),
    JOINED_AROUND_ITS_TIME("Patients join a session from a quarter of an hour before it starts until it ends."),
    NOT_IN_THE_MEETING("Only somebody who has joined a meeting leaves it."),
    STAYS_OF_THE_ROSTER("The log of a meeting is of those who have a seat in the session."),
    STAYS_ARE_OF_ITS_DAY("A stay in a meeting ends after it began, on the day of the session, and before now.", 400);

    private static final int CONFLICT = 409;

    private final String sentence;
    private final int status;

    TelehealthRule(String sentence) {
        this(sentence, CONFLICT);
    }

    TelehealthRule(String sentence, int status) {
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
