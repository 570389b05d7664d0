package org.stepwell.platform.probe;

import io.opentelemetry.api.trace.Span;
import jakarta.inject.Singleton;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.stepwell.contracts.enrollment.EnrollmentEvent;
import org.stepwell.contracts.enrollment.EnrollmentFact;
import org.stepwell.contracts.enrollment.EnrollmentState.CareTeamChanged;
import org.stepwell.contracts.enrollment.EnrollmentState.ClinicChanged;
import org.stepwell.contracts.enrollment.EnrollmentState.PatientChanged;
import org.stepwell.contracts.enrollment.EnrollmentState.ProgramChanged;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.platform.access.CareTeams;
import org.stepwell.platform.clinic.ClinicDirectory;
import org.stepwell.platform.database.Sql;
import org.stepwell.platform.event.Envelope;
import org.stepwell.platform.event.Listener;

/** Writes down every fact it hears; stumbles over the patients it is told to stumble over. */
@Singleton
class ProbeListener implements Listener<EnrollmentEvent> {

    static final Set<PatientId> STUMBLE_OVER = ConcurrentHashMap.newKeySet();

    private final Sql sql;
    private final CareTeams careTeams;
    private final ClinicDirectory clinics;

    ProbeListener(Sql sql, CareTeams careTeams, ClinicDirectory clinics) {
        this.sql = sql;
        this.careTeams = careTeams;
        this.clinics = clinics;
    }

    @Override
    public Class<EnrollmentEvent> publisher() {
        return EnrollmentEvent.class;
    }

    @Override
    public void on(EnrollmentEvent event, Envelope envelope) {
        switch (event) {
            case ClinicChanged clinic -> clinics.changed(clinic);
            case CareTeamChanged team -> careTeams.changed(team);
            case ProgramChanged _, PatientChanged _ -> {}
            case EnrollmentFact fact -> write(fact, envelope);
        }
    }

    private void write(EnrollmentFact fact, Envelope envelope) {
        if (STUMBLE_OVER.contains(fact.patient())) {
            throw new IllegalStateException("told to stumble");
        }
        sql.update(
                "insert into probe_seen (type, patient_id, causation, trace) values (?, ?, ?, ?)",
                envelope.type(),
                fact.patient().value(),
                envelope.id(),
                Span.current().getSpanContext().getTraceId());
    }
}
