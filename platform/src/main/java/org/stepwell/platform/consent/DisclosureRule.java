package org.stepwell.platform.consent;

import org.stepwell.platform.problem.Rule;

/** Why nothing is disclosed. */
public enum DisclosureRule implements Rule {
    NO_CONSENT_IN_FORCE(403, "What is disclosed to somebody for a purpose is opened by one consent in force."),
    RECIPIENT_NAMED(409, "Where a consent names a class of recipients, the one who is told is named."),
    LETS_OUT_WHAT_IT_SAYS(403, "An operation lets out no more than its description says."),
    CONSENT_NOT_KNOWN(503, "A service discloses only while it hears the consent register.");

    private final int status;
    private final String sentence;

    DisclosureRule(int status, String sentence) {
        this.status = status;
        this.sentence = sentence;
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public String sentence() {
        return sentence;
    }
}
