package org.stepwell.therapy.goal;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What speaks for less treatment than now. Each is our own reading of what teams look at; the team decides, not their count. */
@Schema(name = "StepDownCriterion")
enum Criterion {
    COMES_REGULARLY("They were at four of five sessions of the last four weeks, or more."),
    NOTHING_UNEXPECTED_FOUND("In the last thirty days, each drug screen found what was expected, and there was one."),
    NO_OPEN_WARNING("No safety flag stands about them."),
    SYMPTOMS_EASED("The last PHQ-9 and GAD-7 are below 10, as far as they were answered."),
    OBJECTIVES_MOVE("At least half of the objectives that notes rated stand at some progress or better."),
    PLAN_AGAINST_RELAPSE("They have written a relapse-prevention plan."),
    SUPPORT_OUTSIDE("They went to a mutual-help meeting in the last thirty days, or chose another way.");

    private final String sentence;

    Criterion(String sentence) {
        this.sentence = sentence;
    }

    String sentence() {
        return sentence;
    }
}
