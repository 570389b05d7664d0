package org.stepwell.enrollment.breakglass;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.stepwell.contracts.id.BreakGlassId;
import org.stepwell.platform.access.Role;
import org.stepwell.platform.task.TaskKind;
import org.stepwell.platform.task.Tasks;

/** Whoever opens a record in an emergency gives the privacy officer work: to say by the next day whether it was justified. */
@Singleton
class BreakGlassTasks {

    private static final Duration WITHIN = Duration.ofDays(1);

    private static final TaskKind REVIEW = new TaskKind(
            "break-glass-review",
            "A record was opened in an emergency: say whether that was justified.",
            List.of(Role.PRIVACY_OFFICER),
            WITHIN,
            false);

    private final Tasks tasks;
    private final Clock clock;

    BreakGlassTasks(Tasks tasks, Clock clock) {
        this.tasks = tasks;
        this.clock = clock;
    }

    @Produces
    @Singleton
    static TaskKind review() {
        return REVIEW;
    }

    void opened(BreakGlass glass) {
        var now = clock.instant();
        tasks.open(new Tasks.Cause(REVIEW, glass.id(), glass.patient(), null, now), null, now.plus(WITHIN));
    }

    void reviewed(BreakGlassId glass) {
        tasks.done(REVIEW, glass, clock.instant());
    }
}
