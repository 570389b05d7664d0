package org.stepwell.enrollment.account;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.EnumSet;
import org.jboss.logging.Logger;
import org.stepwell.contracts.scheduling.SchedulingState.StaffChanged;
import org.stepwell.platform.access.Role;

/** Whoever works here no more comes in no more, until an administrator lets them in again. */
@Singleton
public class LeavingStaff {

    private static final Logger LOG = Logger.getLogger(LeavingStaff.class);

    private final Accounts accounts;
    private final Invite invite;
    private final Clock clock;

    LeavingStaff(Accounts accounts, Invite invite, Clock clock) {
        this.accounts = accounts;
        this.invite = invite;
        this.clock = clock;
    }

    /** Suspends the account of a colleague who is not active; the last administrator keeps that role alone. */
    public void changed(StaffChanged member) {
        if (!member.active()) {
            accounts.lockedComingInAs(member.staff()).forEach(this::suspend);
            invite.takeBackFor(member.staff());
        }
    }

    private void suspend(Account account) {
        if (account.administers() && !accounts.hasAdministratorBeside(account)) {
            administersOnly(account);
            return;
        }
        accounts.changed(account.suspend(clock.instant()));
        invite.takeBackOf(account);
    }

    private void administersOnly(Account account) {
        var left = EnumSet.of(Role.CLINIC_ADMIN);
        if (!account.roles().equals(left)) {
            LOG.warnf("account %s administers on, and nothing else, because nobody else does", account.id());
            accounts.changed(account.changeRoles(left, clock.instant()));
        }
    }
}
