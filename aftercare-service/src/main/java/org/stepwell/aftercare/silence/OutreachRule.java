package org.stepwell.aftercare.silence;

import org.stepwell.platform.problem.Rule;

/** Every reason to say no to what is recorded of looking for somebody. */
enum OutreachRule implements Rule {
    ATTEMPT_OF_A_TIME_THAT_CAME("An attempt was made at a time that came, and no more than a month ago.", 400),
    OUTCOME_FITS_THE_WAY("What came of an attempt fits the way it was made.", 400),
    SUPPORT_PERSON_IS_NAMED("Whoever was asked for the patient is one of those who support them.", 400),
    SUPPORT_PERSON_BY_A_PERMIT(
            "A support person is asked within a day after somebody looked whether a consent in force opens it.", 409),
    STEP_ENDS_BY_AN_ATTEMPT("A step that asks for a call is done by an attempt to reach the patient.", 409),
    STEP_IS_OPEN("A step ends once, while it is open.", 409),
    UNREACHABLE_AFTER_A_MONTH(
            "Somebody is unreachable from the thirtieth day on after the check-in that did not come, and not before.",
            409),
    SUPERVISOR_REVIEWS("A review, and the end of aftercare, are a supervisor's.", 403);

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
