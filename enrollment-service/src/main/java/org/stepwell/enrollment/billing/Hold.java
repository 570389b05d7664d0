package org.stepwell.enrollment.billing;

/** Why a day is not billed yet. Each of them holds the claim; none of them holds care. */
public enum Hold {
    NO_COVERAGE("Nobody covers the patient on this day."),
    NEVER_ADMITTED(
            "It is said that the patient never came to the stay that this day belongs to: admit them, or correct the attendance."),
    NO_AUTHORIZATION("The payer approves care in advance, and nothing that was approved holds on this day."),
    UNITS_EXHAUSTED("What the payer approved for this day is used up."),
    NOTE_UNSIGNED("The note of a session of this day is not signed for the patient."),
    NOTE_STRUCK(
            "The day was sent, and the note of a session of it was struck since: have it written and signed anew, or correct the"
                    + " claim with the payer, then say so."),
    CERTIFICATION_MISSING("No physician certified yet that the patient needs this level of care."),
    CERTIFICATION_RAN_OUT("The physician's certification ran out before this day, and none was signed since."),
    NO_DIAGNOSIS("No diagnosis for which the patient is treated here is on record: a claim says what it is for."),
    CONSENT_MISSING("No consent of the patient in force opens this to the payer."),
    DIAGNOSIS_NOT_OPENED("The patient's consents open all of this to the payer but the diagnosis, which a claim says."),
    CONSENT_NOT_KNOWN("What the patient's consents open is not known right now; ask again in a moment."),
    CHANGED_SINCE_SENT(
            "The day was sent, and what is billed of it, or what it was for, changed since: correct the claim with the"
                    + " payer, then say so.");

    private final String sentence;

    Hold(String sentence) {
        this.sentence = sentence;
    }

    /** The reason, as whoever bills reads it. */
    public String sentence() {
        return sentence;
    }
}
