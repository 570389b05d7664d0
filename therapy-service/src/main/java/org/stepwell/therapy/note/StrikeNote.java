package org.stepwell.therapy.note;

import jakarta.inject.Singleton;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.contracts.therapy.TherapyFact.NoteStruck;
import org.stepwell.platform.event.Outbox;
import org.stepwell.therapy.roster.Sessions;
import org.stepwell.therapy.roster.Signer;

/** Strikes what was entered in error: the text stays, and whoever was there is owed another note. */
@Singleton
class StrikeNote {

    private final Notes notes;
    private final Reasons reasons;
    private final Sessions sessions;
    private final NotesDue notesDue;
    private final NoteTasks tasks;
    private final Outbox outbox;
    private final Clock clock;

    StrikeNote(
            Notes notes,
            Reasons reasons,
            Sessions sessions,
            NotesDue notesDue,
            NoteTasks tasks,
            Outbox outbox,
            Clock clock) {
        this.notes = notes;
        this.reasons = reasons;
        this.sessions = sessions;
        this.notesDue = notesDue;
        this.tasks = tasks;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * Strikes. All notes of the session are locked, in their order, as whoever hears of its attendance does.
     *
     * @param patient whose part alone; missing where it is the whole note
     */
    void strike(Note note, @Nullable PatientId patient, String reason, Signer by) {
        var now = clock.instant();
        var session = sessions.of(note.facts().session());
        var all = notes.locked(session.session());
        var id = note.facts().id();
        var struck = note.strike(patient, now);
        notes.flush();
        reasons.keep(id, Reasons.Kind.STRUCK, patient, reason, by, now);
        for (var part : struck) {
            outbox.append(new NoteStruck(part.patient(), part.episode(), id, session.session(), by.staff(), now));
        }
        tasks.answered(note, now);
        var again = struck.stream().filter(NotePart::present).toList();
        if (!again.isEmpty()) {
            notesDue.owed(all, again, session, now);
        }
    }
}
