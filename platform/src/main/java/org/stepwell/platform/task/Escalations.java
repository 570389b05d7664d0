package org.stepwell.platform.task;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.UUID;
import org.stepwell.contracts.id.TaskId;
import org.stepwell.platform.time.Due;
import org.stepwell.platform.time.DueDoor;

/** Hands a task that nobody acknowledged to the next role of its ladder; after an outage, one step after the other. */
@Singleton
class Escalations implements DueDoor {

    private final TaskTable table;
    private final TaskKinds kinds;
    private final Due due;

    Escalations(TaskTable table, TaskKinds kinds, Due due) {
        this.table = table;
        this.kinds = kinds;
        this.due = due;
    }

    @Override
    public String kind() {
        return Tasks.ESCALATION;
    }

    @Override
    public void due(UUID subject, Instant dueAt) {
        table.locked(new TaskId(subject))
                .ifPresent(task -> kinds.find(task.kind()).filter(task::waits).ifPresent(kind -> {
                    var escalated = task.escalate(kind);
                    table.change(escalated);
                    if (escalated.waits(kind)) {
                        due.at(Tasks.ESCALATION, escalated.id(), dueAt.plus(kind.step()));
                    }
                }));
    }
}
