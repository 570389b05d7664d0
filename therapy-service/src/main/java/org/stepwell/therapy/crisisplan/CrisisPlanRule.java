package org.stepwell.therapy.crisisplan;

import org.stepwell.platform.problem.Rule;

/** Every reason to say no to a crisis plan. */
enum CrisisPlanRule implements Rule {
    CRISIS_PLAN_SAYS_SOMETHING("A crisis plan says something under one of its headings.", 400),
    CRISIS_PLAN_WRITTEN_ONE_BY_ONE("A crisis plan is written by one person at a time.", 409);

    private final String sentence;
    private final int status;

    CrisisPlanRule(String sentence, int status) {
        this.sentence = sentence;
        this.status = status;
    }

    @Override
    public String sentence() {
        return sentence;
    }

    @Override
    public int status() {
        return status;
    }
}
