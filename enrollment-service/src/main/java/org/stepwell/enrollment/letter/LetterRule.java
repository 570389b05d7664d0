package org.stepwell.enrollment.letter;

import org.stepwell.platform.problem.Rule;

/** Why a letter is not written, or not changed any more. */
enum LetterRule implements Rule {
    READERS_COME_IN_SOMEWHERE("Letters leave where the deployment says at which address their readers come in.", 409),
    DAYS_OF_ATTENDANCE(
            "A letter about attendance names the days it is about, a year at most; another one names none.", 400),
    DAYS_ARE_THERE_WHEN_IT_LEAVES("A letter tells of no day that is still to come when it leaves.", 400),
    QUEUED_FOR_NINETY_DAYS("A letter leaves within ninety days.", 400),
    WAS_IN_THE_PROGRAM("A letter tells of somebody who is or was in the program.", 409),
    LETTER_IS_OVER("A letter is withdrawn while it waits, or while its link opens it.", 409);

    private final String sentence;
    private final int status;

    LetterRule(String sentence, int status) {
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
