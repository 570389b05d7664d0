package org.stepwell.therapy.safety;

import org.stepwell.platform.problem.Rule;

/** Every reason to say no to the clearance of a flag. */
enum SafetyRule implements Rule {
    FLAG_IS_NOT_OPEN("A flag is cleared once, after it was raised."),
    FLAG_STANDS_ELSEWHERE("A flag is cleared by the service that raised it.");

    private final String sentence;

    SafetyRule(String sentence) {
        this.sentence = sentence;
    }

    @Override
    public String sentence() {
        return sentence;
    }
}
