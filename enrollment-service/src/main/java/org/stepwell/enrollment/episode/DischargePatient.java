package org.stepwell.enrollment.episode;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import org.stepwell.enrollment.reporting.OpenReports;
import org.stepwell.platform.clinic.ClinicDirectory;
import org.stepwell.platform.event.Outbox;
import org.stepwell.platform.finding.SafetyRegister;

/** Ends a treatment, and with it whatever waited for the patient: seats, a return, a review; the state's report begins to. */
@Singleton
class DischargePatient {

    private final LastVisits visits;
    private final PlacementTasks placements;
    private final AwayPatients away;
    private final StayReviews stays;
    private final OpenReports reports;
    private final OverTreatments treatments;
    private final SafetyRegister register;
    private final ClinicDirectory clinics;
    private final Outbox outbox;
    private final Clock clock;

    DischargePatient(
            LastVisits visits,
            PlacementTasks placements,
            AwayPatients away,
            StayReviews stays,
            OpenReports reports,
            OverTreatments treatments,
            SafetyRegister register,
            ClinicDirectory clinics,
            Outbox outbox,
            Clock clock) {
        this.visits = visits;
        this.placements = placements;
        this.away = away;
        this.stays = stays;
        this.reports = reports;
        this.treatments = treatments;
        this.register = register;
        this.clinics = clinics;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Discharges from an episode that is locked. */
    void discharge(Episode episode, Ending end, boolean nextStepAccepted) {
        end.mustFit(visits.of(episode.patient(), episode.id()));
        var now = clock.instant();
        var today = LocalDate.ofInstant(now, clinics.zone());
        outbox.append(episode.discharge(end, nextStepAccepted, register.open(episode.patient()), today, now));
        placements.left(episode, now);
        away.isBackOrLeft(episode, now);
        stays.decided(episode, now);
        reports.discharged(episode.id(), episode.patient(), end.lastDay(), episode.primaryClinician(), now);
        treatments.ends(episode);
    }
}
