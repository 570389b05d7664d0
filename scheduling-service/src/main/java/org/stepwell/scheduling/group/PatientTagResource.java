package org.stepwell.scheduling.group;

import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.platform.access.Access;
import org.stepwell.platform.access.Guard;
import org.stepwell.platform.access.PatientsHere;
import org.stepwell.platform.access.Policy;
import org.stepwell.scheduling.calendar.ClinicTime;

/** What a clinic calls a patient where it matters for a group. */
@Path("patients/{patient}/group-tags")
@Guard(Policy.INTAKE_ASSESSES)
class PatientTagResource {

    private final Mix mix;
    private final GroupTags published;
    private final PatientsHere patients;
    private final Access access;
    private final ClinicTime time;

    PatientTagResource(Mix mix, GroupTags published, PatientsHere patients, Access access, ClinicTime time) {
        this.mix = mix;
        this.published = published;
        this.patients = patients;
        this.access = access;
        this.time = time;
    }

    /** All of them, of those that the clinic has published. */
    @Schema(name = "GroupTags")
    record Tags(
            @NotNull @Size(max = 10) @Schema(examples = "[\"women\"]")
            Set<@NotNull @Pattern(regexp = GroupMix.TAG) String> tags) {}

    @GET
    @Transactional
    @Operation(summary = "What the clinic calls a patient, where it matters for a group")
    public Tags read(PatientId patient) {
        access.to(patient);
        return new Tags(new TreeSet<>(mix.tagsOf(patient)));
    }

    @PUT
    @Transactional
    @Operation(
            summary = "Say all that the clinic calls a patient, where it matters for a group",
            description =
                    "Of those that the clinic has published. Decides where they are seated from now on; nobody loses a seat by it.")
    public Tags write(PatientId patient, @NotNull @Valid Tags form) {
        access.to(patient);
        patients.mustKnow(patient);
        published.require(form.tags(), "/tags");
        mix.tag(patient, form.tags(), time.now());
        return read(patient);
    }
}
