package org.stepwell.platform.consent;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.code.ConsentKind;
import org.stepwell.contracts.code.DataCategory;
import org.stepwell.contracts.code.DisclosurePurpose;
import org.stepwell.contracts.code.Recipient;
import org.stepwell.contracts.consent.ConsentEvent.ConsentsChanged.Opening;
import org.stepwell.contracts.id.ConsentId;
import org.stepwell.contracts.id.PatientId;

/**
 * What must go with a disclosure, 42 CFR 2.32: the notice, and the scope of the consent that allows it.
 *
 * @param disclosure the entry in the patient's ledger
 */
@Schema(name = "DisclosurePermit")
public record Permit(
        UUID disclosure,
        PatientId patient,
        Recipient recipient,
        DisclosurePurpose purpose,
        Set<DataCategory> categories,
        Instant at,
        String noticeVersion,
        String notice,
        Scope consent) {

    /** The consent as a recipient may know it. */
    @Schema(name = "ConsentScope")
    public record Scope(
            ConsentId id,
            ConsentKind kind,
            List<Recipient> recipients,
            List<DisclosurePurpose> purposes,
            List<DataCategory> categories,
            Instant from,
            @Nullable Instant until,

            @Schema(
                    examples = "/api/enrollment/v1/consents/019a0000-0000-7000-8000-00000000c0de/document",
                    description = "the consent as it was signed, with everybody's names: the copy that goes along")
            String copy) {

        private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("MMMM d, uuuu", Locale.US);

        static Scope of(Opening opening) {
            return new Scope(
                    opening.consent(),
                    opening.kind(),
                    opening.recipients(),
                    opening.purposes(),
                    opening.categories(),
                    opening.from(),
                    opening.until(),
                    "/api/enrollment/v1/consents/%s/document".formatted(opening.consent()));
        }

        /** The clear explanation of the scope that may stand for the copy; it names no other recipient. */
        public String inWords() {
            return inWords(from.toString(), until == null ? "" : ", until " + until);
        }

        /** The same for somebody who reads days: the first, and the last if there is one. */
        public String inWords(ZoneId zone) {
            return inWords(
                    DAY.format(LocalDate.ofInstant(from, zone)),
                    until == null ? "" : ", until " + DAY.format(LocalDate.ofInstant(until.minusNanos(1), zone)));
        }

        private String inWords(String since, String end) {
            return "In force since %s%s, for %s; it opens %s."
                    .formatted(since, end, words(purposes), words(categories));
        }

        private static String words(List<? extends Enum<?>> codes) {
            return codes.stream()
                    .map(code -> code.name().toLowerCase(Locale.ROOT).replace('_', ' '))
                    .collect(Collectors.joining(", "));
        }
    }

    static Permit of(UUID disclosure, Ask ask, Opening opening, Instant at) {
        return new Permit(
                disclosure,
                ask.patient(),
                ask.recipient(),
                ask.purpose(),
                ask.categories(),
                at,
                Notice.VERSION,
                Notice.text(),
                Scope.of(opening));
    }
}
