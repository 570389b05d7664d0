package org.stepwell.enrollment.rights;

import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.contracts.id.RightsRequestId;
import org.stepwell.platform.access.Access;
import org.stepwell.platform.access.Guard;
import org.stepwell.platform.access.Policy;
import org.stepwell.platform.clinic.ClinicContext;
import org.stepwell.platform.clinic.ClinicDirectory;
import org.stepwell.platform.database.Uuid7;
import org.stepwell.platform.http.Answers;
import org.stepwell.platform.http.Page;
import org.stepwell.platform.http.PageRequest;
import org.stepwell.platform.seal.SealedJson;

/** What a patient asks for about their record. Nobody is treated worse for asking. */
@Path("patients/{patient}/rights-requests")
@Produces(MediaType.APPLICATION_JSON)
@Guard(Policy.RIGHTS_EXERCISED)
class PatientRightsResource {

    private final RightsRequests requests;
    private final RightsTasks tasks;
    private final Complaints complaints;
    private final ClinicDirectory clinics;
    private final SealedJson sealed;
    private final Access access;
    private final Clock clock;

    PatientRightsResource(
            RightsRequests requests,
            RightsTasks tasks,
            Complaints complaints,
            ClinicDirectory clinics,
            SealedJson sealed,
            Access access,
            Clock clock) {
        this.requests = requests;
        this.tasks = tasks;
        this.complaints = complaints;
        this.clinics = clinics;
        this.sealed = sealed;
        this.access = access;
        this.clock = clock;
    }

    @Schema(name = "RightsRequestForm")
    record Form(
            @Schema(examples = "AMENDMENT") @NotNull Right right,

            @Schema(examples = "The note of 3 March says that I drank; I did not.") @NotBlank @Size(max = 4_000)
            String words,

            @Schema(
                    examples = "2026-03-02",
                    description =
                            "the day a letter came, where it is entered later; the time for the answer runs from it")
            @Nullable
            LocalDate receivedOn) {}

    @POST
    @Transactional
    @Operation(
            summary = "Ask for a copy, a correction, an accounting, a restriction, another way of contact, or complain",
            description = "The answer names the day by which the privacy officer answers.")
    @APIResponseSchema(value = RightsRequestView.class, responseCode = "201")
    public RestResponse<RightsRequestView> ask(PatientId patient, @NotNull @Valid Form form) {
        access.to(patient);
        var id = new RightsRequestId(Uuid7.next());
        var now = clock.instant();
        var today = LocalDate.ofInstant(now, clinics.zone());
        var request = new RightsRequest(
                id,
                patient,
                form.right(),
                sealed.seal(RightsRequestView.WORDS, id.value(), form.words()),
                ClinicContext.current().orElseThrow().actor(),
                now,
                RightsRequest.received(form.receivedOn(), today));
        requests.persistAndFlush(request);
        tasks.asked(request, now);
        return Answers.created(RightsRequestView.of(request, sealed), "rights-requests/" + id, request.version());
    }

    @GET
    @Transactional
    @Operation(summary = "What the patient asked for, oldest first, and the answers")
    public RestResponse<Page<RightsRequestView>> list(
            PatientId patient, @Valid @BeanParam PageRequest page, @Context UriInfo uri) {
        access.to(patient);
        return Page.of(
                requests.page(patient, complaints.shown(), page),
                page,
                request -> RightsRequestView.of(request, sealed),
                RightsRequest::id,
                uri);
    }
}
