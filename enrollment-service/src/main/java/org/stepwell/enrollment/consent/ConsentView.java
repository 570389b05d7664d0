package org.stepwell.enrollment.consent;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.code.ConsentKind;
import org.stepwell.contracts.code.DataCategory;
import org.stepwell.contracts.code.DisclosurePurpose;
import org.stepwell.contracts.code.Recipient;
import org.stepwell.contracts.id.ConsentId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.platform.seal.SealedJson;

/**
 * A consent as staff and the patient see it.
 *
 * @param endsAt the first moment it will not be in force any more
 * @param endedAt since when it is not
 */
@Schema(name = "ConsentView")
record ConsentView(
        ConsentId id,
        PatientId patient,
        ConsentKind kind,
        ConsentStatus status,
        @Nullable TermsView terms,
        @Nullable SignatureView signature,
        @Nullable Instant endsAt,
        @Nullable Instant endedAt,
        Consent.@Nullable Revocation revokedHow,
        @Nullable InForceView inForce) {

    /** What it opens, with its words. */
    @Schema(name = "ConsentTermsView")
    record TermsView(
            String discloser,
            String description,
            List<RecipientView> recipients,
            List<DisclosurePurpose> purposes,
            List<DataCategory> categories,
            java.time.@Nullable LocalDate lastDay,
            Terms.@Nullable Ending ends,
            java.time.@Nullable LocalDate revocableFrom) {

        static TermsView of(Terms terms, Words words) {
            return new TermsView(
                    words.discloser(),
                    words.description(),
                    IntStream.range(0, terms.recipients().size())
                            .mapToObj(i -> RecipientView.of(
                                    terms.recipients().get(i),
                                    words.recipients().get(i)))
                            .toList(),
                    terms.purposes(),
                    terms.categories(),
                    terms.lastDay(),
                    terms.ends(),
                    terms.revocableFrom());
        }
    }

    /** A recipient; the id is how a disclosure names them. */
    @Schema(name = "ConsentRecipientView")
    record RecipientView(
            Recipient.Kind kind,
            @Nullable UUID id,
            @Nullable String name,
            @Nullable String members) {

        static RecipientView of(Recipient recipient, Words.Named named) {
            return new RecipientView(recipient.kind(), recipient.id(), orNull(named.name()), orNull(named.members()));
        }

        private static @Nullable String orNull(String text) {
            return text.isEmpty() ? null : text;
        }
    }

    /** Who signed, from where if it was not on paper, and the SHA-256 of what was signed. */
    @Schema(name = "ConsentSignatureView")
    record SignatureView(
            String signer,
            Signature.Relationship relationship,
            Signature.Method method,
            Instant signedAt,
            SigningDevice.@Nullable SignedFrom from,
            String documentDigest,

            @Schema(description = "of the form's text", examples = "3") @Nullable
            Integer formVersion) {

        static SignatureView of(ConsentId consent, Signature signature, SealedJson sealed) {
            @Nullable String from = signature.signedFrom();
            return new SignatureView(
                    sealed.open("consent-signer", consent.value(), signature.signer(), String.class),
                    signature.relationship(),
                    signature.method(),
                    signature.signedAt(),
                    from == null ? null : SigningDevice.open(sealed, consent, from),
                    sealed.open(Signature.DIGEST, consent.value(), signature.documentDigest(), String.class),
                    signature.formVersion());
        }
    }

    /** In how many services its newest change is in force, and since when in all of them. */
    @Schema(name = "ConsentInForce")
    record InForceView(int services, int of, @Nullable Instant since) {}

    /** Opens what is sealed, for whoever may read it. */
    static ConsentView of(Consent consent, SealedJson sealed, Map<ConsentId, Register.InForce> inForce) {
        @Nullable Terms terms = consent.terms();
        @Nullable String words = consent.words();
        @Nullable Signature signature = consent.signature();
        var applied = inForce.get(consent.id());
        return new ConsentView(
                consent.id(),
                consent.patient(),
                consent.kind(),
                consent.status(),
                terms == null || words == null
                        ? null
                        : TermsView.of(
                                terms, sealed.open("consent-words", consent.id().value(), words, Words.class)),
                signature == null ? null : SignatureView.of(consent.id(), signature, sealed),
                consent.endsAt(),
                consent.endedAt(),
                consent.revokedHow(),
                applied == null ? null : new InForceView(applied.services(), applied.of(), applied.since()));
    }
}
