package org.stepwell.enrollment.billing;

import org.stepwell.platform.problem.Rule;

enum BillingRule implements Rule {
    LINE_SENT_BEFORE("A day is sent to a payer once.", 409),
    ONLY_WHAT_WAS_SENT_IS_CORRECTED("Only a line that was sent is corrected with the payer.", 409),
    CORRECTED_AT_ONCE("Of two who say at once that a line was corrected, one comes first.", 409);

    private final String sentence;
    private final int status;

    BillingRule(String sentence, int status) {
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
