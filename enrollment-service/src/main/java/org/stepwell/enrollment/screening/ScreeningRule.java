package org.stepwell.enrollment.screening;

import org.stepwell.platform.problem.Rule;

enum ScreeningRule implements Rule {
    NO_SUCH_HARD_STOP("A clearance names a hard stop of the screening."),
    CLEARED_BEFORE("A hard stop is cleared once.");

    private final String sentence;

    ScreeningRule(String sentence) {
        this.sentence = sentence;
    }

    @Override
    public String sentence() {
        return sentence;
    }
}
