package org.stepwell.enrollment.diagnosis;

import org.stepwell.platform.problem.Rule;

/** Every reason to say no to a diagnosis. */
enum DiagnosisRule implements Rule {
    CODE_OF_CHAPTER_F("A diagnosis is a code of chapter F of the ICD-10-CM.", 400),
    SEVERITY_FITS_CODE("A severity is the one that the code says.", 400),
    DIAGNOSED_ALREADY("A diagnosis stands once."),
    DIAGNOSIS_HAS_ENDED("A diagnosis is ended once.");

    private final String sentence;
    private final int status;

    DiagnosisRule(String sentence) {
        this(sentence, 409);
    }

    DiagnosisRule(String sentence, int status) {
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
