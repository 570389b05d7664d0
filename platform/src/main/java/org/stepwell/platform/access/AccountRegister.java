package org.stepwell.platform.access;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.account.AccountEvent.AccountChanged;
import org.stepwell.contracts.account.AccountEvent.AccountChanged.Standing;
import org.stepwell.contracts.id.ClinicId;
import org.stepwell.contracts.id.PartnerId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.contracts.id.StaffId;
import org.stepwell.platform.clinic.ClinicContext;
import org.stepwell.platform.database.Sql;
import org.stepwell.platform.database.Unapplied;

/**
 * This service's copy of the accounts. What was read is remembered for a few seconds: the replica that hears of a change forgets
 * it at once, and the others, which share its database but not its memory, when those seconds are over.
 */
@Singleton
public class AccountRegister {

    private static final long REMEMBERED_NANOS_MAX = 5_000_000_000L;
    private static final int REMEMBERED_MAX = 20_000;
    private static final Unapplied UNAPPLIED = Unapplied.of(AccountChanged.class);

    private final Sql sql;
    private final TransactionSynchronizationRegistry transaction;
    private final ConcurrentMap<Key, Remembered> remembered = new ConcurrentHashMap<>();

    AccountRegister(Sql sql, TransactionSynchronizationRegistry transaction) {
        this.sql = sql;
        this.transaction = transaction;
    }

    private record Key(ClinicId clinic, String subject) {}

    private record Remembered(Optional<Member> member, long nanos) {}

    /** Takes what enrollment says of an account; an older word than the one known changes nothing. */
    public void changed(AccountChanged account) {
        sql.update(
                """
                insert into platform.account as known (subject, version, standing, roles, staff_id, patient_id, partner_id)
                values (?, ?, ?, ?, ?, ?, ?)
                on conflict (clinic_id, subject) do update
                set version = excluded.version, standing = excluded.standing, roles = excluded.roles,
                    staff_id = excluded.staff_id, patient_id = excluded.patient_id,
                    partner_id = excluded.partner_id
                where known.version < excluded.version
                """,
                account.subject(),
                account.version(),
                account.standing().name(),
                account.roles().toArray(String[]::new),
                account.staff() == null ? null : account.staff().value(),
                account.patient() == null ? null : account.patient().value(),
                account.partner() == null ? null : account.partner().value());
        var key = new Key(ClinicContext.clinic(), account.subject());
        transaction.registerInterposedSynchronization(new Synchronization() {
            @Override
            public void beforeCompletion() {}

            @Override
            public void afterCompletion(int status) {
                remembered.remove(key);
            }
        });
    }

    /** Whether asking for this account needs no look into the database. */
    boolean remembers(ClinicId clinic, String subject) {
        return fresh(new Key(clinic, subject)) != null;
    }

    private @Nullable Remembered fresh(Key key) {
        @Nullable Remembered known = remembered.get(key);
        return known != null && System.nanoTime() - known.nanos() < REMEMBERED_NANOS_MAX ? known : null;
    }

    /** The account of whom a token names, at a clinic; nothing where there is none. Blocks, and stands outside of any transaction. */
    Optional<Member> find(ClinicId clinic, String subject) {
        @Nullable Remembered known = fresh(new Key(clinic, subject));
        if (known != null) {
            return known.member();
        }
        long asked = System.nanoTime();
        var work = new ClinicContext.Work(clinic, "service:account", null);
        var found =
                ClinicContext.in(work, () -> QuarkusTransaction.requiringNew().call(() -> inForce(subject)));
        if (remembered.size() >= REMEMBERED_MAX) {
            remembered.clear();
        }
        remembered.put(new Key(clinic, subject), new Remembered(found, asked));
        return found;
    }

    /** The account of a subject at the clinic of the transaction, as it stands now. */
    Optional<Member> inForce(String subject) {
        return sql.one(
                """
                select standing, roles, staff_id, patient_id, partner_id, not %s as known from platform.account
                where clinic_id = platform.current_clinic() and subject = ?
                """.formatted(Unapplied.WAITS),
                AccountRegister::read,
                UNAPPLIED.about(ClinicContext.clinic(), AccountChanged.keyOf(subject), subject));
    }

    private static Member read(ResultSet row) throws SQLException {
        @Nullable UUID staff = row.getObject("staff_id", UUID.class);
        @Nullable UUID patient = row.getObject("patient_id", UUID.class);
        @Nullable UUID partner = row.getObject("partner_id", UUID.class);
        return new Member(
                row.getBoolean("known"),
                Standing.valueOf(row.getString("standing")) == Standing.ACTIVE,
                Set.of((String[]) row.getArray("roles").getArray()),
                staff == null ? null : new StaffId(staff),
                patient == null ? null : new PatientId(patient),
                partner == null ? null : new PartnerId(partner));
    }
}
