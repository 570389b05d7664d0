package org.stepwell.aftercare.support;

import org.stepwell.platform.problem.Rule;

/** Every reason to say no about the people who support a patient. */
enum SupportRule implements Rule {
    SUPPORT_PEOPLE_AS_MANY_AS_HELP("Of a patient, at most twenty support people are written down.", 409),
    WHOEVER_IS_TOLD_IS_REACHED(
            "Whoever may be told something has a phone, an e-mail address or a postal address.", 400),
    WHO_WAS_FORGOTTEN_IS_NAMED_ANEW(
            "Whoever supports the patient no more is forgotten, and named anew if they do again.", 409),
    WANTED_BY_THE_PATIENT("A support person is told what the patient wants them to be told, and nothing else.", 409),
    SPONSOR_BY_FIRST_NAME(
            "A sponsor is named by a first name or by initials, and by no more: fellowships are anonymous.", 400),
    SINCE_A_DAY_THAT_CAME("A sponsor or a home group is one since today or a day before.", 400);

    private final String sentence;
    private final int status;

    SupportRule(String sentence, int status) {
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
