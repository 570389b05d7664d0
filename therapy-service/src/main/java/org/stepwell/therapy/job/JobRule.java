package org.stepwell.therapy.job;

import org.stepwell.platform.problem.Rule;

/** Every reason to say no to what is told of an application or a job. */
enum JobRule implements Rule {
    APPLICATION_GOES_ON("An application goes from one state to the next, and does not come back from the last.", 409),
    APPLICATION_STATE_OF_A_DAY_THAT_CAME(
            "An application came to a state on a day that came, and not before the state that it had.", 400),
    INTERVIEW_FOLLOWS_APPLICATION("An employer invites whoever sent an application, until they decide.", 409),
    INTERVIEW_WITHIN_A_YEAR("An interview is within a year from now, or was on a day in the program.", 400),
    INTERVIEWS_OF_AN_APPLICATION("An application has no more than twenty interviews.", 409),
    INTERVIEW_IS_OVER("How an interview went is told once its time has come; before, it can be cancelled.", 409),
    SHIFTS_OF_A_JOB("Hours of work are those of a job that was accepted.", 409),
    SHIFTS_CAN_BE("A shift ends at another time than it begins, and its last day is on or after its first.", 400),
    SHIFTS_ARE_THERE_TO_HAND_OVER("Hours of work are handed over where there are some, or were.", 409),
    HANDED_OVER_ON_A_DAY_THAT_CAME(
            "Hours of work were handed over on a day that came, and not before they were told.", 400);

    private final String sentence;
    private final int status;

    JobRule(String sentence, int status) {
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
