package org.stepwell.therapy.objective;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What everybody works on from admission until a plan of their own holds. Codes and words are our own. */
@Schema(name = "InterimObjective")
public enum InterimObjective {
    TAKES_PART("Comes to the sessions of each week, and takes part."),
    PLANS_TOGETHER("Completes the assessment, and works out a plan together with the counselor."),
    STAYS_SAFE("Stays safe, and tells somebody of the team when there is danger.");

    private final String sentence;

    InterimObjective(String sentence) {
        this.sentence = sentence;
    }

    /** As staff and patients read it. */
    public String sentence() {
        return sentence;
    }
}
