package org.stepwell.therapy.progress;

import org.stepwell.platform.problem.Rule;

/** Every reason to say no to a step down. */
enum ProgressRule implements Rule {
    EPISODE_IS_RUNNING("A patient becomes ready for less, or is not any more, while they are in the program."),
    NO_SUICIDE_RISK(
            "Nobody is ready for less while a thought of suicide was named and not asked about, or the risk is moderate or high."),
    READY_ALREADY("A patient becomes ready once in an episode.");

    private final String sentence;

    ProgressRule(String sentence) {
        this.sentence = sentence;
    }

    @Override
    public String sentence() {
        return sentence;
    }
}
