package org.stepwell.enrollment.screening;

import org.stepwell.platform.problem.Rule;

enum ScreeningRule implements Rule {
    SUICIDE_SCREENER_DUE("A visit in which a thought of self-harm was named ends with the suicide screener."),
    LEVEL_SAYS_WHY("A decided level that is none of the suggested ones says why, in at least twenty characters.", 400);

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
