package org.stepwell.therapy;

import jakarta.inject.Singleton;
import org.stepwell.contracts.aftercare.AftercareEvent;
import org.stepwell.contracts.aftercare.AftercareFact.AftercareClosed;
import org.stepwell.contracts.aftercare.AftercareFact.AftercareOpened;
import org.stepwell.contracts.aftercare.AftercareFact.AftercarePaused;
import org.stepwell.contracts.aftercare.AftercareFact.CheckInMissed;
import org.stepwell.contracts.aftercare.AftercareFact.CheckInRecorded;
import org.stepwell.contracts.aftercare.AftercareFact.NextStepChanged;
import org.stepwell.contracts.aftercare.AftercareFact.ReadmissionRecommended;
import org.stepwell.contracts.aftercare.AftercareFact.RiskChanged;
import org.stepwell.contracts.aftercare.AftercareState.AftercareVisitsNeeded;
import org.stepwell.contracts.aftercare.AftercareState.SupportPersonChanged;
import org.stepwell.platform.event.Envelope;
import org.stepwell.platform.event.Listener;
import org.stepwell.therapy.roster.Patients;
import org.stepwell.therapy.twelvestep.FellowshipTies;

/** Hears aftercare: whom a patient has in a fellowship. */
@Singleton
class AftercareListener implements Listener<AftercareEvent> {

    private final Patients patients;
    private final FellowshipTies ties;

    AftercareListener(Patients patients, FellowshipTies ties) {
        this.patients = patients;
        this.ties = ties;
    }

    @Override
    public Class<AftercareEvent> publisher() {
        return AftercareEvent.class;
    }

    @Override
    public void on(AftercareEvent event, Envelope envelope) {
        switch (event) {
            case SupportPersonChanged changed -> {
                patients.mentioned(changed.patient());
                ties.changed(changed);
            }
            case AftercareOpened _, AftercarePaused _, AftercareClosed _, NextStepChanged _ -> {}
            case CheckInRecorded _,
                    CheckInMissed _,
                    RiskChanged _,
                    ReadmissionRecommended _,
                    AftercareVisitsNeeded _ -> {}
        }
    }
}
