package org.stepwell.therapy.safety;

import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.resteasy.reactive.RestResponse;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.platform.access.Access;
import org.stepwell.platform.access.Guard;
import org.stepwell.platform.access.Policy;
import org.stepwell.platform.clinic.ClinicContext;
import org.stepwell.platform.event.Outbox;
import org.stepwell.platform.http.Page;
import org.stepwell.platform.http.PageRequest;
import org.stepwell.platform.problem.Refusal;
import org.stepwell.platform.seal.Seal;

/** The warnings about a patient. */
@Path("patients/{patient}/safety")
class SafetyResource {

    private final SafetyFlags flags;
    private final Seal seal;
    private final Access access;
    private final Outbox outbox;
    private final Clock clock;

    SafetyResource(SafetyFlags flags, Seal seal, Access access, Outbox outbox, Clock clock) {
        this.flags = flags;
        this.seal = seal;
        this.access = access;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** What came of looking after the patient. */
    @Schema(name = "ClearanceForm")
    record ClearanceForm(
            @NotNull Disposition disposition,

            @Schema(examples = "Asked the screener: passive thoughts only. Wrote a crisis plan together.")
            @NotBlank
            @Size(max = 8_000)
            String text) {}

    @GET
    @Transactional
    @Guard(Policy.CLINICAL_READS)
    @Operation(summary = "Read a patient's flags, open and cleared, newest last")
    public RestResponse<Page<FlagView>> list(
            PatientId patient, @Valid @BeanParam PageRequest page, @Context UriInfo uri) {
        access.to(patient);
        var found = flags.of(patient, page.after(), page.fetch());
        return Page.of(found, page, this::show, SafetyFlag::id, uri);
    }

    @POST
    @Path("{flag}/clearance")
    @Transactional
    @Guard(Policy.CARE_TEAM_TREATS)
    @Operation(summary = "Clear a flag after the patient was looked after")
    public FlagView clear(PatientId patient, String flag, @NotNull @Valid ClearanceForm form) {
        access.to(patient);
        var open = flags.open(patient, flag)
                .orElseThrow(() ->
                        new Refusal(SafetyRule.FLAG_IS_NOT_OPEN, "No flag of this name stands about this patient."));
        var sealed = seal.seal(ClinicContext.clinic(), purpose(open), form.text());
        outbox.append(open.clear(form.disposition(), sealed, access.staff(), clock.instant()));
        return show(open);
    }

    private FlagView show(SafetyFlag flag) {
        var sealed = flag.assessment();
        return flag.view(
                sealed == null || access.byPatient() ? null : seal.open(ClinicContext.clinic(), purpose(flag), sealed));
    }

    private static String purpose(SafetyFlag flag) {
        return "safety-flag/" + flag.id();
    }
}
