package org.stepwell.enrollment.facesheet;

import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.time.Clock;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.enrollment.episode.Episodes;
import org.stepwell.enrollment.packet.Packets;
import org.stepwell.enrollment.patient.Patients;
import org.stepwell.platform.access.Access;
import org.stepwell.platform.access.Guard;
import org.stepwell.platform.access.NotDisclosed;
import org.stepwell.platform.access.Policy;
import org.stepwell.platform.access.StepUp;
import org.stepwell.platform.clinic.ClinicDirectory;

/** The first page of a chart. */
@Path("patients/{patient}/face-sheet")
class FaceSheetResource {

    private final Patients patients;
    private final Episodes episodes;
    private final Packets packets;
    private final ClinicDirectory clinics;
    private final Access access;
    private final Clock clock;

    FaceSheetResource(
            Patients patients,
            Episodes episodes,
            Packets packets,
            ClinicDirectory clinics,
            Access access,
            Clock clock) {
        this.patients = patients;
        this.episodes = episodes;
        this.packets = packets;
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
                    "Who it is, how they may be reached, whom to call in an emergency, where they are in care, what they"
                            + " signed. It leaves the house, so staff are asked for a second factor.")
    public String print(PatientId patient) {
        access.to(patient);
        return new FaceSheet(clock.instant(), clinics.zone())
                .of(patients.view(patient), episodes.latestOf(patient), packets.of(patient));
    }
}
