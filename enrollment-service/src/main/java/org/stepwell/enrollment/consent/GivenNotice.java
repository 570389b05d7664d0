package org.stepwell.enrollment.consent;

import jakarta.inject.Singleton;
import org.stepwell.contracts.code.ConsentKind;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.enrollment.form.FormTexts;
import org.stepwell.platform.problem.Refusal;

/**
 * Nobody consents to a disclosure, and so nothing is disclosed or billed by consent, before they were given the clinic's privacy
 * notice (42 CFR 2.22). Care waits for no paper.
 */
@Singleton
class GivenNotice {

    private final FormTexts texts;
    private final Consents consents;

    GivenNotice(FormTexts texts, Consents consents) {
        this.texts = texts;
        this.consents = consents;
    }

    void mustBeGiven(ConsentKind kind, PatientId patient) {
        if (!kind.disclosure()) {
            return;
        }
        var wanted = texts.versions().get(ConsentKind.PRIVACY_NOTICE);
        var signed = consents.formsOf(patient).get(ConsentKind.PRIVACY_NOTICE);
        if (wanted != null && (signed == null || signed.version() < wanted.signedSince())) {
            throw new Refusal(
                    ConsentRule.NOTICE_GIVEN_FIRST,
                    "Give them the privacy notice, and let them sign that they have it (kind PRIVACY_NOTICE).");
        }
    }
}
