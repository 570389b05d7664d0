package org.stepwell.therapy.note;

import jakarta.inject.Singleton;
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
}
