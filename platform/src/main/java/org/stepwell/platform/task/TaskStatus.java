package org.stepwell.platform.task;

import java.util.EnumSet;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Where a task stands; only a cause that comes again opens one anew. */
@Schema(name = "TaskStatus")
enum TaskStatus {
    OPEN,
    ACKNOWLEDGED,
    DONE,
    WITHDRAWN;

    Set<TaskStatus> next() {
        return switch (this) {
            case OPEN -> EnumSet.of(ACKNOWLEDGED, DONE, WITHDRAWN);
            case ACKNOWLEDGED -> EnumSet.of(DONE, WITHDRAWN);
            case DONE, WITHDRAWN -> EnumSet.noneOf(TaskStatus.class);
        };
    }

    boolean ended() {
        return next().isEmpty();
    }
}
