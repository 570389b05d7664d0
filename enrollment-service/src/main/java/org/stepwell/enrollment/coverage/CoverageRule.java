package org.stepwell.enrollment.coverage;

import org.stepwell.platform.problem.Rule;

enum CoverageRule implements Rule {
    COVERAGE_ENDS_BEFORE_IT_BEGINS("A coverage ends on its first day or later.", 400),
    SUBSCRIBER_WAS_BORN_BEFORE("Whoever holds a policy was born before it begins.", 400),
    ONE_COVERAGE_OF_A_PRIORITY("On any day a patient has one primary and one secondary coverage at most.", 409),
    AUTHORIZATION_ENDS_BEFORE_IT_BEGINS("An authorization ends on its first day or later.", 400),
    AUTHORIZED_WHILE_COVERED("An authorization is for days of its coverage.", 400),
    COVERAGE_WAS_WITHDRAWN("A coverage that was taken back covers nothing.", 409),
    AUTHORIZATION_WAS_WITHDRAWN("An authorization that was taken back approves nothing.", 409),
    NOTHING_IS_BILLED_UNDER_A_MISTAKE("What a payer was billed under is not taken back.", 409);

    private final String sentence;
    private final int status;

    CoverageRule(String sentence, int status) {
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
