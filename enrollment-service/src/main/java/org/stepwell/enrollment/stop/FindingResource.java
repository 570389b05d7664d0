package org.stepwell.enrollment.stop;

import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.Clock;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.FindingId;
import org.stepwell.platform.access.Access;
import org.stepwell.platform.access.Guard;
import org.stepwell.platform.access.Policy;
import org.stepwell.platform.finding.SafetyRegister;
import org.stepwell.platform.http.Answers;

/** Findings that stop an admission: cleared, or overridden with a reason and, where it takes one, a second signature. */
@Path("findings/{finding}")
class FindingResource {

    private final Findings findings;
    private final FindingWords words;
    private final Actors actors;
    private final SafetyRegister register;
    private final Access access;
    private final Clock clock;

    FindingResource(
            Findings findings, FindingWords words, Actors actors, SafetyRegister register, Access access, Clock clock) {
        this.findings = findings;
        this.words = words;
        this.actors = actors;
        this.register = register;
        this.access = access;
        this.clock = clock;
    }

    @Schema(name = "FindingClearanceForm")
    record ClearanceForm(
            @Schema(examples = "MEDICALLY_CLEARED") @NotNull Disposition disposition,

            @Schema(
                    examples = "Seen by Dr. Reyes, vital signs normal, no sign of withdrawal.",
                    description = "what was assessed, what is planned, and what follows")
            @NotBlank
            @Size(max = 8_000)
            String assessment) {}

    @Schema(name = "FindingOverrideForm")
    record OverrideForm(
            @Schema(examples = "Her sister drives her on weekdays.", description = "at least twenty characters")
            @NotBlank
            @Size(max = 4_000)
            String reason,

            @Schema(
                    examples = "Daily visits with vital signs; chlordiazepoxide taper.",
                    description = "how withdrawal is managed here, where that is overridden")
            @Size(max = 4_000)
            @Nullable
            String plan) {}

    @GET
    @Transactional
    @Guard(Policy.CARE_TEAM_READS)
    @Operation(summary = "One finding")
    public RestResponse<FindingView> read(FindingId finding) {
        var found = findings.of(finding);
        access.to(found.patient());
        return show(found);
    }

    @POST
    @Path("clearance")
    @Transactional
    @Guard(Policy.INTAKE_ASSESSES)
    @Operation(summary = "Say what came of a finding; a hard stop is cleared by a clinician")
    public RestResponse<FindingView> clear(FindingId finding, @NotNull @Valid ClearanceForm form) {
        var found = mine(finding);
        var sealed = words.seal(finding, form.assessment());
        found.clear(form.disposition(), sealed, actors.caller(), clock.instant())
                .ifPresent(register::say);
        return show(found);
    }

    @POST
    @Path("override")
    @Transactional
    @Guard(Policy.INTAKE_ASSESSES)
    @Operation(summary = "Let a finding stand and admit in spite of it, with a reason")
    public RestResponse<FindingView> override(FindingId finding, @NotNull @Valid OverrideForm form) {
        var found = mine(finding);
        var why = new Grounds(form.reason(), form.plan());
        found.override(why, text -> words.seal(finding, text), actors.caller(), clock.instant());
        return show(found);
    }

    @POST
    @Path("co-signature")
    @Transactional
    @Guard(Policy.CLINICIANS_CLEAR)
    @Operation(summary = "Stand by somebody else's override")
    public RestResponse<FindingView> coSign(FindingId finding) {
        var found = mine(finding);
        found.coSign(actors.caller(), clock.instant());
        return show(found);
    }

    private Finding mine(FindingId finding) {
        var found = findings.lockedOf(finding);
        access.to(found.patient());
        return found;
    }

    private RestResponse<FindingView> show(Finding finding) {
        findings.flush();
        return Answers.versioned(words.show(finding), finding.version());
    }
}
