package org.stepwell.enrollment.reporting;

import org.stepwell.platform.problem.Rule;

enum ReportRule implements Rule {
    ANSWERS_FIT_TABLES("The answers of a report are codes of its tables, and fit together.", 400),
    PERIOD_IS_PAST("A report is about days that have come, at most a year of them.", 400),
    ADMITTED_FIRST("A report is about somebody who was admitted; whoever waits is no client yet."),
    ADMISSION_RECORDED_FIRST("A discharge is recorded beside the record of its admission."),
    IMPUTED_WHERE_NOBODY_COULD_ASK("Answers at discharge are asked for; they are imputed only where nobody could ask."),
    EXTRACT_UNDER_AN_AUDIT(
            "Records of persons leave for the state under the agreement of an audit or evaluation, 42 CFR 2.53.");

    private final String sentence;
    private final int status;

    ReportRule(String sentence) {
        this(sentence, 409);
    }

    ReportRule(String sentence, int status) {
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
