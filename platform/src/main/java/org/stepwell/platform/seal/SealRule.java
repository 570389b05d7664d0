package org.stepwell.platform.seal;

import org.stepwell.platform.problem.Rule;

/** Why nothing is sealed or opened. */
enum SealRule implements Rule {
    KEY_OF_CLINIC_MISSING("What a clinic writes about people is sealed with its own key, and opened with no other.");

    private final String sentence;

    SealRule(String sentence) {
        this.sentence = sentence;
    }

    @Override
    public int status() {
        return 503;
    }

    @Override
    public String sentence() {
        return sentence;
    }
}
