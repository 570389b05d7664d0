package org.stepwell.enrollment.partner;

import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.AgreementId;
import org.stepwell.contracts.id.PartnerId;
import org.stepwell.platform.problem.FieldError;
import org.stepwell.platform.problem.Refusal;

/** What the clinic and a partner have signed: what the partner's service accounts may do here, and for how long. */
@Entity
@Table(name = "partner_agreement")
class Agreement {

    @EmbeddedId
    private AgreementId id;

    @Version
    private int version;

    private PartnerId partner;

    /** Sealed. */
    private String words;

    private boolean refers;
    private boolean readsPlaces;
    private LocalDate firstDay;
    private LocalDate lastDay;
    private @Nullable Instant endedAt;

    /** Who signed for the partner, and where it is filed. */
    record Words(String signedBy, String reference) {}

    /** Whether anything rests on it today. */
    @Schema(name = "AgreementStanding")
    enum Standing {
        TO_COME,
        IN_FORCE,
        EXPIRED,
        ENDED
    }

    @SuppressWarnings("NullAway.Init")
    protected Agreement() {}

    Agreement(
            AgreementId id,
            PartnerId partner,
            String sealedWords,
            Collection<AgreementLets> lets,
            LocalDate firstDay,
            LocalDate lastDay) {
        if (lastDay.isBefore(firstDay)) {
            throw new Refusal(
                    PartnerRule.AGREEMENT_ENDS_AFTER_IT_BEGINS,
                    "From %s, and until %s.".formatted(firstDay, lastDay),
                    List.of(new FieldError("/lastDay", "on the first day or after it")));
        }
        this.id = id;
        this.partner = partner;
        this.words = sealedWords;
        this.refers = lets.contains(AgreementLets.REFER);
        this.readsPlaces = lets.contains(AgreementLets.READ_PLACES);
        this.firstDay = firstDay;
        this.lastDay = lastDay;
    }

    /** It is over before its last day; the partner's next request is refused. */
    void end(Instant now) {
        if (endedAt != null) {
            throw new Refusal(PartnerRule.AGREEMENT_ENDS_ONCE, "It ended at %s.".formatted(endedAt));
        }
        endedAt = now;
    }

    Standing standing(LocalDate today) {
        if (endedAt != null) {
            return Standing.ENDED;
        }
        return today.isBefore(firstDay)
                ? Standing.TO_COME
                : today.isAfter(lastDay) ? Standing.EXPIRED : Standing.IN_FORCE;
    }

    Set<AgreementLets> lets() {
        var found = EnumSet.noneOf(AgreementLets.class);
        if (refers) {
            found.add(AgreementLets.REFER);
        }
        if (readsPlaces) {
            found.add(AgreementLets.READ_PLACES);
        }
        return found;
    }

    AgreementId id() {
        return id;
    }

    int version() {
        return version;
    }

    PartnerId partner() {
        return partner;
    }

    String sealedWords() {
        return words;
    }

    LocalDate firstDay() {
        return firstDay;
    }

    LocalDate lastDay() {
        return lastDay;
    }

    @Nullable
    Instant endedAt() {
        return endedAt;
    }
}
