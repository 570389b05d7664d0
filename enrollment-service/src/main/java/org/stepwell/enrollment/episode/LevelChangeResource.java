package org.stepwell.enrollment.episode;

import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.contracts.id.ProgramId;
import org.stepwell.enrollment.program.Program;
import org.stepwell.enrollment.program.ProgramLevel;
import org.stepwell.enrollment.program.Programs;
import org.stepwell.platform.access.Access;
import org.stepwell.platform.access.Guard;
import org.stepwell.platform.access.Policy;
import org.stepwell.platform.http.Answers;
import org.stepwell.platform.problem.FieldError;
import org.stepwell.platform.problem.Refusal;

/**
 * More or less care than this program gives: this episode ends. Where the clinic gives the other level, the patient waits for
 * it in an episode that follows this one; else somebody accepted them elsewhere.
 */
@Path("episodes")
@Guard(Policy.CARE_TEAM_TREATS)
class LevelChangeResource {

    private final Episodes episodes;
    private final DischargePatient dischargePatient;
    private final OpenEpisode openEpisode;
    private final Programs programs;
    private final Access access;
    private final Clock clock;

    LevelChangeResource(
            Episodes episodes,
            DischargePatient dischargePatient,
            OpenEpisode openEpisode,
            Programs programs,
            Access access,
            Clock clock) {
        this.episodes = episodes;
        this.dischargePatient = dischargePatient;
        this.openEpisode = openEpisode;
        this.programs = programs;
        this.access = access;
        this.clock = clock;
    }

    @Schema(name = "LevelChangeForm")
    record Form(
            @Schema(examples = "LEVEL_2_5", description = "the level of care that follows") @NotNull
            OtherLevel level,

            @Schema(examples = "2026-04-17") @NotNull LocalDate lastDay,

            @Schema(description = "where this clinic gives the other level") @Nullable @Valid
            ProgramForm next) {}

    @Schema(name = "LevelChangeProgramForm")
    record ProgramForm(
            @NotNull ProgramId program,
            @Schema(examples = "day") @NotBlank String track,

            @Schema(description = "who comes first among those who wait; ROUTINE, unless said") @Nullable
            WaitingPriority priority) {}

    /** Both sides of a change of level. */
    @Schema(name = "LevelChangeView")
    record View(
            EpisodeView ended,

            @Schema(description = "which follows, where this clinic gives the other level") @Nullable
            EpisodeView opened) {}

    private static void mustBeAnother(OtherLevel level, ProgramLevel now) {
        if (now.name().equals(level.name())) {
            throw new Refusal(
                    EpisodeRule.ANOTHER_LEVEL,
                    "The patient's program gives %s already.".formatted(now),
                    List.of(new FieldError("/level", "another than " + now)));
        }
    }

    private static void mustBeGiven(OtherLevel level, ProgramLevel next) {
        if (!next.name().equals(level.name())) {
            throw new Refusal(
                    EpisodeRule.PROGRAM_GIVES_LEVEL,
                    "The program gives %s, and the patient goes to %s.".formatted(next, level),
                    List.of(new FieldError("/next/program", "a program of " + level)));
        }
    }

    @POST
    @Path("{episode}/level-change")
    @Transactional
    @Operation(
            summary = "End this episode because the patient goes to another level of care",
            description = "With a program of this clinic an episode that follows is opened. Without, somebody elsewhere"
                    + " must have accepted the patient, as for every discharge.")
    public RestResponse<View> change(EpisodeId episode, @NotNull @Valid Form form) {
        var found = episodes.lockedOf(episode);
        access.to(found.patient());
        var next = form.next();
        mustBeAnother(form.level(), programs.of(found.program()).level());
        if (next != null) {
            programs.findByIdOptional(next.program())
                    .map(Program::level)
                    .ifPresent(level -> mustBeGiven(form.level(), level));
        }
        // Whoever stays with us has an accepted next step: ours.
        boolean accepted = next != null || episodes.hasAcceptedNextStep(found, form.lastDay());
        dischargePatient.discharge(
                found, new Ending(form.lastDay(), form.level().reason(), null), accepted);
        episodes.flush();
        var opened = next == null
                ? null
                : openEpisode.open(
                        found.patient(),
                        new OpenEpisode.Wanted(next.program(), next.track(), next.priority(), episode),
                        clock.instant());
        return Answers.versioned(
                new View(EpisodeView.of(found), opened == null ? null : EpisodeView.of(opened)), found.version());
    }
}
