package org.stepwell.enrollment.authority;

import org.stepwell.platform.problem.Rule;

enum AuthorityRule implements Rule {
    SUBPOENA_ALONE("A subpoena alone opens no record; it takes an order of the court, 42 CFR 2.61."),
    AUTHORITY_ELEMENT_MISSING("An agreement or order has all elements the law asks for before anything rests on it."),
    AUTHORITY_NOT_IN_FORCE("A disclosure rests on an agreement or order that is in force that day."),
    BEYOND_ITS_SCOPE("An agreement or order opens what it names, about whom it names, and nothing else."),
    AUTHORITY_ENDED_BEFORE("An agreement or order ends once."),
    AUTHORITY_ENDS_BEFORE_IT_BEGINS("An agreement or order ends after it begins.");

    private final String sentence;

    AuthorityRule(String sentence) {
        this.sentence = sentence;
    }

    @Override
    public String sentence() {
        return sentence;
    }
}
