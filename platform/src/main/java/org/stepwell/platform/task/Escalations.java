package org.stepwell.platform.task;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.stepwell.contracts.id.TaskId;
import org.stepwell.platform.time.Due;
import org.stepwell.platform.time.DueDoor;

/**
 * Hands a task that nobody acknowledged to the next role of its ladder; after an outage, one step after the other. What pages goes
 * on after the last role, without catching up: nobody is told ten times of what was late.
 */
@Singleton
class Escalations implements DueDoor {

    private final TaskTable table;
    private final TaskKinds kinds;
    private final UnansweredPages unanswered;
    private final Due due;
    private final Clock clock;

    Escalations(TaskTable table, TaskKinds kinds, UnansweredPages unanswered, Due due, Clock clock) {
        this.table = table;
        this.kinds = kinds;
        this.unanswered = unanswered;
        this.due = due;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return Tasks.ESCALATION;
    }

    @Override
    public void due(UUID subject, Instant dueAt) {
        table.locked(new TaskId(subject))
                .ifPresent(
                        task -> kinds.find(task.kind()).filter(task::waits).ifPresent(kind -> goOn(task, kind, dueAt)));
    }

    private void goOn(Task task, TaskKind kind, Instant dueAt) {
        var escalated = task.escalate(kind);
        table.change(escalated);
        if (!escalated.waits(kind)) {
            return;
        }
        var now = clock.instant();
        if (task.isWithAllOf(kind)
                && now.isBefore(dueAt.plus(kind.step()))) { // late, the pages before did not leave either
            unanswered.byNobody(task, now);
        }
        var next = escalated.isWithAllOf(kind) ? firstAfter(now, dueAt, kind.step()) : dueAt.plus(kind.step());
        due.at(Tasks.ESCALATION, escalated.id(), next);
        if (kind.pages() && next.isAfter(now)) { // what another step follows at once is not told by itself
            due.sooner(PageOnCall.KIND, Map.of(escalated.id(), now)); // one that could not leave keeps its turn
        }
    }

    private static Instant firstAfter(Instant now, Instant from, Duration step) {
        long steps = now.isBefore(from) ? 0 : Duration.between(from, now).dividedBy(step);
        return from.plus(step.multipliedBy(steps + 1));
    }
}
