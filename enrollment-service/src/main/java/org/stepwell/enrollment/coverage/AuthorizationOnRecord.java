package org.stepwell.enrollment.coverage;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.enrollment.payer.Payer;
import org.stepwell.enrollment.payer.Payers;
import org.stepwell.enrollment.stop.Disposition;
import org.stepwell.enrollment.stop.Findings;
import org.stepwell.enrollment.stop.Stop;
import org.stepwell.enrollment.stop.StopsOnRecord;
import org.stepwell.platform.clinic.ClinicDirectory;

/**
 * Whether whoever is billed first on a day and approves care in advance has approved that day; whoever pays for themselves
 * needs nobody's approval.
 */
@Singleton
class AuthorizationOnRecord implements StopsOnRecord {

    private final Coverages coverages;
    private final Authorizations authorizations;
    private final BurnDowns burnDowns;
    private final Payers payers;
    private final Findings findings;
    private final ClinicDirectory clinics;

    AuthorizationOnRecord(
            Coverages coverages,
            Authorizations authorizations,
            BurnDowns burnDowns,
            Payers payers,
            Findings findings,
            ClinicDirectory clinics) {
        this.coverages = coverages;
        this.authorizations = authorizations;
        this.burnDowns = burnDowns;
        this.payers = payers;
        this.findings = findings;
        this.clinics = clinics;
    }

    private enum Approval {
        GIVEN,
        LACKING,
        NOT_NEEDED,
        /** Nobody is known to pay, or whoever wants to approve does so from a later day on. */
        NOT_ASKED
    }

    @Override
    public Set<Stop> of(PatientId patient, LocalDate day) {
        return on(patient, day) == Approval.LACKING ? EnumSet.of(Stop.NO_AUTHORIZATION) : EnumSet.noneOf(Stop.class);
    }

    @Override
    public Map<Stop, Disposition> settled(PatientId patient, LocalDate day) {
        return switch (on(patient, day)) {
            case GIVEN -> Map.of(Stop.NO_AUTHORIZATION, Disposition.AUTHORIZED);
            case NOT_NEEDED -> Map.of(Stop.NO_AUTHORIZATION, Disposition.APPROVAL_NOT_NEEDED);
            case LACKING, NOT_ASKED -> Map.of();
        };
    }

    private Approval on(PatientId patient, LocalDate day) {
        var billedFirst = coverages.of(patient).stream()
                .filter(coverage -> coverage.priority() == Coverage.Priority.PRIMARY)
                .toList();
        var inAdvance = inAdvance(billedFirst, day);
        var now = inAdvance.stream().filter(coverage -> coverage.covers(day)).toList();
        if (!now.isEmpty()) {
            return now.stream().allMatch(coverage -> approves(coverage, day)) ? Approval.GIVEN : Approval.LACKING;
        }
        boolean later =
                inAdvance.stream().anyMatch(coverage -> coverage.firstDay().isAfter(day));
        return billedFirst.isEmpty() || later ? Approval.NOT_ASKED : Approval.NOT_NEEDED;
    }

    private List<Coverage> inAdvance(List<Coverage> some, LocalDate day) {
        var wanting = payers.of(some.stream().map(Coverage::payer).toList()).values().stream()
                .filter(payer -> payer.terms(day).authorized())
                .map(Payer::id)
                .collect(Collectors.toSet());
        return some.stream()
                .filter(coverage -> wanting.contains(coverage.payer()))
                .toList();
    }

    /** Under this coverage, for this day, and not used up. */
    private boolean approves(Coverage coverage, LocalDate day) {
        var letters = authorizations.ofCoverage(coverage.id()).stream()
                .filter(authorization -> authorization.approved().holds(day))
                .toList();
        return !letters.isEmpty()
                && burnDowns.of(letters, day).values().stream().anyMatch(burnDown -> burnDown.left() > 0);
    }

    /**
     * A coverage or an authorization was entered or changed: the stop is dealt with, or stands for whoever is still to come.
     *
     * @param anew whether it is about another payer or other days, so that an earlier answer says nothing of it
     */
    void changed(PatientId patient, boolean isIn, boolean anew, String by, Instant now) {
        look(patient, !isIn, anew, by, now);
    }

    /** A coverage was taken back: where none is left that pays first, nobody wants to approve anything. */
    void withdrawn(PatientId patient, String by, Instant now) {
        if (coverages.of(patient).stream().noneMatch(one -> one.priority() == Coverage.Priority.PRIMARY)) {
            findings.settle(patient, Stop.NO_AUTHORIZATION, Disposition.APPROVAL_NOT_NEEDED, by, now);
        }
    }

    /** Days went by: what was approved begins or ends. The stop is for those who wait; whoever is in goes on. */
    void daysWentBy(PatientId patient, boolean waits, String by, Instant now) {
        look(patient, waits, false, by, now);
    }

    private void look(PatientId patient, boolean stopped, boolean anew, String by, Instant now) {
        var today = LocalDate.ofInstant(now, clinics.zone());
        settle(patient, today, by, now);
        var stops = EnumSet.noneOf(Stop.class);
        stops.addAll(stopped ? of(patient, today) : Set.of());
        if (!anew) {
            stops.removeAll(findings.open(patient));
            stops.removeAll(findings.answered(patient, Instant.EPOCH));
        }
        findings.raise(patient, stops, new Findings.Source(null, null, by), now);
    }

    private void settle(PatientId patient, LocalDate day, String by, Instant now) {
        settled(patient, day).forEach((stop, how) -> findings.settle(patient, stop, how, by, now));
    }
}
