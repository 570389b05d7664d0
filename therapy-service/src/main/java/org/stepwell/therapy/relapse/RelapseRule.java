package org.stepwell.therapy.relapse;

import org.stepwell.platform.problem.Rule;

/** Every reason to say no to a patient's plan for the prevention of a relapse. */
enum RelapseRule implements Rule {
    RELAPSE_PLAN_SAYS_SOMETHING(
            "A plan for the prevention of a relapse says something under one of its headings.", 400),
    RELAPSE_PLAN_WRITTEN_ONE_BY_ONE("The versions of a plan for the prevention of a relapse follow one another.", 409);

    private final String sentence;
    private final int status;

    RelapseRule(String sentence, int status) {
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
