package org.stepwell.aftercare;

import jakarta.inject.Singleton;
import org.stepwell.aftercare.handoff.HandOffs;
import org.stepwell.aftercare.patient.Patients;
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

/** Hears therapy: with what a patient was handed over. */
@Singleton
class TherapyListener implements Listener<TherapyEvent> {

    private final Patients patients;
    private final HandOffs handOffs;

    TherapyListener(Patients patients, HandOffs handOffs) {
        this.patients = patients;
        this.handOffs = handOffs;
    }

    @Override
    public Class<TherapyEvent> publisher() {
        return TherapyEvent.class;
    }

    @Override
    public void on(TherapyEvent event, Envelope envelope) {
        switch (event) {
            case DischargeSummarySigned summary -> {
                patients.mentioned(summary.patient());
                handOffs.signed(summary);
            }
            case PlanSigned _, ReviewDue _, ReadyForStepDown _, StepDownPutOff _, CertificationSigned _ -> {}
            case NoteSigned _, NoteStruck _, NoteOverdue _, VisitsNeeded _ -> {}
        }
    }
}
