package org.stepwell.scheduling.visit;

import org.stepwell.platform.problem.Rule;

/** Why a visit is not booked, or visits are not listed; who is busy or away says no as for any session. */
enum VisitRule implements Rule {
    VISIT_IS_AHEAD("A visit begins before it ends, on one day, within the year to come.", 400),
    GROUPS_ARE_NO_VISIT("Group therapy is given in groups, and anything else in visits, too.", 400),
    ALL_DAYS_CLOSED("At least one visit of a series is on a day on which the clinic is open."),
    VISITS_OF_SOME_WEEKS("Visits are listed from a day to a later one, of thirteen weeks at most.", 400),
    FREE_TIMES_OF_SOME_WEEKS("Free times are looked for from a day to a later one, in four weeks at most.", 400);

    private static final int CONFLICT = 409;

    private final String sentence;
    private final int status;

    VisitRule(String sentence) {
        this(sentence, CONFLICT);
    }

    VisitRule(String sentence, int status) {
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
