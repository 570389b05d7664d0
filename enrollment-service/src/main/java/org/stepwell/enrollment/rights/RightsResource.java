package org.stepwell.enrollment.rights;

import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.resteasy.reactive.RestResponse;
import org.stepwell.contracts.id.RightsRequestId;
import org.stepwell.platform.access.Access;
import org.stepwell.platform.access.Guard;
import org.stepwell.platform.access.Policy;
import org.stepwell.platform.clinic.ClinicContext;
import org.stepwell.platform.clinic.ClinicDirectory;
import org.stepwell.platform.http.Answers;
import org.stepwell.platform.http.Page;
import org.stepwell.platform.http.PageRequest;
import org.stepwell.platform.seal.SealedJson;

/** The register of what patients asked for, and its answers. */
@Path("rights-requests")
class RightsResource {

    private final RightsRequests requests;
    private final RightsTasks tasks;
    private final Complaints complaints;
    private final ClinicDirectory clinics;
    private final SealedJson sealed;
    private final Access access;
    private final Clock clock;

    RightsResource(
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

    @Schema(name = "RightsAnswerForm")
    record AnswerForm(
            @Schema(examples = "GRANTED") @NotNull RightsRequest.Outcome outcome,

            @Schema(
                    description = "what is said to the patient; for a denial, why, and what they can do about it",
                    examples = "We corrected the note.")
            @NotBlank
            @Size(max = 4_000)
            String answer) {}

    @Schema(name = "RightsExtensionForm")
    record ExtensionForm(
            @Schema(description = "what the patient is told", examples = "The archive sends the record next week.")
            @NotBlank
            @Size(max = 1_000)
            String reason) {}

    @Schema(name = "RightsDisagreementForm")
    record DisagreementForm(
            @Schema(examples = "I still say that I did not.") @NotBlank @Size(max = 4_000)
            String statement) {}

    @GET
    @Transactional
    @Guard(Policy.PRIVACY_OFFICER_DECIDES)
    @Operation(summary = "What patients asked for, oldest first: what waits for an answer, or the whole register")
    public RestResponse<Page<RightsRequestView>> list(
            @QueryParam("open") @DefaultValue("true") boolean open,
            @Valid @BeanParam PageRequest page,
            @Context UriInfo uri) {
        return Page.of(requests.page(open, page), page, this::view, RightsRequest::id, uri);
    }

    @GET
    @Path("{request}")
    @Transactional
    @Guard(Policy.RIGHTS_EXERCISED)
    @Operation(summary = "One request")
    public RestResponse<RightsRequestView> read(RightsRequestId request) {
        var found = requests.of(request);
        access.to(found.patient());
        complaints.mustBeTheirs(found);
        return show(found);
    }

    @POST
    @Path("{request}/answer")
    @Transactional
    @Guard(Policy.PRIVACY_OFFICER_DECIDES)
    @Operation(summary = "Answer a request")
    public RestResponse<RightsRequestView> answer(RightsRequestId request, @NotNull @Valid AnswerForm form) {
        var found = changed(request);
        var now = clock.instant();
        var words = sealed.seal(RightsRequestView.ANSWER, request.value(), form.answer());
        found.answer(
                form.outcome(), words, ClinicContext.current().orElseThrow().actor(), now);
        tasks.answered(found, now);
        return show(found);
    }

    @POST
    @Path("{request}/extension")
    @Transactional
    @Guard(Policy.PRIVACY_OFFICER_DECIDES)
    @Operation(
            summary = "Take longer for the answer, once",
            description = "Tell the patient why, in writing, before the first day is over.")
    public RestResponse<RightsRequestView> extend(RightsRequestId request, @NotNull @Valid ExtensionForm form) {
        var found = changed(request);
        var now = clock.instant();
        found.extend(
                sealed.seal(RightsRequestView.EXTENSION, request.value(), form.reason()),
                LocalDate.ofInstant(now, clinics.zone()));
        tasks.putOff(found, now);
        return show(found);
    }

    @POST
    @Path("{request}/withdrawal")
    @Transactional
    @Guard(Policy.RIGHTS_EXERCISED)
    @Operation(summary = "The patient does not ask for it any more")
    public RestResponse<RightsRequestView> withdraw(RightsRequestId request) {
        var found = changed(request);
        complaints.mustBeTheirs(found);
        var now = clock.instant();
        found.withdraw(now);
        tasks.withdrawn(found, now);
        return show(found);
    }

    @POST
    @Path("{request}/disagreement")
    @Transactional
    @Guard(Policy.RIGHTS_EXERCISED)
    @Operation(summary = "The patient disagrees that the record stays as it is; that stands with it from now on")
    public RestResponse<RightsRequestView> disagree(RightsRequestId request, @NotNull @Valid DisagreementForm form) {
        var found = changed(request);
        found.disagree(sealed.seal(RightsRequestView.DISAGREEMENT, request.value(), form.statement()));
        return show(found);
    }

    private RightsRequest changed(RightsRequestId request) {
        var found = requests.lockedOf(request);
        access.to(found.patient());
        return found;
    }

    private RestResponse<RightsRequestView> show(RightsRequest request) {
        requests.flush();
        return Answers.versioned(view(request), request.version());
    }

    private RightsRequestView view(RightsRequest request) {
        return RightsRequestView.of(request, sealed);
    }
}
