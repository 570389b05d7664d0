package org.stepwell.therapy.note;

import jakarta.persistence.Embeddable;
import java.time.Instant;
import org.stepwell.contracts.id.StaffId;
import org.stepwell.therapy.roster.Signer;

/** When a note was signed, by whom, with which credentials, and the fingerprint of all that. */
@Embeddable
record Signature(Instant signedAt, StaffId signedBy, String credentials, String hash) {

    /** Somebody signs now; the fingerprint is made next. */
    static Signature by(Signer signer, Instant now) {
        return new Signature(now, signer.staff(), signer.credentials(), "");
    }

    Signature with(String fingerprint) {
        return new Signature(signedAt, signedBy, credentials, fingerprint);
    }
}
