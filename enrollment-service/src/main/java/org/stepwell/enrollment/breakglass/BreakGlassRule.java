package org.stepwell.enrollment.breakglass;

import org.stepwell.platform.problem.Rule;

enum BreakGlassRule implements Rule {
    GLASS_IS_CLOSED("What was opened in an emergency closes after an hour; a new emergency is opened anew."),
    OPENED_BY_ANOTHER("Whoever opened a record in an emergency discloses under it, and nobody else."),
    CONSENT_COULD_BE_HAD(
            "In an emergency something is disclosed only where consent can not be had before, 42 CFR 2.51."),
    /** 42 CFR 2.31(b) and the definition in 2.11: what an emergency needs to know is never in a counseling note. */
    COUNSELING_NOTES_STAY_CLOSED("Counseling notes stay closed in an emergency; what it needs stands in the record."),
    REVIEWED_BEFORE("An emergency is reviewed once."),
    NOBODY_REVIEWS_THEMSELVES("An emergency is reviewed by somebody else than who opened it.");

    private final String sentence;

    BreakGlassRule(String sentence) {
        this.sentence = sentence;
    }

    @Override
    public String sentence() {
        return sentence;
    }
}
