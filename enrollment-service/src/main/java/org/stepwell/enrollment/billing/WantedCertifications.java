package org.stepwell.enrollment.billing;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.enrollment.coverage.Coverage;
import org.stepwell.enrollment.coverage.Coverages;
import org.stepwell.enrollment.payer.Payers;

/** Whether somebody pays for a patient who wants a physician's certification. */
@Singleton
class WantedCertifications {

    private final Coverages coverages;
    private final Payers payers;

    WantedCertifications(Coverages coverages, Payers payers) {
        this.coverages = coverages;
        this.payers = payers;
    }

    /** On this day. */
    boolean on(PatientId patient, LocalDate day) {
        return isWanted(
                coverages.of(patient).stream()
                        .filter(coverage -> coverage.covers(day))
                        .toList(),
                day);
    }

    /** On this day, or on a later one. */
    boolean from(PatientId patient, LocalDate day) {
        return isWanted(
                coverages.of(patient).stream()
                        .filter(coverage ->
                                coverage.covers(day) || coverage.firstDay().isAfter(day))
                        .toList(),
                day);
    }

    private boolean isWanted(List<Coverage> some, LocalDate day) {
        return payers.of(some.stream().map(Coverage::payer).toList()).values().stream()
                .anyMatch(payer -> payer.terms(day).certified());
    }
}
