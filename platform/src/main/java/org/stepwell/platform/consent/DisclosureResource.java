package org.stepwell.platform.consent;

import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.code.DataCategory;
import org.stepwell.contracts.code.DisclosurePurpose;
import org.stepwell.contracts.code.Recipient;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.contracts.privacy.PrivacyEvent.DisclosureMade.Channel;
import org.stepwell.platform.access.Access;
import org.stepwell.platform.access.Discloses;
import org.stepwell.platform.access.Guard;
import org.stepwell.platform.access.Policy;

/** Before somebody tells, hands over or sends what this service knows: may they, and what must go with it? */
@Path("patients")
class DisclosureResource {

    private final Disclosures disclosures;
    private final Access access;

    DisclosureResource(Disclosures disclosures, Access access) {
        this.disclosures = disclosures;
        this.access = access;
    }

    @Schema(name = "DisclosureForm")
    record Form(
            @NotNull @Valid To recipient,
            @Schema(examples = "TREATMENT") @NotNull DisclosurePurpose purpose,
            @NotEmpty @Size(max = 20) Set<@NotNull DataCategory> categories,
            @Schema(examples = "PHONE") @NotNull Channel channel,

            @Schema(description = "who is told, in words, where the consent names a class; kept sealed")
            @Valid
            @Nullable
            Told told) {

        /** Who is to receive it, as the consent names them. */
        @Schema(name = "DisclosureRecipient")
        record To(
                @Schema(examples = "TREATING_PROVIDER") @NotNull
                Recipient.Kind kind,

                @Schema(description = "as in the consent; without it, somebody of this kind whom no consent names")
                @Nullable
                UUID id) {}
    }

    @POST
    @Path("{patient}/disclosures")
    @Transactional
    @Guard(Policy.STAFF_DISCLOSE)
    @Discloses
    @Operation(
            summary = "Ask to disclose something by phone, letter or in person",
            description = "Answers the notice and the scope of the consent that go with it, 42 CFR 2.32; 403 where no"
                    + " consent in force opens it. Either way the patient's ledger says so.")
    public Permit ask(PatientId patient, @NotNull @Valid Form form) {
        access.to(patient);
        var recipient = new Recipient(form.recipient().kind(), form.recipient().id());
        return disclosures.permit(
                new Ask(patient, recipient, form.purpose(), form.categories()),
                form.channel(),
                form.told() == null ? new Told(null, null) : form.told());
    }
}
