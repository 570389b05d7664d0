package org.stepwell.therapy.note;

import org.stepwell.contracts.id.PatientId;
import org.stepwell.platform.problem.Refusal;
import org.stepwell.platform.problem.Rule;

/** Every reason to say no to a note. */
enum NoteRule implements Rule {
    NOBODY_WAS_PRESENT("A note is written for a session that somebody attended."),
    ONLY_THOSE_PRESENT("A part of a note is about a patient who was present."),
    NO_NAMES_IN_SHARED_TEXT("What is written for the whole group names no patient."),
    NOTE_IS_NOT_WRITTEN("A note is signed once it is written."),
    EVERYBODY_PRESENT_HAS_A_TEXT("A note is signed when everybody present has a text of their own."),
    TEXTS_ARE_INDIVIDUAL("Two patients' texts share less than nine words of ten, unless whoever signs says why."),
    OTHERS_ARE_NOT_NAMED("A patient's part names no other patient of the group, unless whoever signs says why."),
    SIGNER_HAS_CREDENTIALS("Whoever signs works here and has credentials."),
    NOTE_IS_LOCKED("A signed note is not changed; it gets an addendum."),
    ADDENDUM_FOLLOWS_SIGNATURE("An addendum is added to a signed note; until then the note itself is changed.");

    private final String sentence;

    NoteRule(String sentence) {
        this.sentence = sentence;
    }

    @Override
    public String sentence() {
        return sentence;
    }

    Refusal because(String detail) {
        return new Refusal(this, detail);
    }

    static Refusal notPresent(PatientId patient) {
        return ONLY_THOSE_PRESENT.because(
                "By the attendance taken, %s was not at this session. Correct the attendance first."
                        .formatted(patient));
    }
}
