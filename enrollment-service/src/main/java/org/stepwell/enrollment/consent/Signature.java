package org.stepwell.enrollment.consent;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A signature: who, for whom, how, when and from where; names, places and the digest of what was signed are kept sealed. */
@Embeddable
record Signature(
        String signer,
        @Enumerated(EnumType.STRING) Relationship relationship,
        @Enumerated(EnumType.STRING) Method method,
        Instant signedAt,
        @Nullable String signedFrom,
        String documentDigest,
        @Nullable Integer formVersion) {

    /** The part of a consent under which its digest is sealed: of a text that is known but for a name, it would tell the name. */
    static final String DIGEST = "consent-digest";

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
