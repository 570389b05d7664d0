package org.stepwell.therapy.measure;

import org.stepwell.platform.problem.Rule;

/** Every reason to say no to a measure. */
enum MeasureRule implements Rule {
    EPISODE_IS_THE_PATIENTS("A measure belongs to an episode of its patient.");

    private final String sentence;

    MeasureRule(String sentence) {
        this.sentence = sentence;
    }

    @Override
    public String sentence() {
        return sentence;
    }
}
