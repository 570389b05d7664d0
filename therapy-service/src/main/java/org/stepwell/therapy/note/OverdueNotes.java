package org.stepwell.therapy.note;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.stepwell.contracts.id.NoteId;
import org.stepwell.platform.event.Outbox;
import org.stepwell.platform.time.DueDoor;
import org.stepwell.therapy.roster.Sessions;

/** Finds the notes that nobody signed in time, and says so once. */
@Singleton
class OverdueNotes implements DueDoor {

    private final Notes notes;
    private final Sessions sessions;
    private final NoteTasks tasks;
    private final Outbox outbox;
    private final Clock clock;

    OverdueNotes(Notes notes, Sessions sessions, NoteTasks tasks, Outbox outbox, Clock clock) {
        this.notes = notes;
        this.sessions = sessions;
        this.tasks = tasks;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return NotesDue.OVERDUE;
    }

    @Override
    public void due(UUID subject, Instant dueAt) {
        var note = notes.locked(new NoteId(subject));
        var facilitators = sessions.of(note.facts().session()).facilitators();
        var now = clock.instant();
        note.late(facilitators, dueAt, now).ifPresent(late -> {
            outbox.append(late);
            tasks.late(note, facilitators, dueAt, now);
        });
    }
}
