package org.stepwell.enrollment.patient;

import org.stepwell.platform.problem.Rule;

enum PatientRule implements Rule {
    REGISTERED_TWICE("A person is registered once.", 409),
    INQUIRY_HAS_ITS_PATIENT("An inquiry leads to one registration.", 409),
    BORN_IN_THE_FUTURE("A patient was born before today.", 400);

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
