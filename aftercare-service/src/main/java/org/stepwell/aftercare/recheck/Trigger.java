package org.stepwell.aftercare.recheck;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What in the past 90 days says that somebody needs treatment again; any one of them is enough. The list is ours, in the manner of
 * recovery management checkups.
 */
@Schema(name = "RecheckTrigger")
enum Trigger {
    USE_DAYS("Use on as many days as the clinic counts as substantial."),
    INTOXICATED("Intoxicated for most of a day, once or more."),
    RESPONSIBILITIES("Use kept them from responsibilities at work, at school or at home."),
    PROBLEMS("Use caused problems."),
    WITHDRAWAL("Withdrawal when they did not use."),
    WANTS_TREATMENT("They say that they need treatment.");

    private final String sentence;

    Trigger(String sentence) {
        this.sentence = sentence;
    }

    String sentence() {
        return sentence;
    }
}
