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
import org.stepwell.contracts.id.ConsentId;
import org.stepwell.enrollment.authority.Authorities;
import org.stepwell.enrollment.breakglass.EmergencyDisclosures;
import org.stepwell.enrollment.consent.ConsentRecipients;
import org.stepwell.platform.consent.Told;
import org.stepwell.platform.seal.SealedJson;

/** The names of those who were told: a ledger names them by id, and what a disclosure rests on knows their names. */
@Singleton
class LedgerNames {

    private final ConsentRecipients consents;
    private final Authorities authorities;
    private final EmergencyDisclosures emergencies;
    private final SealedJson sealed;

    LedgerNames(
            ConsentRecipients consents, Authorities authorities, EmergencyDisclosures emergencies, SealedJson sealed) {
        this.consents = consents;
        this.authorities = authorities;
        this.emergencies = emergencies;
        this.sealed = sealed;
    }

    /** Names of recipients: by the consent that names them, by the entry, or by the agreement or order. */
    record Names(Map<ConsentRecipients.Named, String> consented, Map<UUID, String> known, SealedJson sealed) {

        /** The entry with the recipient's name, and their address where it was said. */
        Ledger.Entry of(Ledger.Entry entry) {
            if (entry.told() != null) {
                var told = sealed.open(Told.PART, entry.id(), entry.told(), Told.class);
                return entry.named(told.name(), told.address());
            }
            return entry.named(name(entry), null);
        }

        private @Nullable String name(Ledger.Entry entry) {
            @Nullable UUID recipient = entry.recipient();
            @Nullable ConsentId consent = entry.consent();
            if (consent != null && recipient != null) {
                return consented.get(new ConsentRecipients.Named(consent, recipient));
            }
            var byEntry = known.get(entry.id());
            return byEntry != null || recipient == null ? byEntry : known.get(recipient);
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
        var known = new HashMap<>(authorities.parties(rests));
        known.putAll(emergencies.recipients(page.stream()
                .filter(entry -> entry.basis() == DisclosureBasis.MEDICAL_EMERGENCY)
                .map(Ledger.Entry::id)
                .toList()));
        return new Names(consents.of(named), known, sealed);
    }
}
