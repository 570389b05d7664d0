package org.stepwell.enrollment.form;

import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jboss.resteasy.reactive.RestResponse;
import org.stepwell.contracts.code.ConsentKind;
import org.stepwell.platform.access.Guard;
import org.stepwell.platform.access.Policy;
import org.stepwell.platform.clinic.ClinicContext;
import org.stepwell.platform.problem.FieldError;
import org.stepwell.platform.problem.Refusal;

/** The clinic's texts that patients sign: shown before they do, published by administrators. */
@Path("form-texts")
@Produces(MediaType.APPLICATION_JSON)
class FormTextResource {

    private final FormTexts texts;
    private final Clock clock;

    FormTextResource(FormTexts texts, Clock clock) {
        this.texts = texts;
        this.clock = clock;
    }

    @Schema(name = "FormTextForm")
    record Form(
            @Schema(examples = "PROGRAM_RULES", description = "a kind that opens no disclosure") @NotNull
            ConsentKind kind,

            @Schema(examples = "Come sober. Stay for the whole group. What is said here stays here.")
            @NotBlank
            @Size(max = 40_000)
            String text,

            @Schema(description = "whether those who signed an earlier version sign this one, too", examples = "false")
            @NotNull
            Boolean signAgain) {}

    @Schema(name = "FormTextView")
    record View(
            ConsentKind kind,

            @Schema(description = "goes into the signature", examples = "3")
            int version,

            @Schema(examples = "Come sober. Stay for the whole group. What is said here stays here.")
            String text) {
        static View of(FormText text) {
            return new View(text.kind(), text.version(), text.text());
        }
    }

    @GET
    @Transactional
    @Guard(Policy.CLINIC_MEMBERS_READ)
    @Operation(summary = "The texts in use, to be read before they are signed")
    public List<View> list() {
        return texts.inUse().stream().map(View::of).toList();
    }

    @POST
    @Transactional
    @Guard(Policy.ADMINISTRATORS_SET_UP)
    @Operation(summary = "Publish a text; what was signed before keeps its own")
    @APIResponseSchema(value = View.class, responseCode = "201")
    public RestResponse<View> publish(@NotNull @Valid Form form) {
        if (form.kind().disclosure()) {
            throw new Refusal(
                    FormRule.FORM_IS_SIGNED_ALONE,
                    "Choose one of %s; what a consent to disclosure says, the law says.".formatted(FormTexts.kinds()),
                    List.of(new FieldError("/kind", "one of " + FormTexts.kinds())));
        }
        var published = texts.publish(
                form.kind(),
                form.text(),
                form.signAgain(),
                ClinicContext.current().orElseThrow().actor(),
                clock.instant());
        return RestResponse.status(RestResponse.Status.CREATED, View.of(published));
    }
}
