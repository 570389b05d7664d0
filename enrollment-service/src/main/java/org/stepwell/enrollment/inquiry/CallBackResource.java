package org.stepwell.enrollment.inquiry;

import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Duration;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.ClinicId;
import org.stepwell.platform.access.Guard;
import org.stepwell.platform.access.Policy;
import org.stepwell.platform.clinic.ClinicDirectory;
import org.stepwell.platform.edge.Rationed;
import org.stepwell.platform.problem.Refusal;

/** Whoever wants to be called, from a page that anybody may open. What they say reaches intake, and is answered to nobody. */
@Path("clinics/{clinic}/call-backs")
@Produces(MediaType.APPLICATION_JSON)
@Guard(Policy.ANYONE)
class CallBackResource {

    private static final Duration WINDOW = Duration.ofHours(1);
    private static final int AN_HOUR_MAX = 60;

    private final ReceiveInquiry reception;
    private final Inquiries inquiries;
    private final ClinicDirectory clinics;
    private final Clock clock;

    CallBackResource(ReceiveInquiry reception, Inquiries inquiries, ClinicDirectory clinics, Clock clock) {
        this.reception = reception;
        this.inquiries = inquiries;
        this.clinics = clinics;
        this.clock = clock;
    }

    @Schema(name = "CallBackForm")
    record Form(
            @Schema(description = "whatever you want to be called", examples = "Maya") @NotBlank @Size(max = 120)
            String name,

            @Schema(examples = "+1 555 0100") @NotBlank @Pattern(regexp = Caller.PHONE)
            String phone,

            @Schema(
                    description = "whether we may leave a message that says who calls; others may hear it",
                    examples = "false")
            @NotNull
            Boolean mayLeaveMessage,

            @Schema(examples = "weekdays after 5 pm") @Size(max = 120) @Nullable
            String bestTime) {}

    /** The same to everybody. */
    @Schema(name = "CallBackPromise")
    record Promise(
            @Schema(examples = "Thank you. Somebody calls you, as a rule on the same day.")
            String words) {}

    @POST
    @Operation(
            summary = "Ask to be called back",
            description = "Open to anybody. The name need not be the real one. In danger, call 911 or 988 instead.")
    @APIResponseSchema(value = Promise.class, responseCode = "202")
    @Transactional
    @Rationed
    public RestResponse<Promise> ask(ClinicId clinic, @NotNull @Valid Form form) {
        if (clinics.find().isEmpty()) {
            throw new NotFoundException();
        }
        if (inquiries.countedSince(Inquiry.Channel.WEB, clock.instant().minus(WINDOW)) >= AN_HOUR_MAX) {
            throw new Refusal(InquiryRule.TOO_MANY_CALL_BACKS, "Call us instead, or 1-800-662-4357 at any hour.");
        }
        reception.receive(
                Inquiry.Channel.WEB,
                InquirySource.ONLINE,
                new Caller(form.name(), form.phone(), form.mayLeaveMessage(), form.bestTime(), null));
        var promise = new Promise("Thank you. Somebody calls you, as a rule on the same day.");
        return RestResponse.ResponseBuilder.create(RestResponse.Status.ACCEPTED, promise)
                .build();
    }
}
