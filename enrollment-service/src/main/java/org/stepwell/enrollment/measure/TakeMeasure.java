package org.stepwell.enrollment.measure;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Set;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.enrollment.stop.Disposition;
import org.stepwell.enrollment.stop.Findings;
import org.stepwell.enrollment.stop.Stop;
import org.stepwell.platform.access.CareTeams;
import org.stepwell.platform.clinic.ClinicContext;
import org.stepwell.platform.clinic.ClinicDirectory;
import org.stepwell.platform.event.Outbox;

/** Keeps a scored questionnaire, tells of it, and raises what its score finds. */
@Singleton
class TakeMeasure {

    private final Measures measures;
    private final Findings findings;
    private final CareTeams careTeams;
    private final ClinicDirectory clinics;
    private final Outbox outbox;
    private final SuicideScreeners screeners;

    TakeMeasure(
            Measures measures,
            Findings findings,
            SuicideScreeners screeners,
            CareTeams careTeams,
            ClinicDirectory clinics,
            Outbox outbox) {
        this.careTeams = careTeams;
        this.measures = measures;
        this.findings = findings;
        this.clinics = clinics;
        this.outbox = outbox;
        this.screeners = screeners;
    }

    void take(PatientId patient, Measure measure) {
        measures.persistAndFlush(measure);
        careTeams.assessedAnew(patient);
        outbox.append(measure.said());
        Set<Stop> found = Stop.foundBy(measure.scored());
        var by = ClinicContext.current().orElseThrow().actor();
        findings.raise(patient, found, new Findings.Source(null, measure.id(), by), measure.takenAt());
        if (found.contains(Stop.SUICIDE_ITEM)
                || screeners.include(measure.scored().instrument())) {
            asked(patient, by, measure);
        }
    }

    /** A suicide screener answers the question that was raised, where it was asked on the same day or later. */
    private void asked(PatientId patient, String by, Measure measure) {
        var zone = clinics.zone();
        findings.lastRaised(patient, Stop.SUICIDE_ITEM)
                .map(raised ->
                        LocalDate.ofInstant(raised, zone).atStartOfDay(zone).toInstant())
                .filter(visit -> screeners.areAskedSince(patient, visit))
                .ifPresent(_ -> findings.settle(
                        patient,
                        Stop.SUICIDE_ITEM,
                        Disposition.SCREENER_TAKEN,
                        by,
                        measure.said().at()));
    }
}
