package org.stepwell.enrollment.patient;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Version;
import java.text.Normalizer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.enrollment.EnrollmentState.PatientChanged;
import org.stepwell.contracts.enrollment.EnrollmentState.PatientChanged.ContactRules;
import org.stepwell.contracts.id.InquiryId;
import org.stepwell.contracts.id.PatientId;

/** A person in care: who they are and how they may be reached. */
@Entity
class Patient {

    @EmbeddedId
    private PatientId id;

    @Version
    private int version;

    private String givenName;
    private String familyName;

    @SuppressWarnings("UnusedVariable") // read by queries
    private String familyNameKey;

    private LocalDate birthDate;
    private String language;
    private @Nullable String zone;
    private String contact;
    private boolean mayPhone;
    private boolean mayText;
    private boolean mayEmail;
    private boolean mayVoicemail;

    @SuppressWarnings("UnusedVariable") // kept for reports on where patients come from
    @AttributeOverride(name = "value", column = @Column(name = "inquiry_id", updatable = false))
    private @Nullable InquiryId inquiry;

    @SuppressWarnings("NullAway.Init")
    protected Patient() {}

    Patient(PatientId id, @Nullable InquiryId inquiry) {
        this.id = id;
        this.inquiry = inquiry;
        this.givenName = "";
        this.familyName = "";
        this.familyNameKey = "";
        this.language = "en";
        this.contact = "";
        this.birthDate = LocalDate.EPOCH;
    }

    /** Takes new details; the contact comes sealed and is told sealed. */
    PatientChanged describe(Details details, String sealedContact, Instant now) {
        givenName = details.givenName();
        familyName = details.familyName();
        familyNameKey = key(details.familyName());
        birthDate = details.birthDate();
        language = details.language();
        zone = details.zone();
        contact = sealedContact;
        mayPhone = details.rules().phone();
        mayText = details.rules().textMessage();
        mayEmail = details.rules().email();
        mayVoicemail = details.rules().voicemail();
        return new PatientChanged(id, language, zone, details.rules(), sealedContact, now);
    }

    /** What a patient is described by, but for how to reach them. */
    record Details(
            String givenName,
            String familyName,
            LocalDate birthDate,
            String language,
            @Nullable String zone,
            ContactRules rules) {}

    Details details() {
        return new Details(
                givenName,
                familyName,
                birthDate,
                language,
                zone,
                new ContactRules(mayPhone, mayText, mayEmail, mayVoicemail));
    }

    /** How a name is found: lower case, without accents. */
    static String key(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT);
    }

    String name() {
        return givenName + " " + familyName;
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
