package org.stepwell.enrollment.breakglass;

import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.code.DataCategory;
import org.stepwell.contracts.code.DisclosureBasis;
import org.stepwell.contracts.code.DisclosurePurpose;
import org.stepwell.contracts.code.Recipient;
import org.stepwell.contracts.enrollment.EnrollmentFact.BreakGlassClosed;
import org.stepwell.contracts.id.BreakGlassId;
import org.stepwell.contracts.privacy.PrivacyEvent.DisclosureMade.Channel;
import org.stepwell.platform.access.Access;
import org.stepwell.platform.access.BrokenGlass;
import org.stepwell.platform.access.Caller;
import org.stepwell.platform.access.Discloses;
import org.stepwell.platform.access.Guard;
import org.stepwell.platform.access.Policy;
import org.stepwell.platform.consent.Ask;
import org.stepwell.platform.consent.Disclosures;
import org.stepwell.platform.event.Outbox;
import org.stepwell.platform.http.Answers;
import org.stepwell.platform.http.Page;
import org.stepwell.platform.http.PageRequest;
import org.stepwell.platform.problem.FieldError;
import org.stepwell.platform.problem.Refusal;
import org.stepwell.platform.seal.SealedJson;
import org.stepwell.platform.time.WallClock;

/** What was opened in emergencies: told to medical personnel, and reviewed. */
@Path("break-glass")
@Produces(MediaType.APPLICATION_JSON)
class BreakGlassResource {

    private static final Recipient MEDICAL_PERSONNEL = new Recipient(Recipient.Kind.TREATING_PROVIDER, null);

    private final BreakGlasses glasses;
    private final BreakGlassTasks tasks;
    private final EmergencyDisclosures emergencies;
    private final Disclosures disclosures;
    private final BrokenGlass broken;
    private final Outbox outbox;
    private final SealedJson sealed;
    private final Access access;
    private final Caller caller;
    private final WallClock wall;

    BreakGlassResource(
            BreakGlasses glasses,
            BreakGlassTasks tasks,
            EmergencyDisclosures emergencies,
            Disclosures disclosures,
            BrokenGlass broken,
            Outbox outbox,
            SealedJson sealed,
            Access access,
            Caller caller,
            WallClock wall) {
        this.glasses = glasses;
        this.tasks = tasks;
        this.emergencies = emergencies;
        this.disclosures = disclosures;
        this.broken = broken;
        this.outbox = outbox;
        this.sealed = sealed;
        this.access = access;
        this.caller = caller;
        this.wall = wall;
    }

    @Schema(name = "EmergencyDisclosureForm")
    record DisclosureForm(
            @Schema(examples = "Dr. Ana Reyes", description = "the medical personnel who are told")
            @NotBlank
            @Size(max = 200)
            String recipient,

            @Schema(examples = "Harbor General, emergency department", description = "whom they work for")
            @NotBlank
            @Size(max = 200)
            String facility,

            @Schema(examples = "Carl Osei", description = "who tells them") @NotBlank @Size(max = 200)
            String discloser,

            @NotEmpty @Size(max = 20) Set<@NotNull DataCategory> categories,
            @Schema(examples = "PHONE") @NotNull Channel channel,

            @Schema(description = "true: the patient can not be asked before") @NotNull
            Boolean consentCanNotBeHad) {}

    @Schema(name = "BreakGlassReviewForm")
    record ReviewForm(
            @Schema(examples = "JUSTIFIED") @NotNull BreakGlass.Verdict verdict,

            @Schema(examples = "Spoke with the team and the emergency department") @Size(max = 1_000) @Nullable
            String remark) {}

    @POST
    @Path("{glass}/disclosures")
    @Transactional
    @Guard(Policy.EMERGENCY_DISCLOSED)
    @Discloses
    @Operation(
            summary = "Tell medical personnel what they need in the emergency",
            description = "Records what 42 CFR 2.51(c) asks for, and stands in the patient's ledger.")
    @APIResponseSchema(value = EmergencyDisclosures.View.class, responseCode = "201")
    public RestResponse<EmergencyDisclosures.View> disclose(BreakGlassId glass, @NotNull @Valid DisclosureForm form) {
        var found = glasses.heldOf(glass);
        access.to(found.patient());
        var ask = new Ask(found.patient(), MEDICAL_PERSONNEL, DisclosurePurpose.TREATMENT, form.categories());
        var discloser = access.staff();
        var made = disclosures.withoutConsent(ask, form.channel(), DisclosureBasis.MEDICAL_EMERGENCY, glass, () -> {
            found.mustBeOpenTo(discloser, wall.instant());
            mustBeAnEmergency(form);
        });
        var names = new EmergencyDisclosures.Names(form.recipient(), form.facility(), form.discloser());
        return RestResponse.status(RestResponse.Status.CREATED, emergencies.add(glass, made, names, discloser));
    }

    private void closed(BreakGlassClosed closed) {
        broken.closed(closed);
        outbox.append(closed);
    }

    private static void mustBeAnEmergency(DisclosureForm form) {
        if (!form.consentCanNotBeHad()) {
            throw new Refusal(
                    BreakGlassRule.CONSENT_COULD_BE_HAD,
                    "Ask the patient, and disclose with their consent.",
                    List.of(new FieldError("/consentCanNotBeHad", "must be true in an emergency")));
        }
        if (form.categories().contains(DataCategory.COUNSELING_NOTES)) {
            throw new Refusal(
                    BreakGlassRule.COUNSELING_NOTES_STAY_CLOSED,
                    "Leave them out: medication, diagnosis and risk stand in the record itself.",
                    List.of(new FieldError("/categories", "no COUNSELING_NOTES in an emergency")));
        }
    }

    @GET
    @Transactional
    @Guard(Policy.PRIVACY_OFFICER_DECIDES)
    @Operation(summary = "What was opened in emergencies, oldest first: all, or what waits for a review")
    public RestResponse<Page<BreakGlassView>> list(
            @QueryParam("unreviewed") @DefaultValue("true") boolean unreviewed,
            @Valid @BeanParam PageRequest page,
            @Context UriInfo uri) {
        var found = glasses.page(unreviewed, page);
        var told = emergencies.of(found.stream().map(BreakGlass::id).toList());
        return Page.of(
                found,
                page,
                glass -> BreakGlassView.of(glass, told.getOrDefault(glass.id(), List.of()), sealed),
                BreakGlass::id,
                uri);
    }

    @POST
    @Path("{glass}/review")
    @Transactional
    @Guard(Policy.PRIVACY_OFFICER_DECIDES)
    @Operation(
            summary = "Say whether an opening was justified",
            description = "Where it was not, and its hour is not over, the record is closed in all services.")
    public RestResponse<BreakGlassView> review(BreakGlassId glass, @NotNull @Valid ReviewForm form) {
        var found = glasses.of(glass);
        access.to(found.patient());
        var remark = form.remark();
        found.review(
                        form.verdict(),
                        remark == null ? null : sealed.seal("break-glass-remark", glass.value(), remark),
                        caller.identity().subject(),
                        caller.identity().staff(),
                        wall.instant())
                .ifPresent(this::closed);
        glasses.flush();
        tasks.reviewed(glass);
        var told = emergencies.of(List.of(glass)).getOrDefault(glass, List.of());
        return Answers.versioned(BreakGlassView.of(found, told, sealed), found.version());
    }
}
