package org.stepwell.enrollment.billing;

import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.code.DataCategory;
import org.stepwell.contracts.id.PayerId;
import org.stepwell.enrollment.payer.Payers;
import org.stepwell.enrollment.reporting.Days;
import org.stepwell.enrollment.reporting.Lines;
import org.stepwell.platform.access.Caller;
import org.stepwell.platform.access.Discloses;
import org.stepwell.platform.access.Guard;
import org.stepwell.platform.access.Policy;
import org.stepwell.platform.access.StepUp;
import org.stepwell.platform.clinic.ClinicDirectory;
import org.stepwell.platform.http.IdempotentRequest;

/** Claims as they leave for a payer. */
@Path("payers/{payer}/claims")
class PayerClaimResource {

    private final Payers payers;
    private final SendClaims sending;
    private final ClinicDirectory clinics;
    private final Caller caller;
    private final IdempotentRequest request;
    private final Clock clock;

    PayerClaimResource(
            Payers payers,
            SendClaims sending,
            ClinicDirectory clinics,
            Caller caller,
            IdempotentRequest request,
            Clock clock) {
        this.payers = payers;
        this.sending = sending;
        this.clinics = clinics;
        this.caller = caller;
        this.request = request;
        this.clock = clock;
    }

    @Schema(name = "ClaimsForm")
    record Form(
            @Schema(examples = "2026-03-01") @NotNull LocalDate from,
            @Schema(examples = "2026-03-31") @NotNull LocalDate to,
            @Schema(examples = "CSV") @NotNull Lines.Format format,

            @Schema(
                    examples = "false",
                    description = "whether what was sent before goes once more, because the file was lost")
            @Nullable
            Boolean again) {}

    @POST
    @Produces({Lines.CSV, Lines.JSON_LINES})
    @Transactional
    @StepUp
    @Guard(Policy.INTAKE_ENROLLS)
    @Discloses({
        DataCategory.PRESENCE,
        DataCategory.DEMOGRAPHICS,
        DataCategory.DIAGNOSIS,
        DataCategory.ATTENDANCE,
        DataCategory.BILLING
    })
    @Operation(
            summary = "Send a payer the lines that are ready",
            description =
                    "As far as each patient's consent opens it; each ledger says so. What is held waits (X-Held counts it, claim-lines/held lists it),"
                            + " and what was sent is not sent again unless asked for.")
    @APIResponse(
            responseCode = "200",
            description = "a line for each day: CSV with the fields as columns, or a JSON object",
            content = {
                @Content(
                        mediaType = Lines.CSV,
                        schema =
                                @Schema(
                                        type = SchemaType.STRING,
                                        examples = "PATIENT,FAMILY_NAME,GIVEN_NAME,BIRTH_DATE,ADMITTED,MEMBER ...")),
                @Content(
                        mediaType = Lines.JSON_LINES,
                        schema = @Schema(type = SchemaType.STRING, examples = "{\"DAY\":\"2026-03-02\",\"UNITS\":1}"))
            })
    public Response send(PayerId payer, @NotNull @Valid Form form) {
        request.anotherEachTime(); // what is ready may be another thing by the time of a repetition
        var found = payers.of(payer);
        var now = clock.instant();
        var days = Days.past(form.from(), form.to(), LocalDate.ofInstant(now, clinics.zone()), "/");
        var file = sending.send(found, days, form.format(), Boolean.TRUE.equals(form.again()), now);
        caller.touches(file.patients());
        return Response.ok(file.content())
                .header(HttpHeaders.CONTENT_TYPE, form.format().mediaType())
                .header("X-Lines", file.lines())
                .header("X-Held", file.held())
                .build();
    }
}
