package org.stepwell.enrollment.inquiry;

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
import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.InquiryId;
import org.stepwell.platform.access.Guard;
import org.stepwell.platform.access.Policy;
import org.stepwell.platform.clinic.ClinicContext;
import org.stepwell.platform.database.Uuid7;
import org.stepwell.platform.http.Answers;
import org.stepwell.platform.http.Page;
import org.stepwell.platform.http.PageRequest;
import org.stepwell.platform.seal.Seal;

/** First calls: who asked, when somebody answered, what came of it. */
@Path("inquiries")
@Guard(Policy.INTAKE_ENROLLS)
class InquiryResource {

    private final Inquiries inquiries;
    private final ForgottenCallers forgotten;
    private final Seal seal;
    private final Clock clock;

    InquiryResource(Inquiries inquiries, ForgottenCallers forgotten, Seal seal, Clock clock) {
        this.inquiries = inquiries;
        this.forgotten = forgotten;
        this.seal = seal;
        this.clock = clock;
    }

    @Schema(name = "InquiryForm")
    record Form(
            @Schema(examples = "PHONE") @NotNull Inquiry.Channel channel,

            @Schema(
                    examples = "Asked for evening groups; call back at 555-0100",
                    description = "who called and what they said; kept sealed")
            @NotBlank
            @Size(max = 2_000)
            String caller) {}

    @Schema(name = "InquiryView")
    record View(
            InquiryId id,
            Inquiry.Channel channel,
            Inquiry.Status status,

            @Schema(description = "erased a year after the call, unless the clinic's organization says otherwise")
            @Nullable
            String caller,

            Instant receivedAt,
            @Nullable Long minutesToFirstContact) {}

    @POST
    @Transactional
    @Operation(summary = "Note a first call")
    @APIResponseSchema(value = View.class, responseCode = "201")
    public RestResponse<View> receive(@NotNull @Valid Form form) {
        var id = new InquiryId(Uuid7.next());
        var inquiry = new Inquiry(
                id, form.channel(), seal.seal(ClinicContext.clinic(), purpose(id), form.caller()), clock.instant());
        inquiries.persistAndFlush(inquiry);
        forgotten.remember(inquiry);
        return Answers.created(view(inquiry), "inquiries/" + id, inquiry.version());
    }

    @GET
    @Transactional
    @Operation(summary = "First calls, oldest first")
    public RestResponse<Page<View>> list(@Valid @BeanParam PageRequest page, @Context UriInfo uri) {
        return Page.of(inquiries.page(page), page, this::view, Inquiry::id, uri);
    }

    @GET
    @Path("{inquiry}")
    @Transactional
    @Operation(summary = "One first call")
    public RestResponse<View> read(InquiryId inquiry) {
        return show(inquiries.of(inquiry));
    }

    @POST
    @Path("{inquiry}/contact")
    @Transactional
    @Operation(summary = "Somebody spoke with the caller")
    public RestResponse<View> contact(InquiryId inquiry) {
        var found = inquiries.of(inquiry);
        found.contacted(clock.instant());
        return show(found);
    }

    @POST
    @Path("{inquiry}/closing")
    @Transactional
    @Operation(summary = "Nothing came of it")
    public RestResponse<View> close(InquiryId inquiry) {
        var found = inquiries.of(inquiry);
        found.close();
        return show(found);
    }

    private RestResponse<View> show(Inquiry inquiry) {
        inquiries.flush();
        return Answers.versioned(view(inquiry), inquiry.version());
    }

    private View view(Inquiry inquiry) {
        var first = inquiry.firstContactAt();
        @Nullable String caller = inquiry.sealedCaller();
        return new View(
                inquiry.id(),
                inquiry.channel(),
                inquiry.status(),
                caller == null ? null : seal.open(ClinicContext.clinic(), purpose(inquiry.id()), caller),
                inquiry.receivedAt(),
                first == null
                        ? null
                        : Duration.between(inquiry.receivedAt(), first).toMinutes());
    }

    private static String purpose(InquiryId id) {
        return "inquiry/" + id;
    }
}
