package org.stepwell.therapy.roster;

import org.stepwell.platform.problem.Rule;

/** Every reason to say no by what is known of the staff. */
public enum RosterRule implements Rule {
    SIGNER_HAS_CREDENTIALS("Whoever signs works here and has credentials.");

    private final String sentence;

    RosterRule(String sentence) {
        this.sentence = sentence;
    }

    @Override
    public String sentence() {
        return sentence;
    }
}
