package org.stepwell.enrollment.authority;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.stepwell.contracts.code.DataCategory;
import org.stepwell.contracts.code.DisclosureBasis;
import org.stepwell.contracts.id.AuthorityId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.contracts.privacy.PrivacyEvent.DisclosureMade.Channel;
import org.stepwell.platform.clinic.ClinicDirectory;
import org.stepwell.platform.consent.Disclosures;

/** What those who audit or evaluate the program are told of many patients at once, 42 CFR 2.53. */
@Singleton
public class Audits {

    private final Authorities authorities;
    private final Disclosures disclosures;
    private final ClinicDirectory clinics;
    private final Clock clock;

    Audits(Authorities authorities, Disclosures disclosures, ClinicDirectory clinics, Clock clock) {
        this.authorities = authorities;
        this.disclosures = disclosures;
        this.clinics = clinics;
        this.clock = clock;
    }

    /** An agreement under which one patient after the other may be told of. */
    @FunctionalInterface
    public interface Agreement {

        /** Whether this may be told of the patient; either way their ledger says that it was asked. */
        boolean opens(PatientId patient, Set<DataCategory> categories, Channel channel);
    }

    /** The agreement of an audit, or nothing where it is one of something else; refused where it is not in force today. */
    public Optional<Agreement> agreement(AuthorityId id) {
        var found = authorities.heldOf(id);
        if (found.kind() != DisclosureBasis.AUDIT_AND_EVALUATION) {
            return Optional.empty();
        }
        var today = LocalDate.ofInstant(clock.instant(), clinics.zone());
        found.mustBeInForce(today);
        return Optional.of((patient, categories, channel) -> {
            var ask = found.ask(patient, categories);
            return disclosures.opensWithoutConsent(
                    ask, channel, found.kind(), id, () -> found.mustOpen(ask, Set.of(patient), channel, today));
        });
    }
}
