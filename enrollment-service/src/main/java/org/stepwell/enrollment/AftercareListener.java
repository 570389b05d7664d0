package org.stepwell.enrollment;

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
import org.stepwell.enrollment.consent.EndedConsents;
import org.stepwell.enrollment.episode.EndedCare;
import org.stepwell.enrollment.episode.Episodes;
import org.stepwell.enrollment.referral.RecommendedReadmissions;
import org.stepwell.platform.event.Envelope;
import org.stepwell.platform.event.Listener;

/**
 * What enrollment hears from aftercare: an accepted next step opens the gate of discharge; consents and the care team end with it;
 * whoever wants to come back is called.
 */
@Singleton
class AftercareListener implements Listener<AftercareEvent> {

    private final Episodes episodes;
    private final EndedConsents consents;
    private final EndedCare endedCare;
    private final RecommendedReadmissions readmissions;

    AftercareListener(
            Episodes episodes, EndedConsents consents, EndedCare endedCare, RecommendedReadmissions readmissions) {
        this.episodes = episodes;
        this.consents = consents;
        this.endedCare = endedCare;
        this.readmissions = readmissions;
    }

    @Override
    public Class<AftercareEvent> publisher() {
        return AftercareEvent.class;
    }

    @Override
    public void on(AftercareEvent event, Envelope envelope) {
        switch (event) {
            case NextStepChanged step -> episodes.nextStepChanged(step);
            case AftercareClosed closed -> {
                if (closed.careEnds()) {
                    consents.aftercareEnded(closed.patient(), closed.at());
                    endedCare.ended(closed);
                }
            }
            case ReadmissionRecommended recommended -> readmissions.recommended(recommended);
            case AftercareOpened _, AftercarePaused _, CheckInMissed _, CheckInRecorded _, RiskChanged _ -> {}
            case SupportPersonChanged _, AftercareVisitsNeeded _ -> {}
        }
    }
}
