package org.stepwell.enrollment.facesheet;

import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.stepwell.contracts.enrollment.EnrollmentState.CareTeamChanged;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.enrollment.coverage.Coverage;
import org.stepwell.enrollment.coverage.Coverages;
import org.stepwell.enrollment.diagnosis.Diagnoses;
import org.stepwell.enrollment.episode.EpisodeView;
import org.stepwell.enrollment.episode.Episodes;
import org.stepwell.enrollment.packet.Packets;
import org.stepwell.enrollment.patient.Patients;
import org.stepwell.enrollment.payer.Payers;
import org.stepwell.enrollment.program.Programs;
import org.stepwell.enrollment.staff.Staff;
import org.stepwell.enrollment.stop.Findings;
import org.stepwell.platform.access.Access;
import org.stepwell.platform.access.Guard;
import org.stepwell.platform.access.NotDisclosed;
import org.stepwell.platform.access.Policy;
import org.stepwell.platform.access.StepUp;
import org.stepwell.platform.clinic.ClinicDirectory;
import org.stepwell.platform.finding.SafetyRegister;

/** The first page of a chart. */
@Path("patients/{patient}/face-sheet")
class FaceSheetResource {

    private final Patients patients;
    private final Episodes episodes;
    private final Packets packets;
    private final Findings findings;
    private final SafetyRegister flags;
    private final Programs programs;
    private final Staff staff;
    private final Diagnoses diagnoses;
    private final Coverages coverages;
    private final Payers payers;
    private final ClinicDirectory clinics;
    private final Access access;
    private final Clock clock;

    FaceSheetResource(
            Patients patients,
            Episodes episodes,
            Packets packets,
            Findings findings,
            SafetyRegister flags,
            Programs programs,
            Staff staff,
            Diagnoses diagnoses,
            Coverages coverages,
            Payers payers,
            ClinicDirectory clinics,
            Access access,
            Clock clock) {
        this.patients = patients;
        this.episodes = episodes;
        this.packets = packets;
        this.findings = findings;
        this.flags = flags;
        this.programs = programs;
        this.staff = staff;
        this.diagnoses = diagnoses;
        this.coverages = coverages;
        this.payers = payers;
        this.clinics = clinics;
        this.access = access;
        this.clock = clock;
    }

    @GET
    @Produces("text/html;charset=UTF-8")
    @Transactional
    @StepUp(patientsToo = false)
    @Guard(Policy.CARE_TEAM_READS)
    @NotDisclosed("for the team that treats the patient")
    @Operation(
            summary = "The face sheet of a chart, as a page to print",
            description =
                    "Who it is, what nobody has dealt with yet whichever service raised it, how they may be reached, whom to call in an emergency, where they"
                            + " are in care, with which diagnoses, who pays, what they signed. It leaves the house, so staff are asked for a second factor.")
    public String print(PatientId patient) {
        access.to(patient);
        var now = clock.instant();
        return new FaceSheet(now, clinics.zone())
                .of(new FaceSheet.Chart(
                        patients.view(patient),
                        episodes.latestOf(patient).map(this::care),
                        packets.of(patient),
                        findings.open(patient),
                        flags.openElsewhere(patient),
                        diagnoses.standing(patient),
                        payersOf(patient, LocalDate.ofInstant(now, clinics.zone()))));
    }

    private FaceSheet.Care care(EpisodeView episode) {
        var team =
                episode.careTeam().stream().map(CareTeamChanged.Member::staff).toList();
        return new FaceSheet.Care(episode, programs.of(episode.program()).name(), staff.credentialsOf(team));
    }

    private List<String> payersOf(PatientId patient, LocalDate today) {
        var standing = coverages.of(patient).stream()
                .filter(coverage -> coverage.covers(today))
                .sorted(Comparator.comparing(Coverage::priority))
                .toList();
        var known = payers.of(standing.stream().map(Coverage::payer).toList());
        return standing.stream()
                .map(coverage -> "%s, %s"
                        .formatted(
                                Objects.requireNonNull(known.get(coverage.payer()))
                                        .name(),
                                coverages.words(coverage).plan()))
                .toList();
    }
}
