package org.stepwell.enrollment.patient;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.code.Saying;
import org.stepwell.contracts.enrollment.EnrollmentFact.PatientMerged;
import org.stepwell.contracts.enrollment.EnrollmentState.PatientChanged;
import org.stepwell.contracts.id.InquiryId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.platform.problem.FieldError;
import org.stepwell.platform.problem.HttpRule;
import org.stepwell.platform.problem.Refusal;

/** A person in care: who they are and how they may be reached. */
@Entity
class Patient {

    @EmbeddedId
    private PatientId id;

    @Version
    private int version;

    private String identity;
    private int namesake;

    private String language;
    private @Nullable String zone;

    private String contact;
    private String about;

    private boolean mayPhone;
    private boolean mayText;
    private boolean mayEmail;
    private boolean mayVoicemail;
    private @Nullable LocalTime safeFrom;
    private @Nullable LocalTime safeUntil;

    @Enumerated(EnumType.STRING)
    private Saying maySay;

    @AttributeOverride(name = "value", column = @Column(name = "inquiry_id", updatable = false))
    private @Nullable InquiryId inquiry;

    private @Nullable PatientId mergedInto;

    @SuppressWarnings("NullAway.Init")
    protected Patient() {}

    Patient(PatientId id, @Nullable InquiryId inquiry) {
        this.id = id;
        this.inquiry = inquiry;
        this.identity = "";
        this.language = "en";
        this.contact = "";
        this.about = "";
        this.maySay = Saying.ASK_FOR_A_CALL_BACK;
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

    /** What a patient is described by, but for who they are and how to reach them. */
    record Details(String language, @Nullable String zone, SafeContact contactRules) {}

    /**
     * Who a patient is, as it is kept.
     *
     * @param identity a digest of name and birth date
     * @param namesake 0, or which of several of the same name and birth date; the database keeps both unique
     * @param contact sealed: name, birth date, and how to reach them
     * @param about sealed: what other services are not told
     */
    record Kept(String identity, int namesake, String contact, String about) {}

    /** Takes new details; the contact comes sealed and is told sealed. */
    PatientChanged describe(Details details, Kept kept, Instant now) {
        mustGoOn();
        identity = kept.identity();
        namesake = kept.namesake();
        contact = kept.contact();
        about = kept.about();
        language = details.language();
        zone = details.zone();
        var rules = details.contactRules();
        mayPhone = rules.phone();
        mayText = rules.textMessage();
        mayEmail = rules.email();
        mayVoicemail = rules.voicemail();
        safeFrom = rules.hours() == null ? null : rules.hours().from();
        safeUntil = rules.hours() == null ? null : rules.hours().until();
        maySay = rules.saying();
        return new PatientChanged(id, language, zone, rules.told(), contact, now);
    }

    /** It turned out to be a second record of somebody. It stays as it was found; its name is the other record's to take. */
    PatientMerged mergeInto(PatientId survivor, Instant now) {
        mustGoOn();
        mergedInto = survivor;
        identity = "merged/" + id;
        namesake = 0;
        return new PatientMerged(survivor, id, now);
    }

    /** Refuses to go on with what went into another record. */
    void mustGoOn() {
        if (mergedInto != null) {
            throw new Refusal(
                    HttpRule.PATIENT_WAS_MERGED, "It was merged into the record %s: use that.".formatted(mergedInto));
        }
    }

    Details details() {
        return new Details(
                language,
                zone,
                new SafeContact(
                        mayPhone,
                        mayText,
                        mayEmail,
                        mayVoicemail,
                        safeFrom == null || safeUntil == null ? null : new SafeContact.Hours(safeFrom, safeUntil),
                        maySay));
    }

    Kept kept() {
        return new Kept(identity, namesake, contact, about);
    }

    PatientId id() {
        return id;
    }

    int version() {
        return version;
    }
}
