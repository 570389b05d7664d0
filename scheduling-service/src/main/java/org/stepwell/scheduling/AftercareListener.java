package org.stepwell.scheduling;

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
import org.stepwell.scheduling.visit.NeededVisits;

/** What aftercare says: which visits weekly therapy here asks for after the last day. */
@Singleton
class AftercareListener implements Listener<AftercareEvent> {

    private final NeededVisits neededVisits;

    AftercareListener(NeededVisits neededVisits) {
        this.neededVisits = neededVisits;
    }

    @Override
    public Class<AftercareEvent> publisher() {
        return AftercareEvent.class;
    }

    @Override
    public void on(AftercareEvent event, Envelope envelope) {
        switch (event) {
            case AftercareVisitsNeeded needed -> neededVisits.changed(needed);
            case AftercareOpened _, AftercarePaused _, AftercareClosed _, NextStepChanged _ -> {}
            case CheckInRecorded _,
                    CheckInMissed _,
                    RiskChanged _,
                    ReadmissionRecommended _,
                    SupportPersonChanged _ -> {}
        }
    }
}
