package org.stepwell.therapy.attainment;

import org.stepwell.platform.problem.Rule;

/** Every reason to say no to a scale of a goal. */
enum AttainmentRule implements Rule {
    SCALE_WHILE_IN("A goal is scaled, rated and given up while the patient is in the program.", 409),
    BASELINE_IS_BELOW_EXPECTED("Where a patient begins is less, or much less, than what is expected.", 400),
    FEW_SCALES("A patient has up to six scales at a time.", 409),
    SCALE_IS_RATED("A scale that was rated is not changed; another one is agreed on.", 409),
    SCALE_WAS_ENDED("A scale that was given up is not rated, and not given up again.", 409),
    RATING_OF_A_DAY_OF_THE_SCALE("A rating is of a day that came, since the scale was agreed on.", 400);

    private final String sentence;
    private final int status;

    AttainmentRule(String sentence, int status) {
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
