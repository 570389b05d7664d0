package org.stepwell.platform.probe;

import org.stepwell.platform.problem.Rule;

enum ProbeRule implements Rule {
    NAME_TAKEN("A name is given once.");

    private final String sentence;

    ProbeRule(String sentence) {
        this.sentence = sentence;
    }

    @Override
    public String sentence() {
        return sentence;
    }
}
