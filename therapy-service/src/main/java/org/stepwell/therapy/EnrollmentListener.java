package org.stepwell.therapy;

import jakarta.inject.Singleton;
import org.stepwell.contracts.enrollment.EnrollmentEvent;
import org.stepwell.contracts.enrollment.EnrollmentFact.BreakGlassClosed;
import org.stepwell.contracts.enrollment.EnrollmentFact.BreakGlassOpened;
import org.stepwell.contracts.enrollment.EnrollmentFact.DischargeCorrected;
import org.stepwell.contracts.enrollment.EnrollmentFact.DischargePlanCancelled;
import org.stepwell.contracts.enrollment.EnrollmentFact.DischargePlanned;
import org.stepwell.contracts.enrollment.EnrollmentFact.EpisodeAdmitted;
import org.stepwell.contracts.enrollment.EnrollmentFact.EpisodeDischarged;
import org.stepwell.contracts.enrollment.EnrollmentFact.EpisodeHeld;
import org.stepwell.contracts.enrollment.EnrollmentFact.EpisodeResumed;
import org.stepwell.contracts.enrollment.EnrollmentFact.PatientMerged;
import org.stepwell.contracts.enrollment.EnrollmentFact.TargetEndMoved;
import org.stepwell.contracts.enrollment.EnrollmentFact.TrackChanged;
import org.stepwell.contracts.enrollment.EnrollmentState.AuthorizationChanged;
import org.stepwell.contracts.enrollment.EnrollmentState.CareTeamChanged;
import org.stepwell.contracts.enrollment.EnrollmentState.ClinicChanged;
import org.stepwell.contracts.enrollment.EnrollmentState.DiagnosisChanged;
import org.stepwell.contracts.enrollment.EnrollmentState.PartnerChanged;
import org.stepwell.contracts.enrollment.EnrollmentState.PatientChanged;
import org.stepwell.contracts.enrollment.EnrollmentState.ProgramChanged;
import org.stepwell.platform.access.BrokenGlass;
import org.stepwell.platform.access.CareTeams;
import org.stepwell.platform.access.MergedPatients;
import org.stepwell.platform.clinic.ClinicDirectory;
import org.stepwell.platform.event.Envelope;
import org.stepwell.platform.event.Listener;
import org.stepwell.therapy.objective.Objectives;
import org.stepwell.therapy.plan.PlanReviews;
import org.stepwell.therapy.roster.Episodes;
import org.stepwell.therapy.roster.Patients;
import org.stepwell.therapy.roster.Programs;

/** Hears who is in, in which program, and who treats them. */
@Singleton
class EnrollmentListener implements Listener<EnrollmentEvent> {

    private final ClinicDirectory clinics;
    private final CareTeams careTeams;
    private final BrokenGlass brokenGlass;
    private final MergedPatients merged;
    private final Patients patients;
    private final Programs programs;
    private final Episodes episodes;
    private final Objectives objectives;
    private final PlanReviews reviews;

    EnrollmentListener(
            ClinicDirectory clinics,
            CareTeams careTeams,
            BrokenGlass brokenGlass,
            MergedPatients merged,
            Patients patients,
            Programs programs,
            Episodes episodes,
            Objectives objectives,
            PlanReviews reviews) {
        this.clinics = clinics;
        this.careTeams = careTeams;
        this.brokenGlass = brokenGlass;
        this.merged = merged;
        this.patients = patients;
        this.programs = programs;
        this.episodes = episodes;
        this.objectives = objectives;
        this.reviews = reviews;
    }

    @Override
    public Class<EnrollmentEvent> publisher() {
        return EnrollmentEvent.class;
    }

    @Override
    public void on(EnrollmentEvent event, Envelope envelope) {
        switch (event) {
            case ClinicChanged clinic -> clinics.changed(clinic);
            case ProgramChanged program -> programs.changed(program);
            case PatientChanged patient -> patients.changed(patient);
            case CareTeamChanged team -> {
                patients.treatedBy(team);
                careTeams.changed(team);
            }
            case BreakGlassOpened opened -> brokenGlass.opened(opened);
            case BreakGlassClosed closed -> brokenGlass.closed(closed);
            case PatientMerged duplicate -> merged.merged(duplicate);
            case EpisodeAdmitted admitted -> {
                patients.mentioned(admitted.patient());
                episodes.admitted(admitted);
                objectives.admitted(admitted);
                reviews.admitted(admitted);
            }
            case EpisodeDischarged discharged -> {
                patients.mentioned(discharged.patient());
                episodes.ended(discharged.patient(), discharged.episode(), discharged.lastDay());
                reviews.ended(discharged.episode(), discharged.at());
            }
            case DischargeCorrected corrected -> {
                patients.mentioned(corrected.patient());
                episodes.ended(corrected.patient(), corrected.episode(), corrected.lastDay());
            }
            case EpisodeHeld held -> reviews.held(held.episode(), held.from());
            case EpisodeResumed resumed -> reviews.resumed(resumed.episode(), resumed.from());
            case TrackChanged changed -> reviews.trackChanged(changed);
            case DiagnosisChanged diagnosed -> reviews.diagnosed(diagnosed);
            case TargetEndMoved _ -> {}
            case DischargePlanned _, DischargePlanCancelled _ -> {}
            case AuthorizationChanged _, PartnerChanged _ -> {}
        }
    }
}
