package org.stepwell.aftercare.meeting;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.stepwell.platform.access.Role;
import org.stepwell.platform.task.TaskKind;
import org.stepwell.platform.task.Tasks;

/** A feed that does not come as it should is looked at by whoever set it up; people go on finding the meetings of before. */
@Singleton
class FeedTasks {

    private static final List<Role> LADDER = List.of(Role.CLINIC_ADMIN);
    private static final Duration WITHIN = Duration.ofDays(3);

    private static final TaskKind SHRANK = new TaskKind(
            "meeting-feed-shrank",
            "A meeting feed lost most of its meetings, and was not taken: look whether they are really gone.",
            LADDER,
            Duration.ofDays(1),
            true);

    private static final TaskKind FAILING = new TaskKind(
            "meeting-feed-failing",
            "A meeting feed could not be taken several times: look at its imports, and correct its address.",
            LADDER,
            Duration.ofDays(1),
            true);

    private final Tasks tasks;

    FeedTasks(Tasks tasks) {
        this.tasks = tasks;
    }

    @Produces
    @Singleton
    static TaskKind shrankKind() {
        return SHRANK;
    }

    @Produces
    @Singleton
    static TaskKind failingKind() {
        return FAILING;
    }

    void shrank(FeedId feed, Instant at) {
        open(SHRANK, feed, at);
    }

    void failing(FeedId feed, Instant at) {
        open(FAILING, feed, at);
    }

    /** It came as it should. */
    void taken(FeedId feed, Instant at) {
        tasks.done(SHRANK, feed, at);
        tasks.done(FAILING, feed, at);
    }

    private void open(TaskKind kind, FeedId feed, Instant at) {
        tasks.open(new Tasks.Cause(kind, feed, null, null, at), null, at.plus(WITHIN));
    }
}
