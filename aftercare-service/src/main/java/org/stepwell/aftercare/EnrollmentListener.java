package org.stepwell.aftercare;

import jakarta.inject.Singleton;
import org.stepwell.aftercare.patient.Patients;
import org.stepwell.aftercare.transition.Discharge;
import org.stepwell.contracts.enrollment.EnrollmentEvent;
import org.stepwell.contracts.enrollment.EnrollmentFact;
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
import org.stepwell.platform.message.PatientContacts;

/** Hears enrollment: who the patients are, who treats them, and when they leave. */
@Singleton
class EnrollmentListener implements Listener<EnrollmentEvent> {

    private final ClinicDirectory clinics;
    private final CareTeams careTeams;
    private final BrokenGlass brokenGlass;
    private final MergedPatients merged;
    private final Patients patients;
    private final Discharge discharge;
    private final PatientContacts contacts;

    EnrollmentListener(
            ClinicDirectory clinics,
            CareTeams careTeams,
            BrokenGlass brokenGlass,
            MergedPatients merged,
            Patients patients,
            Discharge discharge,
            PatientContacts contacts) {
        this.clinics = clinics;
        this.careTeams = careTeams;
        this.brokenGlass = brokenGlass;
        this.merged = merged;
        this.patients = patients;
        this.discharge = discharge;
        this.contacts = contacts;
    }

    @Override
    public Class<EnrollmentEvent> publisher() {
        return EnrollmentEvent.class;
    }

    @Override
    public void on(EnrollmentEvent event, Envelope envelope) {
        if (event instanceof EnrollmentFact fact) {
            patients.mentioned(fact.patient());
        }
        switch (event) {
            case ClinicChanged clinic -> clinics.changed(clinic);
            case CareTeamChanged team -> careTeams.changed(team);
            case PatientChanged patient -> {
                patients.changed(patient);
                contacts.changed(patient);
            }
            case BreakGlassOpened opened -> brokenGlass.opened(opened);
            case BreakGlassClosed closed -> brokenGlass.closed(closed);
            case PatientMerged duplicate -> merged.merged(duplicate);
            case EpisodeAdmitted admitted -> {
                patients.admitted(admitted);
                discharge.admitted(admitted);
            }
            case DischargePlanned planned -> discharge.planned(planned);
            case DischargePlanCancelled cancelled -> discharge.cancelled(cancelled);
            case EpisodeDischarged discharged -> {
                patients.ended(discharged.patient(), discharged.episode(), discharged.lastDay());
                discharge.done(discharged);
            }
            case DischargeCorrected corrected -> {
                patients.ended(corrected.patient(), corrected.episode(), corrected.lastDay());
                discharge.corrected(corrected);
            }
            case EpisodeHeld _, EpisodeResumed _, TrackChanged _, TargetEndMoved _, ProgramChanged _ -> {}
            case DiagnosisChanged _, AuthorizationChanged _, PartnerChanged _ -> {}
        }
    }
}
