package org.stepwell.aftercare.danger;

import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.stepwell.aftercare.danger.SafetyFlags.Flag;
import org.stepwell.aftercare.danger.SafetyView.FlagView;
import org.stepwell.aftercare.danger.SafetyView.ScreenView;
import org.stepwell.aftercare.plan.FindPlan;
import org.stepwell.contracts.id.AftercarePlanId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.platform.access.Access;
import org.stepwell.platform.access.Guard;
import org.stepwell.platform.access.Policy;
import org.stepwell.platform.clinic.ClinicContext;
import org.stepwell.platform.finding.SafetyRegister;
import org.stepwell.platform.finding.StandingFlag;
import org.stepwell.platform.http.Answers;
import org.stepwell.platform.http.IfMatch;
import org.stepwell.platform.measure.AnswerForm;
import org.stepwell.platform.measure.Scoring;
import org.stepwell.platform.problem.Refusal;
import org.stepwell.platform.seal.Seal;

/** The HTTP door to warnings of suicide: what stands, the screener, and what came of looking after somebody. */
@Path("plans/{plan}/safety")
@Produces(MediaType.APPLICATION_JSON)
@Guard(Policy.CARE_TEAM_TREATS)
class DangerResource {

    private final SafetyFlags flags;
    private final SuicideScreens screens;
    private final SafetyRegister register;
    private final FindPlan plans;
    private final Danger danger;
    private final Access access;
    private final Seal seal;
    private final Clock clock;

    DangerResource(
            SafetyFlags flags,
            SuicideScreens screens,
            SafetyRegister register,
            FindPlan plans,
            Danger danger,
            Access access,
            Seal seal,
            Clock clock) {
        this.flags = flags;
        this.screens = screens;
        this.register = register;
        this.plans = plans;
        this.danger = danger;
        this.access = access;
        this.seal = seal;
        this.clock = clock;
    }

    /** The answer to a question of the screener. */
    @Schema(name = "SuicideScreenAnswer")
    record Answer(
            @Schema(examples = "1", description = "1 to 6; 3 to 5 are not asked where 2 was answered with no")
            @NotBlank
            @Size(max = 8)
            String item,

            @Schema(examples = "0", description = "0 no, 1 yes") @NotNull
            Integer value) {}

    @Schema(name = "SuicideScreenForm")
    record ScreenForm(
            @Schema(description = "now where it is left out") @Nullable
            Instant takenAt,

            @NotEmpty @Size(max = 6) List<@NotNull @Valid Answer> answers) {}

    @Schema(name = "FlagClearanceForm")
    record ClearanceForm(
            @NotNull Disposition disposition,

            @Schema(
                    examples = "Spoke for half an hour; no plan, no means; his brother stays the night.",
                    description = "what was assessed, what is planned, and what follows")
            @NotBlank
            @Size(max = 8_000)
            String assessment) {}

    @GET
    @Transactional
    @Operation(summary = "The warnings of suicide about the patient of a plan, and the screeners that were asked")
    public SafetyView read(AftercarePlanId plan) {
        var patient = plans.patientOf(plan);
        access.to(patient);
        return new SafetyView(
                patient,
                danger.helpNow(),
                danger.asksAtEachContact(patient),
                flags.of(patient).stream().map(this::shown).toList(),
                register.openElsewhere(patient).stream()
                        .map(StandingFlag::toString)
                        .toList(),
                screens.of(plan).stream().map(ScreenView::of).toList());
    }

    @POST
    @Path("screens")
    @Transactional
    @Operation(
            summary = "Record the C-SSRS since last contact that was asked",
            description =
                    "It answers a thought that was named before. A moderate or high risk is a flag of its own, until a"
                            + " clinician has looked after the patient.")
    @APIResponseSchema(value = ScreenView.class, responseCode = "201")
    public RestResponse<ScreenView> ask(AftercarePlanId plan, @NotNull @Valid ScreenForm form) {
        var patient = plans.patientOf(plan);
        access.to(patient);
        var now = clock.instant();
        var asked = new SuicideScreens.Asked(
                patient, plans.episodeOf(plan), plan, Scoring.takenAt(form.takenAt(), now), access.staff());
        var answers = form.answers().stream()
                .map(answer -> new AnswerForm(answer.item(), answer.value()))
                .toList();
        return Answers.created(ScreenView.of(screens.take(asked, answers, now)), "plans/%s/safety".formatted(plan), 0);
    }

    @POST
    @Path("{flag}/clearance")
    @Transactional
    @Operation(
            summary = "Say what came of looking after a patient at risk of suicide",
            description = "By a clinician of the care team or a supervisor. A thought that was named is answered by the"
                    + " screener, and by nobody's word.")
    public RestResponse<FlagView> clear(
            AftercarePlanId plan,
            FlagName flag,
            @HeaderParam("If-Match") @Nullable IfMatch version,
            @NotNull @Valid ClearanceForm form) {
        var patient = plans.patientOf(plan);
        access.to(patient);
        var standing = flags.standing(patient, flag).orElseThrow(() -> noneHere(patient, flag));
        IfMatch.requireRead(version, standing.timesRaised());
        if (flag == FlagName.SUICIDE_ITEM) {
            throw new Refusal(
                    DangerRule.SCREENER_CLEARS_THE_ITEM,
                    "Ask the C-SSRS since last contact: POST plans/…/safety/screens.");
        }
        var sealed = seal.seal(ClinicContext.clinic(), purpose(standing), form.assessment());
        var now = clock.instant();
        flags.clear(standing, new SafetyFlags.Cleared(form.disposition().name(), access.staff(), sealed), now);
        var cleared = flags.of(patient).stream()
                .filter(one -> one.id().equals(standing.id()))
                .findFirst()
                .orElseThrow();
        return Answers.versioned(shown(cleared), cleared.timesRaised());
    }

    private Refusal noneHere(PatientId patient, FlagName flag) {
        return register.openElsewhere(patient).stream()
                .filter(one -> one.flag().equals(flag.name()))
                .findFirst()
                .map(one -> new Refusal(
                        DangerRule.FLAG_STANDS_ELSEWHERE,
                        "It is cleared in %s, which raised it.".formatted(one.service())))
                .orElseGet(() ->
                        new Refusal(DangerRule.FLAG_IS_NOT_OPEN, "No flag of this name stands about this patient."));
    }

    private FlagView shown(Flag flag) {
        var sealed = flag.assessment();
        return new FlagView(
                flag.id().value(),
                flag.timesRaised(),
                flag.name(),
                flag.raisedAt(),
                flag.lastRaisedAt(),
                flag.clearedAt(),
                flag.clearedBy(),
                flag.disposition(),
                sealed == null ? null : seal.open(ClinicContext.clinic(), purpose(flag), sealed));
    }

    private static String purpose(Flag flag) {
        return "aftercare-flag/" + flag.id();
    }
}
