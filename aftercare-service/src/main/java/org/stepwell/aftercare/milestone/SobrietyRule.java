package org.stepwell.aftercare.milestone;

import org.stepwell.platform.problem.Rule;

/** Every reason to say no about the date since which a patient counts their days. */
enum SobrietyRule implements Rule {
    DAYS_ARE_COUNTED_FROM_A_DAY_THAT_CAME(
            "Days are counted from today or a day before, and from no day before 1900.", 400),
    A_NEW_BEGINNING_FOLLOWS("A new beginning comes after the day from which the days were counted before it.", 400),
    A_NEW_BEGINNING_HAS_ONE_BEFORE("Only days that are counted begin anew.", 409),
    BEGINNINGS_DO_NOT_OVERLAP("Days that were counted once are not counted again.", 409),
    ONE_SOBRIETY_DATE_AT_A_TIME("Days are counted from one date at a time.", 409);

    private final String sentence;
    private final int status;

    SobrietyRule(String sentence, int status) {
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
