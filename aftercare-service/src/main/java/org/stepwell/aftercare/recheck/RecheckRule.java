package org.stepwell.aftercare.recheck;

import org.stepwell.platform.problem.Rule;

/** Every reason to say no about a recheck, and about linking somebody with treatment again. */
enum RecheckRule implements Rule {
    RECHECK_NOT_OPEN_YET("A recheck is answered from two weeks before its day on.", 409),
    RECHECK_IS_OVER("A recheck is answered once, within 30 days after its day.", 409),
    NO_RECHECK_AHEAD("Rechecks are ended while one is still to come.", 409),
    WHY_RECHECKS_END("Staff who end rechecks say why.", 400),
    SUPERVISOR_ENDS_RECHECKS("Patients end their own rechecks; without their word, a supervisor does.", 403),
    DEATH_CLOSES_THE_PLAN("A death closes an active plan, and all that asks the patient with it.", 409),
    LINKAGE_GOES_FORWARD("What came of an offer is recorded while it is open.", 409),
    OFFER_IS_OVER("An offer of treatment is accepted while it holds.", 409),
    ONE_OPEN_LINKAGE_PER_PLAN("A plan has one open offer of treatment at a time.", 409);

    private final String sentence;
    private final int status;

    RecheckRule(String sentence, int status) {
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
