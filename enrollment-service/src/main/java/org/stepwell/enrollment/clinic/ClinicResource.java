package org.stepwell.enrollment.clinic;

import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.ZoneId;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.enrollment.EnrollmentState.ClinicChanged;
import org.stepwell.contracts.id.ClinicId;
import org.stepwell.enrollment.account.Invite;
import org.stepwell.platform.access.Caller;
import org.stepwell.platform.access.Guard;
import org.stepwell.platform.access.Policy;
import org.stepwell.platform.access.StepUp;
import org.stepwell.platform.clinic.ClinicContext;
import org.stepwell.platform.clinic.ClinicDirectory;
import org.stepwell.platform.event.Outbox;
import org.stepwell.platform.http.Answers;
import org.stepwell.platform.http.IfMatch;
import org.stepwell.platform.problem.Refusal;
import org.stepwell.platform.time.ZoneName;

/** The clinics of the organization; their ids are agreed with the identity provider, whose tokens name them. */
@Path("clinics/{clinic}")
@Produces(MediaType.APPLICATION_JSON)
class ClinicResource {

    private final Clinics clinics;
    private final ClinicDirectory directory;
    private final Outbox outbox;
    private final Invite invite;
    private final Caller caller;
    private final Clock clock;

    ClinicResource(
            Clinics clinics, ClinicDirectory directory, Outbox outbox, Invite invite, Caller caller, Clock clock) {
        this.clinics = clinics;
        this.directory = directory;
        this.outbox = outbox;
        this.invite = invite;
        this.caller = caller;
        this.clock = clock;
    }

    @Schema(name = "ClinicForm")
    record Form(
            @Schema(examples = "Riverside") @NotBlank @Size(max = 200)
            String name,

            @Schema(examples = "America/New_York") @NotBlank @ZoneName
            String zone,

            @Schema(examples = "MONDAY") @NotNull DayOfWeek weekStart) {}

    @Schema(name = "ClinicView")
    record View(ClinicId id, String name, String zone, DayOfWeek weekStart) {
        static View of(ClinicChanged clinic) {
            return new View(clinic.clinic(), clinic.name(), clinic.zone(), clinic.weekStart());
        }
    }

    @PUT
    @Transactional
    @Guard(Policy.ADMINISTRATORS_SET_UP)
    @Operation(summary = "Change a clinic, with If-Match")
    public RestResponse<View> change(
            ClinicId clinic, @HeaderParam("If-Match") @Nullable IfMatch version, @NotNull @Valid Form form) {
        mine(clinic);
        var known = clinics.known(clinic).orElseThrow(NotFoundException::new);
        IfMatch.require(version, known.version());
        return Answers.versioned(View.of(said(known, form)), known.version());
    }

    @Schema(name = "FoundedClinic")
    record Founded(View clinic, Invite.Given administrator) {}

    @POST
    @Path("founding")
    @Transactional
    @StepUp
    @Guard(Policy.OPS_OPERATE)
    @Operation(
            summary = "Make a clinic, with the invitation of its first administrator",
            description = "For whoever runs the deployment, at the id that X-Clinic names too. Answers the code of the"
                    + " invitation once. Until somebody accepted it, this may be done again: the clinic then is as"
                    + " the last form says, and only the last code is good.")
    @APIResponseSchema(value = Founded.class, responseCode = "201")
    public RestResponse<Founded> found(ClinicId clinic, @NotNull @Valid Form form) {
        mine(clinic);
        var founded = clinics.known(clinic)
                .orElseGet(() -> new Clinic(clinic, form.name(), ZoneId.of(form.zone()), form.weekStart()));
        var administrator = invite.firstAdministrator(caller.identity().subject())
                .orElseThrow(() ->
                        new Refusal(ClinicRule.CLINIC_EXISTS, "Its administrators change it, and invite others."));
        var said = said(founded, form);
        return Answers.created(new Founded(View.of(said), administrator), "clinics/" + clinic, founded.version());
    }

    private ClinicChanged said(Clinic clinic, Form form) {
        var changed = clinic.change(form.name(), ZoneId.of(form.zone()), form.weekStart(), clock.instant());
        clinics.persistAndFlush(clinic);
        directory.changed(changed);
        outbox.append(changed);
        return changed;
    }

    @GET
    @Transactional
    @Guard(Policy.CLINIC_MEMBERS_READ)
    @Operation(summary = "Read a clinic")
    public RestResponse<View> read(ClinicId clinic) {
        mine(clinic);
        var found = clinics.known(clinic).orElseThrow(NotFoundException::new);
        return Answers.versioned(View.of(found.said(clock.instant())), found.version());
    }

    /** Another clinic is not there, whoever asks. */
    private static void mine(ClinicId clinic) {
        if (!clinic.equals(ClinicContext.clinic())) {
            throw new NotFoundException();
        }
    }
}
