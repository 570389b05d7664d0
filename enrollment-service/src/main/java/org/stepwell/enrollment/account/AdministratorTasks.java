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
            "The only administrator of this clinic has left the staff, and nobody can let others in. Ask whoever runs the"
                    + " deployment to invite another, as they did the first.",
            List.of(Role.PRIVACY_OFFICER, Role.SUPERVISOR),
            WITHIN,
            false);

    private final Accounts accounts;
    private final Tasks tasks;
    private final Clock clock;

    AdministratorTasks(Accounts accounts, Tasks tasks, Clock clock) {
        this.accounts = accounts;
        this.tasks = tasks;
        this.clock = clock;
    }

    @Produces
    @Singleton
    static TaskKind successor() {
        return SUCCESSOR;
    }

    /** This one has left, and nobody else is in office. */
    void nobodyIsLeft(Account leaver) {
        var now = clock.instant();
        tasks.open(new Tasks.Cause(SUCCESSOR, leaver.id(), null, null, now), null, now.plus(WITHIN));
    }

    /** Somebody is in office again. */
    void somebodyIs() {
        accounts.administratorsWhoLeft().forEach(leaver -> tasks.done(SUCCESSOR, leaver, clock.instant()));
    }
}
