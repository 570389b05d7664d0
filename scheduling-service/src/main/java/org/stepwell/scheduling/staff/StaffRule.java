package org.stepwell.scheduling.staff;

import org.stepwell.platform.problem.Rule;

/** Why the staff list says no. */
public enum StaffRule implements Rule {
    ACTIVE_STAFF_ONLY("Only somebody active on the clinic's staff leads a group.");

    private final String sentence;

    StaffRule(String sentence) {
        this.sentence = sentence;
    }

    @Override
    public String sentence() {
        return sentence;
    }
}
