package org.stepwell.therapy.plan;

import jakarta.transaction.Transactional;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.code.ReviewReason;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.platform.access.Access;
import org.stepwell.platform.access.Guard;
import org.stepwell.platform.access.Policy;
import org.stepwell.therapy.roster.Episodes;

/** A look at an episode's plan that somebody asks for. */
@Path("episodes/{episode}/plan-reviews")
class PlanReviewResource {

    private final PlanReviews reviews;
    private final Episodes episodes;
    private final Access access;
    private final Clock clock;

    PlanReviewResource(PlanReviews reviews, Episodes episodes, Access access, Clock clock) {
        this.reviews = reviews;
        this.episodes = episodes;
        this.access = access;
        this.clock = clock;
    }

    /** The next look at the plan. */
    @Schema(name = "PlanReview")
    record View(
            EpisodeId episode,

            @Schema(
                    examples = "CLINICAL_REVIEW",
                    description = "the gravest of those that stand; as long as no plan holds, that there is none")
            ReviewReason reason,

            @Schema(description = "by which day it is looked at; missing until the rules of the program are known")
            @Nullable
            LocalDate dueOn) {}

    @POST
    @Transactional
    @Guard(Policy.CARE_TEAM_TREATS)
    @Operation(
            summary = "Ask for a look at the plan out of turn, as after a relapse",
            description =
                    "Its reason is told as CLINICAL_REVIEW and not as what happened, for more people read it. Asked for twice,"
                            + " it is one; a plan that is signed later knows of it.")
    public View ask(EpisodeId episode) {
        access.to(episodes.of(episode).patient());
        return reviews.askedFor(episode, clock.instant()).view();
    }
}
