package org.stepwell.enrollment.program;

import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.code.RuleSet;
import org.stepwell.contracts.enrollment.EnrollmentState.ProgramChanged;
import org.stepwell.contracts.enrollment.EnrollmentState.ProgramChanged.RulesFrom;
import org.stepwell.contracts.id.ProgramId;
import org.stepwell.platform.access.Guard;
import org.stepwell.platform.access.Policy;
import org.stepwell.platform.clinic.ClinicDirectory;
import org.stepwell.platform.database.Uuid7;
import org.stepwell.platform.event.Outbox;
import org.stepwell.platform.http.Answers;
import org.stepwell.platform.http.IfMatch;
import org.stepwell.platform.http.Page;
import org.stepwell.platform.http.PageRequest;
import org.stepwell.platform.problem.FieldError;
import org.stepwell.platform.problem.Refusal;

/** The programs a clinic offers. */
@Path("programs")
@Produces(MediaType.APPLICATION_JSON)
class ProgramResource {

    private final Programs programs;
    private final RuleSetPresets presets;
    private final ClinicDirectory clinics;
    private final Outbox outbox;
    private final Clock clock;

    ProgramResource(Programs programs, RuleSetPresets presets, ClinicDirectory clinics, Outbox outbox, Clock clock) {
        this.programs = programs;
        this.presets = presets;
        this.clinics = clinics;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Schema(name = "ProgramForm")
    record Form(
            @Schema(examples = "Evening IOP") @NotBlank @Size(max = 200)
            String name,

            @Schema(description = "the level of care it gives; LEVEL_2_1, intensive outpatient, unless said") @Nullable
            ProgramLevel level,

            @Schema(examples = "90") @NotNull @Min(1) @Max(366)
            Integer lengthDays,

            @Schema(examples = "iop-standard", description = "one of rule-sets; or say your own in ownRules") @Nullable
            String ruleSet,

            @Nullable @Valid RuleSetForm ownRules,

            @NotEmpty @Size(max = 10) List<@Valid @NotNull TrackForm> tracks,

            @Schema(
                    description =
                            "for those younger than eighteen, who are in no group of adults; for adults, unless said")
            @Nullable
            Boolean adolescents,

            @Schema(description = "the first day it counts; today where it is missing") @Nullable
            LocalDate effectiveFrom) {}

    @Schema(name = "ProgramRulesForm")
    record RulesForm(
            @Schema(examples = "nc-saiop", description = "one of rule-sets; or say your own in ownRules") @Nullable
            String ruleSet,

            @Nullable @Valid RuleSetForm ownRules,

            @Schema(description = "the first day they count, after today", examples = "2026-06-01") @NotNull
            LocalDate from) {}

    @Schema(name = "TrackForm")
    record TrackForm(
            @Schema(examples = "evening") @NotBlank @Pattern(regexp = "[a-z0-9-]{1,40}")
            String code,

            @Schema(examples = "Evening, 6 to 9") @NotBlank @Size(max = 100)
            String name) {
        Program.Track track() {
            return new Program.Track(code, name);
        }
    }

    @Schema(name = "ProgramView")
    record View(
            ProgramId id,
            String name,
            ProgramLevel level,
            int lengthDays,

            @Schema(examples = "false", description = "for those younger than eighteen, and for nobody else")
            boolean adolescents,

            List<ProgramChanged.Track> tracks,

            @Schema(description = "oldest first; each counts until the next one does")
            List<RulesFrom> rules,

            @Schema(description = "since when nobody is taken any more; missing as long as it goes on") @Nullable
            Instant endedAt) {
        static View of(Program program, ProgramChanged said) {
            return new View(
                    said.program(),
                    said.name(),
                    program.level(),
                    said.lengthDays(),
                    program.isForAdolescents(),
                    said.tracks(),
                    said.rules(),
                    program.endedAt());
        }
    }

    @POST
    @Transactional
    @Guard(Policy.ADMINISTRATORS_SET_UP)
    @Operation(summary = "Offer a program")
    @APIResponseSchema(value = View.class, responseCode = "201")
    public RestResponse<View> offer(@NotNull @Valid Form form) {
        var tracks = form.tracks().stream().map(TrackForm::track).toList();
        var from = form.effectiveFrom() == null ? today() : form.effectiveFrom();
        boolean adolescents = Boolean.TRUE.equals(form.adolescents());
        var rules = rules(form.ruleSet(), form.ownRules(), adolescents);
        var level = form.level() == null ? ProgramLevel.LEVEL_2_1 : form.level();
        var program = new Program(
                new ProgramId(Uuid7.next()), form.name(), level, form.lengthDays(), adolescents, rules, from, tracks);
        programs.persistAndFlush(program);
        var said = program.said(clock.instant());
        outbox.append(said);
        return Answers.created(View.of(program, said), "programs/" + program.id(), program.version());
    }

    @GET
    @Transactional
    @Guard(Policy.CLINIC_MEMBERS_READ)
    @Operation(summary = "The clinic's programs")
    public RestResponse<Page<View>> list(@Valid @BeanParam PageRequest page, @Context UriInfo uri) {
        var now = clock.instant();
        return Page.of(programs.page(page), page, program -> View.of(program, program.said(now)), Program::id, uri);
    }

    @GET
    @Path("{program}")
    @Transactional
    @Guard(Policy.CLINIC_MEMBERS_READ)
    @Operation(summary = "One program")
    public RestResponse<View> read(ProgramId program) {
        var found = programs.of(program);
        return Answers.versioned(View.of(found, found.said(clock.instant())), found.version());
    }

    @POST
    @Path("{program}/rules")
    @Transactional
    @Guard(Policy.ADMINISTRATORS_SET_UP)
    @Operation(
            summary = "Go by other rules from a day on",
            description =
                    "Weeks that were measured stay as they are. A week is measured by the rules of its first day.")
    public RestResponse<View> adopt(
            ProgramId program, @HeaderParam("If-Match") @Nullable IfMatch version, @NotNull @Valid RulesForm form) {
        var found = programs.of(program);
        IfMatch.require(version, found.version());
        found.adopt(rules(form.ruleSet(), form.ownRules(), found.isForAdolescents()), form.from(), today());
        programs.flush();
        var said = found.said(clock.instant());
        outbox.append(said);
        return Answers.versioned(View.of(found, said), found.version());
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), clinics.zone());
    }

    private RuleSet rules(@Nullable String preset, @Nullable RuleSetForm own, boolean adolescents) {
        if (preset != null && own == null) {
            return presets.forProgram(preset, adolescents);
        }
        if (own != null && preset == null) {
            return own.ruleSet();
        }
        throw new Refusal(
                ProgramRule.RULES_NAMED_ONCE,
                "Name a preset in ruleSet, or say your own in ownRules.",
                List.of(new FieldError("/ruleSet", "one of ruleSet and ownRules")));
    }
}
