package org.stepwell.enrollment.billing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.enrollment.ContactBlock;
import org.stepwell.contracts.id.AuthorizationId;
import org.stepwell.enrollment.coverage.Coverage;
import org.stepwell.enrollment.reporting.Lines;
import org.stepwell.platform.consent.Notice;
import org.stepwell.platform.consent.Permit;

/** What stands in each line of claims that leave, and in which order. */
final class ClaimFile {

    private static final List<String> COLUMNS = List.of(
            "PATIENT",
            "FAMILY_NAME",
            "GIVEN_NAME",
            "BIRTH_DATE",
            "ADMITTED",
            "MEMBER",
            "GROUP",
            "SUBSCRIBER_FAMILY_NAME",
            "SUBSCRIBER_GIVEN_NAME",
            "SUBSCRIBER_BIRTH_DATE",
            "SUBSCRIBER_RELATIONSHIP",
            "AUTHORIZATION",
            "DAY",
            "DIAGNOSES",
            "PROCEDURE",
            "MODIFIER",
            "REVENUE",
            "CONDITION",
            "UNIT",
            "UNITS",
            "DISCLOSURE",
            "CONSENT",
            "CONSENT_SCOPE",
            "NOTICE");

    private ClaimFile() {}

    /** Who somebody is to the payer. */
    record Card(ContactBlock patient, Coverage.Words words) {

        /** Whose policy it is: a claim names them also where it is the patient. */
        private List<String> subscriber() {
            var other = words.subscriber();
            return other == null
                    ? List.of(
                            patient.familyName(),
                            patient.givenName(),
                            patient.birthDate().toString(),
                            "SELF")
                    : List.of(
                            other.familyName(),
                            other.givenName(),
                            other.birthDate().toString(),
                            other.relationship().name());
        }
    }

    static List<?> row(
            Coverage coverage, Card card, ClaimLine line, Map<AuthorizationId, String> references, Permit permit) {
        var billed = Objects.requireNonNull(line.billed());
        var authorization = billed.authorization();
        var about = List.of(
                coverage.patient().toString(),
                card.patient().familyName(),
                card.patient().givenName(),
                card.patient().birthDate().toString(),
                Objects.toString(billed.admitted(), ""),
                card.words().memberNumber(),
                orEmpty(card.words().groupNumber()));
        var what = List.of(
                authorization == null ? "" : references.getOrDefault(authorization, ""),
                line.day().toString(),
                String.join(" ", billed.diagnoses()),
                billed.procedureCode(),
                orEmpty(billed.modifier()),
                billed.revenueCode(),
                orEmpty(billed.conditionCode()),
                billed.unit().name(),
                billed.units(),
                permit.disclosure().toString(),
                permit.consent().id().toString(),
                permit.consent().inWords(),
                Notice.SHORT);
        return Stream.of(about, card.subscriber(), what).flatMap(List::stream).toList();
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    static String written(List<List<?>> rows, Lines.Format format) {
        var out = new ByteArrayOutputStream();
        try (var lines = format.open(out, COLUMNS)) {
            for (var row : rows) {
                lines.line(row);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString(StandardCharsets.UTF_8);
    }
}
