package org.stepwell.therapy.note;

import java.util.List;
import java.util.Optional;
import org.stepwell.contracts.id.PatientId;

/** The notes of one session, oldest first: those that are signed or struck, and at most one that is open. */
record SessionNotes(List<Note> all) {

    Optional<Note> open() {
        return all.stream().filter(note -> note.facts().status().open()).findFirst();
    }

    /** The open one, or else the last. */
    Optional<Note> current() {
        return open().or(() -> all.isEmpty() ? Optional.empty() : Optional.of(all.getLast()));
    }

    /** Later than any of theirs: who reads the note of a session sees versions that only grow. */
    int nextVersion() {
        return all.stream().mapToInt(note -> note.facts().version()).max().orElse(-1) + 1;
    }

    /** What stands signed for a patient. */
    Optional<NotePart> standing(PatientId patient) {
        return all.stream()
                .flatMap(note -> note.parts().stream())
                .filter(part -> part.stands() && part.patient().equals(patient))
                .findFirst();
    }

    /** How many were there, of those for whom something stands signed. */
    int presentInSigned() {
        return (int) all.stream()
                .flatMap(note -> note.parts().stream())
                .filter(part -> part.stands() && part.present())
                .count();
    }
}
