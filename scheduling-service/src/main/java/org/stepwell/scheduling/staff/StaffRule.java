package org.stepwell.scheduling.staff;

import org.stepwell.platform.problem.Rule;

/** Why the staff list says no. */
public enum StaffRule implements Rule {
    ACTIVE_STAFF_ONLY("Only somebody active on the clinic's staff leads a group or has visits."),
    LED_BY_THOSE_WHO_WORK("A group meets, and a visit is, at hours at which those who lead it work."),
    LED_BY_THOSE_WHO_ARE_HERE("Nobody leads a session on a day on which they are away."),
    AWAY_TWICE("Somebody is away once at a time."),
    AWAY_FROM_A_DAY_TO_A_LATER_ONE("A time away ends on or after its first day.", 400),
    SUPERVISED_BY_ANOTHER("Somebody else on the staff, who is active, supervises.", 400);

    private static final int CONFLICT = 409;

    private final String sentence;
    private final int status;

    StaffRule(String sentence) {
        this(sentence, CONFLICT);
    }

    StaffRule(String sentence, int status) {
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
