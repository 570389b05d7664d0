package org.stepwell.therapy.note;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.stepwell.contracts.id.StaffId;
import org.stepwell.platform.access.Role;
import org.stepwell.platform.task.TaskKind;
import org.stepwell.platform.task.Tasks;

/** Whose work a late note is: whoever leads the session, and their supervisors a day later. */
@Singleton
class NoteTasks {

    private static final TaskKind OVERDUE = new TaskKind(
            "note-overdue",
            "The note of a session is late: write and sign it.",
            List.of(Role.SUPERVISOR, Role.CLINIC_ADMIN),
            Duration.ofDays(1),
            false);

    private final Tasks tasks;

    NoteTasks(Tasks tasks) {
        this.tasks = tasks;
    }

    @Produces
    @Singleton
    static TaskKind overdue() {
        return OVERDUE;
    }

    /** A note is late; it is for the first who leads the session, or for supervisors where nobody does. */
    void late(GroupNote note, List<StaffId> facilitators, Instant due, Instant now) {
        var first = facilitators.isEmpty() ? null : facilitators.getFirst();
        tasks.open(new Tasks.Cause(OVERDUE, note.facts().id(), null, null, now), first, due);
    }

    /** Nothing is owed any more: all is signed for, or nobody was there after all. */
    void settled(GroupNote note) {
        var facts = note.facts();
        var signature = facts.signature();
        if (signature != null) {
            var signed = signature.signedAt();
            tasks.done(OVERDUE, facts.id(), signed.isAfter(facts.changedAt()) ? signed : facts.changedAt());
        } else {
            tasks.withdraw(OVERDUE, facts.id(), facts.changedAt());
        }
    }
}
