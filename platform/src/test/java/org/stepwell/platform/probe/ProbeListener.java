package org.stepwell.platform.probe;

import io.opentelemetry.api.trace.Span;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.stepwell.contracts.enrollment.EnrollmentEvent;
import org.stepwell.contracts.enrollment.EnrollmentFact;
import org.stepwell.contracts.enrollment.EnrollmentFact.BreakGlassClosed;
import org.stepwell.contracts.enrollment.EnrollmentFact.BreakGlassOpened;
import org.stepwell.contracts.enrollment.EnrollmentState.AuthorizationChanged;
import org.stepwell.contracts.enrollment.EnrollmentState.CareTeamChanged;
import org.stepwell.contracts.enrollment.EnrollmentState.ClinicChanged;
import org.stepwell.contracts.enrollment.EnrollmentState.DiagnosisChanged;
import org.stepwell.contracts.enrollment.EnrollmentState.PartnerChanged;
import org.stepwell.contracts.enrollment.EnrollmentState.PatientChanged;
import org.stepwell.contracts.enrollment.EnrollmentState.ProgramChanged;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.platform.access.BrokenGlass;
import org.stepwell.platform.access.CareTeams;
import org.stepwell.platform.clinic.ClinicDirectory;
import org.stepwell.platform.database.Sql;
import org.stepwell.platform.event.Envelope;
import org.stepwell.platform.event.Listener;
import org.stepwell.platform.problem.PassingTrouble;

/** Writes down every fact it hears; stumbles over the patients it is told to
 * stumble over, and waits for those it is told to wait for. */
@Singleton
class ProbeListener implements Listener<EnrollmentEvent> {

    static final Set<PatientId> STUMBLE_OVER = ConcurrentHashMap.newKeySet();
    static final Map<PatientId, AtomicInteger> WAITS = new ConcurrentHashMap<>();

    private final Sql sql;
    private final CareTeams careTeams;
    private final BrokenGlass brokenGlass;
    private final ClinicDirectory clinics;

    ProbeListener(Sql sql, CareTeams careTeams, BrokenGlass brokenGlass, ClinicDirectory clinics) {
        this.sql = sql;
        this.careTeams = careTeams;
        this.brokenGlass = brokenGlass;
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
            case BreakGlassOpened opened -> brokenGlass.opened(opened);
            case BreakGlassClosed closed -> brokenGlass.closed(closed);
            case ProgramChanged _, PatientChanged _, DiagnosisChanged _, AuthorizationChanged _, PartnerChanged _ -> {}
            case EnrollmentFact fact -> write(fact, envelope);
        }
    }

    private void write(EnrollmentFact fact, Envelope envelope) {
        if (STUMBLE_OVER.contains(fact.patient())) {
            throw new IllegalStateException("told to stumble");
        }
        var turns = WAITS.get(fact.patient());
        if (turns != null && turns.getAndDecrement() > 0) {
            throw new NotHere();
        }
        sql.update(
                "insert into probe_seen (type, patient_id, causation, trace) values (?, ?, ?, ?)",
                envelope.type(),
                fact.patient().value(),
                envelope.id(),
                Span.current().getSpanContext().getTraceId());
    }

    private static final class NotHere extends PassingTrouble {
        NotHere() {
            super("What this event needs is not here yet.");
        }
    }
}
