package org.stepwell.enrollment.consent;

import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.ConsentId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.platform.problem.Refusal;

/** Something a patient, or somebody for them, signed. */
@Entity
class Consent {

    @EmbeddedId
    private ConsentId id;

    @Version
    private int version;

    private PatientId patient;

    @Enumerated(EnumType.STRING)
    private Kind kind;

    @Enumerated(EnumType.STRING)
    private Status status;

    private String signer;

    @Enumerated(EnumType.STRING)
    private Relationship relationship;

    @Enumerated(EnumType.STRING)
    private Method method;

    private Instant signedAt;
    private @Nullable Instant revokedAt;

    /** What was signed. Only consent to treatment stands before an admission. */
    enum Kind {
        TREATMENT,
        PRIVACY_NOTICE,
        PROGRAM_RULES
    }

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

    /** In force or not. */
    enum Status {
        ACTIVE,
        REVOKED;

        Set<Status> next() {
            return switch (this) {
                case ACTIVE -> EnumSet.of(REVOKED);
                case REVOKED -> EnumSet.noneOf(Status.class);
            };
        }
    }

    /** A signature: who, for whom, how and when; the name is kept sealed. */
    record Signature(String sealedSigner, Relationship relationship, Method method, Instant signedAt) {}

    @SuppressWarnings("NullAway.Init")
    protected Consent() {}

    Consent(ConsentId id, PatientId patient, Kind kind, Signature signature, Instant now) {
        if (signature.signedAt().isAfter(now)) {
            throw new Refusal(
                    ConsentRule.SIGNED_IN_THE_FUTURE,
                    "Signed at %s, and it is %s.".formatted(signature.signedAt(), now));
        }
        this.id = id;
        this.patient = patient;
        this.kind = kind;
        this.signer = signature.sealedSigner();
        this.relationship = signature.relationship();
        this.method = signature.method();
        this.signedAt = signature.signedAt();
        this.status = Status.ACTIVE;
    }

    void revoke(Instant now) {
        if (!status.next().contains(Status.REVOKED)) {
            throw new Refusal(ConsentRule.REVOKED_BEFORE, "It was revoked at %s.".formatted(revokedAt));
        }
        status = Status.REVOKED;
        revokedAt = now;
    }

    ConsentId id() {
        return id;
    }

    PatientId patient() {
        return patient;
    }

    int version() {
        return version;
    }

    Kind kind() {
        return kind;
    }

    Status status() {
        return status;
    }

    Signature signature() {
        return new Signature(signer, relationship, method, signedAt);
    }

    @Nullable
    Instant revokedAt() {
        return revokedAt;
    }
}
