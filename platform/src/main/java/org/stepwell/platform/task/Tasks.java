package org.stepwell.platform.task;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.contracts.id.Id;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.contracts.id.StaffId;
import org.stepwell.contracts.id.TaskId;
import org.stepwell.platform.clinic.ClinicContext;
import org.stepwell.platform.database.Uuid7;
import org.stepwell.platform.task.Task.Word;
import org.stepwell.platform.time.Due;

/** Opens and ends tasks in the transaction of their reason. */
@Singleton
public class Tasks {

    static final String ESCALATION = "task-escalation";

    private final TaskTable table;
    private final TaskKinds kinds;
    private final Due due;

    Tasks(TaskTable table, TaskKinds kinds, Due due) {
        this.table = table;
        this.kinds = kinds;
        this.due = due;
    }

    /**
     * Why there is something to do; the same cause makes one task, however often it is told.
     *
     * @param subject what it is about: a note, a check-in, an episode
     * @param patient whom it is about, if it is one patient
     * @param at when it came about, in clinic time: a later one opens an ended task anew
     */
    public record Cause(
            TaskKind kind,
            Id subject,
            @Nullable PatientId patient,
            @Nullable EpisodeId episode,
            Instant at) {}

    /**
     * Opens a task.
     *
     * @param first whom it is given to; without anybody, the first role of its ladder has it
     * @param dueAt until when it should be done
     */
    public void open(Cause cause, @Nullable StaffId first, Instant dueAt) {
        add(cause, first, dueAt, false);
    }

    /**
     * Opens a task that whoever took it has to take again: what they took was known before, and this they may not have seen. One
     * that nobody took stays as it is, and goes on up its ladder.
     */
    public void openAnew(Cause cause, @Nullable StaffId first, Instant dueAt) {
        add(cause, first, dueAt, true);
    }

    private void add(Cause cause, @Nullable StaffId first, Instant dueAt, boolean anew) {
        var kind = cause.kind();
        var task = new Task(
                new TaskId(Uuid7.next()),
                0,
                0,
                kind.code(),
                cause.subject().value(),
                cause.patient(),
                cause.episode(),
                first,
                first == null ? kind.ladder().subList(0, 1) : List.of(),
                dueAt,
                cause.at(),
                TaskStatus.OPEN,
                null,
                null);
        (anew ? table.addAnew(task) : table.add(task))
                .filter(_ -> task.waits(kind))
                .ifPresent(id -> {
                    due.at(ESCALATION, id, cause.at().plus(kind.step()));
                    if (kind.pages()) {
                        due.now(PageOnCall.KIND, id);
                    }
                });
    }

    /** What the task asks for should be done by another time; whoever has it keeps it, and where it ended nothing changes. */
    public void moved(TaskKind kind, Id subject, Instant dueAt) {
        table.lockedOf(kind.code(), subject)
                .filter(task -> !task.dueAt().equals(dueAt))
                .ifPresent(task -> table.change(task.by(dueAt)));
    }

    /** What the task asked for is there. */
    public void done(TaskKind kind, Id subject, Instant at) {
        table.lockedOf(kind.code(), subject).ifPresent(task -> end(task, TaskStatus.DONE, at));
    }

    /** What the task asked for is not needed any more. */
    public void withdraw(TaskKind kind, Id subject, Instant at) {
        table.lockedOf(kind.code(), subject).ifPresent(task -> end(task, TaskStatus.WITHDRAWN, at));
    }

    /** Whether it ended because nobody needed it, and not because somebody did it. */
    public boolean wasWithdrawn(TaskKind kind, Id subject) {
        return table.statusOf(kind.code(), subject)
                .filter(TaskStatus.WITHDRAWN::equals)
                .isPresent();
    }

    /** Ends a task that is locked. */
    Task end(Task task, TaskStatus end, Instant at) {
        return changed(task.end(end, said(at)), at);
    }

    /** Takes a task that is locked. */
    Task acknowledge(Task task, Instant at) {
        return changed(task.acknowledge(said(at)), at);
    }

    private Task changed(Task task, Instant at) {
        table.change(task);
        due.cancel(ESCALATION, task.id());
        if (kinds.find(task.kind()).filter(TaskKind::pages).isPresent()) {
            UnansweredPages.KINDS.forEach(unanswered -> withdraw(unanswered, task.id(), at)); // somebody did
        }
        return task;
    }

    private static Word said(Instant at) {
        return new Word(ClinicContext.current().orElseThrow().actor(), at);
    }
}
