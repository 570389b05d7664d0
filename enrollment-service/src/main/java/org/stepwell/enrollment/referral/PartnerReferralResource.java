package org.stepwell.enrollment.referral;

import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.code.DataCategory;
import org.stepwell.contracts.id.ReferralId;
import org.stepwell.enrollment.inquiry.Caller;
import org.stepwell.enrollment.partner.AgreementLets;
import org.stepwell.enrollment.partner.AskingPartner;
import org.stepwell.enrollment.program.Levels;
import org.stepwell.platform.access.Access;
import org.stepwell.platform.access.Discloses;
import org.stepwell.platform.access.Guard;
import org.stepwell.platform.access.NotDisclosed;
import org.stepwell.platform.access.Policy;
import org.stepwell.platform.edge.Rationed;
import org.stepwell.platform.http.Page;
import org.stepwell.platform.http.PageRequest;
import org.stepwell.platform.seal.SealedJson;

/** Where partners' own systems send people, and learn what the patient lets them. */
@Path("partner/referrals")
@Produces(MediaType.APPLICATION_JSON)
@Guard(Policy.PARTNERS_REFER)
class PartnerReferralResource {

    private final AskingPartner asking;
    private final PartnerRefers reception;
    private final Referrals referrals;
    private final TellPartner telling;
    private final SealedJson sealed;
    private final Access access;

    PartnerReferralResource(
            AskingPartner asking,
            PartnerRefers reception,
            Referrals referrals,
            TellPartner telling,
            SealedJson sealed,
            Access access) {
        this.asking = asking;
        this.reception = reception;
        this.referrals = referrals;
        this.telling = telling;
        this.sealed = sealed;
        this.access = access;
    }

    @Schema(name = "PartnerReferralForm")
    record Form(
            @Schema(
                    description = "your own number for this referral, which you use once; no name and no birth date",
                    examples = "R-2026-0417")
            @NotBlank
            @Size(max = 64)
            @Pattern(regexp = "[A-Za-z0-9._/-]+")
            String reference,

            @Schema(examples = "STEP_DOWN") @NotNull Referral.Reason reason,
            @Nullable @Valid StepDownForm stepDown,

            @Schema(description = "who is sent, and how to reach them without telling anybody else") @NotNull @Valid
            Caller whom) {}

    @Schema(name = "PartnerStepDownForm")
    record StepDownForm(
            @Schema(description = "the level of care they leave", examples = "3.7")
            @NotBlank
            @Pattern(regexp = Levels.ABOVE_INTENSIVE_OUTPATIENT)
            String level,

            @Schema(description = "the last day there", examples = "2026-03-02") @NotNull
            LocalDate leavesOn,

            @Schema(description = "the house or ward they leave", examples = "Harbor General, detox unit")
            @NotBlank
            @Size(max = 200)
            String facility) {
        ReceiveReferral.Leaves leaves() {
            return new ReceiveReferral.Leaves(level, leavesOn, facility);
        }
    }

    @POST
    @Transactional
    @Rationed
    @NotDisclosed("answers what the partner itself has just said")
    @Operation(
            summary = "Send somebody",
            description = "201 the first time; 200 with the same referral where you send the same again under the same"
                    + " reference; 409 where you send something else under it.")
    @APIResponseSchema(value = PartnerReferralView.class, responseCode = "201")
    public RestResponse<PartnerReferralView> receive(@NotNull @Valid Form form) {
        var partner = asking.whoMay(AgreementLets.REFER);
        @Nullable StepDownForm stepDown = form.stepDown();
        var received = reception.receive(
                partner.id(),
                form.reference(),
                new ReceiveReferral.Said(
                        partner.id(), null, form.reason(), stepDown == null ? null : stepDown.leaves(), form.whom()));
        var view = PartnerReferralView.of(received.referral(), TellPartner.Answer.RECEIVED, sealed);
        return received.anew()
                ? RestResponse.ResponseBuilder.create(RestResponse.Status.CREATED, view)
                        .location(URI.create("partner/referrals/" + view.id()))
                        .build()
                : RestResponse.ok(view);
    }

    @GET
    @Transactional
    @NotDisclosed("shows what the partner itself said")
    @Operation(
            summary = "Whom you sent, oldest first",
            description = "Without what came of it: read one referral to be told, as far as the patient consents.")
    public RestResponse<Page<PartnerReferralView.Line>> list(@Valid @BeanParam PageRequest page, @Context UriInfo uri) {
        var partner = asking.whoMay(AgreementLets.REFER);
        return Page.of(
                referrals.page(partner.id(), page),
                page,
                one -> PartnerReferralView.Line.of(one, sealed),
                Referral::id,
                uri);
    }

    @GET
    @Path("{referral}")
    @Transactional
    @Discloses({DataCategory.PRESENCE, DataCategory.PROGRESS})
    @Operation(
            summary = "Somebody you sent, and how far they came",
            description =
                    "RECEIVED, until the patient's consent names you and opens more; whoever is told more is bound by the"
                            + " notice that comes along (42 CFR 2.32), and the patient sees that you were told.")
    public PartnerReferralView read(ReferralId referral) {
        var found = referrals.of(referral);
        access.toWhatCameFrom(found.partner());
        var partner = asking.whoMay(AgreementLets.REFER);
        return PartnerReferralView.of(found, telling.tell(found, partner), sealed);
    }
}
