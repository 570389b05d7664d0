package org.stepwell.therapy.modality;

import org.stepwell.platform.problem.Rule;

/** Every reason to say no to what a clinic says of a treatment. */
enum ModalityRule implements Rule {
    TREATMENT_SERVES_A_GOAL("A treatment is given for at least one of the eight goals."),
    UNITS_HAVE_TITLES_OF_THEIR_OWN("The units of a treatment have different titles."),
    UNITS_SERVE_WHAT_THEIR_TREATMENT_DOES("A unit is taught for some of the goals of its treatment.");

    private static final int INVALID = 400;

    private final String sentence;

    ModalityRule(String sentence) {
        this.sentence = sentence;
    }

    @Override
    public String sentence() {
        return sentence;
    }

    @Override
    public int status() {
        return INVALID;
    }
}
