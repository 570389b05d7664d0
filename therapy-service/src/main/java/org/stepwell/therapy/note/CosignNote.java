package org.stepwell.therapy.note;

import jakarta.inject.Singleton;
import java.time.Clock;
import org.stepwell.platform.event.Outbox;
import org.stepwell.therapy.roster.Signer;

/** A supervisor signs what somebody signed who does not practise independently, or gives it back to them. */
@Singleton
class CosignNote {

    private final NoteContents contents;
    private final Overlaps overlaps;
    private final Reasons reasons;
    private final NotesDue notesDue;
    private final CosignsThatFallDue cosigns;
    private final NoteTasks tasks;
    private final Outbox outbox;
    private final Clock clock;

    CosignNote(
            NoteContents contents,
            Overlaps overlaps,
            Reasons reasons,
            NotesDue notesDue,
            CosignsThatFallDue cosigns,
            NoteTasks tasks,
            Outbox outbox,
            Clock clock) {
        this.contents = contents;
        this.overlaps = overlaps;
        this.reasons = reasons;
        this.notesDue = notesDue;
        this.cosigns = cosigns;
        this.tasks = tasks;
        this.outbox = outbox;
        this.clock = clock;
    }

    void cosign(Note note, Signer supervisor) {
        note.mustWait();
        overlaps.mustBeNoneOfPatients(note);
        var now = clock.instant();
        outbox.append(note.cosign(contents.of(note), supervisor, now));
        notesDue.settle(note);
        cosigns.done(note.facts().id(), now);
    }

    void giveBack(Note note, String reason, Signer supervisor) {
        note.mustWait();
        var now = clock.instant();
        var id = note.facts().id();
        var author = note.author();
        note.giveBack(supervisor, now);
        reasons.keep(id, Reasons.Kind.RETURNED, null, reason, supervisor, now);
        cosigns.done(id, now);
        tasks.returned(id, author, now);
        notesDue.settle(note);
    }
}
