package org.stepwell.enrollment.measure;

import jakarta.inject.Singleton;
import java.util.Set;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.enrollment.stop.Findings;
import org.stepwell.enrollment.stop.Stop;
import org.stepwell.platform.access.CareTeams;
import org.stepwell.platform.clinic.ClinicContext;
import org.stepwell.platform.event.Outbox;

/** Keeps a scored questionnaire, tells of it, and raises what its score finds. */
@Singleton
class TakeMeasure {

    private final Measures measures;
    private final Findings findings;
    private final CareTeams careTeams;
    private final Outbox outbox;
    private final SuicideScreeners screeners;
    private final NamedThought thought;

    TakeMeasure(
            Measures measures,
            Findings findings,
            SuicideScreeners screeners,
            NamedThought thought,
            CareTeams careTeams,
            Outbox outbox) {
        this.careTeams = careTeams;
        this.measures = measures;
        this.findings = findings;
        this.outbox = outbox;
        this.screeners = screeners;
        this.thought = thought;
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
            thought.settle(patient, measure.said().at());
        }
    }
}
