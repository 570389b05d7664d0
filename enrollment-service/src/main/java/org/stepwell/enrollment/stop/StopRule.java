package org.stepwell.enrollment.stop;

import org.stepwell.platform.problem.Rule;

/** Every reason to say no to dealing with a finding. */
enum StopRule implements Rule {
    FINDING_IS_SETTLED("A finding is dealt with once."),
    DISPOSITION_FITS_STOP("A stop is cleared by what deals with it.", 400),
    LICENSE_REQUIRED("A stop is cleared, overridden and co-signed by those whose license is enough for it.", 403),
    HARD_STOP_STAYS("Nobody overrides an emergency, a crisis or the age of a minor."),
    OVERRIDE_SAYS_WHY("An override says why, in at least twenty characters.", 400),
    WITHDRAWAL_PLAN_REQUIRED("Moderate withdrawal is overridden with a plan of how it is managed here.", 400),
    NO_CO_SIGNATURE_DUE("A co-signature is given to an override that waits for one."),
    NOBODY_CO_SIGNS_THEMSELVES("An override is co-signed by another person.");

    private final String sentence;
    private final int status;

    StopRule(String sentence) {
        this(sentence, 409);
    }

    StopRule(String sentence, int status) {
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
