package org.stepwell.scheduling.enrolled;

import org.stepwell.platform.problem.Rule;

/** Why we say no to what enrollment did not say. */
public enum EnrolledRule implements Rule {
    PROGRAM_UNKNOWN("A group belongs to a program of this clinic."),
    PROGRAM_IS_OVER("No group is opened in a program that ended."),
    TRACK_UNKNOWN("A group belongs to a track of its program."),
    NOT_ADMITTED("Only an admitted patient gets a seat, within their own episode."),
    NOT_WHILE_ON_HOLD("Nobody gets a seat for a day on which they are away."),
    NOT_YET_IN_PROGRAM("A patient has a seat from the first day of their episode on."),
    AFTERCARE_FOLLOWS_THE_LAST_DAY("A visit of aftercare is after the last day in the program.");

    private final String sentence;

    EnrolledRule(String sentence) {
        this.sentence = sentence;
    }

    @Override
    public String sentence() {
        return sentence;
    }
}
