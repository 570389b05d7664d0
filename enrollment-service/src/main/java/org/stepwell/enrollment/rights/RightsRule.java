package org.stepwell.enrollment.rights;

import org.stepwell.platform.problem.Rule;

enum RightsRule implements Rule {
    REQUEST_IS_OVER("What was answered or withdrawn stays as it is.", 409),
    PUT_OFF_ONCE("An answer is put off once, where the law allows it.", 409),
    PUT_OFF_IN_TIME("An answer is put off before the day it is due is over.", 409),
    RECEIVED_LATELY("What is entered late came on a day of the last year.", 400),
    ANSWER_FITS_WHAT_WAS_ASKED("A complaint is resolved, a request granted or denied.", 400),
    DISAGREEMENT_FOLLOWS_DENIAL("A statement of disagreement follows an amendment that was denied.", 409),
    DISAGREED_BEFORE("A statement of disagreement is made once.", 409);

    private final String sentence;
    private final int status;

    RightsRule(String sentence, int status) {
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
