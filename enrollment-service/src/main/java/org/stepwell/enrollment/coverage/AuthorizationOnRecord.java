package org.stepwell.enrollment.coverage;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.enrollment.payer.Payers;
import org.stepwell.enrollment.stop.Disposition;
import org.stepwell.enrollment.stop.Findings;
import org.stepwell.enrollment.stop.Stop;
import org.stepwell.enrollment.stop.StopsOnRecord;
import org.stepwell.platform.clinic.ClinicDirectory;

/** Whether a payer who approves care in advance has approved any; whoever pays for themselves needs nobody's approval. */
@Singleton
class AuthorizationOnRecord implements StopsOnRecord {

    private final Coverages coverages;
    private final Authorizations authorizations;
    private final Payers payers;
    private final Findings findings;
    private final ClinicDirectory clinics;

    AuthorizationOnRecord(
            Coverages coverages,
            Authorizations authorizations,
            Payers payers,
            Findings findings,
            ClinicDirectory clinics) {
        this.coverages = coverages;
        this.authorizations = authorizations;
        this.payers = payers;
        this.findings = findings;
        this.clinics = clinics;
    }

    @Override
    public Set<Stop> of(PatientId patient, LocalDate today) {
        var billedFirst = coverages.of(patient).stream()
                .filter(coverage -> coverage.priority() == Coverage.Priority.PRIMARY && coverage.covers(today))
                .toList();
        boolean inAdvance = payers.of(billedFirst.stream().map(Coverage::payer).toList()).values().stream()
                .anyMatch(payer -> payer.terms().authorized());
        return inAdvance && !isApproved(patient, today)
                ? EnumSet.of(Stop.NO_AUTHORIZATION)
                : EnumSet.noneOf(Stop.class);
    }

    private boolean isApproved(PatientId patient, LocalDate today) {
        return authorizations.ofPatient(patient).stream()
                .anyMatch(authorization -> !authorization.approved().lastDay().isBefore(today));
    }

    /** A coverage or an authorization was entered or changed: the stop stands, or is dealt with. */
    void changed(PatientId patient, String by, Instant now) {
        var today = LocalDate.ofInstant(now, clinics.zone());
        var stops = of(patient, today);
        if (!stops.isEmpty()) {
            findings.raise(patient, stops, new Findings.Source(null, null, by), now);
        } else if (isApproved(patient, today)) {
            findings.settle(patient, Stop.NO_AUTHORIZATION, Disposition.AUTHORIZED, by, now);
        }
    }
}
