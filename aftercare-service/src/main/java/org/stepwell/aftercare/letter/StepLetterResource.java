package org.stepwell.aftercare.letter;

import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
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
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.hibernate.validator.constraints.UniqueElements;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.stepwell.aftercare.nextstep.ReferredSteps;
import org.stepwell.contracts.code.DataCategory;
import org.stepwell.contracts.code.DisclosurePurpose;
import org.stepwell.contracts.code.Recipient;
import org.stepwell.contracts.id.NextStepId;
import org.stepwell.platform.access.Access;
import org.stepwell.platform.access.Discloses;
import org.stepwell.platform.access.Guard;
import org.stepwell.platform.access.Policy;
import org.stepwell.platform.http.Answers;
import org.stepwell.platform.http.Page;
import org.stepwell.platform.http.PageRequest;

/** The letters by which a step is sent to whoever is to receive the patient. */
@Path("next-steps/{step}/letters")
@Produces(MediaType.APPLICATION_JSON)
@Guard(Policy.STAFF_DISCLOSE)
class StepLetterResource {

    private final ReferralLetters letters;
    private final WriteLetter writing;
    private final ReferredSteps steps;
    private final Access access;

    StepLetterResource(ReferralLetters letters, WriteLetter writing, ReferredSteps steps, Access access) {
        this.letters = letters;
        this.writing = writing;
        this.steps = steps;
        this.access = access;
    }

    @Schema(name = "ReferralLetterForm")
    record Form(
            @NotNull LetterOrder.Way way,
            @NotNull @Valid To recipient,
            @Schema(examples = "TREATMENT") @NotNull DisclosurePurpose purpose,

            @Schema(description = "told beside the step itself, as far as the consent opens it")
            @NotNull
            @Size(max = 3)
            @UniqueElements
            List<LetterOrder.@NotNull Detail> also,

            @NotNull @Valid Receiver receiver,

            @Schema(description = "the last day on which the link is answered, as the clinic counts days") @NotNull
            LocalDate answerBy) {

        /** Who is to receive the patient, as the consent names them. */
        @Schema(name = "ReferralLetterRecipient")
        record To(
                @Schema(examples = "TREATING_PROVIDER") @NotNull
                Recipient.Kind kind,

                @Schema(description = "as in the consent; without it, somebody of this kind whom no consent names")
                @Nullable
                UUID id) {}

        LetterOrder order() {
            var details = EnumSet.noneOf(LetterOrder.Detail.class);
            details.addAll(also);
            return new LetterOrder(way, new Recipient(recipient.kind(), recipient.id()), purpose, details, answerBy);
        }
    }

    @POST
    @Transactional
    @Discloses({
        DataCategory.PRESENCE,
        DataCategory.DEMOGRAPHICS,
        DataCategory.MEDICATION,
        DataCategory.DISCHARGE_SUMMARY,
        DataCategory.AFTERCARE
    })
    @Operation(
            summary = "Send a step to whoever is to receive the patient",
            description =
                    "By e-mail it leaves at once, as a mail that says nothing but that a document waits; of a printed letter the"
                            + " answer has the link, once. 403 where no consent in force opens it; it is asked again each time that"
                            + " somebody is to see it. A letter tells PRESENCE and AFTERCARE: who is referred, for what, for which day.")
    @APIResponseSchema(value = LetterView.class, responseCode = "201")
    public RestResponse<LetterView> write(NextStepId step, @NotNull @Valid Form form) {
        access.to(steps.patientOf(step));
        var written = writing.write(step, form.order(), form.receiver());
        var letter = written.letter();
        return Answers.created(
                LetterView.of(letter, letters, written.link()), "letters/" + letter.id(), letter.version());
    }

    @GET
    @Transactional
    @Operation(summary = "The letters by which a step was sent, oldest first, and where each stands")
    public RestResponse<Page<LetterView>> list(
            NextStepId step, @Valid @BeanParam PageRequest page, @Context UriInfo uri) {
        access.to(steps.patientOf(step));
        return Page.of(
                letters.page(step, page),
                page,
                letter -> LetterView.of(letter, letters, null),
                ReferralLetter::id,
                uri);
    }
}
