package org.stepwell.enrollment.account;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.UUID;
import org.stepwell.contracts.id.AccountId;
import org.stepwell.platform.time.DueDoor;

/**
 * Has the identity provider put an account into tokens, or take it out. As long as it does not answer, this is tried again: an
 * outage of it loses nothing.
 */
@Singleton
class WriteClaims implements DueDoor {

    static final String KIND = "account-claims";

    private final Accounts accounts;
    private final Claims claims;
    private final Keycloak keycloak;

    WriteClaims(Accounts accounts, Claims claims, Keycloak keycloak) {
        this.accounts = accounts;
        this.claims = claims;
        this.keycloak = keycloak;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public boolean outside() {
        return true;
    }

    @Override
    public void due(UUID subject, Instant dueAt) {
        var account = accounts.lockedOf(new AccountId(subject));
        keycloak.write(account.subject(), claims.locked(account.subject()));
        account.prepared();
    }
}
