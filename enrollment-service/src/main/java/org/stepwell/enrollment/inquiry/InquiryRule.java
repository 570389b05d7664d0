package org.stepwell.enrollment.inquiry;

import org.stepwell.platform.problem.Rule;

enum InquiryRule implements Rule {
    INQUIRY_IS_DONE("An inquiry goes from new to contacted to registered or closed, and never back.");

    private final String sentence;

    InquiryRule(String sentence) {
        this.sentence = sentence;
    }

    @Override
    public String sentence() {
        return sentence;
    }
}
