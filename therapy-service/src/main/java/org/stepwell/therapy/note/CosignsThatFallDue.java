package org.stepwell.therapy.note;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.UUID;
import org.stepwell.contracts.id.NoteId;
import org.stepwell.platform.time.Due;
import org.stepwell.platform.time.DueDoor;
import org.stepwell.therapy.roster.StaffMembers;

/** Lets a note wait for a supervisor, and finds those that waited for too long. */
@Singleton
class CosignsThatFallDue implements DueDoor {

    static final String COSIGN = "note-cosign";

    private final Notes notes;
    private final StaffMembers staff;
    private final NoteTasks tasks;
    private final NoteSettings settings;
    private final Due due;

    CosignsThatFallDue(Notes notes, StaffMembers staff, NoteTasks tasks, NoteSettings settings, Due due) {
        this.notes = notes;
        this.staff = staff;
        this.tasks = tasks;
        this.settings = settings;
        this.due = due;
    }

    /** It waits from its author's signature on. */
    void wait(NoteId note, Signature author) {
        var until = author.signedAt().plus(settings.cosignWithin());
        due.at(COSIGN, note, until);
        tasks.waits(
                note, author.signedAt(), staff.supervisorOf(author.signedBy()).orElse(null), until);
    }

    /** A supervisor has co-signed it, or returned it. */
    void done(NoteId note, Instant at) {
        due.cancel(COSIGN, note);
        tasks.supervised(note, at);
    }

    /** Its author signs once more, because something was corrected. */
    void withdraw(NoteId note, Instant at) {
        due.cancel(COSIGN, note);
        tasks.waitsNoMore(note, at);
    }

    @Override
    public String kind() {
        return COSIGN;
    }

    @Override
    public void due(UUID subject, Instant dueAt) {
        notes.locked(new NoteId(subject)).cosignatureIsLate(dueAt);
    }
}
