package org.stepwell.enrollment.account;

import jakarta.inject.Singleton;
import java.time.Clock;
import org.stepwell.contracts.scheduling.SchedulingState.StaffChanged;

/** Whoever works here no more comes in no more, until an administrator lets them in again. */
@Singleton
public class LeavingStaff {

    private final Accounts accounts;
    private final Invite invite;
    private final AdministratorTasks tasks;
    private final Clock clock;

    LeavingStaff(Accounts accounts, Invite invite, AdministratorTasks tasks, Clock clock) {
        this.accounts = accounts;
        this.invite = invite;
        this.tasks = tasks;
        this.clock = clock;
    }

    /** Suspends the account of a colleague who is not active, also of the last administrator: then others see to a new one. */
    public void changed(StaffChanged member) {
        if (!member.active()) {
            accounts.lockedComingInAs(member.staff()).forEach(this::suspend);
            invite.takeBackFor(member.staff());
        }
    }

    private void suspend(Account account) {
        boolean last = account.administers() && !accounts.hasAdministratorBeside(account);
        accounts.changed(account.suspend(clock.instant()));
        invite.takeBackOf(account);
        if (last) {
            tasks.nobodyIsLeft(account);
        }
    }
}
