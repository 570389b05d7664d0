package org.stepwell.enrollment.ledger;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.code.DisclosureBasis;
import org.stepwell.contracts.id.AuthorityId;
import org.stepwell.enrollment.authority.Authorities;
import org.stepwell.enrollment.breakglass.EmergencyDisclosures;
import org.stepwell.enrollment.consent.ConsentRecipients;

/** The names of those who were told: a ledger names them by id, and what a disclosure rests on knows their names. */
@Singleton
class LedgerNames {

    private final ConsentRecipients consents;
    private final Authorities authorities;
    private final EmergencyDisclosures emergencies;

    LedgerNames(ConsentRecipients consents, Authorities authorities, EmergencyDisclosures emergencies) {
        this.consents = consents;
        this.authorities = authorities;
        this.emergencies = emergencies;
    }

    /** Names of recipients, by their own id or, where they have none, by the entry. */
    record Names(Map<UUID, String> known) {
        @Nullable
        String of(Ledger.Entry entry) {
            var byEntry = known.get(entry.id());
            return byEntry != null || entry.recipient() == null ? byEntry : known.get(entry.recipient());
        }
    }

    /** All names of a page, in three reads however long it is. */
    Names of(Collection<Ledger.Entry> page) {
        var named = page.stream()
                .map(Ledger.Entry::consent)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        var rests = page.stream()
                .filter(entry -> entry.basis() != DisclosureBasis.MEDICAL_EMERGENCY)
                .flatMap(entry -> Stream.ofNullable(entry.authority()))
                .distinct()
                .map(AuthorityId::new)
                .toList();
        var known = new HashMap<>(consents.of(named));
        known.putAll(authorities.parties(rests));
        known.putAll(emergencies.recipients(page.stream()
                .filter(entry -> entry.basis() == DisclosureBasis.MEDICAL_EMERGENCY)
                .map(Ledger.Entry::id)
                .toList()));
        return new Names(known);
    }
}
