package org.stepwell.scheduling;

import jakarta.inject.Singleton;
import org.stepwell.contracts.therapy.TherapyEvent;
import org.stepwell.contracts.therapy.TherapyFact.CertificationSigned;
import org.stepwell.contracts.therapy.TherapyFact.DischargeSummarySigned;
import org.stepwell.contracts.therapy.TherapyFact.NoteOverdue;
import org.stepwell.contracts.therapy.TherapyFact.NoteSigned;
import org.stepwell.contracts.therapy.TherapyFact.NoteStruck;
import org.stepwell.contracts.therapy.TherapyFact.PlanSigned;
import org.stepwell.contracts.therapy.TherapyFact.ReadyForStepDown;
import org.stepwell.contracts.therapy.TherapyFact.ReviewDue;
import org.stepwell.contracts.therapy.TherapyFact.StepDownPutOff;
import org.stepwell.contracts.therapy.TherapyState.VisitsNeeded;
import org.stepwell.platform.event.Envelope;
import org.stepwell.platform.event.Listener;
import org.stepwell.scheduling.visit.NeededVisits;

/** What therapy says: which visits the plans ask for. */
@Singleton
class TherapyListener implements Listener<TherapyEvent> {

    private final NeededVisits neededVisits;

    TherapyListener(NeededVisits neededVisits) {
        this.neededVisits = neededVisits;
    }

    @Override
    public Class<TherapyEvent> publisher() {
        return TherapyEvent.class;
    }

    @Override
    public void on(TherapyEvent event, Envelope envelope) {
        switch (event) {
            case VisitsNeeded needed -> neededVisits.changed(needed);
            case PlanSigned _, ReviewDue _, ReadyForStepDown _, StepDownPutOff _, CertificationSigned _ -> {}
            case NoteSigned _, NoteStruck _, NoteOverdue _, DischargeSummarySigned _ -> {}
        }
    }
}
