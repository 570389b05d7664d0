package org.stepwell.enrollment.account;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.stepwell.platform.access.Role;
import org.stepwell.platform.task.TaskKind;
import org.stepwell.platform.task.Tasks;

/** Whose work it is that the only administrator of a clinic has left: the privacy officer's, then the supervisors'. */
@Singleton
class AdministratorTasks {

    private static final Duration WITHIN = Duration.ofDays(1);

    private static final TaskKind SUCCESSOR = new TaskKind(
            "administrator-left",
            "The only administrator of this clinic has left the staff. Have them invite another now; when that one comes in,"
                    + " their own account ends.",
            List.of(Role.PRIVACY_OFFICER, Role.SUPERVISOR),
            WITHIN,
            false);

    private final Tasks tasks;
    private final Clock clock;

    AdministratorTasks(Tasks tasks, Clock clock) {
        this.tasks = tasks;
        this.clock = clock;
    }

    @Produces
    @Singleton
    static TaskKind successor() {
        return SUCCESSOR;
    }

    /** This one has left and stays in office, because nobody else is. */
    void stays(Account leaver) {
        var now = clock.instant();
        tasks.open(new Tasks.Cause(SUCCESSOR, leaver.id(), null, null, now), null, now.plus(WITHIN));
    }

    /** Somebody else is in office. */
    void succeeded(Account leaver) {
        tasks.done(SUCCESSOR, leaver.id(), clock.instant());
    }
}
