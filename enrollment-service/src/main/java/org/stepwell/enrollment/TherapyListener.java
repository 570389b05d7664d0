package org.stepwell.enrollment;

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
import org.stepwell.enrollment.billing.CertificationTasks;
import org.stepwell.enrollment.billing.Signed;
import org.stepwell.enrollment.episode.Episodes;
import org.stepwell.enrollment.renewal.TreatmentPlans;
import org.stepwell.platform.event.Envelope;
import org.stepwell.platform.event.Listener;

/** What enrollment hears from therapy. */
@Singleton
class TherapyListener implements Listener<TherapyEvent> {

    private final Episodes episodes;
    private final Signed signed;
    private final CertificationTasks certifications;
    private final TreatmentPlans plans;

    TherapyListener(Episodes episodes, Signed signed, CertificationTasks certifications, TreatmentPlans plans) {
        this.episodes = episodes;
        this.signed = signed;
        this.certifications = certifications;
        this.plans = plans;
    }

    @Override
    public Class<TherapyEvent> publisher() {
        return TherapyEvent.class;
    }

    @Override
    public void on(TherapyEvent event, Envelope envelope) {
        switch (event) {
            case ReadyForStepDown ready -> episodes.readyForStepDown(ready.episode(), ready.at());
            case StepDownPutOff later -> episodes.readyForStepDown(later.episode(), null);
            case NoteSigned note -> signed.signed(note);
            case NoteStruck note -> signed.struck(note);
            case CertificationSigned certification -> certifications.signed(certification);
            case PlanSigned plan -> plans.signed(plan);
            case ReviewDue review -> plans.asked(review);
            case DischargeSummarySigned summary -> episodes.summarySigned(summary.episode(), summary.at());
            case NoteOverdue _, VisitsNeeded _ -> {}
        }
    }
}
