package org.stepwell.therapy.certification;

import org.stepwell.platform.problem.Rule;

/** Every reason to say no to a certification. */
enum CertificationRule implements Rule {
    PHYSICIANS_CERTIFY("A physician certifies that somebody needs this level of care.", 403),
    CERTIFIED_WHILE_IN("A patient is certified while they are in the program.", 409),
    CERTIFIED_BEFORE("An episode is certified once from the same day.", 409),
    CERTIFIED_FROM_A_DAY_THAT_CAME("A certification is from today or a day before, in the program.", 400),
    ALL_OF_IT_IS_CERTIFIED("A physician certifies all of it, or nothing.", 400);

    private final String sentence;
    private final int status;

    CertificationRule(String sentence, int status) {
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
