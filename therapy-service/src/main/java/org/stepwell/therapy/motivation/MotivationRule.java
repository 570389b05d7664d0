package org.stepwell.therapy.motivation;

import org.stepwell.platform.problem.Rule;

/** Every reason to say no to what is recorded of a patient's motivation. */
enum MotivationRule implements Rule {
    STAGE_OF_A_DAY_IN_THE_PROGRAM("A stage of change is of a day in the program that came.", 400),
    TALK_OF_A_SESSION_THEY_WERE_AT(
            "What a patient said is counted in a session that they were at, in this episode.", 409),
    TALK_IS_COUNTED_ONCE("A session's talk is counted once; another count replaces the one that was read.", 409),
    BALANCE_SAYS_SOMETHING("A decisional balance has something on one of its four lists.", 400),
    BALANCE_WHILE_IN("A decisional balance is written while the patient is in the program.", 409),
    BALANCE_WRITTEN_ONE_BY_ONE("A version of a decisional balance follows the one that was read.", 409);

    private final String sentence;
    private final int status;

    MotivationRule(String sentence, int status) {
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
