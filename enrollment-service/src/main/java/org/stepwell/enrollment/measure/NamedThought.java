package org.stepwell.enrollment.measure;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.stepwell.contracts.finding.FindingEvent.MeasureScored;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.enrollment.stop.Disposition;
import org.stepwell.enrollment.stop.Findings;
import org.stepwell.enrollment.stop.Stop;
import org.stepwell.platform.access.MergedPatients;
import org.stepwell.platform.clinic.ClinicContext;
import org.stepwell.platform.clinic.ClinicDirectory;
import org.stepwell.platform.finding.ScoredMeasures;

/**
 * That a thought of self-harm was named stands until a suicide screener was asked on that day or later, in whichever service.
 * All that is asked at intake is asked by staff in a visit of one day, who may ask the screener before they type in the sheet.
 */
@Singleton
class NamedThought implements ScoredMeasures {

    private final Findings findings;
    private final SuicideScreeners screeners;
    private final MergedPatients merged;
    private final ClinicDirectory clinics;

    NamedThought(Findings findings, SuicideScreeners screeners, MergedPatients merged, ClinicDirectory clinics) {
        this.findings = findings;
        this.screeners = screeners;
        this.merged = merged;
        this.clinics = clinics;
    }

    /** Another service asked; what was asked here was looked at as it was kept. */
    @Override
    public void scored(MeasureScored measure) {
        if (measure.service().equals(Measure.SERVICE)) {
            return;
        }
        var patient = merged.survivorOf(measure.patient()).orElse(measure.patient());
        if (screeners.answer(measure.instrument(), patient)) {
            visitOf(patient)
                    .filter(visit -> !measure.takenAt().isBefore(visit))
                    .ifPresent(_ -> answered(patient, measure.at()));
        }
    }

    /** A screener was asked here, or the thought was named: where the one answers the other, nothing stands any more. */
    void settle(PatientId patient, Instant at) {
        visitOf(patient)
                .filter(visit -> screeners.areAskedSince(patient, visit))
                .ifPresent(_ -> answered(patient, at));
    }

    /** The beginning of the day on which the thought was named last. */
    private Optional<Instant> visitOf(PatientId patient) {
        var zone = clinics.zone();
        return findings.lastRaised(patient, Stop.SUICIDE_ITEM)
                .map(raised ->
                        LocalDate.ofInstant(raised, zone).atStartOfDay(zone).toInstant());
    }

    private void answered(PatientId patient, Instant at) {
        var by = ClinicContext.current().orElseThrow().actor();
        findings.settle(patient, Stop.SUICIDE_ITEM, Disposition.SCREENER_TAKEN, by, at);
    }
}
