package org.stepwell.enrollment.episode;

import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.platform.access.Access;
import org.stepwell.platform.access.Guard;
import org.stepwell.platform.access.Policy;
import org.stepwell.platform.http.Answers;
import org.stepwell.platform.http.IfMatch;
import org.stepwell.platform.http.Page;
import org.stepwell.platform.http.PageRequest;

/** Episodes: who waits, who is in. */
@Path("episodes")
class EpisodeResource {

    private final Episodes episodes;
    private final WaitingLine line;
    private final NotComing notComing;
    private final Access access;
    private final Clock clock;

    EpisodeResource(Episodes episodes, WaitingLine line, NotComing notComing, Access access, Clock clock) {
        this.episodes = episodes;
        this.line = line;
        this.notComing = notComing;
        this.clock = clock;
        this.access = access;
    }

    @GET
    @Transactional
    @Guard(Policy.CASELOAD_LISTED)
    @Operation(summary = "Episodes in one status, such as everybody who waits")
    public RestResponse<Page<EpisodeView.Line>> list(
            @QueryParam("status") @DefaultValue("WAITING") EpisodeStatus status,
            @Valid @BeanParam PageRequest page,
            @Context UriInfo uri) {
        return Page.of(episodes.inStatus(status, access.reach(), page), page, EpisodeView.Line::of, Episode::id, uri);
    }

    @GET
    @Path("{episode}")
    @Transactional
    @Guard(Policy.CARE_TEAM_READS)
    @Operation(summary = "One episode")
    public RestResponse<EpisodeView> read(EpisodeId episode) {
        var found = episodes.of(episode);
        access.to(found.patient());
        return Answers.versioned(EpisodeView.of(found), found.version());
    }

    @Schema(name = "WaitingPriorityForm")
    record PriorityForm(
            @Schema(examples = "PREGNANT") @NotNull WaitingPriority priority) {}

    @PUT
    @Path("{episode}/priority")
    @Transactional
    @Guard(Policy.INTAKE_ENROLLS)
    @Operation(summary = "Whoever waits comes earlier or later")
    public RestResponse<EpisodeView> comesBefore(
            EpisodeId episode, @HeaderParam("If-Match") @Nullable IfMatch version, @NotNull @Valid PriorityForm form) {
        var found = episodes.lockedOf(episode);
        access.to(found.patient());
        IfMatch.require(version, found.version());
        found.comesBefore(form.priority());
        episodes.flush();
        return Answers.versioned(EpisodeView.of(found), found.version());
    }

    @Schema(name = "WithdrawalForm")
    record WithdrawalForm(
            @Schema(examples = "FOUND_CARE_ELSEWHERE", description = "UNKNOWN where nobody says") @Nullable
            WithdrawalReason reason) {}

    @POST
    @Path("{episode}/withdrawal")
    @Transactional
    @Guard(Policy.INTAKE_ENROLLS)
    @Operation(summary = "The patient does not wait any more")
    public RestResponse<EpisodeView> withdraw(EpisodeId episode, @Valid @Nullable WithdrawalForm form) {
        var found = episodes.lockedOf(episode);
        access.to(found.patient());
        found.withdraw(form == null || form.reason() == null ? WithdrawalReason.UNKNOWN : form.reason());
        var now = clock.instant();
        line.withdrawn(episode, now);
        notComing.ends(found, now);
        return Answers.versioned(EpisodeView.of(found), found.version());
    }
}
