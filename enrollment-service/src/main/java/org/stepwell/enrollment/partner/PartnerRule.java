package org.stepwell.enrollment.partner;

import org.stepwell.platform.problem.Rule;

enum PartnerRule implements Rule {
    PARTNER_NAME_TAKEN("A clinic lists a partner once."),
    PARTNERSHIP_IS_OVER("Only those we still work with send people.");

    private final String sentence;

    PartnerRule(String sentence) {
        this.sentence = sentence;
    }

    @Override
    public String sentence() {
        return sentence;
    }
}
