package org.stepwell.scheduling.makeup;

import org.stepwell.platform.problem.Rule;

/** Why a week is not restored that way. */
enum MakeUpRule implements Rule {
    MADE_UP_IN_THE_SAME_WEEK("A week is restored by sessions of that week.", 400),
    MADE_UP_AHEAD("A week is restored by sessions that are still to begin.", 409),
    SESSIONS_OF_A_PROPOSAL("A week is restored by the sessions of a proposal, all of them and no more.", 409),
    NOTHING_TO_MAKE_UP("A week is restored where it lacks something.", 409);

    private final String sentence;
    private final int status;

    MakeUpRule(String sentence, int status) {
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
