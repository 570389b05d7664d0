package org.stepwell.therapy.twelvestep;

import org.stepwell.platform.problem.Rule;

/** Every reason to say no to what is recorded of fellowships. */
enum TwelveStepRule implements Rule {
    FACILITATED_WHERE_THEY_WERE("Facilitation is recorded of a session that the patient was at, in this episode.", 409),
    FACILITATION_HAS_ONE_TOPIC("A session of facilitation has one topic; another replaces the one that was read.", 409),
    STEP_OF_THE_FELLOWSHIP("A step is one that its fellowship's program has.", 400),
    STEP_IS_TOLD_ONCE("A step is written down once, and goes on from there.", 409),
    MEETING_OF_A_DAY_IN_THE_PROGRAM("A meeting that was tried is of a day in the program that came.", 400);

    private final String sentence;
    private final int status;

    TwelveStepRule(String sentence, int status) {
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
