package org.stepwell.enrollment.consent;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stepwell.enrollment.patient.Patients;
import org.stepwell.platform.clinic.ClinicDirectory;
import org.stepwell.platform.database.Sql;
import org.stepwell.platform.problem.FieldError;
import org.stepwell.platform.problem.Refusal;
import org.stepwell.platform.time.Due;

/** Puts a draft in force: the document as signed is kept, another one steps back, and all services are told. */
@Singleton
class SignConsent {

    private final Consents consents;
    private final Patients patients;
    private final SealedJson sealed;
    private final Register register;
    private final ClinicDirectory clinics;
    private final Due due;
    private final Sql sql;
    private final Clock clock;

    SignConsent(
            Consents consents,
            Patients patients,
            SealedJson sealed,
            Register register,
            ClinicDirectory clinics,
            Due due,
            Sql sql,
            Clock clock) {
        this.consents = consents;
        this.patients = patients;
        this.sealed = sealed;
        this.register = register;
        this.clinics = clinics;
        this.due = due;
        this.sql = sql;
        this.clock = clock;
    }

    void sign(Consent consent, ConsentForm.SignatureForm form) {
        mustHaveReadTheStatements(consent, form);
        var now = clock.instant();
        @Nullable String sealedWords = consent.words();
        var words = sealedWords == null ? Words.NONE : sealed.open(consent.id(), "words", sealedWords, Words.class);
        var document =
                ConsentText.document(consent, words, patients.nameOf(consent.patient()), form.signer(), form.method());
        var signature = new Signature(
                sealed.seal(consent.id(), "signer", form.signer()),
                form.relationship(),
                form.method(),
                form.signedAt() == null ? now : form.signedAt(),
                ConsentText.digest(document, form.drawing()));
        var changed = new ArrayList<Consent>();
        if (form.supersedes() != null) {
            var before = consents.of(form.supersedes());
            before.supersededBy(consent, now);
            due.cancel(EndedConsents.KIND, before.id());
            consents.flush(); // a patient has one of a kind about care in force: the old one steps back first
            changed.add(before);
        }
        consent.sign(signature, words, clinics.zone(), now);
        changed.add(consent);
        consents.flush();
        keep(consent, document, form.drawing());
        if (consent.endsAt() != null) {
            due.at(EndedConsents.KIND, consent.id(), consent.endsAt());
        }
        if (consent.kind().disclosure()) {
            register.tell(consent.patient(), changed, now);
        }
    }

    private static void mustHaveReadTheStatements(Consent consent, ConsentForm.SignatureForm form) {
        if (consent.kind().disclosure() && !ConsentText.STATEMENTS.equals(form.statements())) {
            throw new Refusal(
                    ConsentRule.STATEMENTS_OUTDATED,
                    "Show the statements of %s (GET consent-statements), and send their version."
                            .formatted(ConsentText.STATEMENTS),
                    List.of(new FieldError("/signature/statements", ConsentText.STATEMENTS)));
        }
    }

    private void keep(Consent consent, String document, @Nullable String drawing) {
        sql.update(
                "insert into consent_document (consent_id, document, drawing) values (?, ?, ?)",
                consent.id().value(),
                sealed.seal(consent.id(), "document", document),
                drawing == null ? null : sealed.seal(consent.id(), "drawing", drawing));
    }
}
