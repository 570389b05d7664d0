package org.stepwell.aftercare.plan;

import org.stepwell.platform.problem.Rule;

/** Every reason to say no about an aftercare plan. */
enum PlanRule implements Rule {
    ONE_OPEN_PLAN_PER_EPISODE("An episode has at most one open aftercare plan."),
    PLAN_CLOSED("A closed aftercare plan stays as it is."),
    DRAFT_FOLLOWS_DISCHARGE("Nobody closes a draft by hand: it waits for the discharge it was opened for."),
    REASON_FOLLOWS_ENROLLMENT(
            "That a patient stays or comes back is said by enrollment, not by whoever closes a plan."),
    PLAN_NOT_ACTIVE("Check-ins belong to an active plan: after discharge, and before it is closed.");

    private final String sentence;

    PlanRule(String sentence) {
        this.sentence = sentence;
    }

    @Override
    public String sentence() {
        return sentence;
    }
}
