package org.stepwell.therapy.telling;

import org.stepwell.platform.problem.Refusal;
import org.stepwell.platform.problem.Rule;

/** Every reason not to write down what a patient tells. */
enum TellingRule implements Rule {
    TOLD_WHILE_IN("What a patient tells of themselves is written down while they are in the program.");

    private final String sentence;

    TellingRule(String sentence) {
        this.sentence = sentence;
    }

    @Override
    public String sentence() {
        return sentence;
    }

    Refusal because(String detail) {
        return new Refusal(this, detail);
    }
}
