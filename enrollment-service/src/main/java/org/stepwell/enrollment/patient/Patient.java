package org.stepwell.enrollment.patient;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.enrollment.EnrollmentState.PatientChanged;
import org.stepwell.contracts.enrollment.EnrollmentState.PatientChanged.ContactRules;
import org.stepwell.contracts.id.InquiryId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.platform.problem.FieldError;
import org.stepwell.platform.problem.Refusal;

/** A person in care: who they are and how they may be reached. */
@Entity
class Patient {

    @EmbeddedId
    private PatientId id;

    @Version
    private int version;

    /** A digest, which the database keeps unique. */
    @SuppressWarnings("UnusedVariable")
    private String identity;

    private String language;
    private @Nullable String zone;

    /** Sealed: name, birth date, and how to reach them. */
    private String contact;

    private boolean mayPhone;
    private boolean mayText;
    private boolean mayEmail;
    private boolean mayVoicemail;

    @AttributeOverride(name = "value", column = @Column(name = "inquiry_id", updatable = false))
    private @Nullable InquiryId inquiry;

    @SuppressWarnings("NullAway.Init")
    protected Patient() {}

    Patient(PatientId id, @Nullable InquiryId inquiry) {
        this.id = id;
        this.inquiry = inquiry;
        this.identity = "";
        this.language = "en";
        this.contact = "";
    }

    /** Refuses another inquiry than the one that led here, which is said at the registration and stays. */
    void mustHaveComeFrom(@Nullable InquiryId said) {
        if (said != null && !said.equals(inquiry)) {
            throw new Refusal(
                    PatientRule.INQUIRY_HAS_ITS_PATIENT,
                    "Leave the inquiry out; it was settled when the patient was registered.",
                    List.of(new FieldError("/inquiry", "is not the one that led here")));
        }
    }

    /** Takes new details; the contact comes sealed and is told sealed. */
    PatientChanged describe(Details details, String identityDigest, String sealedContact, Instant now) {
        identity = identityDigest;
        language = details.language();
        zone = details.zone();
        contact = sealedContact;
        mayPhone = details.rules().phone();
        mayText = details.rules().textMessage();
        mayEmail = details.rules().email();
        mayVoicemail = details.rules().voicemail();
        return new PatientChanged(id, language, zone, details.rules(), sealedContact, now);
    }

    /** What a patient is described by, but for who they are and how to reach them. */
    record Details(String language, @Nullable String zone, ContactRules rules) {}

    Details details() {
        return new Details(language, zone, new ContactRules(mayPhone, mayText, mayEmail, mayVoicemail));
    }

    PatientId id() {
        return id;
    }

    int version() {
        return version;
    }

    String sealedContact() {
        return contact;
    }
}
