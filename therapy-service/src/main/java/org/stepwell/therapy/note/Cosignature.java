package org.stepwell.therapy.note;

import jakarta.persistence.Embeddable;
import java.time.Instant;
import org.stepwell.contracts.id.StaffId;
import org.stepwell.therapy.roster.Signer;

/** When a supervisor signed what the author had signed, by whom, and the fingerprint of the author's with all that. */
@Embeddable
record Cosignature(Instant cosignedAt, StaffId cosignedBy, String cosignerCredentials, String cosignHash) {

    static Cosignature of(Signature author, Signer supervisor, Instant now) {
        var hash = new Fingerprint()
                .with(author.hash(), now, supervisor.staff(), supervisor.credentials())
                .hex();
        return new Cosignature(now, supervisor.staff(), supervisor.credentials(), hash);
    }
}
