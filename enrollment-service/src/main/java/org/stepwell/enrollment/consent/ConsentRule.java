package org.stepwell.enrollment.consent;

import org.stepwell.platform.problem.Rule;

enum ConsentRule implements Rule {
    ALREADY_CONSENTED("A patient has one consent of a kind about care in force at a time."),
    TERMS_BELONG_TO_DISCLOSURES("A consent to disclosure has terms, and no other has."),
    ELEMENT_MISSING("A consent to disclosure is signed once it has all elements of 42 CFR 2.31(a)."),
    STATEMENTS_OUTDATED("Whoever signs has read the statements that are in use now."),
    NOTICE_GIVEN_FIRST("Whoever consents to a disclosure was given the privacy notice before, 42 CFR 2.22."),
    MINOR_SIGNS_WITH_A_GUARDIAN("For a minor a guardian signs, unless the law of the state lets them consent alone."),
    PATIENT_SIGNS_ALONE(
            "A grown patient signs themselves, and so does a minor whom the law lets consent alone, 42 CFR 2.14; an adult's guardian is one whom a court appointed."),
    OTHERS_SIGN_BEFORE_STAFF("In a patient's account only the patient signs; a parent or guardian signs before staff."),
    COUNSELING_NOTES_STAND_ALONE("Counseling notes are opened by a consent of their own, 42 CFR 2.31(b)."),
    PROCEEDINGS_STAND_ALONE("Use in legal proceedings is opened by a consent of its own, 42 CFR 2.31(d)."),
    ENDS_BEFORE_IT_BEGINS("A consent ends after it was signed."),
    ENDS_WITH_WHAT_IS_OVER("A consent ends with something that is still to end."),
    SIGNED_BY_THE_PATIENT("An electronic signature is given in the patient's own account, or drawn before staff."),
    DRAWING_SHOWS_NOTHING("A drawn signature shows what was drawn."),
    PAPER_IS_TAKEN_BY_STAFF("A signature on paper is recorded by the staff who hold the paper."),
    SIGNED_WHILE_ABLE("Nobody signs while they are unable to consent."),
    SIGNED_BEFORE("A consent is signed once."),
    ELECTRONIC_IS_NOW("An electronic signature is given at the moment it is sent."),
    SIGNED_IN_THE_FUTURE("A consent was signed before it is recorded."),
    NOT_IN_FORCE("Only a consent in force is revoked, superseded or ended."),
    REVOKED_BEFORE("A consent is revoked once."),
    NOT_REVOCABLE_YET("A criminal justice consent is revoked from the day it states, 42 CFR 2.35(c)."),
    ENDS_BY_ITSELF("Only a consent that ends with an event is ended by staff."),
    SUPERSEDES_ANOTHER_KIND("A consent supersedes one of the same kind.");

    private final String sentence;

    ConsentRule(String sentence) {
        this.sentence = sentence;
    }

    @Override
    public String sentence() {
        return sentence;
    }
}
