package org.stepwell.enrollment.consent;

import jakarta.inject.Singleton;
import jakarta.ws.rs.NotFoundException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.ConsentId;
import org.stepwell.enrollment.form.FormText;
import org.stepwell.enrollment.form.FormTexts;
import org.stepwell.enrollment.patient.Patients;
import org.stepwell.enrollment.stop.Findings;
import org.stepwell.enrollment.stop.Stop;
import org.stepwell.platform.access.Access;
import org.stepwell.platform.clinic.ClinicDirectory;
import org.stepwell.platform.problem.FieldError;
import org.stepwell.platform.problem.Refusal;
import org.stepwell.platform.seal.SealedJson;
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
    private final ConsentDocuments documents;
    private final SigningDevice device;
    private final CourseOfCare course;
    private final FormTexts texts;
    private final SignedForms waiting;
    private final Findings findings;
    private final GivenNotice notice;
    private final Access access;
    private final Clock clock;

    SignConsent(
            Consents consents,
            Patients patients,
            SealedJson sealed,
            Register register,
            ClinicDirectory clinics,
            Due due,
            ConsentDocuments documents,
            SigningDevice device,
            CourseOfCare course,
            FormTexts texts,
            SignedForms waiting,
            Findings findings,
            GivenNotice notice,
            Access access,
            Clock clock) {
        this.consents = consents;
        this.patients = patients;
        this.sealed = sealed;
        this.register = register;
        this.clinics = clinics;
        this.due = due;
        this.documents = documents;
        this.device = device;
        this.course = course;
        this.texts = texts;
        this.waiting = waiting;
        this.findings = findings;
        this.notice = notice;
        this.access = access;
        this.clock = clock;
    }

    /** Signs; {@code pointer} is where the signature stands in the request. */
    void sign(Consent consent, ConsentForm.SignatureForm form, String pointer) {
        @Nullable FormText text = consent.kind().disclosure() ? null : texts.inUse(consent.kind());
        notice.mustBeGiven(consent.kind(), consent.patient());
        mustHaveRead(text, consent, form, pointer);
        mustBeTheirs(form, pointer);
        mustBeThemselves(form, pointer);
        mustBeAble(consent, form);
        var now = clock.instant();
        var signedAt = signedAt(form, pointer, now);
        mustBeOfAge(consent, form, pointer, LocalDate.ofInstant(signedAt, clinics.zone()));
        mustStillEnd(consent);
        var words = words(consent);
        var document = document(consent, words, text, form, signedAt);
        var signature = new Signature(
                sealed.seal("consent-signer", consent.id().value(), form.signer()),
                form.relationship(),
                form.method(),
                signedAt,
                device.seal(consent.id(), form.method()),
                sealed.seal(Signature.DIGEST, consent.id().value(), document.digest()),
                text == null ? null : (Integer) text.version());
        var changed = new ArrayList<Consent>();
        if (form.supersedes() != null) {
            var before = stepsBack(form.supersedes(), consent, now);
            changed.add(before);
        }
        consent.sign(signature, pointer, words, clinics.zone(), now);
        changed.add(consent);
        consents.flush();
        documents.keep(consent.id(), document);
        if (consent.endsAt() != null) {
            due.at(EndedConsents.KIND, consent.id(), consent.endsAt());
        }
        if (consent.kind().disclosure()) {
            register.tell(consent.patient(), changed, now);
        } else {
            waiting.signed(consent.patient(), now);
        }
    }

    private Words words(Consent consent) {
        @Nullable String sealedWords = consent.words();
        return sealedWords == null
                ? Words.NONE
                : sealed.open("consent-words", consent.id().value(), sealedWords, Words.class);
    }

    /** All that is signed, in words, with the drawn signature. */
    private ConsentDocuments.Document document(
            Consent consent, Words words, @Nullable FormText text, ConsentForm.SignatureForm form, Instant signedAt) {
        var signed = new ConsentText.Signed(
                form.signer(), form.relationship(), form.method(), signedAt.atZone(clinics.zone()));
        return ConsentDocuments.Document.of(
                ConsentText.document(consent, words, text, patients.nameOf(consent.patient()), signed), form.drawing());
    }

    /** What nobody but the patient can give: their account, their hand on the screen, or paper that staff hold. */
    private void mustBeTheirs(ConsentForm.SignatureForm form, String pointer) {
        boolean paper = form.method() == Signature.Method.PAPER;
        if (paper && access.byPatient()) {
            throw new Refusal(
                    ConsentRule.PAPER_IS_TAKEN_BY_STAFF,
                    "Sign electronically, or give the paper to staff.",
                    List.of(new FieldError(pointer + "/method", "ELECTRONIC, where patients sign themselves")));
        }
        @Nullable String drawing = form.drawing();
        if (!paper && !access.byPatient() && (drawing == null || drawing.isEmpty())) {
            throw new Refusal(
                    ConsentRule.SIGNED_BY_THE_PATIENT,
                    "Let the patient draw it, sign in the app, or sign on paper.",
                    List.of(new FieldError(pointer + "/drawing", "what the patient drew, as PNG in Base64")));
        }
        if (drawing != null && !drawing.isEmpty() && !Drawing.shows(drawing)) {
            throw new Refusal(
                    ConsentRule.DRAWING_SHOWS_NOTHING,
                    "Let the patient draw it again, or sign on paper.",
                    List.of(new FieldError(
                            pointer + "/drawing", "a PNG of at most 4 megapixels with something in it")));
        }
    }

    /** In a patient's account nobody signs as their parent or guardian: those come to staff, or sign on paper. */
    private void mustBeThemselves(ConsentForm.SignatureForm form, String pointer) {
        if (access.byPatient() && form.relationship() != Signature.Relationship.SELF) {
            throw new Refusal(
                    ConsentRule.OTHERS_SIGN_BEFORE_STAFF,
                    "Let them sign at the clinic, or on paper.",
                    List.of(new FieldError(pointer + "/relationship", "SELF, in the patient's own account")));
        }
    }

    /** A signature waits until the patient can consent; whoever acts for them may sign. */
    private void mustBeAble(Consent consent, ConsentForm.SignatureForm form) {
        if ((form.relationship() == Signature.Relationship.SELF || access.byPatient())
                && findings.open(consent.patient()).contains(Stop.UNABLE_TO_CONSENT)) {
            throw new Refusal(
                    ConsentRule.SIGNED_WHILE_ABLE,
                    "The finding UNABLE_TO_CONSENT is open; a clinician clears it first.");
        }
    }

    /** A minor signs alone only where the law lets them; on the day they sign, they are as old as they are then. */
    private void mustBeOfAge(Consent consent, ConsentForm.SignatureForm form, String pointer, LocalDate day) {
        if (form.relationship() == Signature.Relationship.SELF && !patients.signsAlone(consent.patient(), day)) {
            throw new Refusal(
                    ConsentRule.MINOR_SIGNS_WITH_A_GUARDIAN,
                    "Let a parent or guardian sign, or note at the patient that the law lets them consent alone.",
                    List.of(new FieldError(pointer + "/relationship", "PARENT or GUARDIAN")));
        }
        if (patients.signsAlone(consent.patient(), day) && isInTheirPlace(consent, form.relationship(), day)) {
            throw new Refusal(
                    ConsentRule.PATIENT_SIGNS_ALONE,
                    "Let the patient sign.",
                    List.of(new FieldError(pointer + "/relationship", "SELF")));
        }
    }

    /** Of whoever signs alone, nobody is asked in their place because they are or were a child; care itself a parent may want too. */
    private boolean isInTheirPlace(Consent consent, Signature.Relationship relationship, LocalDate day) {
        return switch (relationship) {
            case SELF -> false;
            case PARENT ->
                !patients.isMinor(consent.patient(), day) || consent.kind().disclosure();
            case GUARDIAN, AUTHORIZED_REPRESENTATIVE ->
                patients.isMinor(consent.patient(), day) && consent.kind().disclosure();
        };
    }

    /** Nothing it ends with may be over, also of what ends at this moment. */
    private void mustStillEnd(Consent consent) {
        register.lock(consent.patient());
        boolean treatment =
                consent.endsWith(Terms.Ending.END_OF_TREATMENT) && !course.treatmentMayEnd(consent.patient());
        boolean aftercare =
                consent.endsWith(Terms.Ending.END_OF_AFTERCARE) && !course.aftercareMayEnd(consent.patient());
        if (treatment || aftercare) {
            throw new Refusal(
                    ConsentRule.ENDS_WITH_WHAT_IS_OVER,
                    "The patient is in no care that would end. Give a last day, or put them on the list first.",
                    List.of(new FieldError("/terms/ends", "something that is still to end, or a last day instead")));
        }
    }

    /** A patient has one of a kind about care in force, so the old one steps back first. */
    private Consent stepsBack(ConsentId id, Consent successor, Instant now) {
        var before = consents.of(id);
        if (!before.patient().equals(successor.patient())) {
            throw new NotFoundException(); // another patient's consent is none that this one knows of
        }
        before.supersededBy(successor, clinics.zone(), now);
        due.cancel(EndedConsents.KIND, before.id());
        consents.flush();
        return before;
    }

    private static Instant signedAt(ConsentForm.SignatureForm form, String pointer, Instant now) {
        @Nullable Instant said = form.signedAt();
        if (said != null && form.method() == Signature.Method.ELECTRONIC) {
            throw new Refusal(
                    ConsentRule.ELECTRONIC_IS_NOW,
                    "Leave out signedAt; it is for signatures on paper.",
                    List.of(new FieldError(pointer + "/signedAt", "only of a signature on paper")));
        }
        return said == null ? now : said;
    }

    /** A clinic's own text by its version, and what a consent to disclosure says by the version of the statements. */
    private static void mustHaveRead(
            @Nullable FormText text, Consent consent, ConsentForm.SignatureForm form, String pointer) {
        if (text != null
                && text.version() > 0
                && !String.valueOf(text.version()).equals(form.statements())) {
            throw new Refusal(
                    ConsentRule.STATEMENTS_OUTDATED,
                    "Show version %d of the text (GET form-texts), and send its number.".formatted(text.version()),
                    List.of(new FieldError(pointer + "/statements", String.valueOf(text.version()))));
        }
        if (consent.kind().disclosure() && !ConsentText.STATEMENTS.equals(form.statements())) {
            throw new Refusal(
                    ConsentRule.STATEMENTS_OUTDATED,
                    "Show the statements of %s (GET consent-statements), and send their version."
                            .formatted(ConsentText.STATEMENTS),
                    List.of(new FieldError(pointer + "/statements", ConsentText.STATEMENTS)));
        }
    }
}
