package org.stepwell.enrollment.payer;

import org.stepwell.platform.problem.Rule;

enum PayerRule implements Rule {
    PAYER_NAME_TAKEN("A clinic lists each payer once.", 409),
    PAYER_IS_GONE("Nobody is newly covered by a payer whom the clinic does not bill any more.", 409),
    PAID_DAY_HAS_HOURS(
            "What is paid by the day is a day of three hours, or of the hours that the contract names.", 400),
    TERMS_FIT_THE_PAYER(
            "Medicare is billed with condition code 92 and a certification and never by S9480; S9480 is per day.", 400);

    private final String sentence;
    private final int status;

    PayerRule(String sentence, int status) {
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
