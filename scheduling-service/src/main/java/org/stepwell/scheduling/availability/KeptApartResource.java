package org.stepwell.scheduling.availability;

import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.contracts.id.StaffId;
import org.stepwell.platform.access.Access;
import org.stepwell.platform.access.Guard;
import org.stepwell.platform.access.Policy;
import org.stepwell.platform.problem.FieldError;
import org.stepwell.platform.problem.HttpRule;
import org.stepwell.platform.problem.Refusal;
import org.stepwell.scheduling.calendar.ClinicTime;
import org.stepwell.scheduling.enrolled.Patients;

/** Who is never in a group or a session with whom. Nobody is told why: not even here is it kept. */
@Path("patients/{patient}/kept-apart")
@Guard(Policy.CARE_TEAM_TREATS)
class KeptApartResource {

    private final KeptApart apart;
    private final Patients patients;
    private final Access access;
    private final ClinicTime time;

    KeptApartResource(KeptApart apart, Patients patients, Access access, ClinicTime time) {
        this.apart = apart;
        this.patients = patients;
        this.access = access;
        this.time = time;
    }

    /** Somebody whom a patient is kept apart from; ask whoever set it for the reason. */
    @Schema(name = "KeptApart")
    record View(PatientId other, StaffId setBy, Instant setAt) {
        static View of(KeptApart.Line line) {
            return new View(line.other(), line.setBy(), line.setAt());
        }
    }

    /** From whom. */
    @Schema(name = "KeptApartForm")
    record Form(@NotNull PatientId other) {}

    @GET
    @Transactional
    @Operation(summary = "Whom a patient is kept apart from, and who to ask about it")
    public List<View> list(PatientId patient) {
        access.to(patient);
        return shown(patient);
    }

    @POST
    @Transactional
    @ResponseStatus(200)
    @Operation(
            summary = "Keep two patients apart, in groups and in sessions",
            description =
                    "Refused while they are together: those who treat both are told where. Whoever seats one of them later is"
                            + " told that the place is not possible, and no more.")
    public List<View> keep(PatientId patient, @NotNull @Valid Form form) {
        access.to(patient);
        var other = form.other();
        if (patient.equals(other)) {
            throw new Refusal(
                    AvailabilityRule.KEPT_APART_FROM_ANOTHER,
                    "Name the other one.",
                    List.of(new FieldError("/other", "another patient")));
        }
        if (!patients.knows(other)) {
            throw new Refusal(
                    HttpRule.REFERENCE_UNKNOWN,
                    "There is no patient %s here.".formatted(other),
                    List.of(new FieldError("/other", "a patient of this clinic")));
        }
        var together = apart.together(patient, other, time.now());
        if (!together.isEmpty()) {
            throw new Refusal(
                    AvailabilityRule.STILL_TOGETHER,
                    access.reaches(other)
                            ? "One of them leaves first: %s.".formatted(String.join(", ", together))
                            : "One of them leaves first; whoever seats patients knows where.");
        }
        apart.keep(patient, other, access.staff(), time.now());
        return shown(patient);
    }

    @DELETE
    @Path("{other}")
    @Transactional
    @Operation(
            summary = "Let two patients be together again",
            description = "For whoever set it, and for those who treat both of them; supervisors may step in.")
    public List<View> letTogether(PatientId patient, PatientId other) {
        access.to(patient);
        boolean bySetter = apart.of(patient).stream()
                .anyMatch(line -> line.other().equals(other) && line.setBy().equals(access.staff()));
        if (!bySetter && !access.reaches(other)) {
            throw new Refusal(
                    AvailabilityRule.LET_TOGETHER_BY_BOTH_TEAMS,
                    "Ask whoever set it, a supervisor, or somebody who treats the other one too.");
        }
        apart.letTogether(patient, other);
        return shown(patient);
    }

    private List<View> shown(PatientId patient) {
        return apart.of(patient).stream().map(View::of).toList();
    }
}
