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
import org.stepwell.platform.message.PatientContacts;
import org.stepwell.therapy.drugscreen.ScreensAndStays;
import org.stepwell.therapy.handoff.SummariesOwed;
import org.stepwell.therapy.measuredue.MeasuresDue;
import org.stepwell.therapy.medication.MedicationAndStays;
import org.stepwell.therapy.naloxone.Naloxone;
import org.stepwell.therapy.objective.Objectives;
import org.stepwell.therapy.outreach.Outreach;
import org.stepwell.therapy.plan.PlanReviews;
import org.stepwell.therapy.progress.Readinesses;
import org.stepwell.therapy.roster.Diagnoses;
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
    private final PatientContacts contacts;
    private final Programs programs;
    private final Episodes episodes;
    private final Diagnoses diagnoses;
    private final Objectives objectives;
    private final PlanReviews reviews;
    private final MeasuresDue measuresDue;
    private final Outreach outreach;
    private final MedicationAndStays medication;
    private final Naloxone naloxone;
    private final ScreensAndStays screens;
    private final SummariesOwed summaries;
    private final Readinesses readinesses;
    private final EndOfStay endOfStay;

    EnrollmentListener(
            ClinicDirectory clinics,
            CareTeams careTeams,
            BrokenGlass brokenGlass,
            MergedPatients merged,
            Patients patients,
            PatientContacts contacts,
            Programs programs,
            Episodes episodes,
            Diagnoses diagnoses,
            Objectives objectives,
            PlanReviews reviews,
            MeasuresDue measuresDue,
            Outreach outreach,
            MedicationAndStays medication,
            Naloxone naloxone,
            ScreensAndStays screens,
            SummariesOwed summaries,
            Readinesses readinesses,
            EndOfStay endOfStay) {
        this.clinics = clinics;
        this.careTeams = careTeams;
        this.brokenGlass = brokenGlass;
        this.merged = merged;
        this.patients = patients;
        this.contacts = contacts;
        this.programs = programs;
        this.episodes = episodes;
        this.diagnoses = diagnoses;
        this.objectives = objectives;
        this.reviews = reviews;
        this.measuresDue = measuresDue;
        this.outreach = outreach;
        this.medication = medication;
        this.naloxone = naloxone;
        this.screens = screens;
        this.summaries = summaries;
        this.readinesses = readinesses;
        this.endOfStay = endOfStay;
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
            case PatientChanged patient -> {
                patients.changed(patient);
                contacts.changed(patient);
            }
            case CareTeamChanged team -> {
                patients.treatedBy(team);
                careTeams.changed(team);
            }
            case BreakGlassOpened opened -> brokenGlass.opened(opened);
            case BreakGlassClosed closed -> brokenGlass.closed(closed);
            case PatientMerged duplicate -> {
                merged.merged(duplicate);
                medication.merged(duplicate);
                naloxone.merged(duplicate);
                screens.merged(duplicate);
            }
            case EpisodeAdmitted admitted -> {
                patients.mentioned(admitted.patient());
                episodes.admitted(admitted);
                objectives.admitted(admitted);
                reviews.admitted(admitted);
                measuresDue.admitted(admitted);
                outreach.changed(admitted.episode());
                naloxone.changed(admitted.patient(), admitted.at());
            }
            case EpisodeDischarged discharged -> {
                patients.mentioned(discharged.patient());
                endOfStay.discharged(discharged);
                summaries.discharged(discharged);
            }
            case DischargeCorrected corrected -> {
                patients.mentioned(corrected.patient());
                endOfStay.corrected(corrected);
                summaries.corrected(corrected);
            }
            case EpisodeHeld held -> {
                episodes.held(held.patient(), held.episode(), held.from());
                outreach.changed(held.episode());
            }
            case EpisodeResumed resumed -> {
                episodes.resumed(resumed.episode(), resumed.from());
                reviews.resumed(resumed.episode());
                measuresDue.resumed(resumed.episode());
                outreach.changed(resumed.episode());
            }
            case TrackChanged changed -> reviews.trackChanged(changed);
            case DiagnosisChanged diagnosed -> {
                diagnoses.changed(diagnosed);
                reviews.diagnosed(diagnosed);
                naloxone.changed(diagnosed.patient(), diagnosed.at());
            }
            case DischargePlanned planned -> {
                patients.mentioned(planned.patient());
                measuresDue.dischargePlanned(planned);
                summaries.planned(planned);
            }
            case DischargePlanCancelled cancelled -> {
                measuresDue.dischargeCancelled(cancelled.episode(), cancelled.at());
                readinesses.stays(cancelled.episode(), cancelled.at());
                summaries.cancelled(cancelled);
            }
            case TargetEndMoved _, AuthorizationChanged _, PartnerChanged _ -> {}
        }
    }
}
