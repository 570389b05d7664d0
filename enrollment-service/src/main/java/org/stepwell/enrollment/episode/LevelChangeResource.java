package org.stepwell.enrollment.episode;

import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.contracts.id.ProgramId;
import org.stepwell.platform.access.Access;
import org.stepwell.platform.access.Guard;
import org.stepwell.platform.access.Policy;
import org.stepwell.platform.http.Answers;

/**
 * More or less care than level 2.1: this episode ends. Where the clinic gives the other level, the patient waits for
 * it in an episode that follows this one; else somebody accepted them elsewhere.
 */
@Path("episodes")
@Guard(Policy.CARE_TEAM_TREATS)
class LevelChangeResource {

    private final Episodes episodes;
    private final DischargePatient dischargePatient;
    private final OpenEpisode openEpisode;
    private final Access access;
    private final Clock clock;

    LevelChangeResource(
            Episodes episodes, DischargePatient dischargePatient, OpenEpisode openEpisode, Access access, Clock clock) {
        this.episodes = episodes;
        this.dischargePatient = dischargePatient;
        this.openEpisode = openEpisode;
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
