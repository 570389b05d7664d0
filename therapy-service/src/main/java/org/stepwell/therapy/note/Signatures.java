package org.stepwell.therapy.note;

import jakarta.persistence.Embeddable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.StaffId;
import org.stepwell.therapy.roster.Signer;

/** Who has signed a note: its author, and a supervisor where the author does not practise independently. */
@Embeddable
class Signatures {

    private @Nullable Signature signature;
    private @Nullable Cosignature cosignature;

    @SuppressWarnings("UnusedVariable") // the database reads it, which keeps a signer out of two sessions at a time
    private boolean ledAlone;

    protected Signatures() {}

    /** @param alone whether nobody else led the session */
    void sign(Signature author, boolean alone) {
        signature = author;
        ledAlone = alone;
    }

    /** A supervisor stands by it, too. */
    void cosign(Signer supervisor, Instant now) {
        mustSupervise(supervisor);
        cosignature = Cosignature.of(author(), supervisor, now);
    }

    /** It is not what was signed any more, or has to be another. */
    void clear() {
        signature = null;
        ledAlone = false;
    }

    /** Nobody co-signs what they have signed themselves, nor returns it, and nobody who needs that too. */
    void mustSupervise(Signer supervisor) {
        var author = author();
        if (!supervisor.standsBy(author.signedBy())) {
            throw NoteRule.COSIGNED_BY_A_SUPERVISOR.because(
                    "%s signed it (%s); your credentials are %s. Ask another supervisor."
                            .formatted(author.signedBy(), author.credentials(), supervisor.credentials()));
        }
    }

    boolean areOf(StaffId who) {
        return (signature != null && signature.signedBy().equals(who))
                || (cosignature != null && cosignature.cosignedBy().equals(who));
    }

    Signature author() {
        if (signature == null) {
            throw new IllegalStateException("nobody has signed");
        }
        return signature;
    }

    @Nullable
    Signature signature() {
        return signature;
    }

    @Nullable
    Cosignature cosignature() {
        return cosignature;
    }
}
