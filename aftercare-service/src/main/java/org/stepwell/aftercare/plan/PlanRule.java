package org.stepwell.aftercare.plan;

import org.stepwell.platform.problem.Rule;

/** Every reason to say no about an aftercare plan. */
enum PlanRule implements Rule {
    ONE_OPEN_PLAN_PER_EPISODE("An episode has at most one open aftercare plan."),
    ONE_PAUSED_PLAN_PER_EPISODE("An episode resumes at most one aftercare plan."),
    PLAN_CLOSED("A closed aftercare plan stays as it is until it is opened again."),
    PLAN_IS_OPEN("Only a closed aftercare plan is opened again."),
    DRAFT_FOLLOWS_DISCHARGE("Nobody closes a draft by hand: it waits for the discharge it was opened for."),
    PAUSE_ENDS_WITH_TREATMENT(
            "Nobody closes a paused plan by hand: it goes on when the patient leaves treatment, or ends then."),
    REASON_FOLLOWS_ENROLLMENT(
            "That a patient stays or comes back is said by enrollment, not by whoever closes a plan."),
    OPENED_AGAIN_WHERE_NOTHING_FOLLOWED(
            "A plan is opened again where the patient left, is not in treatment and has no other plan that is open."),
    PLAN_NOT_ACTIVE(
            "Check-ins belong to an active plan: after discharge, not while the patient is in treatment again.");

    private final String sentence;

    PlanRule(String sentence) {
        this.sentence = sentence;
    }

    @Override
    public String sentence() {
        return sentence;
    }
}
