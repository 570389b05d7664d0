package org.stepwell.therapy.measuredue;

import org.stepwell.platform.problem.Rule;

/** Every reason to say no to what is asked, and to who answers it. */
enum MeasureDueRule implements Rule {
    ANSWERED_AS_ASKED("A patient answers on the phone what they are asked; all else is taken by the care team.", 409),
    SCHEDULE_ASKS_WHAT_IS_HERE(
            "A schedule asks for questionnaires of this installation, each once, on occasions that a calendar knows.",
            400),
    STAFF_RATE_WHAT_STAFF_RATE(
            "What is asked face to face, or rated by staff, is asked of the staff: suicide screeners, withdrawal scales.",
            400),
    SCHEDULE_IS_SET_ONE_BY_ONE("The schedule of a program is set by one person at a time.", 409);

    private final String sentence;
    private final int status;

    MeasureDueRule(String sentence, int status) {
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
