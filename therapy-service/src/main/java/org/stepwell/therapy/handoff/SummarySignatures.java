package org.stepwell.therapy.handoff;

import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.StaffId;
import org.stepwell.therapy.note.Fingerprint;
import org.stepwell.therapy.roster.Signer;

/** Who has signed a discharge summary, and whether somebody else has to; another text begins with none. */
@Embeddable
class SummarySignatures {

    private @Nullable Instant signedAt;
    private @Nullable StaffId signedBy;
    private @Nullable String credentials;
    private boolean cosignatureNeeded;
    private @Nullable Instant cosignedAt;
    private @Nullable StaffId cosignedBy;
    private @Nullable String cosignerCredentials;

    protected SummarySignatures() {}

    /** The clinician signs, or somebody else co-signs what a clinician has signed. */
    void sign(Signer signer, Instant now) {
        if (signedBy == null) {
            signedAt = now;
            signedBy = signer.staff();
            credentials = signer.credentials();
            cosignatureNeeded = !signer.independent();
        } else if (!cosignatureNeeded || cosignedBy != null) {
            throw HandoffRule.SUMMARY_SIGNED_ONCE.because("%s signed it (%s).".formatted(signedBy, credentials));
        } else if (!signer.standsBy(signedBy)) {
            throw HandoffRule.SUMMARY_COSIGNED_BY_ANOTHER.because(
                    "%s signed it (%s), your credentials are %s. Ask a supervisor or a prescriber."
                            .formatted(signedBy, credentials, signer.credentials()));
        } else {
            cosignedAt = now;
            cosignedBy = signer.staff();
            cosignerCredentials = signer.credentials();
        }
    }

    boolean begun() {
        return signedBy != null;
    }

    /** True once nobody's is missing. */
    boolean complete() {
        return begun() && (!cosignatureNeeded || cosignedBy != null);
    }

    /** Signed by somebody who does not practise independently, and by nobody else yet. */
    boolean waitForAnother() {
        return begun() && !complete();
    }

    /** When the last of them was given. */
    Instant completeAt() {
        return Objects.requireNonNull(cosignedAt == null ? signedAt : cosignedAt);
    }

    /** With all that they say. */
    Fingerprint under(Fingerprint text) {
        return text.with(Objects.requireNonNull(signedAt), Objects.requireNonNull(signedBy), said(credentials))
                .with(said(cosignedAt), said(cosignedBy), said(cosignerCredentials));
    }

    private static Object said(@Nullable Object value) {
        return value == null ? "" : value;
    }

    DischargeSummaryView.@Nullable SignatureView view(@Nullable String hash, @Nullable Boolean intact) {
        return signedAt == null || signedBy == null || credentials == null
                ? null
                : new DischargeSummaryView.SignatureView(
                        signedAt,
                        signedBy,
                        credentials,
                        cosignatureNeeded,
                        cosignedAt,
                        cosignedBy,
                        cosignerCredentials,
                        hash,
                        intact);
    }
}
