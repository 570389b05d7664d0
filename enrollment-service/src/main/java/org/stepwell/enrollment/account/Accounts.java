package org.stepwell.enrollment.account;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import jakarta.ws.rs.NotFoundException;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.account.AccountEvent.AccountChanged;
import org.stepwell.contracts.id.AccountId;
import org.stepwell.contracts.id.PartnerId;
import org.stepwell.contracts.id.StaffId;
import org.stepwell.platform.access.AccountRegister;
import org.stepwell.platform.access.Role;
import org.stepwell.platform.database.Sql;
import org.stepwell.platform.event.Outbox;
import org.stepwell.platform.http.PageRequest;
import org.stepwell.platform.problem.Refusal;
import org.stepwell.platform.time.Due;

/** The accounts of the clinic. Whatever changes one is told to all services, and to the identity provider as soon as it answers. */
@Singleton
class Accounts implements PanacheRepositoryBase<Account, AccountId> {

    private static final Set<AccountStatus> COMES_IN = EnumSet.of(AccountStatus.PREPARING, AccountStatus.ACTIVE);

    private final Outbox outbox;
    private final Claims claims;
    private final Due due;
    private final Sql sql;
    private final AccountRegister inForceHere;

    Accounts(Outbox outbox, Claims claims, Due due, Sql sql, AccountRegister inForceHere) {
        this.inForceHere = inForceHere;
        this.outbox = outbox;
        this.claims = claims;
        this.due = due;
        this.sql = sql;
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

    /** Those that let a member of the staff in. */
    List<Account> lockedComingInAs(StaffId member) {
        return find("staff = ?1 and status in (?2, ?3)", member, AccountStatus.PREPARING, AccountStatus.ACTIVE)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }

    /** Administrators who work here no more. */
    List<AccountId> administratorsWhoLeft() {
        return sql.list("""
                select account.id from account
                join staff on staff.clinic_id = account.clinic_id and staff.id = account.staff_id and not staff.active
                where account.clinic_id = platform.current_clinic() and status = 'SUSPENDED'
                  and 'CLINIC_ADMIN' = any (string_to_array(roles, ','))
                """, row -> new AccountId(row.getObject("id", UUID.class)));
    }

    /** Those that let a partner's systems in. */
    List<Account> lockedComingInFor(PartnerId partner) {
        return find("partner = ?1 and status in (?2, ?3)", partner, AccountStatus.PREPARING, AccountStatus.ACTIVE)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }

    /** To be changed: one of this partner; another's is not there. */
    Account lockedOf(PartnerId partner, AccountId account) {
        return find("partner = ?1 and id = ?2", partner, account)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional()
                .orElseThrow(NotFoundException::new);
    }

    List<Account> page(PartnerId partner, PageRequest page) {
        return find("partner = ?1 and id.value > ?2 order by id.value", partner, page.after())
                .page(0, page.fetch())
                .list();
    }

    List<Account> page(PageRequest page) {
        return find("id.value > ?1 order by id.value", page.after())
                .page(0, page.fetch())
                .list();
    }

    /**
     * Whether what somebody gave is still theirs to give; until the transaction ends, it stays so. Who has no account here ran the
     * deployment: nobody else invites without one.
     */
    boolean mayStillGive(String giver, Collection<Role> given) {
        return lockedOf(giver)
                .map(account -> COMES_IN.contains(account.status())
                        && Grants.of(account.roles()).containsAll(given))
                .orElse(true);
    }

    /** Refuses to end the last who may let others in. */
    void mustKeepAdministratorBeside(Account leaver) {
        if (!hasAdministratorBeside(leaver)) {
            throw new Refusal(
                    AccountRule.CLINIC_KEEPS_ADMINISTRATOR,
                    "Invite another administrator first; this is the last one here.");
        }
    }

    /** Whether anybody else may let others in. Those who end each other, or found the clinic twice, take turns. */
    boolean hasAdministratorBeside(@Nullable Account leaver) {
        sql.list("select pg_advisory_xact_lock(hashtextextended(platform.current_clinic()::text, 3))", row -> 1);
        return sql.one(
                        """
                select 1 from account
                where clinic_id = platform.current_clinic() and id is distinct from ? and status in ('PREPARING', 'ACTIVE')
                  and 'CLINIC_ADMIN' = any (string_to_array(roles, ',')) limit 1
                """,
                        row -> row.getInt(1),
                        leaver == null ? null : leaver.id().value())
                .isPresent();
    }

    /** Tells a change in the transaction that made it. */
    void changed(AccountChanged account) {
        flush();
        claims.keep(account);
        inForceHere.changed(account);
        outbox.append(account);
        due.now(WriteClaims.KIND, account.account());
    }
}
