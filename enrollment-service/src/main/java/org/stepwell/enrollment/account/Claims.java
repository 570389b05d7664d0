package org.stepwell.enrollment.account;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.account.AccountEvent.AccountChanged;
import org.stepwell.contracts.account.AccountEvent.AccountChanged.Standing;
import org.stepwell.contracts.id.ClinicId;
import org.stepwell.platform.clinic.ClinicContext;
import org.stepwell.platform.database.Sql;

/**
 * What the tokens of a user should say of all their clinics together. One user may work at several, and the identity provider
 * keeps one set of claims for them, so that this table stands outside of the clinics' row security; it names no person.
 */
@Singleton
class Claims {

    private final Sql sql;

    Claims(Sql sql) {
        this.sql = sql;
    }

    /** What one clinic says of a user. */
    record Claim(
            ClinicId clinic,
            List<String> roles,
            @Nullable UUID staff,
            @Nullable UUID patient,
            @Nullable UUID partner) {

        private static Claim of(ResultSet row) throws SQLException {
            return new Claim(
                    new ClinicId(row.getObject("clinic", UUID.class)),
                    Arrays.asList((String[]) row.getArray("roles").getArray()),
                    row.getObject("staff_id", UUID.class),
                    row.getObject("patient_id", UUID.class),
                    row.getObject("partner_id", UUID.class));
        }
    }

    /** Keeps what the clinic at hand says of a user; of somebody who is not active, nothing. */
    void keep(AccountChanged account) {
        var clinic = ClinicContext.clinic().value();
        if (account.standing() != Standing.ACTIVE) {
            sql.update("delete from account_claim where subject = ? and clinic = ?", account.subject(), clinic);
            return;
        }
        sql.update(
                """
                insert into account_claim (subject, clinic, roles, staff_id, patient_id, partner_id)
                values (?, ?, ?, ?, ?, ?)
                on conflict (subject, clinic) do update
                set roles = excluded.roles, staff_id = excluded.staff_id, patient_id = excluded.patient_id,
                    partner_id = excluded.partner_id
                """,
                account.subject(),
                clinic,
                account.roles().toArray(String[]::new),
                account.staff() == null ? null : account.staff().value(),
                account.patient() == null ? null : account.patient().value(),
                account.partner() == null ? null : account.partner().value());
    }

    /** All that is said of a user. Until the transaction ends, nobody else writes it to the identity provider. */
    List<Claim> locked(String subject) {
        sql.list("select pg_advisory_xact_lock(hashtextextended(?, 2))", row -> 1, subject);
        return sql.list("select * from account_claim where subject = ? order by clinic", Claim::of, subject);
    }
}
