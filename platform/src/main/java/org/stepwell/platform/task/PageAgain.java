package org.stepwell.platform.task;

import jakarta.inject.Singleton;
import java.time.Clock;
import org.stepwell.contracts.id.TaskId;
import org.stepwell.platform.clinic.NewOnCall;
import org.stepwell.platform.time.Due;

/** What paged nobody, because nobody was on call, pages at once when the clinic says who is, and not only at its next step. */
@Singleton
class PageAgain implements NewOnCall {

    private final Tasks tasks;
    private final TaskTable table;
    private final Due due;
    private final Clock clock;

    PageAgain(Tasks tasks, TaskTable table, Due due, Clock clock) {
        this.tasks = tasks;
        this.table = table;
        this.due = due;
        this.clock = clock;
    }

    @Override
    public void isOnCall() {
        var now = clock.instant();
        for (var waiting : table.lockedOf(UnansweredPages.NOBODY.code())) {
            tasks.end(waiting, TaskStatus.DONE, now);
            due.now(PageOnCall.KIND, new TaskId(waiting.subject()));
        }
    }
}
