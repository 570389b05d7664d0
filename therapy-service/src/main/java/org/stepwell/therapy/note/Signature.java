package org.stepwell.therapy.note;

import jakarta.persistence.Embeddable;
import java.time.Instant;
import org.stepwell.contracts.id.StaffId;

/** When a note was signed, by whom, with which credentials, and the fingerprint of all that. */
@Embeddable
record Signature(Instant signedAt, StaffId signedBy, String credentials, String hash) {

    Signer signer() {
        return new Signer(signedBy, credentials);
    }
}
