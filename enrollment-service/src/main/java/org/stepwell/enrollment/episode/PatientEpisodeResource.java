package org.stepwell.enrollment.episode;

import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.contracts.id.ProgramId;
import org.stepwell.platform.access.Access;
import org.stepwell.platform.access.Guard;
import org.stepwell.platform.access.Policy;
import org.stepwell.platform.http.Answers;
import org.stepwell.platform.http.Page;
import org.stepwell.platform.http.PageRequest;
import org.stepwell.platform.problem.FieldError;
import org.stepwell.platform.problem.Refusal;

/** A patient's episodes. */
@Path("patients")
@Produces(MediaType.APPLICATION_JSON)
class PatientEpisodeResource {

    private final Episodes episodes;
    private final OpenEpisode openEpisode;
    private final Access access;
    private final Clock clock;

    PatientEpisodeResource(Episodes episodes, OpenEpisode openEpisode, Access access, Clock clock) {
        this.episodes = episodes;
        this.openEpisode = openEpisode;
        this.access = access;
        this.clock = clock;
    }

    @Schema(name = "EpisodeForm")
    record Form(
            @NotNull ProgramId program,
            @Schema(examples = "evening") @NotBlank String track,

            @Schema(description = "who comes first among those who wait; ROUTINE, unless said") @Nullable
            WaitingPriority priority,

            @Schema(description = "the episode this one follows, after a change of level") @Nullable
            EpisodeId previous) {}

    @POST
    @Path("{patient}/episodes")
    @Transactional
    @Guard(Policy.INTAKE_ENROLLS)
    @Operation(summary = "Put a patient on the list of those who wait for a track")
    @APIResponseSchema(value = EpisodeView.class, responseCode = "201")
    public RestResponse<EpisodeView> open(PatientId patient, @NotNull @Valid Form form) {
        access.to(patient);
        if (form.previous() != null && !episodes.isOver(form.previous(), patient)) {
            throw new Refusal(
                    EpisodeRule.PREVIOUS_EPISODE_IS_OVER,
                    "Name an episode this patient was discharged from, or none.",
                    List.of(new FieldError("/previous", "no discharged episode of this patient")));
        }
        var wanted = new OpenEpisode.Wanted(form.program(), form.track(), form.priority(), form.previous());
        var episode = openEpisode.open(patient, wanted, clock.instant());
        return Answers.created(EpisodeView.of(episode), "episodes/" + episode.id(), episode.version());
    }

    @GET
    @Path("{patient}/episodes")
    @Transactional
    @Guard(Policy.CARE_TEAM_READS)
    @Operation(summary = "A patient's episodes, oldest first")
    public RestResponse<Page<EpisodeView>> ofPatient(
            PatientId patient, @Valid @BeanParam PageRequest page, @Context UriInfo uri) {
        access.to(patient);
        return Page.of(episodes.ofPatient(patient, page), page, EpisodeView::of, Episode::id, uri);
    }
}
