package org.stepwell.enrollment.consent;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.code.ConsentKind;
import org.stepwell.contracts.code.DataCategory;
import org.stepwell.contracts.code.DisclosurePurpose;
import org.stepwell.contracts.code.Recipient;
import org.stepwell.contracts.id.ConsentId;
import org.stepwell.platform.database.Uuid7;

/** A consent as it is drafted; with a signature it is in force at once. */
@Schema(name = "ConsentForm")
record ConsentForm(
        @Schema(examples = "TREATMENT") @NotNull ConsentKind kind,

        @Schema(description = "for a consent to disclosure") @Valid @Nullable
        OpensForm terms,

        @Schema(description = "left out, it stays a draft") @Valid @Nullable
        SignatureForm signature) {

    /** What a consent to disclosure opens; all of it is needed before it is signed. */
    @Schema(name = "ConsentTermsForm")
    record OpensForm(
            @Schema(examples = "Riverside IOP") @Size(max = 200) @Nullable
            String discloser,

            @Schema(examples = "that I come, and how often") @Size(max = 2000) @Nullable
            String description,

            @Size(max = 20) @Nullable List<@NotNull @Valid RecipientForm> recipients,
            @Size(max = 9) @Nullable List<@NotNull DisclosurePurpose> purposes,
            @Size(max = 20) @Nullable List<@NotNull DataCategory> categories,

            @Schema(description = "the last day it is in force") @Nullable
            LocalDate lastDay,

            @Schema(description = "instead of a last day") Terms.@Nullable Ending ends,

            @Schema(description = "criminal justice only") @Nullable
            LocalDate revocableFrom) {

        Terms terms() {
            return new Terms(
                    orNone(recipients).stream().map(RecipientForm::coded).toList(),
                    orNone(purposes).stream().distinct().toList(),
                    orNone(categories).stream().distinct().toList(),
                    lastDay,
                    ends,
                    revocableFrom);
        }

        Words words() {
            return new Words(
                    orEmpty(discloser),
                    orEmpty(description),
                    orNone(recipients).stream()
                            .map(one -> new Words.Named(orEmpty(one.name()), orEmpty(one.members())))
                            .toList());
        }
    }

    /** Who may receive it. */
    @Schema(name = "ConsentRecipientForm")
    record RecipientForm(
            @Schema(examples = "SUPPORT_PERSON") @NotNull Recipient.Kind kind,

            @Schema(description = "given to whom has a name and no id yet") @Nullable
            UUID id,

            @Schema(examples = "Tomas Lindqvist", description = "without it, all of this kind")
            @Size(max = 200)
            @Nullable
            String name,

            @Schema(description = "of an intermediary") @Size(max = 1000) @Nullable
            String members) {

        Recipient coded() {
            return new Recipient(kind, id == null && !orEmpty(name).isBlank() ? Uuid7.next() : id);
        }
    }

    /** Who signs, how and when. */
    @Schema(name = "SignatureForm")
    record SignatureForm(
            @Schema(examples = "Maya Lindqvist", description = "kept sealed") @NotBlank @Size(max = 200)
            String signer,

            @Schema(examples = "SELF") @NotNull Signature.Relationship relationship,
            @Schema(examples = "ELECTRONIC") @NotNull Signature.Method method,

            @Schema(description = "of a signature on paper; now where it is missing") @Nullable
            Instant signedAt,

            @Schema(
                    description =
                            "the version of what was read: of the statements for a disclosure, of the form's text otherwise")
            @Size(max = 20)
            @Nullable
            String statements,

            @Schema(description = "the drawn signature, a PNG in Base64")
            @Size(max = 200_000)
            @Pattern(
                    regexp = "|iVBORw0KGgo[A-Za-z0-9+/]*={0,2}",
                    message = "a PNG in Base64; it begins with iVBORw0KGgo")
            @Nullable
            String drawing,

            @Schema(description = "the consent in whose place it stands") @Nullable
            ConsentId supersedes) {}

    private static <T> List<T> orNone(@Nullable List<T> list) {
        return list == null ? List.of() : list;
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text.strip();
    }
}
