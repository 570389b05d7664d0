package org.stepwell.enrollment.inquiry;

import org.stepwell.platform.problem.Rule;

enum InquiryRule implements Rule {
    INQUIRY_IS_DONE(409, "An inquiry goes from new to contacted to registered or closed, and never back."),
    INQUIRY_LED_TO_AN_EPISODE(409, "An inquiry is closed where nothing came of it."),
    CALLED_LATELY(400, "A call is noted within thirty days after it came."),
    TOO_MANY_CALL_BACKS(429, "A clinic takes so many call-back requests from its page in an hour as it can answer.");

    private final int status;
    private final String sentence;

    InquiryRule(int status, String sentence) {
        this.status = status;
        this.sentence = sentence;
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public String sentence() {
        return sentence;
    }
}
