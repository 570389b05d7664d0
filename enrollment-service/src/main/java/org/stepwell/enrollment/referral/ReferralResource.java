package org.stepwell.enrollment.referral;

import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
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
import org.stepwell.contracts.code.DataCategory;
import org.stepwell.contracts.code.DisclosurePurpose;
import org.stepwell.contracts.id.PartnerId;
import org.stepwell.contracts.id.ReferralId;
import org.stepwell.contracts.privacy.PrivacyEvent.DisclosureMade.Channel;
import org.stepwell.enrollment.inquiry.Caller;
import org.stepwell.enrollment.partner.Partners;
import org.stepwell.enrollment.program.Levels;
import org.stepwell.platform.access.Access;
import org.stepwell.platform.access.Discloses;
import org.stepwell.platform.access.Guard;
import org.stepwell.platform.access.Policy;
import org.stepwell.platform.consent.Ask;
import org.stepwell.platform.consent.Disclosures;
import org.stepwell.platform.consent.Permit;
import org.stepwell.platform.consent.Told;
import org.stepwell.platform.http.Answers;
import org.stepwell.platform.http.Page;
import org.stepwell.platform.http.PageRequest;
import org.stepwell.platform.problem.Refusal;
import org.stepwell.platform.seal.SealedJson;

/** People whom somebody sent: called back, and what came of it told to the sender where the patient consents. */
@Path("referrals")
@Produces(MediaType.APPLICATION_JSON)
@Guard(Policy.INTAKE_ENROLLS)
class ReferralResource {

    private final ReceiveReferral reception;
    private final Referrals referrals;
    private final Partners partners;
    private final Disclosures disclosures;
    private final SealedJson sealed;
    private final Access access;
    private final Clock clock;

    ReferralResource(
            ReceiveReferral reception,
            Referrals referrals,
            Partners partners,
            Disclosures disclosures,
            SealedJson sealed,
            Access access,
            Clock clock) {
        this.reception = reception;
        this.referrals = referrals;
        this.partners = partners;
        this.disclosures = disclosures;
        this.sealed = sealed;
        this.access = access;
        this.clock = clock;
    }

    @Schema(name = "ReferralForm")
    record Form(
            @Schema(description = "who sent them; or say the facility in words") @Nullable
            PartnerId partner,

            @Schema(description = "where they come from, if it is no partner", examples = "Harbor General, ward 4")
            @Nullable
            @Size(max = 200)
            String facility,

            @Schema(examples = "STEP_DOWN") @NotNull Referral.Reason reason,
            @Nullable @Valid StepDownForm stepDown,

            @Schema(description = "who was sent, and how to reach them without telling anybody else") @NotNull @Valid
            Caller whom) {}

    @Schema(name = "StepDownForm")
    record StepDownForm(
            @Schema(description = "the level of care they leave", examples = "3.5")
            @NotBlank
            @Pattern(regexp = Levels.ABOVE_INTENSIVE_OUTPATIENT)
            String level,

            @Schema(description = "the last day there", examples = "2026-03-02") @NotNull
            LocalDate leavesOn,

            @Schema(
                    description = "the house or ward they leave, if the sender is another",
                    examples = "Harbor General, detox unit")
            @Nullable
            @Size(max = 200)
            String facility) {
        ReceiveReferral.Leaves leaves() {
            return new ReceiveReferral.Leaves(level, leavesOn, facility);
        }
    }

    @Schema(name = "ReferralReportForm")
    record ReportForm(
            @Schema(examples = "TREATMENT") @NotNull DisclosurePurpose purpose,
            @Schema(examples = "PHONE") @NotNull Channel channel) {}

    @Schema(name = "ReferralReport")
    record Report(
            @Schema(description = "how far they came, as the sender may be told now")
            Stage stage,

            @Schema(description = "what goes with it") Permit permit) {}

    @POST
    @Transactional
    @Operation(summary = "Take somebody who was sent; they are called back within the hour")
    @APIResponseSchema(value = ReferralView.class, responseCode = "201")
    public RestResponse<ReferralView> receive(@NotNull @Valid Form form) {
        var stepDown = form.stepDown();
        var referral = reception.receive(new ReceiveReferral.Said(
                form.partner(),
                form.facility(),
                form.reason(),
                stepDown == null ? null : stepDown.leaves(),
                form.whom()));
        return Answers.created(
                ReferralView.of(referral, Referrals.Course.RECEIVED, sealed),
                "referrals/" + referral.id(),
                referral.version());
    }

    @GET
    @Transactional
    @Operation(summary = "People who were sent, oldest first, and how far each of them came")
    public RestResponse<Page<ReferralView>> list(
            @QueryParam("partner") @Nullable PartnerId partner,
            @Valid @BeanParam PageRequest page,
            @Context UriInfo uri) {
        var found = referrals.page(partner, page);
        var courses = referrals.courses(found);
        return Page.of(
                found,
                page,
                one -> ReferralView.of(one, courses.getOrDefault(one.id(), Referrals.Course.RECEIVED), sealed),
                Referral::id,
                uri);
    }

    @GET
    @Path("{referral}")
    @Transactional
    @Operation(summary = "Somebody who was sent")
    public RestResponse<ReferralView> read(ReferralId referral) {
        var found = referrals.of(referral);
        return Answers.versioned(ReferralView.of(found, referrals.courseOf(found), sealed), found.version());
    }

    @POST
    @Path("{referral}/reports")
    @Transactional
    @Discloses({DataCategory.PRESENCE, DataCategory.PROGRESS})
    @Operation(
            summary = "Tell the sender what came of it, as far as the patient consents",
            description =
                    "403 where no consent names the partner: then say that the referral was received, and no more.")
    @APIResponseSchema(value = Report.class, responseCode = "200")
    public Report report(ReferralId referral, @NotNull @Valid ReportForm form) {
        var found = referrals.of(referral);
        var course = referrals.courseOf(found);
        var patient = course.patient();
        if (patient == null) {
            throw new Refusal(ReferralRule.NOTHING_TO_REPORT, "Nobody was registered yet.");
        }
        access.to(patient);
        if (found.partner() == null) {
            throw new Refusal(
                    ReferralRule.REPORTED_TO_A_PARTNER,
                    "This one came from a facility that is no partner of the clinic.");
        }
        var partner = partners.findByIdOptional(found.partner()).orElseThrow(NotFoundException::new);
        var permit = disclosures.permit(
                new Ask(
                        patient,
                        partner.recipient(),
                        form.purpose(),
                        course.stage().categories()),
                form.channel(),
                new Told(partner.name(), partner.address()));
        found.reported(course.stage(), clock.instant());
        return new Report(course.stage(), permit);
    }
}
