package org.stepwell.therapy.attainment;

import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.platform.access.Access;
import org.stepwell.platform.access.Guard;
import org.stepwell.platform.access.Policy;
import org.stepwell.platform.database.Uuid7;
import org.stepwell.platform.http.Answers;
import org.stepwell.platform.http.IfMatch;
import org.stepwell.therapy.roster.Episodes;
import org.stepwell.therapy.roster.Stay;

/** Scales of goals, agreed on with the patient. */
@Path("episodes/{episode}/goal-scales")
@Produces(MediaType.APPLICATION_JSON)
class GoalScaleResource {

    /** More would say little about each. */
    private static final int SCALES_MAX = 6;

    private final GoalScales scales;
    private final GoalRatings ratings;
    private final Episodes episodes;
    private final Access access;
    private final Clock clock;

    GoalScaleResource(GoalScales scales, GoalRatings ratings, Episodes episodes, Access access, Clock clock) {
        this.scales = scales;
        this.ratings = ratings;
        this.episodes = episodes;
        this.access = access;
        this.clock = clock;
    }

    /** A scale as it is agreed on. */
    @Schema(name = "GoalScaleForm")
    record ScaleForm(
            @NotNull @Valid ScaleContent says,

            @Schema(examples = "3", description = "importance (1 to 3) times difficulty (1 to 3); 1 unless said")
            @Nullable
            @Min(1)
            @Max(9)
            Integer weight,

            @Schema(
                    examples = "LESS_THAN_EXPECTED",
                    description = "where the patient begins; less than expected unless said")
            @Nullable
            Level baseline) {

        void agreeOn(GoalScale scale, String sealed) {
            scale.agree(weight == null ? 1 : weight, baseline == null ? Level.LESS_THAN_EXPECTED : baseline, sealed);
        }
    }

    /** How far the patient has come. */
    @Schema(name = "GoalRatingForm")
    record RatingForm(
            @Schema(examples = "AS_EXPECTED") @NotNull Level level,

            @Schema(description = "the day of which it is true; today unless said") @Nullable
            LocalDate date) {}

    /** All scales of an episode, and the score of each day on which anything was rated. */
    @Schema(name = "GoalScales")
    record ScalesView(List<GoalScaleView> scales, List<AttainmentScore> scores) {}

    @GET
    @Transactional
    @Guard(Policy.CLINICAL_READS)
    @Operation(summary = "Read an episode's goal scales, their ratings, and how far the patient came on all of them")
    public ScalesView list(EpisodeId episode) {
        access.to(episodes.stay(episode).patient());
        var all = scales.of(episode);
        var rated = ratings.of(episode);
        return new ScalesView(
                all.stream().map(scale -> scales.show(scale, rated)).toList(), AttainmentScore.byDay(all, rated));
    }

    @POST
    @Transactional
    @Guard(Policy.CARE_TEAM_TREATS)
    @Operation(
            summary = "Agree with the patient on a scale of a goal",
            description = "Five levels of one goal, so that anybody would rate it alike; changed until it is rated.")
    @APIResponseSchema(value = GoalScaleView.class, responseCode = "201")
    public RestResponse<GoalScaleView> agree(EpisodeId episode, @NotNull @Valid ScaleForm form) {
        var stay = treated(episode);
        scales.lock(episode);
        if (scales.of(episode).stream().filter(GoalScale::goesOn).count() >= SCALES_MAX) {
            throw AttainmentRule.FEW_SCALES.because("Give up one of the %d first.".formatted(SCALES_MAX));
        }
        var scale = new GoalScale(Uuid7.next(), stay, access.staff());
        form.agreeOn(scale, scales.seal(scale.id(), form.says()));
        scales.persistAndFlush(scale);
        return Answers.created(
                scale.view(form.says(), List.of()),
                "episodes/%s/goal-scales/%s".formatted(episode, scale.id()),
                scale.version());
    }

    @PUT
    @Path("{scale}")
    @Transactional
    @Guard(Policy.CARE_TEAM_TREATS)
    @Operation(summary = "Change a scale that was not rated yet")
    public RestResponse<GoalScaleView> change(
            EpisodeId episode,
            UUID scale,
            @HeaderParam("If-Match") @Nullable IfMatch version,
            @NotNull @Valid ScaleForm form) {
        treated(episode);
        var found = scales.of(episode, scale);
        IfMatch.require(version, found.version());
        form.agreeOn(found, scales.seal(found.id(), form.says()));
        return shown(found);
    }

    @POST
    @Path("{scale}/ratings")
    @Transactional
    @Guard(Policy.CARE_TEAM_TREATS)
    @Operation(
            summary = "Rate how far the patient has come on a scale",
            description = "A rating stays; of one day, the one that was recorded last counts.")
    public RestResponse<GoalScaleView> rate(EpisodeId episode, UUID scale, @NotNull @Valid RatingForm form) {
        var stay = treated(episode);
        var found = scales.of(episode, scale);
        ratings.persist(found.rate(Uuid7.next(), stay, form.level(), form.date(), access.staff(), clock.instant()));
        return shown(found);
    }

    @POST
    @Path("{scale}/end")
    @Transactional
    @Guard(Policy.CARE_TEAM_TREATS)
    @Operation(summary = "Give a scale up: it is not worked on any more, and counts no more from today on")
    public RestResponse<GoalScaleView> end(EpisodeId episode, UUID scale) {
        var stay = treated(episode);
        var found = scales.of(episode, scale);
        found.end(stay, clock.instant());
        return shown(found);
    }

    private Stay treated(EpisodeId episode) {
        var stay = episodes.stay(episode);
        access.to(stay.patient());
        return stay;
    }

    private RestResponse<GoalScaleView> shown(GoalScale scale) {
        scales.flush();
        return Answers.versioned(scales.show(scale, ratings.on(scale.episode(), scale.id())), scale.version());
    }
}
