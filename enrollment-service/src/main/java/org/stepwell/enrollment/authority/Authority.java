package org.stepwell.enrollment.authority;

import jakarta.persistence.Convert;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.code.DataCategory;
import org.stepwell.contracts.code.DisclosureBasis;
import org.stepwell.contracts.code.DisclosurePurpose;
import org.stepwell.contracts.code.Recipient;
import org.stepwell.contracts.id.AuthorityId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.contracts.privacy.PrivacyEvent.DisclosureMade.Channel;
import org.stepwell.platform.consent.Ask;
import org.stepwell.platform.problem.FieldError;
import org.stepwell.platform.problem.Refusal;

/** An agreement or court order that something may be disclosed under without the patient's consent. */
@Entity
class Authority {

    @EmbeddedId
    private AuthorityId id;

    @Version
    private int version;

    @Enumerated(EnumType.STRING)
    private DisclosureBasis kind;

    @Convert(converter = AuthorityTermsColumn.class)
    private AuthorityTerms terms;

    /** Sealed. */
    private String words;

    private LocalDate firstDay;
    private @Nullable LocalDate lastDay;
    private @Nullable Instant endedAt;

    /** With whom, and where it is filed; kept sealed, since a docket may name the patient. */
    record Words(String party, String reference) {}

    @SuppressWarnings("NullAway.Init")
    protected Authority() {}

    /** An agreement or order with all its elements; the words are sealed. */
    Authority(
            AuthorityId id,
            DisclosureBasis kind,
            AuthorityTerms terms,
            String sealedWords,
            LocalDate firstDay,
            @Nullable LocalDate lastDay,
            LocalDate today) {
        terms.mustBeComplete(kind, lastDay, today);
        if (lastDay != null && lastDay.isBefore(firstDay)) {
            throw new Refusal(
                    AuthorityRule.AUTHORITY_ENDS_BEFORE_IT_BEGINS,
                    "From %s, and until %s.".formatted(firstDay, lastDay),
                    List.of(new FieldError("/lastDay", "%s or later".formatted(firstDay))));
        }
        this.id = id;
        this.kind = kind;
        this.terms = terms;
        this.words = sealedWords;
        this.firstDay = firstDay;
        this.lastDay = lastDay;
    }

    /** What is asked where somebody wants to disclose under it. */
    Ask ask(PatientId patient, Set<DataCategory> categories) {
        return new Ask(patient, new Recipient(recipient(), id.value()), purpose(), categories);
    }

    /**
     * Does it open that today?
     *
     * @param records all records of the patient: an order may name one that was merged
     */
    void mustOpen(Ask ask, Set<PatientId> records, Channel channel, LocalDate today) {
        mustBeInForce(today);
        if (terms.patient() != null && !records.contains(terms.patient())) {
            throw new Refusal(AuthorityRule.BEYOND_ITS_SCOPE, "The order names another patient.");
        }
        if (Boolean.FALSE.equals(terms.copies()) && channel != Channel.IN_PERSON) {
            throw new Refusal(
                    AuthorityRule.BEYOND_ITS_SCOPE,
                    "By the agreement no copies leave the house: let them look here (IN_PERSON), or agree on how copies are"
                            + " kept and destroyed, 2.53(b).");
        }
        if (!terms.categories().containsAll(ask.categories())) {
            var closed = EnumSet.copyOf(ask.categories());
            closed.removeAll(terms.categories());
            throw new Refusal(AuthorityRule.BEYOND_ITS_SCOPE, "It does not open: %s.".formatted(closed));
        }
    }

    void mustBeInForce(LocalDate today) {
        if (endedAt != null || today.isBefore(firstDay) || (lastDay != null && today.isAfter(lastDay))) {
            throw new Refusal(AuthorityRule.AUTHORITY_NOT_IN_FORCE, standing());
        }
    }

    private String standing() {
        if (endedAt != null) {
            return "It ended at %s.".formatted(endedAt);
        }
        return lastDay == null
                ? "It begins on %s.".formatted(firstDay)
                : "It stands from %s to %s.".formatted(firstDay, lastDay);
    }

    private Recipient.Kind recipient() {
        return kind == DisclosureBasis.COURT_ORDER ? Recipient.Kind.COURT : Recipient.Kind.PROGRAM_OPERATIONS;
    }

    private DisclosurePurpose purpose() {
        return kind == DisclosureBasis.COURT_ORDER
                ? DisclosurePurpose.LEGAL_PROCEEDINGS
                : DisclosurePurpose.HEALTH_CARE_OPERATIONS;
    }

    /** It is over before its last day, such as when an agreement is terminated. */
    void end(Instant now) {
        if (endedAt != null) {
            throw new Refusal(AuthorityRule.AUTHORITY_ENDED_BEFORE, standing());
        }
        endedAt = now;
    }

    AuthorityId id() {
        return id;
    }

    int version() {
        return version;
    }

    DisclosureBasis kind() {
        return kind;
    }

    AuthorityTerms terms() {
        return terms;
    }

    String sealedWords() {
        return words;
    }

    LocalDate firstDay() {
        return firstDay;
    }

    @Nullable
    LocalDate lastDay() {
        return lastDay;
    }

    @Nullable
    Instant endedAt() {
        return endedAt;
    }
}
