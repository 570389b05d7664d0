package org.stepwell.enrollment.screening;

import org.stepwell.platform.problem.Rule;

enum ScreeningRule implements Rule {
    NO_SUCH_HARD_STOP("A clearance names a hard stop of the screening."),
    CLEARED_BEFORE("A hard stop is cleared once."),
    DISPOSITION_FITS_HARD_STOP("A hard stop is cleared by what deals with it.", 400);

    private final String sentence;
    private final int status;

    ScreeningRule(String sentence) {
        this(sentence, 409);
    }

    ScreeningRule(String sentence, int status) {
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
