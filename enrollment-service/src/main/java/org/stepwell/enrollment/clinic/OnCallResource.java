package org.stepwell.enrollment.clinic;

import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.enrollment.EnrollmentState.ClinicChanged;
import org.stepwell.contracts.id.ClinicId;
import org.stepwell.platform.access.Guard;
import org.stepwell.platform.access.Policy;
import org.stepwell.platform.clinic.ClinicContext;
import org.stepwell.platform.clinic.ClinicDirectory;
import org.stepwell.platform.event.Outbox;
import org.stepwell.platform.http.Answers;
import org.stepwell.platform.http.IfMatch;

/** Where whoever is on call for a clinic is paged, when nobody takes what can not wait. */
@Path("clinics/{clinic}/on-call")
@Produces(MediaType.APPLICATION_JSON)
class OnCallResource {

    /** Digits and what people write between them; a gateway of text messages takes those with a country's code. */
    private static final String PHONE = "\\+?[0-9][0-9 ()./-]{5,24}";

    private final Clinics clinics;
    private final ClinicDirectory directory;
    private final Outbox outbox;
    private final Clock clock;

    OnCallResource(Clinics clinics, ClinicDirectory directory, Outbox outbox, Clock clock) {
        this.clinics = clinics;
        this.directory = directory;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Schema(name = "OnCallForm")
    record Form(
            @Schema(examples = "+15550111", description = "of the clinic's phone for whoever is on call")
            @Nullable
            @Pattern(regexp = PHONE)
            String phone,

            @Schema(
                    examples = "on-call@riverside.example",
                    description = "read at any hour; used where no text message leaves")
            @Nullable
            @Email
            @Size(max = 200)
            String email) {}

    @Schema(name = "OnCallView")
    record View(@Nullable String phone, @Nullable String email) {
        static View of(ClinicChanged clinic) {
            var onCall = clinic.onCall();
            return onCall == null ? new View(null, null) : new View(onCall.phone(), onCall.email());
        }
    }

    @GET
    @Transactional
    @Guard(Policy.CASELOAD_READS)
    @Operation(summary = "Where whoever is on call is paged")
    public RestResponse<View> read(ClinicId clinic) {
        var known = mine(clinic);
        return Answers.versioned(View.of(known.said(clock.instant())), known.version());
    }

    @PUT
    @Transactional
    @Guard(Policy.ADMINISTRATORS_SET_UP)
    @Operation(
            summary = "Say where whoever is on call is paged, with If-Match",
            description =
                    "By a text message where the deployment sends some, else by e-mail; by neither, where both are left"
                            + " out. A page says that work waits, and nothing about anybody.")
    public RestResponse<View> change(
            ClinicId clinic, @HeaderParam("If-Match") @Nullable IfMatch version, @NotNull @Valid Form form) {
        var known = mine(clinic);
        IfMatch.require(version, known.version());
        var changed = known.isOnCall(form.phone(), form.email(), clock.instant());
        clinics.flush();
        directory.changed(changed);
        outbox.append(changed);
        return Answers.versioned(View.of(changed), known.version());
    }

    /** Another clinic is not there, whoever asks. */
    private Clinic mine(ClinicId clinic) {
        if (!clinic.equals(ClinicContext.clinic())) {
            throw new NotFoundException();
        }
        return clinics.known(clinic).orElseThrow(NotFoundException::new);
    }
}
