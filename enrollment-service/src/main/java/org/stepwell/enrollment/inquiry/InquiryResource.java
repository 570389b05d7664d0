package org.stepwell.enrollment.inquiry;

import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.InquiryId;
import org.stepwell.platform.access.Guard;
import org.stepwell.platform.access.Policy;
import org.stepwell.platform.clinic.ClinicContext;
import org.stepwell.platform.http.Answers;
import org.stepwell.platform.http.Page;
import org.stepwell.platform.http.PageRequest;
import org.stepwell.platform.seal.SealedJson;

/** First calls: who asked, when somebody answered, what came of it. */
@Path("inquiries")
@Produces(MediaType.APPLICATION_JSON)
@Guard(Policy.INTAKE_ENROLLS)
class InquiryResource {

    private final Inquiries inquiries;
    private final ReceiveInquiry reception;
    private final Pipeline pipeline;
    private final SealedJson sealed;
    private final Clock clock;

    InquiryResource(Inquiries inquiries, ReceiveInquiry reception, Pipeline pipeline, SealedJson sealed, Clock clock) {
        this.inquiries = inquiries;
        this.reception = reception;
        this.pipeline = pipeline;
        this.sealed = sealed;
        this.clock = clock;
    }

    @Schema(name = "InquiryForm")
    record Form(
            @Schema(examples = "PHONE") @NotNull Inquiry.Channel channel,
            @Schema(examples = "SELF") @NotNull InquirySource source,
            @NotNull @Valid Caller caller,

            @Schema(
                    examples = "2026-03-01T22:14:00Z",
                    description = "when the call came, such as a message left at night; now unless said")
            @Nullable
            Instant receivedAt) {}

    @POST
    @Transactional
    @Operation(summary = "Note a first call")
    @APIResponseSchema(value = InquiryView.class, responseCode = "201")
    public RestResponse<InquiryView> receive(@NotNull @Valid Form form) {
        var inquiry = reception.receive(form.channel(), form.source(), form.caller(), form.receivedAt());
        return Answers.created(InquiryView.of(inquiry, sealed), "inquiries/" + inquiry.id(), inquiry.version());
    }

    @GET
    @Transactional
    @Operation(summary = "First calls, oldest first")
    public RestResponse<Page<InquiryView>> list(
            @QueryParam("status") @Parameter(description = "without it, all") Inquiry.@Nullable Status status,
            @Valid @BeanParam PageRequest page,
            @Context UriInfo uri) {
        return Page.of(inquiries.page(status, page), page, one -> InquiryView.of(one, sealed), Inquiry::id, uri);
    }

    @GET
    @Path("{inquiry}")
    @Transactional
    @Operation(summary = "One first call")
    public RestResponse<InquiryView> read(InquiryId inquiry) {
        return show(inquiries.of(inquiry));
    }

    @GET
    @Path("pipeline")
    @Transactional
    @Operation(
            summary = "What came of the calls of some days, by who brought them",
            description = "Both days included, in clinic time; at most two years. Names nobody.")
    public List<Pipeline.Line> pipeline(
            @QueryParam("from")
                    @Parameter(description = "the first day; three months before the last, unless said")
                    @Nullable
                    LocalDate from,
            @QueryParam("to") @Parameter(description = "the last day, included; today unless said") @Nullable
                    LocalDate to) {
        return pipeline.of(from, to);
    }

    @Schema(name = "InquiryContactForm")
    record ContactForm(
            @Schema(description = "whether the caller themselves was spoken with", examples = "true") @NotNull
            Boolean reached) {}

    @POST
    @Path("{inquiry}/contacts")
    @Transactional
    @Operation(
            summary = "Somebody called back",
            description =
                    "Who tried and when stays on the inquiry, so that nobody calls twice in an hour. The first that reaches the caller ends the time to first contact.")
    public RestResponse<InquiryView> contact(InquiryId inquiry, @NotNull @Valid ContactForm form) {
        var found = inquiries.lockedOf(inquiry);
        found.tried(form.reached(), ClinicContext.current().orElseThrow().actor(), clock.instant());
        reception.answered(found);
        return show(found);
    }

    @Schema(name = "InquiryClosingForm")
    record ClosingForm(
            @Schema(examples = "NOT_REACHED") @NotNull Inquiry.Closing because) {}

    @POST
    @Path("{inquiry}/closing")
    @Transactional
    @Operation(
            summary = "Nothing came of it",
            description =
                    "Also of somebody who was registered and does not come. A partner that may know learns NOT_COMING.")
    public RestResponse<InquiryView> close(InquiryId inquiry, @NotNull @Valid ClosingForm form) {
        var found = inquiries.lockedOf(inquiry);
        found.close(form.because(), inquiries.ledToAnEpisode(inquiry));
        reception.answered(found);
        return show(found);
    }

    private RestResponse<InquiryView> show(Inquiry inquiry) {
        inquiries.flush();
        return Answers.versioned(InquiryView.of(inquiry, sealed), inquiry.version());
    }
}
