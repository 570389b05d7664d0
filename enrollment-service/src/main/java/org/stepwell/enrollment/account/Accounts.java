package org.stepwell.enrollment.account;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import jakarta.ws.rs.NotFoundException;
import java.util.List;
import java.util.Optional;
import org.stepwell.contracts.account.AccountEvent.AccountChanged;
import org.stepwell.contracts.id.AccountId;
import org.stepwell.platform.event.Outbox;
import org.stepwell.platform.http.PageRequest;
import org.stepwell.platform.time.Due;

/** The accounts of the clinic. Whatever changes one is told to all services, and to the identity provider as soon as it answers. */
@Singleton
class Accounts implements PanacheRepositoryBase<Account, AccountId> {

    private final Outbox outbox;
    private final Claims claims;
    private final Due due;

    Accounts(Outbox outbox, Claims claims, Due due) {
        this.outbox = outbox;
        this.claims = claims;
        this.due = due;
    }

    Account of(AccountId account) {
        return findByIdOptional(account).orElseThrow(NotFoundException::new);
    }

    Account lockedOf(AccountId account) {
        return findByIdOptional(account, LockModeType.PESSIMISTIC_WRITE).orElseThrow(NotFoundException::new);
    }

    Optional<Account> lockedOf(String subject) {
        return find("subject", subject).withLock(LockModeType.PESSIMISTIC_WRITE).firstResultOptional();
    }

    List<Account> page(PageRequest page) {
        return find("id.value > ?1 order by id.value", page.after())
                .page(0, page.fetch())
                .list();
    }

    /** Tells a change in the transaction that made it. */
    void changed(AccountChanged account) {
        flush();
        claims.keep(account);
        outbox.append(account);
        due.now(WriteClaims.KIND, account.account());
    }
}
