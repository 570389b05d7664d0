package org.stepwell.enrollment.account;

import jakarta.inject.Singleton;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.UUID;
import org.stepwell.contracts.id.ClinicId;
import org.stepwell.contracts.id.InvitationId;
import org.stepwell.platform.clinic.ClinicContext;
import org.stepwell.platform.database.Sql;

/**
 * Which invitation a code belongs to, by its hash. Whoever accepts has no clinic yet, so that this table stands outside of the
 * clinics' row security; a revoked code has no row.
 */
@Singleton
class Codes {

    private final Sql sql;

    Codes(Sql sql) {
        this.sql = sql;
    }

    void keep(byte[] hash, InvitationId invitation) {
        sql.update(
                "insert into invitation_code (hash, clinic, invitation_id) values (?, ?, ?)",
                hash,
                ClinicContext.clinic().value(),
                invitation.value());
    }

    /** The clinic that gave a code; the only thing that is looked up without one. */
    Optional<ClinicId> clinicOf(byte[] hash) {
        return sql.one(
                        "select hash, clinic from invitation_code where hash = ?",
                        row -> MessageDigest.isEqual(row.getBytes("hash"), hash)
                                ? Optional.of(new ClinicId(row.getObject("clinic", UUID.class)))
                                : Optional.<ClinicId>empty(),
                        hash)
                .flatMap(found -> found);
    }

    /** The invitation of a code, at the clinic that gave it. */
    Optional<InvitationId> invitationOf(byte[] hash) {
        return sql.one(
                "select invitation_id from invitation_code where hash = ?",
                row -> new InvitationId(row.getObject("invitation_id", UUID.class)),
                hash);
    }

    void forget(InvitationId invitation) {
        sql.update("delete from invitation_code where invitation_id = ?", invitation.value());
    }
}
