package org.stepwell.enrollment.billing;

import org.stepwell.platform.problem.Rule;

enum BillingRule implements Rule {
    ONLY_WHAT_WAS_SENT_IS_CORRECTED("Only a line that was sent is corrected with the payer.", 409),
    BILLED_TO_ANOTHER_SINCE("A day that was voided and is billed to another payer since is not claimed back.", 409),
    BILLED_UNDER_WHAT_STANDS("A line is billed under a coverage and an authorization that were not withdrawn.", 409),
    TOLD_AT_ONCE("Of two who send or correct a day at once, one comes first.", 409);

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
