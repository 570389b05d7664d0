package org.stepwell.therapy.note;

import org.stepwell.contracts.id.PatientId;
import org.stepwell.contracts.id.SessionId;
import org.stepwell.platform.problem.Refusal;
import org.stepwell.platform.problem.Rule;

/** Every reason to say no to a note, but for what it says. */
enum NoteRule implements Rule {
    NOBODY_WAS_PRESENT("A note is written for a session that somebody attended."),
    ONLY_THOSE_PRESENT("A part of a note is about a patient who was present."),
    NOTE_OF_ITS_KIND(
            "A group's note has a text for all and a part for each; a visit's has a format with its sections."),
    SOME_PART_IS_KEPT("A note is written when at least one of the parts that are sent can be kept."),
    NOTE_IS_NOT_WRITTEN("A note is signed once it is written."),
    PATIENT_IS_IN_ONE_SESSION_AT_A_TIME("A patient is in one session at a time, by the notes that are signed."),
    SIGNER_IS_IN_ONE_SESSION_AT_A_TIME(
            "Whoever leads a session alone leads no other at that time, by the notes they signed."),
    COSIGNED_WHILE_IT_WAITS("A note is co-signed, or returned, while it waits for that."),
    COSIGNED_BY_A_SUPERVISOR(
            "A note is co-signed or returned by the supervisor of its author, or one of the clinic, who practises"
                    + " independently; never by the author."),
    COSIGNED_AS_IT_WAS_SIGNED("A note is co-signed as its author signed it."),
    NOTE_IS_LOCKED("A signed note is not changed; it gets an addendum, or is struck."),
    ADDENDUM_FOLLOWS_SIGNATURE("An addendum is added to a signed note; until then the note itself is changed."),
    STRUCK_WHERE_IT_IS_SIGNED("What is signed, and not struck yet, is struck."),
    STRUCK_BY_ITS_SIGNER("A note is struck by whoever signed or co-signed it, or by a supervisor.");

    private final String sentence;

    NoteRule(String sentence) {
        this.sentence = sentence;
    }

    @Override
    public String sentence() {
        return sentence;
    }

    static Refusal ofItsKind(boolean group, SessionId session) {
        var path = group ? "This is a group: PUT sessions/%s/note." : "This is a visit: PUT sessions/%s/note/visit.";
        return NOTE_OF_ITS_KIND.because(path.formatted(session));
    }

    static Refusal locked(NoteStatus status, Signature by) {
        return NOTE_IS_LOCKED.because(
                status == NoteStatus.PENDING_COSIGN
                        ? "It waits for a supervisor, who co-signs it or returns it to its author."
                        : "Signed at %s. Write an addendum, or strike it.".formatted(by.signedAt()));
    }

    static Refusal notPresent(PatientId patient) {
        return ONLY_THOSE_PRESENT.because(
                "By the attendance taken, %s was not at this session. Correct the attendance first."
                        .formatted(patient));
    }
}
