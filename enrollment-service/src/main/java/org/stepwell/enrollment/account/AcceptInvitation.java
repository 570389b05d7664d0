package org.stepwell.enrollment.account;

import jakarta.inject.Singleton;
import java.time.Clock;
import org.stepwell.contracts.id.AccountId;
import org.stepwell.platform.database.Uuid7;

/** Binds the user who brings a code to the person whom the clinic invited. */
@Singleton
class AcceptInvitation {

    private final Codes codes;
    private final Invitations invitations;
    private final Accounts accounts;
    private final Invite invite;
    private final AdministratorTasks administrators;
    private final PatientAccountTasks patientAccounts;
    private final Clock clock;

    AcceptInvitation(
            Codes codes,
            Invitations invitations,
            Accounts accounts,
            Invite invite,
            AdministratorTasks administrators,
            PatientAccountTasks patientAccounts,
            Clock clock) {
        this.codes = codes;
        this.invitations = invitations;
        this.accounts = accounts;
        this.invite = invite;
        this.administrators = administrators;
        this.patientAccounts = patientAccounts;
        this.clock = clock;
    }

    /**
     * In the transaction of the clinic that the code belongs to. Of two who come with it, one is let in; the same user who
     * comes again, because an answer was lost, is answered again.
     */
    Account accept(byte[] hash, String subject) {
        var now = clock.instant();
        var invitation = codes.invitationOf(hash).map(invitations::lockedOf).orElseThrow(AccountRule::notValid);
        if (invitation.wasAcceptedBy(subject)) {
            return accounts.lockedOf(subject).orElseThrow(AccountRule::notValid);
        }
        var guest = invitation.accept(subject, now);
        if (!invite.mayStillComeIn(guest.staff()) || !accounts.mayStillGive(invitation.invitedBy(), guest.roles())) {
            throw AccountRule.notValid();
        }
        var account =
                accounts.lockedOf(subject).orElseGet(() -> new Account(new AccountId(Uuid7.next()), subject, now));
        var joined = account.join(guest, now);
        accounts.persist(account);
        accounts.changed(joined);
        invite.takeBackFor(guest);
        if (account.administers()) {
            administrators.somebodyIs();
        }
        if (guest.patient() != null) {
            patientAccounts.opened(account, guest.patient());
        }
        return account;
    }
}
