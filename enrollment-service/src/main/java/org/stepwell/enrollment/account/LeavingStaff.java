package org.stepwell.enrollment.account;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.EnumSet;
import org.stepwell.contracts.scheduling.SchedulingState.StaffChanged;
import org.stepwell.platform.access.Role;

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

    /** Suspends the account of a colleague who is not active; the last administrator keeps that role alone, for now. */
    public void changed(StaffChanged member) {
        if (!member.active()) {
            accounts.lockedComingInAs(member.staff()).forEach(this::suspend);
            invite.takeBackFor(member.staff());
        }
    }

    /** Somebody administers the clinic from now on: whoever had to stay for that goes. */
    void relievedBy(Account administrator) {
        accounts.lockedAdministratorsWhoLeft().stream()
                .filter(leaver -> !leaver.id().equals(administrator.id()))
                .forEach(this::suspend);
    }

    private void suspend(Account account) {
        if (account.administers() && !accounts.hasAdministratorBeside(account)) {
            administersOnly(account);
            return;
        }
        accounts.changed(account.suspend(clock.instant()));
        invite.takeBackOf(account);
        tasks.succeeded(account);
    }

    private void administersOnly(Account account) {
        var left = EnumSet.of(Role.CLINIC_ADMIN);
        if (!account.roles().equals(left)) {
            accounts.changed(account.changeRoles(left, clock.instant()));
        }
        tasks.stays(account);
    }
}
