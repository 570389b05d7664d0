package org.stepwell.therapy.outreach;

import org.stepwell.platform.problem.Rule;

/** Every reason to say no to what is recorded of outreach. */
enum OutreachRule implements Rule {
    SOUGHT_WHILE_IN("Outreach is recorded while the patient is in the program.", 409),
    ATTEMPT_OF_A_TIME_IN_THE_PROGRAM("An attempt was made at a time in the program that came.", 400),
    OUTCOME_FITS_THE_WAY("What came of an attempt fits the way it was made.", 400),
    STEP_ENDS_BY_AN_ATTEMPT("A step that asks for contact is done by an attempt to reach the patient.", 409),
    WELFARE_IS_NOT_DECIDED_AGAINST(
            "A welfare check ends when the patient is reached or somebody else looks after them, and by nobody's word.",
            409),
    STEP_IS_OPEN("A step ends once.", 409);

    private final String sentence;
    private final int status;

    OutreachRule(String sentence, int status) {
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
