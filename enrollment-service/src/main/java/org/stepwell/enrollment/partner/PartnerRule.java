package org.stepwell.enrollment.partner;

import org.stepwell.platform.problem.Rule;

enum PartnerRule implements Rule {
    PARTNER_NAME_TAKEN("A clinic lists a partner once.", 409),
    PARTNERSHIP_IS_OVER("Only those we still work with send people.", 409),
    AGREEMENT_LETS_NOTHING("A partner does what an agreement lets them that is in force that day.", 403),
    AGREEMENT_ENDS_AFTER_IT_BEGINS("An agreement with a partner has a first and a last day, in this order.", 400),
    AGREEMENT_ENDS_ONCE("An agreement with a partner is ended once.", 409);

    private final String sentence;
    private final int status;

    PartnerRule(String sentence, int status) {
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
