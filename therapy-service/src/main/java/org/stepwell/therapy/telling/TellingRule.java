package org.stepwell.therapy.telling;

import org.stepwell.platform.problem.Rule;

/** Every reason not to write down what a patient tells. */
enum TellingRule implements Rule {
    TOLD_WHILE_IN("What a patient tells of themselves is written down while they are in the program.", 409),
    TOLD_TO_WHO_READS_IT(
            "What a patient wrote before goes on with the patient, or with staff who read it: the care team, supervisors.",
            403);

    private final String sentence;
    private final int status;

    TellingRule(String sentence, int status) {
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
