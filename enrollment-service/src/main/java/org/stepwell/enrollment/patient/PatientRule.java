package org.stepwell.enrollment.patient;

import org.stepwell.platform.problem.Rule;

enum PatientRule implements Rule {
    REGISTERED_TWICE("A person is registered once.", 409),
    MAYBE_REGISTERED("Whoever looks like a patient of the clinic is registered after somebody looked.", 409),
    INQUIRY_HAS_ITS_PATIENT("An inquiry leads to one registration.", 409),
    BORN_IN_THE_FUTURE("A patient was born before today, and not in another century than people live in.", 400),
    MINOR_HAS_A_GUARDIAN("A minor has a guardian, or a law by which they consent alone.", 400),
    VOICEMAIL_NEEDS_THE_PHONE("A message is left only where the phone may be used.", 400),
    IMPORT_IS_READABLE("A file to import is CSV with a header line, 500 people at most.", 400),
    LOOKED_FOR_BY_SOMETHING("Somebody is looked for by both names and the birth date, by a phone or by an email.", 400),
    SAFE_HOURS_IN_A_DAY("Safe hours begin and end on one day.", 400);

    private final String sentence;
    private final int status;

    PatientRule(String sentence, int status) {
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
