package org.stepwell.aftercare.transition;

import jakarta.inject.Singleton;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.stepwell.aftercare.checkin.WeeklyCheckIns;
import org.stepwell.aftercare.plan.ClosingReason;
import org.stepwell.aftercare.plan.PlanCourse;
import org.stepwell.aftercare.recheck.LinkBack;
import org.stepwell.aftercare.recheck.QuarterlyRechecks;
import org.stepwell.contracts.code.DischargeReason;
import org.stepwell.contracts.code.DischargeWaiver;
import org.stepwell.contracts.enrollment.EnrollmentFact.DischargeCorrected;
import org.stepwell.contracts.enrollment.EnrollmentFact.DischargePlanCancelled;
import org.stepwell.contracts.enrollment.EnrollmentFact.DischargePlanned;
import org.stepwell.contracts.enrollment.EnrollmentFact.EpisodeAdmitted;
import org.stepwell.contracts.enrollment.EnrollmentFact.EpisodeDischarged;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.contracts.id.PatientId;

/** What coming, leaving and coming back mean for aftercare. */
@Singleton
public class Discharge {

    private final PlanCourse plans;
    private final ClosePlan closePlan;
    private final PausePlan pausePlan;
    private final BeginPlan beginPlan;
    private final WeeklyCheckIns checkIns;
    private final QuarterlyRechecks rechecks;
    private final LinkBack linkBack;

    Discharge(
            PlanCourse plans,
            ClosePlan closePlan,
            PausePlan pausePlan,
            BeginPlan beginPlan,
            WeeklyCheckIns checkIns,
            QuarterlyRechecks rechecks,
            LinkBack linkBack) {
        this.plans = plans;
        this.closePlan = closePlan;
        this.pausePlan = pausePlan;
        this.beginPlan = beginPlan;
        this.checkIns = checkIns;
        this.rechecks = rechecks;
        this.linkBack = linkBack;
    }

    /** Somebody is in treatment again: nobody asks them to check in from outside. */
    public void admitted(EpisodeAdmitted admitted) {
        plans.activeBesides(admitted.patient(), admitted.episode())
                .forEach(plan -> pausePlan.pause(plan, admitted.episode(), admitted.at()));
        rechecks.admitted(admitted.patient(), admitted.at());
        linkBack.admitted(admitted); // plans are locked before what hangs on them
    }

    /** The end is in sight: what follows can be arranged. */
    public void planned(DischargePlanned planned) {
        plans.draft(planned.patient(), planned.episode(), planned.targetDate(), planned.at());
    }

    /** The patient stays after all; what is paused waits on. */
    public void cancelled(DischargePlanCancelled cancelled) {
        pausePlan.stays(cancelled.episode(), cancelled.at());
        plans.draftOf(cancelled.episode())
                .ifPresent(plan -> closePlan.close(plan, ClosingReason.DISCHARGE_CANCELLED, cancelled.at()));
    }

    /** The patient left; who left early gets a plan now. Of the dead nobody asks anything. */
    public void done(EpisodeDischarged discharged) {
        if (discharged.neverCame()) {
            neverCame(discharged);
            return;
        }
        if (died(discharged.reason(), discharged.waiver())) {
            if (plans.openOf(discharged.episode()).isEmpty()) {
                // Opened to be closed: what ends with aftercare, such as the care team, ends for them too.
                plans.draft(discharged.patient(), discharged.episode(), discharged.lastDay(), discharged.at());
            }
            died(discharged.patient(), discharged.episode(), discharged.at());
            return;
        }
        plans.activate(discharged.patient(), discharged.episode(), discharged.lastDay(), discharged.at())
                .ifPresent(plan -> beginPlan.begin(plan, discharged.lastDay(), discharged.at()));
    }

    /** Who never came leaves nothing, and gets no plan; who was in aftercare before is in it again. */
    private void neverCame(EpisodeDischarged said) {
        plans.draftOf(said.episode()).ifPresent(plan -> closePlan.close(plan, ClosingReason.NEVER_CAME, said.at()));
        pausePlan.stays(said.episode(), said.at());
        plans.goOn(said.episode()).ifPresent(plan -> beginPlan.goOn(plan, said.lastDay(), said.at()));
    }

    /** It ended otherwise: aftercare begins with that day; whoever died is asked nothing, whoever lives after all is. */
    public void corrected(DischargeCorrected corrected) {
        if (died(corrected.reason(), corrected.waiver())) {
            died(corrected.patient(), corrected.episode(), corrected.at());
            return;
        }
        rechecks.livesAfterAll(corrected.patient());
        var living = plans.livesAfterAll(corrected.episode(), corrected.lastDay(), corrected.at());
        if (living.isPresent()) {
            beginPlan.goOn(living.get(), corrected.lastDay(), corrected.at());
            return;
        }
        plans.activeSince(corrected.episode(), corrected.lastDay()).ifPresent(plan -> {
            checkIns.beginNotBefore(plan, corrected.lastDay());
            rechecks.beganOtherwise(plan, corrected.at());
        });
    }

    /** Nothing is arranged for them any more, nor is anything kept that they had not sent, whatever became of their plans. */
    private void died(PatientId patient, EpisodeId episode, Instant at) {
        plans.openOf(episode).ifPresent(plan -> closePlan.close(plan, ClosingReason.DECEASED, at));
        plans.draftsOf(patient).forEach(plan -> closePlan.close(plan, ClosingReason.DECEASED, at));
        rechecks.died(patient, at);
        checkIns.died(patient);
    }

    /** Either word is enough: nobody is asked to check in because the other one was forgotten. */
    private static boolean died(@Nullable DischargeReason reason, @Nullable DischargeWaiver waiver) {
        return reason == DischargeReason.DECEASED || waiver == DischargeWaiver.DEATH;
    }
}
