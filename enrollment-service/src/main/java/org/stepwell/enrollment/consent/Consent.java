package org.stepwell.enrollment.consent;

import jakarta.persistence.Convert;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.code.ConsentKind;
import org.stepwell.contracts.consent.ConsentEvent.ConsentsChanged.Opening;
import org.stepwell.contracts.id.ConsentId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.platform.problem.FieldError;
import org.stepwell.platform.problem.Refusal;

/** Something a patient, or somebody for them, signs. */
@Entity
class Consent {

    @EmbeddedId
    private ConsentId id;

    @Version
    private int version;

    private PatientId patient;

    @Enumerated(EnumType.STRING)
    private ConsentKind kind;

    @Enumerated(EnumType.STRING)
    private ConsentStatus status;

    @Convert(converter = TermsColumn.class)
    private @Nullable Terms terms;

    private @Nullable String words;

    @Embedded
    private @Nullable Signature signature;

    private @Nullable Instant endsAt;
    private @Nullable Instant endedAt;
    private @Nullable ConsentId supersededBy;

    @Enumerated(EnumType.STRING)
    private @Nullable Revocation revokedHow;

    /** The version of the patient's register that first says what is so now; none for consents about care. */
    private @Nullable Long registerVersion;

    @SuppressWarnings("NullAway.Init")
    protected Consent() {}

    /** A draft; the words are sealed. */
    Consent(ConsentId id, PatientId patient, ConsentKind kind, @Nullable Terms terms, @Nullable String words) {
        if (kind.disclosure() != (terms != null)) {
            throw new Refusal(
                    ConsentRule.TERMS_BELONG_TO_DISCLOSURES,
                    terms == null ? "Say what it opens (kind %s).".formatted(kind) : "Leave out the terms.");
        }
        this.id = id;
        this.patient = patient;
        this.kind = kind;
        this.terms = terms;
        this.words = words;
        this.status = ConsentStatus.DRAFT;
    }

    /**
     * Is signed: from now on in force. The words are the open ones.
     *
     * @param at where the signature stands in what was sent, as a pointer
     */
    void sign(Signature given, String at, Words openWords, ZoneId zone, Instant now) {
        if (status != ConsentStatus.DRAFT) {
            throw new Refusal(ConsentRule.SIGNED_BEFORE, "It is %s.".formatted(status));
        }
        if (given.signedAt().isAfter(now)) {
            throw new Refusal(
                    ConsentRule.SIGNED_IN_THE_FUTURE,
                    "Signed at %s, and it is %s.".formatted(given.signedAt(), now),
                    List.of(new FieldError(at + "/signedAt", "a time that is past")));
        }
        if (terms != null) {
            terms.mustBeComplete(kind, openWords);
            endsAt = terms.lastDay() == null
                    ? null
                    : terms.lastDay().plusDays(1).atStartOfDay(zone).toInstant();
            if (endsAt != null && !endsAt.isAfter(now)) {
                throw new Refusal(
                        ConsentRule.ENDS_BEFORE_IT_BEGINS,
                        "Its last day (%s) is over.".formatted(terms.lastDay()),
                        List.of(new FieldError("/terms/lastDay", "a day that comes")));
            }
        }
        signature = given;
        become(ConsentStatus.ACTIVE);
    }

    /** How a patient took a consent back. */
    enum Revocation {
        /** By word of mouth, to staff. */
        SPOKEN,
        WRITTEN,
        IN_THE_APP
    }

    /** The patient takes it back; what was disclosed in reliance on it stays disclosed. */
    void revoke(Revocation how, ZoneId zone, Instant now) {
        if (status == ConsentStatus.REVOKED) {
            throw new Refusal(ConsentRule.REVOKED_BEFORE, "It was revoked at %s.".formatted(endedAt));
        }
        mustBeRevocable(zone, now);
        end(ConsentStatus.REVOKED, now);
        revokedHow = how;
    }

    private void mustBeRevocable(ZoneId zone, Instant now) {
        if (terms != null && terms.revocableFrom() != null) {
            var from = terms.revocableFrom().atStartOfDay(zone).toInstant();
            if (now.isBefore(from)) {
                throw new Refusal(
                        ConsentRule.NOT_REVOCABLE_YET,
                        "It may be revoked from %s on.".formatted(terms.revocableFrom()));
            }
        }
    }

    /** Another one of the same kind stands in its place, which may open less: so it is refused where a revocation is. */
    void supersededBy(Consent other, ZoneId zone, Instant now) {
        if (other.kind != kind) {
            throw new Refusal(
                    ConsentRule.SUPERSEDES_ANOTHER_KIND,
                    "It is of kind %s, and this of %s.".formatted(kind, other.kind));
        }
        mustBeRevocable(zone, now);
        end(ConsentStatus.SUPERSEDED, now);
        supersededBy = other.id;
    }

    /** Its last day is over, or what it ends with has happened; does nothing where it ended otherwise. */
    void expire(Instant now) {
        if (status == ConsentStatus.ACTIVE) {
            end(ConsentStatus.EXPIRED, now);
        }
    }

    /** Staff say that the event it ends with has come; a last day comes by itself. */
    void hasEnded(Instant now) {
        if (terms == null || terms.ends() == null || terms.ends() == Terms.Ending.NONE) {
            throw new Refusal(ConsentRule.ENDS_BY_ITSELF, "It ends with no event; the patient may revoke it.");
        }
        end(ConsentStatus.EXPIRED, now);
    }

    private void end(ConsentStatus end, Instant now) {
        if (status != ConsentStatus.ACTIVE) {
            throw new Refusal(ConsentRule.NOT_IN_FORCE, "It is %s.".formatted(status));
        }
        become(end);
        endedAt = now;
    }

    private void become(ConsentStatus next) {
        if (!status.next().contains(next)) {
            throw new IllegalStateException("%s does not follow %s".formatted(next, status));
        }
        status = next;
    }

    boolean endsWith(Terms.Ending event) {
        return terms != null && terms.ends() == event;
    }

    /** What it opens, where it is in force and opens anything. */
    Optional<Opening> opening() {
        if (status != ConsentStatus.ACTIVE || terms == null || signature == null) {
            return Optional.empty();
        }
        return Optional.of(new Opening(
                id, kind, terms.recipients(), terms.purposes(), terms.categories(), signature.signedAt(), endsAt));
    }

    /** The register tells of it from this version on. */
    void toldAs(long newVersion) {
        registerVersion = newVersion;
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

    ConsentKind kind() {
        return kind;
    }

    ConsentStatus status() {
        return status;
    }

    @Nullable
    Terms terms() {
        return terms;
    }

    @Nullable
    String words() {
        return words;
    }

    @Nullable
    Signature signature() {
        return signature;
    }

    @Nullable
    Instant endsAt() {
        return endsAt;
    }

    @Nullable
    Instant endedAt() {
        return endedAt;
    }

    Optional<ConsentId> supersededBy() {
        return Optional.ofNullable(supersededBy);
    }

    @Nullable
    Revocation revokedHow() {
        return revokedHow;
    }

    @Nullable
    Long registerVersion() {
        return registerVersion;
    }
}
