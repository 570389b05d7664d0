package org.stepwell.enrollment.episode;

import io.quarkus.arc.All;
import jakarta.inject.Singleton;
import jakarta.ws.rs.NotFoundException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.enrollment.EnrollmentState.CareTeamChanged.Role;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.contracts.id.StaffId;
import org.stepwell.enrollment.consent.Consents;
import org.stepwell.enrollment.packet.PacketTasks;
import org.stepwell.enrollment.patient.Patients;
import org.stepwell.enrollment.program.Program;
import org.stepwell.enrollment.program.Programs;
import org.stepwell.enrollment.reporting.OpenReports;
import org.stepwell.enrollment.screening.Screenings;
import org.stepwell.enrollment.stop.StandingStops;
import org.stepwell.platform.access.CareTeams;
import org.stepwell.platform.clinic.ClinicDirectory;
import org.stepwell.platform.event.Outbox;
import org.stepwell.platform.finding.SafetyRegister;
import org.stepwell.platform.problem.FieldError;
import org.stepwell.platform.problem.Refusal;

/** Admits a patient to the track they wait for, with a care team: looks at consent, screening, findings and program. */
@Singleton
class AdmitPatient {

    private final Episodes episodes;
    private final Consents consents;
    private final Screenings screenings;
    private final StandingStops stops;
    private final Patients patients;
    private final SafetyRegister register;
    private final Programs programs;
    private final CareTeams careTeams;
    private final PacketTasks packets;
    private final WaitingLine line;
    private final Tracks tracks;
    private final ClinicDirectory clinics;
    private final OpenReports reports;
    private final StayReviews stays;
    private final List<OnceAdmitted> onceAdmitted;
    private final Outbox outbox;
    private final Clock clock;

    AdmitPatient(
            Episodes episodes,
            Consents consents,
            Screenings screenings,
            StandingStops stops,
            Patients patients,
            SafetyRegister register,
            Programs programs,
            CareTeams careTeams,
            PacketTasks packets,
            WaitingLine line,
            Tracks tracks,
            ClinicDirectory clinics,
            OpenReports reports,
            StayReviews stays,
            @All List<OnceAdmitted> onceAdmitted,
            Outbox outbox,
            Clock clock) {
        this.episodes = episodes;
        this.consents = consents;
        this.screenings = screenings;
        this.stops = stops;
        this.patients = patients;
        this.register = register;
        this.programs = programs;
        this.careTeams = careTeams;
        this.packets = packets;
        this.line = line;
        this.tracks = tracks;
        this.clinics = clinics;
        this.reports = reports;
        this.stays = stays;
        this.onceAdmitted = List.copyOf(onceAdmitted);
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Admits to an episode that is locked. */
    void admit(Episode episode, LocalDate start, @Nullable PassedOver passedOver, Map<StaffId, Role> team) {
        var program = programs.findByIdOptional(episode.program()).orElseThrow(NotFoundException::new);
        mustFitAge(episode.patient(), program, start);
        var lastDay = episodes.lastDayBefore(episode.patient(), episode.id());
        mustNotOverlap(lastDay, start);
        var now = clock.instant();
        var today = LocalDate.ofInstant(now, clinics.zone());
        Stay.mustBeginNear(start, today); // before anything is raised about a mistyped year
        var readiness = readiness(episode, start.isBefore(today) ? today : start, lastDay, now);
        var admitted = episode.admit(start, program, readiness, today, now);
        line.admitted(episode.id(), episode.waitingFor(), passedOver, now);
        var treatedBy = episode.treatedBy(team, false, now);
        careTeams.changed(treatedBy);
        outbox.append(admitted);
        outbox.append(treatedBy);
        episodes.flush();
        stops.areNoneHere(episode.patient(), readiness.stops(), now);
        tracks.from(episode.id(), start, episode.track());
        reports.admitted(episode.id(), episode.patient(), start);
        stays.isInUntil(episode);
        packets.admitted(episode.patient(), episode.id(), now);
        onceAdmitted.forEach(one -> one.admitted(episode.patient(), episode.id(), now));
    }

    /** As of the first day that is still ahead: what stood on record when they were screened may have changed since. */
    private Readiness readiness(Episode episode, LocalDate day, @Nullable LocalDate lastDay, Instant now) {
        var patient = episode.patient();
        var since = lastDay == null
                ? Instant.EPOCH
                : lastDay.atStartOfDay(clinics.zone()).toInstant();
        var screened = screenings.newestLevel(patient);
        return new Readiness(
                consents.toTreatment(patient),
                screened.orElse(null),
                screened.map(last -> LocalDate.ofInstant(last.at(), clinics.zone()))
                        .orElse(null),
                episode.status() == EpisodeStatus.WAITING ? stops.on(patient, day, since, now) : Set.of(),
                register.openElsewhere(patient));
    }

    /** Whoever comes back on the day they left is in both episodes on that day. */
    private static void mustNotOverlap(@Nullable LocalDate lastDay, LocalDate start) {
        if (lastDay != null && start.isBefore(lastDay)) {
            throw new Refusal(
                    EpisodeRule.EPISODES_DO_NOT_OVERLAP,
                    "The episode before ended on %s.".formatted(lastDay),
                    List.of(new FieldError("/start", "%s or later".formatted(lastDay))));
        }
    }

    /** By the birth date on record, whatever somebody cleared. */
    private void mustFitAge(PatientId patient, Program program, LocalDate start) {
        boolean young = patients.isMinor(patient, start);
        if (young != program.isForAdolescents()) {
            throw new Refusal(
                    EpisodeRule.PROGRAM_FITS_AGE,
                    young
                            ? "On %s the patient is younger than eighteen, and the program is for adults."
                                    .formatted(start)
                            : "On %s the patient is of age, and the program is for adolescents.".formatted(start),
                    List.of(new FieldError("/start", "the patient's age on this day decides which programs fit")));
        }
    }
}
