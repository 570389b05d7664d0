package org.stepwell.aftercare.recheck;

import org.stepwell.platform.problem.Rule;

/** Every reason to say no about a recheck, and about linking somebody with treatment again. */
enum RecheckRule implements Rule {
    RECHECK_NOT_OPEN_YET("A recheck is answered from two weeks before its day on."),
    RECHECK_IS_OVER("A recheck is answered once, within 30 days after its day."),
    LINKAGE_GOES_FORWARD("What came of an offer is recorded while it is open."),
    ONE_OPEN_LINKAGE_PER_PLAN("A plan has one open offer of treatment at a time.");

    private final String sentence;

    RecheckRule(String sentence) {
        this.sentence = sentence;
    }

    @Override
    public String sentence() {
        return sentence;
    }
}
