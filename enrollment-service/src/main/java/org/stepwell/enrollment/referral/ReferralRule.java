package org.stepwell.enrollment.referral;

import org.stepwell.platform.problem.Rule;

enum ReferralRule implements Rule {
    SENDER_IS_NAMED("A referral names a partner, or the house that sent somebody.", 400),
    STEP_DOWN_HAS_A_DAY("Whoever leaves inpatient care is referred with the day and the level they leave.", 400),
    STEP_DOWN_IS_NEAR("Whoever leaves inpatient care leaves it at most a month ago, or within two months.", 400),
    READMISSION_COMES_FROM_AFTERCARE("A readmission is recommended by our own aftercare, and by nobody else.", 400),
    PARTNER_REFERS_ONCE("A partner's reference names one referral.", 409),
    REFERRED_ONE_IS_KNOWN("A referral is about one patient, and stays about that one.", 409),
    MAYBE_SOMEBODY_ELSE("Whoever has neither name nor phone of a patient is tied to them after somebody asked.", 409),
    NOTHING_TO_REPORT(
            "A sender learns of somebody who was registered; of others, only that the referral was received.", 409),
    REPORTED_TO_A_PARTNER("What came of a referral is told to a partner, whom the consent names.", 409);

    private final String sentence;
    private final int status;

    ReferralRule(String sentence, int status) {
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
