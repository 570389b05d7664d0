package org.stepwell.therapy.note;

import jakarta.inject.Singleton;
import java.util.HashSet;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.therapy.notetext.MemberNames;
import org.stepwell.therapy.notetext.NamesInText;

/** Whose names do not belong into what is written about a session: those with a seat there, and those of its other notes. */
@Singleton
class SessionMembers {

    private final Notes notes;
    private final NamesInText names;

    SessionMembers(Notes notes, NamesInText names) {
        this.notes = notes;
        this.names = names;
    }

    /** All of them. */
    MemberNames of(Note note) {
        return names.of(notes.members(note.facts().session()));
    }

    /** All but one, where a text is about one. */
    MemberNames but(@Nullable PatientId patient, Note note) {
        var others = new HashSet<>(notes.members(note.facts().session()));
        if (patient != null) {
            others.remove(patient);
        }
        return names.of(others);
    }
}
