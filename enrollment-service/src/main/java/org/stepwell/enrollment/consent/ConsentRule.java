package org.stepwell.enrollment.consent;

import org.stepwell.platform.problem.Rule;

enum ConsentRule implements Rule {
    ALREADY_CONSENTED("A patient has one consent of a kind in force at a time."),
    REVOKED_BEFORE("A consent is revoked once."),
    SIGNED_IN_THE_FUTURE("A consent was signed before it is recorded.");

    private final String sentence;

    ConsentRule(String sentence) {
        this.sentence = sentence;
    }

    @Override
    public String sentence() {
        return sentence;
    }
}
