package org.stepwell.therapy.note;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.UUID;
import org.stepwell.contracts.id.NoteId;
import org.stepwell.platform.problem.PassingTrouble;
import org.stepwell.platform.time.DueDoor;

/** Sets a note's deadline as soon as the programs of all who were present are known. */
@Singleton
class NoteDeadlines implements DueDoor {

    private final Notes notes;
    private final NotesDue notesDue;

    NoteDeadlines(Notes notes, NotesDue notesDue) {
        this.notes = notes;
        this.notesDue = notesDue;
    }

    /** Enrollment's word on the program is on its way. */
    static final class ProgramNotKnownYet extends PassingTrouble {
        ProgramNotKnownYet(UUID note) {
            super("The program of somebody in note %s is not known here yet.".formatted(note));
        }
    }

    @Override
    public String kind() {
        return NotesDue.DEADLINE;
    }

    @Override
    public void due(UUID subject, Instant dueAt) {
        if (!notesDue.settle(notes.locked(new NoteId(subject)))) {
            throw new ProgramNotKnownYet(subject);
        }
    }
}
