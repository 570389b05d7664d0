package org.stepwell.therapy.note;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.NoteId;
import org.stepwell.contracts.id.StaffId;
import org.stepwell.platform.access.Role;
import org.stepwell.platform.task.TaskKind;
import org.stepwell.platform.task.Tasks;

/** Whose work a note is: whoever leads the session, signed it, or answers for its author; and their supervisors later. */
@Singleton
class NoteTasks {

    private static final List<Role> SUPERVISORS_FIRST = List.of(Role.SUPERVISOR, Role.CLINIC_ADMIN);
    private static final Duration A_DAY = Duration.ofDays(1);

    private static final TaskKind OVERDUE = new TaskKind(
            "note-overdue", "The note of a session is late: write and sign it.", SUPERVISORS_FIRST, A_DAY, false);

    private static final TaskKind RETURNED = new TaskKind(
            "note-returned",
            "A note that was signed is a draft again: change what it says, and sign it.",
            SUPERVISORS_FIRST,
            A_DAY,
            false);

    private static final TaskKind DIFFERS = new TaskKind(
            "note-differs",
            "The attendance was corrected after a note was signed: add to the note, or strike what is said of somebody who"
                    + " was not there.",
            SUPERVISORS_FIRST,
            A_DAY,
            false);

    private final Tasks tasks;
    private final TaskKind toCosign;

    NoteTasks(Tasks tasks, NoteSettings settings) {
        this.tasks = tasks;
        this.toCosign = toCosign(settings);
    }

    @Produces
    @Singleton
    static TaskKind overdue() {
        return OVERDUE;
    }

    @Produces
    @Singleton
    static TaskKind toCosign(NoteSettings settings) {
        return new TaskKind(
                "note-to-cosign",
                "A note waits for a supervisor: co-sign it, or return it.",
                SUPERVISORS_FIRST,
                settings.cosignWithin(),
                false);
    }

    @Produces
    @Singleton
    static TaskKind returned() {
        return RETURNED;
    }

    @Produces
    @Singleton
    static TaskKind differs() {
        return DIFFERS;
    }

    /** A note is late; it is for the first who leads the session, or for supervisors where nobody does. */
    void late(Note note, List<StaffId> facilitators, Instant due, Instant now) {
        var first = facilitators.isEmpty() ? null : facilitators.getFirst();
        tasks.open(new Tasks.Cause(OVERDUE, note.facts().id(), null, null, now), first, due);
    }

    /** Nothing is owed any more: all is signed for, or nobody was there after all. */
    void settled(NoteFacts note) {
        var signature = note.signature();
        if (signature != null) {
            var signed = signature.signedAt();
            var at = signed.isAfter(note.changedAt()) ? signed : note.changedAt();
            tasks.done(OVERDUE, note.id(), at);
            tasks.done(RETURNED, note.id(), at);
        } else {
            tasks.withdraw(OVERDUE, note.id(), note.changedAt());
            tasks.withdraw(RETURNED, note.id(), note.changedAt());
        }
    }

    /** It waits for the supervisor of its author, or for any of the clinic. */
    void waits(NoteId note, Instant since, @Nullable StaffId supervisor, Instant due) {
        tasks.open(new Tasks.Cause(toCosign, note, null, null, since), supervisor, due);
    }

    /** A supervisor has co-signed it, or returned it. */
    void supervised(NoteId note, Instant at) {
        tasks.done(toCosign, note, at);
    }

    /** It does not wait any more. */
    void waitsNoMore(NoteId note, Instant at) {
        tasks.withdraw(toCosign, note, at);
    }

    /** Its author signs it once more. */
    void returned(NoteId note, StaffId author, Instant at) {
        tasks.open(new Tasks.Cause(RETURNED, note, null, null, at), author, at.plus(A_DAY));
    }

    /** The attendance of somebody says something else than is signed, or the same again. Whoever led need not treat them. */
    void compared(Note note) {
        var at = note.facts().changedAt();
        if (note.asksForAWord()) {
            tasks.open(new Tasks.Cause(DIFFERS, note.facts().id(), null, null, at), note.author(), at.plus(A_DAY));
        } else {
            tasks.withdraw(DIFFERS, note.facts().id(), at);
        }
    }

    /** Something was added to it, or struck. */
    void answered(Note note, Instant at) {
        if (!note.asksForAWord()) {
            tasks.done(DIFFERS, note.facts().id(), at);
        }
    }
}
