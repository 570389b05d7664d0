package org.stepwell.enrollment.clinic;

import org.stepwell.platform.problem.Rule;

enum ClinicRule implements Rule {
    UNKNOWN_TIME_ZONE("A clinic keeps a time zone of the IANA database.", 400);

    private final String sentence;
    private final int status;

    ClinicRule(String sentence, int status) {
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
