package org.stepwell.enrollment.program;

import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.ProgramId;
import org.stepwell.enrollment.program.ProgramResource.TrackForm;
import org.stepwell.enrollment.program.ProgramResource.View;
import org.stepwell.platform.access.Guard;
import org.stepwell.platform.access.Policy;
import org.stepwell.platform.clinic.ClinicDirectory;
import org.stepwell.platform.event.Outbox;
import org.stepwell.platform.http.Answers;
import org.stepwell.platform.http.IfMatch;

/** A program is called something else, has other tracks, or ends. */
@Path("programs")
@Guard(Policy.ADMINISTRATORS_SET_UP)
class ProgramChangeResource {

    private final Programs programs;
    private final Takers takers;
    private final ClinicDirectory clinics;
    private final Outbox outbox;
    private final Clock clock;

    ProgramChangeResource(Programs programs, Takers takers, ClinicDirectory clinics, Outbox outbox, Clock clock) {
        this.programs = programs;
        this.takers = takers;
        this.clinics = clinics;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Schema(name = "ProgramChangeForm")
    record Form(
            @Schema(examples = "Evening IOP") @NotBlank @Size(max = 200)
            String name,

            @Schema(
                    examples = "90",
                    description = "for those who are admitted from now on; others keep the end that they were told")
            @NotNull
            @Min(1)
            @Max(366)
            Integer lengthDays,

            @Schema(description = "all that are offered from now on; one that is missing is given up")
            @NotEmpty
            @Size(max = 10)
            List<@Valid @NotNull TrackForm> tracks) {}

    @PUT
    @Path("{program}")
    @Transactional
    @Operation(
            summary = "Change a program's name, length or tracks",
            description = "A track is given up when nobody waits for it, is in it or is to change to it. Level, age and"
                    + " rules stay: rules change from a day on.")
    public RestResponse<View> change(
            ProgramId program, @HeaderParam("If-Match") @Nullable IfMatch version, @NotNull @Valid Form form) {
        var found = programs.lockedOf(program);
        IfMatch.require(version, found.version());
        var tracks = form.tracks().stream().map(TrackForm::track).toList();
        found.change(form.name(), form.lengthDays(), tracks, use(program), clock.instant());
        return said(found);
    }

    @POST
    @Path("{program}/end")
    @Transactional
    @Operation(
            summary = "Take nobody into a program any more",
            description =
                    "When nobody waits for it or is in it. It is on no board any more; what was, stays on record.")
    public RestResponse<View> end(ProgramId program) {
        var found = programs.lockedOf(program);
        found.end(use(program), clock.instant());
        return said(found);
    }

    private Takers.Use use(ProgramId program) {
        return takers.of(program, LocalDate.ofInstant(clock.instant(), clinics.zone()));
    }

    private RestResponse<View> said(Program program) {
        programs.flush();
        var said = program.said(clock.instant());
        outbox.append(said);
        return Answers.versioned(View.of(program, said), program.version());
    }
}
