package org.stepwell.enrollment.form;

import org.stepwell.platform.problem.Rule;

enum FormRule implements Rule {
    FORM_IS_PUBLISHED("A clinic's form is signed once the clinic has published its text.", 409),
    FORM_IS_SIGNED_ALONE("A form that is published is one that patients sign about their care.", 400),
    FORM_PUBLISHED_MEANWHILE("A version of a form is published once.", 409);

    private final String sentence;
    private final int status;

    FormRule(String sentence, int status) {
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
