package org.stepwell.enrollment.consent;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.code.ConsentKind;
import org.stepwell.enrollment.form.FormText;

/**
 * A consent as text: the fixed statements that whoever signs has read, and the document that is signed and kept. The
 * sentences are ours; what they must say is 42 CFR 2.31(a)(4)(iii), (6) and (10). Changed sentences are a new version.
 */
final class ConsentText {

    /** The version of the statements in use. */
    private static final DateTimeFormatter SIGNED_AT =
            DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm:ss zzz", Locale.US);

    static final String STATEMENTS = "2026-11-28";

    private static final String MAY_BE_REVOKED =
            "I may revoke this consent at any time, in writing or by word of mouth, to those who treat me, to intake or the"
                    + " privacy officer, or in the app. What somebody has already done in reliance on it stays as it is.";
    private static final String MAY_BE_REVOKED_LATER =
            "I may revoke this consent from the day it states on, which follows from the proceeding that made treatment"
                    + " a condition.";
    private static final String MAY_GO_FURTHER =
            "A health care provider, health plan or their business associate who receives my records for treatment,"
                    + " payment or health care operations may disclose them again as the HIPAA rules allow, but not for"
                    + " use in civil, criminal, administrative or legislative proceedings against me.";
    private static final String MAY_REFUSE =
            "I may refuse to sign. The program then treats me all the same, but may be unable to bill my health plan or"
                    + " to plan my care together with others.";
    private static final String NO_CONDITION = "My treatment does not depend on my signing this.";

    private ConsentText() {}

    /** What whoever signs this kind of consent must have read. */
    static List<String> statements(ConsentKind kind) {
        return switch (kind) {
            case TREATMENT, PRIVACY_NOTICE, PROGRAM_RULES, FINANCIAL_AGREEMENT -> List.of();
            case CARE_DISCLOSURE -> List.of(MAY_BE_REVOKED, MAY_GO_FURTHER, MAY_REFUSE);
            // These may be for treatment, payment or operations too; the sentence says when it holds.
            case NAMED_DISCLOSURE -> List.of(MAY_BE_REVOKED, MAY_GO_FURTHER);
            case COUNSELING_NOTES_DISCLOSURE -> List.of(MAY_BE_REVOKED, MAY_GO_FURTHER, NO_CONDITION);
            case PROCEEDINGS_DISCLOSURE -> List.of(MAY_BE_REVOKED, NO_CONDITION);
            case CRIMINAL_JUSTICE_DISCLOSURE -> List.of(MAY_BE_REVOKED_LATER);
        };
    }

    /** By whom, as what, how and when, in the clinic's time, 42 CFR 2.31(a)(8) and (9). */
    record Signed(String signer, Signature.Relationship relationship, Signature.Method method, ZonedDateTime at) {}

    /** The document as it is signed, a line for each element. */
    static String document(Consent consent, Words words, @Nullable FormText form, String patient, Signed signed) {
        var lines = new ArrayList<String>();
        lines.add("Consent: " + plain(consent.kind()));
        lines.add("Patient: " + patient);
        @Nullable Terms terms = consent.terms();
        if (terms != null) {
            lines.add("Who may disclose: " + words.discloser());
            lines.add("What: " + all(terms.categories()) + ". " + words.description());
            IntStream.range(0, terms.recipients().size()).forEach(i -> {
                var named = words.recipients().get(i);
                lines.add("To: " + plain(terms.recipients().get(i).kind())
                        + (named.name().isBlank() ? ", as a class" : ", " + named.name())
                        + (named.members().isBlank() ? "" : " (members: " + named.members() + ")"));
            });
            lines.add("For: " + all(terms.purposes()));
            lines.add(
                    terms.lastDay() == null ? "Ends: " + plain(terms.ends()) : "Last day in force: " + terms.lastDay());
            if (terms.revocableFrom() != null) {
                lines.add("May be revoked from: " + terms.revocableFrom());
            }
            lines.add("");
            lines.addAll(statements(consent.kind()));
            lines.add("(Statements of " + STATEMENTS + ")");
        }
        if (form != null) {
            lines.add("");
            lines.add(form.text());
            lines.add("(Version %d)".formatted(form.version()));
        }
        lines.add("");
        lines.add("Signed by: %s (%s, %s)"
                .formatted(signed.signer(), plain(signed.relationship()), plain(signed.method())));
        lines.add("Signed at: " + SIGNED_AT.format(signed.at()));
        return String.join("\n", lines) + "\n";
    }

    /** SHA-256 of the document and of the drawn signature, if there is one. */
    static String digest(String document, @Nullable String drawing) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(document.getBytes(StandardCharsets.UTF_8));
            if (drawing != null) {
                digest.update(drawing.getBytes(StandardCharsets.UTF_8));
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String all(List<? extends Enum<?>> codes) {
        return codes.stream().map(ConsentText::plain).collect(Collectors.joining(", "));
    }

    private static String plain(@Nullable Enum<?> code) {
        return code == null ? "" : code.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
