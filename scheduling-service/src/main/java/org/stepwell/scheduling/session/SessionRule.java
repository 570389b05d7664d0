package org.stepwell.scheduling.session;

import org.stepwell.platform.problem.Rule;

/** Why a session says no. */
public enum SessionRule implements Rule {
    NO_PATIENT_TWICE("A patient is in one place at a time."),
    NO_FACILITATOR_TWICE("Whoever leads a session leads no other at the same time."),
    NO_ROOM_TWICE("A room holds one session at a time."),
    SESSION_FULL("A session has at most as many seats as its group."),
    ALREADY_SEATED("A patient has one seat in a session."),
    SESSION_TAKES_OTHERS("A seat in a session is given to those its group is for."),
    MADE_UP_FOR_BEFORE("A session is made up for once."),
    MADE_UP_FOR_WHAT_WAS_MISSED("A seat makes up for a session that the patient missed, or that was cancelled."),
    ONLY_AN_EXTRA_SEAT_IS_GIVEN_UP("A seat besides those of a group is given up before its patient has come."),
    MOVED_WITHIN_ITS_WEEK("A session is moved to a later moment of its week; another week gets another session.", 400),
    SOMEBODY_CAME("A session that somebody came to is closed, and not cancelled."),
    SESSION_IS_OVER("Only a session that is still scheduled is seated, cancelled, attended or closed.");

    private static final int CONFLICT = 409;

    private final String sentence;
    private final int status;

    SessionRule(String sentence) {
        this(sentence, CONFLICT);
    }

    SessionRule(String sentence, int status) {
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
