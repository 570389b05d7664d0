package org.stepwell.therapy.safety;

import org.stepwell.platform.problem.Rule;

/** Every reason to say no to the clearance of a flag. */
enum SafetyRule implements Rule {
    FLAG_IS_NOT_OPEN("A flag is cleared once, after it was raised.", 409),
    FLAG_STANDS_ELSEWHERE("A flag is cleared by the service that raised it.", 409),
    SCREENER_CLEARS_THE_ITEM("That a thought of death or self-harm was named is cleared by the suicide screener.", 409),
    LICENSED_CLINICIAN_CLEARS_A_RISK(
            "A high or moderate risk of suicide is assessed, and cleared, by a clinician who practises independently.",
            403),
    CLEARANCE_FITS_THE_FLAG("What came of a flag fits it; of a risk of suicide, the level is said.", 400),
    SAFETY_PLAN_IS_WRITTEN("A safety plan is in place once the patient has a crisis plan here.", 409),
    HIGH_RISK_IS_PLANNED_FOR(
            "A high risk of suicide is cleared once a crisis plan was written with the patient since it was found last, unless"
                    + " they are in emergency care.",
            409);

    private final String sentence;
    private final int status;

    SafetyRule(String sentence, int status) {
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
