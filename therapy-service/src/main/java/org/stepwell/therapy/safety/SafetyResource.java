package org.stepwell.therapy.safety;

import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.platform.access.Access;
import org.stepwell.platform.access.Guard;
import org.stepwell.platform.access.Policy;
import org.stepwell.platform.clinic.ClinicContext;
import org.stepwell.platform.finding.SafetyRegister;
import org.stepwell.platform.finding.StandingFlag;
import org.stepwell.platform.http.Answers;
import org.stepwell.platform.http.IfMatch;
import org.stepwell.platform.http.Page;
import org.stepwell.platform.http.PageRequest;
import org.stepwell.platform.problem.Refusal;
import org.stepwell.platform.seal.Seal;
import org.stepwell.therapy.crisisplan.CrisisPlans;
import org.stepwell.therapy.roster.StaffMembers;

/** The warnings about a patient. */
@Path("patients/{patient}/safety")
@Produces(MediaType.APPLICATION_JSON)
class SafetyResource {

    private final SafetyFlags flags;
    private final SafetyTasks tasks;
    private final CrisisPlans crisisPlans;
    private final StaffMembers staff;
    private final Seal seal;
    private final Access access;
    private final SafetyRegister register;
    private final Clock clock;

    SafetyResource(
            SafetyFlags flags,
            SafetyTasks tasks,
            CrisisPlans crisisPlans,
            StaffMembers staff,
            Seal seal,
            Access access,
            SafetyRegister register,
            Clock clock) {
        this.flags = flags;
        this.tasks = tasks;
        this.crisisPlans = crisisPlans;
        this.staff = staff;
        this.seal = seal;
        this.access = access;
        this.register = register;
        this.clock = clock;
    }

    /** What came of looking after the patient. */
    @Schema(name = "ClearanceForm")
    record ClearanceForm(
            @NotNull Disposition disposition,

            @Schema(
                    examples = "LOW",
                    description = "how high you find the risk; of a flag that says a risk of suicide, and of no other")
            @Nullable
            RiskLevel level,

            @Schema(examples = "Asked the screener: passive thoughts only. Wrote a crisis plan together.")
            @NotBlank
            @Size(max = 8_000)
            String text) {}

    @GET
    @Transactional
    @Guard(Policy.CLINICAL_READS)
    @Operation(summary = "Read a patient's flags of all services, open and cleared, newest last")
    public RestResponse<Page<FlagView>> list(
            PatientId patient, @Valid @BeanParam PageRequest page, @Context UriInfo uri) {
        access.to(patient);
        var ours = flags.of(patient, page.after(), page.fetch()).stream().map(this::show);
        var theirs =
                register.elsewhere(patient, page.after(), page.fetch()).stream().map(FlagView::elsewhere);
        var found = Stream.concat(ours, theirs)
                .sorted(Comparator.comparing(flag -> flag.id().toString()))
                .limit(page.fetch())
                .toList();
        return Page.of(found, page, flag -> flag, FlagView::id, uri);
    }

    @GET
    @Path("{flag}")
    @Transactional
    @Guard(Policy.CLINICAL_READS)
    @Operation(
            summary = "Read a flag of therapy that stands, by its name",
            description = "Its ETag is what the clearance names in If-Match.")
    @APIResponseSchema(value = FlagView.class, responseCode = "200")
    public RestResponse<FlagView> read(PatientId patient, String flag) {
        access.to(patient);
        var standing = flags.standing(patient, flag).orElseThrow(NotFoundException::new);
        return Answers.versioned(show(standing), standing.version());
    }

    @POST
    @Path("{flag}/clearance")
    @Transactional
    @Guard(Policy.CARE_TEAM_TREATS)
    @Operation(
            summary = "Clear a flag after the patient was looked after",
            description =
                    "A high or moderate risk of suicide is cleared by a clinician who practises independently, who says how high"
                            + " they find it; a high one once a crisis plan was written since it was found last, unless the patient"
                            + " is in emergency care; that a thought was named (SUICIDE_ITEM) is cleared by taking the screener."
                            + " If-Match names the version that was read: what was found since is looked after first.")
    @APIResponseSchema(value = FlagView.class, responseCode = "200")
    public RestResponse<FlagView> clear(
            PatientId patient,
            String flag,
            @HeaderParam("If-Match") @Nullable IfMatch version,
            @NotNull @Valid ClearanceForm form) {
        access.to(patient);
        var open = flags.open(patient, flag).orElseThrow(() -> noneHere(patient, flag));
        IfMatch.requireRead(version, open.version());
        var by = access.staff();
        @Nullable Instant plannedAt = crisisPlans.writtenAt(patient).orElse(null);
        var found = new Clearance(form.disposition(), form.level(), by, staff.held(by), plannedAt);
        var now = clock.instant();
        register.say(open.clear(found, seal.seal(ClinicContext.clinic(), purpose(open), form.text()), now));
        tasks.cleared(open.finding(), now);
        flags.flush();
        return Answers.versioned(show(open), open.version());
    }

    private Refusal noneHere(PatientId patient, String flag) {
        return register.open(patient).stream()
                .filter(standing -> standing.flag().equals(flag))
                .map(StandingFlag::service)
                .findFirst()
                .map(service -> new Refusal(
                        SafetyRule.FLAG_STANDS_ELSEWHERE, "It is cleared in %s, which raised it.".formatted(service)))
                .orElseGet(() ->
                        new Refusal(SafetyRule.FLAG_IS_NOT_OPEN, "No flag of this name stands about this patient."));
    }

    private FlagView show(SafetyFlag flag) {
        var sealed = flag.assessment();
        return flag.view(
                sealed == null || access.byPatient() ? null : seal.open(ClinicContext.clinic(), purpose(flag), sealed));
    }

    private static String purpose(SafetyFlag flag) {
        return "safety-flag/" + flag.id();
    }
}
