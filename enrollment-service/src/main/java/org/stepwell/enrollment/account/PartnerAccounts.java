package org.stepwell.enrollment.account;

import jakarta.inject.Singleton;
import java.time.Clock;
import org.stepwell.contracts.id.AccountId;
import org.stepwell.contracts.id.PartnerId;
import org.stepwell.enrollment.partner.EndOfPartnership;
import org.stepwell.enrollment.partner.Partners;
import org.stepwell.platform.database.Uuid7;
import org.stepwell.platform.problem.Refusal;

/** Lets a partner's system in, by a client of its own at the identity provider, and ends that at once. */
@Singleton
class PartnerAccounts implements EndOfPartnership {

    /** One in use, and one to change to: so a key is changed without a moment in which none works. */
    private static final int AT_ONCE_MAX = 2;

    private final Accounts accounts;
    private final Partners partners;
    private final Keycloak keycloak;
    private final Clock clock;

    PartnerAccounts(Accounts accounts, Partners partners, Keycloak keycloak, Clock clock) {
        this.accounts = accounts;
        this.partners = partners;
        this.keycloak = keycloak;
        this.clock = clock;
    }

    /** A new account, and as what its system signs in, by which key. */
    record Given(Account account, String client, PartnerKey key) {}

    Given give(PartnerId partner, String publicKey) {
        partners.lockedOf(partner).mustGoOn();
        var key = PartnerKey.read(publicKey);
        if (accounts.lockedComingInFor(partner).size() >= AT_ONCE_MAX) {
            throw new Refusal(
                    AccountRule.PARTNER_HAS_TWO_ACCOUNTS, "End the one that is not used any more, then make another.");
        }
        var id = new AccountId(Uuid7.next());
        var client = "partner-" + id;
        var account = new Account(id, keycloak.newClient(client, key), clock.instant());
        var changed = account.serve(partner, clock.instant());
        accounts.persist(account);
        accounts.changed(changed);
        return new Given(account, client, key);
    }

    Account end(PartnerId partner, AccountId account) {
        var found = accounts.lockedOf(partner, account);
        accounts.changed(found.leave(clock.instant()));
        return found;
    }

    @Override
    public void ended(PartnerId partner) {
        accounts.lockedComingInFor(partner).forEach(account -> accounts.changed(account.leave(clock.instant())));
    }
}
