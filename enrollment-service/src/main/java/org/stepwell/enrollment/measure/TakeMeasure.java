package org.stepwell.enrollment.measure;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.enrollment.stop.Disposition;
import org.stepwell.enrollment.stop.Findings;
import org.stepwell.enrollment.stop.Stop;
import org.stepwell.instruments.AlertRule;
import org.stepwell.instruments.Instrument;
import org.stepwell.instruments.Instruments;
import org.stepwell.platform.access.CareTeams;
import org.stepwell.platform.clinic.ClinicContext;
import org.stepwell.platform.clinic.ClinicDirectory;
import org.stepwell.platform.event.Outbox;

/** Keeps a scored questionnaire, tells of it, and raises what its score finds. */
@Singleton
class TakeMeasure {

    /** With the questions about a lifetime and about three months. */
    private static final String WHOLE_SCREENER = "C-SSRS";

    private final Measures measures;
    private final Findings findings;
    private final CareTeams careTeams;
    private final ClinicDirectory clinics;
    private final Outbox outbox;
    private final List<String> suicideScreeners;

    TakeMeasure(
            Measures measures,
            Findings findings,
            Instruments instruments,
            CareTeams careTeams,
            ClinicDirectory clinics,
            Outbox outbox) {
        this.careTeams = careTeams;
        this.measures = measures;
        this.findings = findings;
        this.clinics = clinics;
        this.outbox = outbox;
        this.suicideScreeners = instruments.all().stream()
                .filter(TakeMeasure::tellsSuicideRisk)
                .map(Instrument::code)
                .toList();
    }

    void take(PatientId patient, Measure measure) {
        measures.persistAndFlush(measure);
        careTeams.assessedAnew(patient);
        outbox.append(measure.said());
        Set<Stop> found = Stop.foundBy(measure.scored());
        var by = ClinicContext.current().orElseThrow().actor();
        findings.raise(patient, found, new Findings.Source(null, measure.id(), by), measure.takenAt());
        if (found.contains(Stop.SUICIDE_ITEM)
                || suicideScreeners.contains(measure.scored().instrument())) {
            asked(patient, by, measure);
        }
    }

    /** A suicide screener answers the question that was raised, where it was asked on the same day or later. */
    private void asked(PatientId patient, String by, Measure measure) {
        var zone = clinics.zone();
        findings.lastRaised(patient, Stop.SUICIDE_ITEM)
                .map(raised ->
                        LocalDate.ofInstant(raised, zone).atStartOfDay(zone).toInstant())
                .filter(visit -> isAsked(patient, visit))
                .ifPresent(_ -> findings.settle(
                        patient,
                        Stop.SUICIDE_ITEM,
                        Disposition.SCREENER_TAKEN,
                        by,
                        measure.said().at()));
    }

    /** The questions since the last contact say nothing of what was before, unless the whole screener was asked once. */
    private boolean isAsked(PatientId patient, Instant visit) {
        return measures.takenSince(patient, List.of(WHOLE_SCREENER), visit)
                || (measures.takenSince(patient, List.of(WHOLE_SCREENER), Instant.EPOCH)
                        && measures.takenSince(patient, suicideScreeners, visit));
    }

    private static boolean tellsSuicideRisk(Instrument instrument) {
        return instrument.alerts().stream().map(AlertRule::code).anyMatch(Stop.SUICIDE_RISK_HIGH.name()::equals);
    }
}
