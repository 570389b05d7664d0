package org.stepwell.enrollment.consent;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A signature: who, for whom, how, when and from where; names and places are kept sealed, and what was signed by its digest. */
@Embeddable
record Signature(
        String signer,
        @Enumerated(EnumType.STRING) Relationship relationship,
        @Enumerated(EnumType.STRING) Method method,
        Instant signedAt,
        @Nullable String signedFrom,
        String documentDigest,
        @Nullable Integer formVersion) {

    /** Who signed. */
    enum Relationship {
        SELF,
        PARENT,
        GUARDIAN,
        AUTHORIZED_REPRESENTATIVE
    }

    /** How it was signed. */
    enum Method {
        PAPER,
        ELECTRONIC
    }
}
