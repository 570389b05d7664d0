package org.stepwell.scheduling;

import jakarta.inject.Singleton;
import java.time.LocalDate;
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
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.platform.access.BrokenGlass;
import org.stepwell.platform.access.CareTeams;
import org.stepwell.platform.access.MergedPatients;
import org.stepwell.platform.clinic.ClinicDirectory;
import org.stepwell.platform.event.Envelope;
import org.stepwell.platform.event.Listener;
import org.stepwell.platform.message.PatientContacts;
import org.stepwell.scheduling.availability.Availabilities;
import org.stepwell.scheduling.availability.KeptApart;
import org.stepwell.scheduling.enrolled.Absences;
import org.stepwell.scheduling.enrolled.Episodes;
import org.stepwell.scheduling.enrolled.Patients;
import org.stepwell.scheduling.enrolled.Programs;
import org.stepwell.scheduling.feed.CalendarLink;
import org.stepwell.scheduling.fidelity.Approvals;
import org.stepwell.scheduling.group.Mix;
import org.stepwell.scheduling.placement.AwayPatients;
import org.stepwell.scheduling.placement.DepartedPatients;
import org.stepwell.scheduling.placement.UnplacedPatients;
import org.stepwell.scheduling.reminder.LostContacts;
import org.stepwell.scheduling.session.MisplacedSessions;

/**
 * What enrollment says: who is in which program, from when to when. Seating, leaving and moving are jobs, which may
 * fail in peace.
 */
@Singleton
class EnrollmentListener implements Listener<EnrollmentEvent> {

    private final ClinicDirectory clinics;
    private final CareTeams careTeams;
    private final BrokenGlass brokenGlass;
    private final MergedPatients merged;
    private final KeptApart keptApart;
    private final Availabilities availabilities;
    private final Approvals approvals;
    private final Mix mix;
    private final CalendarLink calendarLinks;
    private final Programs programs;
    private final Patients patients;
    private final PatientContacts contacts;
    private final LostContacts lostContacts;
    private final Episodes episodes;
    private final MisplacedSessions misplaced;
    private final UnplacedPatients unplaced;
    private final DepartedPatients departed;
    private final Absences absences;
    private final AwayPatients away;

    EnrollmentListener(
            ClinicDirectory clinics,
            CareTeams careTeams,
            BrokenGlass brokenGlass,
            MergedPatients merged,
            KeptApart keptApart,
            Availabilities availabilities,
            Approvals approvals,
            Mix mix,
            CalendarLink calendarLinks,
            Programs programs,
            Patients patients,
            PatientContacts contacts,
            LostContacts lostContacts,
            Episodes episodes,
            MisplacedSessions misplaced,
            UnplacedPatients unplaced,
            DepartedPatients departed,
            Absences absences,
            AwayPatients away) {
        this.clinics = clinics;
        this.careTeams = careTeams;
        this.brokenGlass = brokenGlass;
        this.merged = merged;
        this.keptApart = keptApart;
        this.availabilities = availabilities;
        this.approvals = approvals;
        this.mix = mix;
        this.calendarLinks = calendarLinks;
        this.programs = programs;
        this.patients = patients;
        this.contacts = contacts;
        this.lostContacts = lostContacts;
        this.episodes = episodes;
        this.misplaced = misplaced;
        this.unplaced = unplaced;
        this.departed = departed;
        this.absences = absences;
        this.away = away;
    }

    @Override
    public Class<EnrollmentEvent> publisher() {
        return EnrollmentEvent.class;
    }

    @Override
    public void on(EnrollmentEvent event, Envelope envelope) {
        switch (event) {
            case ClinicChanged clinic -> {
                clinics.changed(clinic);
                misplaced.enqueue(clinic.clinic());
            }
            case CareTeamChanged team -> careTeams.changed(team);
            case ProgramChanged program -> programs.changed(program);
            case PatientChanged patient -> {
                patients.changed(patient);
                contacts.changed(patient);
                lostContacts.contactChanged(patient.patient(), patient.at());
            }
            case BreakGlassOpened opened -> brokenGlass.opened(opened);
            case BreakGlassClosed closed -> brokenGlass.closed(closed);
            case PatientMerged duplicate -> {
                merged.merged(duplicate);
                keptApart.merged(duplicate.patient(), duplicate.duplicate(), duplicate.at());
                availabilities.merged(duplicate.patient(), duplicate.duplicate(), duplicate.at());
                approvals.merged(duplicate.patient(), duplicate.duplicate());
                mix.merged(duplicate.patient(), duplicate.duplicate());
                calendarLinks.merged(duplicate.duplicate());
            }
            case EpisodeAdmitted admitted -> {
                episodes.admitted(admitted);
                unplaced.enqueue(admitted.episode());
            }
            case EpisodeHeld held -> {
                absences.held(held);
                away.enqueue(held.episode());
            }
            case EpisodeResumed resumed -> {
                absences.resumed(resumed);
                episodes.resumed(resumed);
                unplaced.enqueue(resumed.episode());
            }
            case TrackChanged changed -> {
                episodes.trackChanged(changed);
                unplaced.enqueue(changed.episode());
            }
            case TargetEndMoved moved -> episodes.targetEndMoved(moved);
            case EpisodeDischarged discharged -> left(discharged.episode(), discharged.lastDay());
            case DischargeCorrected corrected -> left(corrected.episode(), corrected.lastDay());
            case DischargePlanned _, DischargePlanCancelled _ -> {}
            case AuthorizationChanged approved -> approvals.changed(approved);
            case DiagnosisChanged _, PartnerChanged _ -> {}
        }
    }

    private void left(EpisodeId episode, LocalDate lastDay) {
        episodes.ended(episode, lastDay);
        departed.enqueue(episode);
    }
}
