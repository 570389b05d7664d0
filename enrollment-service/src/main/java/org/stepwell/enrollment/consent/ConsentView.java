package org.stepwell.enrollment.consent;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.ConsentId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.platform.clinic.ClinicContext;
import org.stepwell.platform.seal.Seal;

/** A consent as staff and the patient see it. */
@Schema(name = "ConsentView")
record ConsentView(
        ConsentId id,
        PatientId patient,
        Consent.Kind kind,
        Consent.Status status,
        String signer,
        Consent.Relationship relationship,
        Consent.Method method,
        Instant signedAt,
        @Nullable Instant revokedAt) {

    /** Opens what is sealed for whoever may read it. */
    static ConsentView of(Consent consent, Seal seal) {
        var signature = consent.signature();
        return new ConsentView(
                consent.id(),
                consent.patient(),
                consent.kind(),
                consent.status(),
                seal.open(ClinicContext.clinic(), purpose(consent.id()), signature.sealedSigner()),
                signature.relationship(),
                signature.method(),
                signature.signedAt(),
                consent.revokedAt());
    }

    static String purpose(ConsentId id) {
        return "consent-signer/" + id;
    }
}
