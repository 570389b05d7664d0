package org.stepwell.enrollment.clinic;

import org.stepwell.platform.problem.Rule;

/** Every reason to say no about a clinic. */
enum ClinicRule implements Rule {
    CLINIC_EXISTS("A clinic that has an administrator is not made again.");

    private final String sentence;

    ClinicRule(String sentence) {
        this.sentence = sentence;
    }

    @Override
    public String sentence() {
        return sentence;
    }
}
