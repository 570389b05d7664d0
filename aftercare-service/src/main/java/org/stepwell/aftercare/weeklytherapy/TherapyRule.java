package org.stepwell.aftercare.weeklytherapy;

import org.stepwell.platform.problem.Rule;

/** Every reason to say no about weekly therapy after discharge. */
enum TherapyRule implements Rule {
    THERAPY_IS_SOMEWHERE("Therapy has a first day, elsewhere it may name the therapist; no therapy has neither.", 400),
    GIVEN_BY_STAFF_WHERE_IT_IS_HERE("Somebody of the staff gives therapy where the patient goes to it here.", 409),
    THERAPY_OF_A_DAY_THAT_CAME("Therapy that was kept or missed is of a day in the last ninety that came.", 400),
    ONE_WEEKLY_THERAPY_PER_PLAN("A plan has one weekly therapy.", 409);

    private final String sentence;
    private final int status;

    TherapyRule(String sentence, int status) {
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
