package org.stepwell.therapy.goal;

import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.platform.access.Access;
import org.stepwell.platform.access.Guard;
import org.stepwell.platform.access.Policy;
import org.stepwell.therapy.modality.TreatmentGoal;
import org.stepwell.therapy.roster.Episodes;
import org.stepwell.therapy.roster.Stay;

/** The eight goals of an episode. */
@Path("episodes/{episode}")
class GoalResource {

    private final Goals goals;
    private final StepDownFacts facts;
    private final Episodes episodes;
    private final Access access;

    GoalResource(Goals goals, StepDownFacts facts, Episodes episodes, Access access) {
        this.goals = goals;
        this.facts = facts;
        this.episodes = episodes;
        this.access = access;
    }

    /** How far a patient came toward the goals of the program. */
    @Schema(name = "EpisodeGoals")
    record GoalsView(EpisodeId episode, List<GoalMovement> goals) {}

    /** A goal as the patient reads of it. */
    @Schema(name = "GoalInPlainWords")
    record PlainView(
            TreatmentGoal goal,

            @Schema(examples = "Staying away from alcohol and drugs, on hard days too.")
            String meaning,

            @Schema(description = "missing as long as too little is known") @Nullable
            Direction direction,

            @Schema(examples = "This goes better than before. What shows it: your drug tests.")
            String howItGoes) {

        static PlainView of(GoalMovement movement) {
            return new PlainView(
                    movement.goal(), movement.goal().inPlainWords(), movement.direction(), movement.inPlainWords());
        }
    }

    /** The goals in words for a phone. */
    @Schema(name = "GoalsInPlainWords")
    record PlainPage(List<PlainView> goals) {}

    /** What speaks for less treatment, and what is known of it. */
    @Schema(name = "StepDownCriteria")
    record CriteriaView(EpisodeId episode, List<StepDown> criteria) {}

    @GET
    @Path("goals")
    @Transactional
    @Guard(Policy.CLINICAL_READS)
    @Operation(
            summary = "Read how far a patient came toward each of the eight goals, and what moved it",
            description =
                    "The last four weeks are held against all the weeks before; what each source counts stands in docs/therapy.md.")
    public GoalsView goals(EpisodeId episode) {
        return new GoalsView(episode, goals.of(theirs(episode), access.byPatient()));
    }

    @GET
    @Path("goals/in-plain-words")
    @Transactional
    @Guard(Policy.CLINICAL_READS)
    @Operation(summary = "Read the same in plain words, as the patient reads it on the phone")
    public PlainPage inPlainWords(EpisodeId episode) {
        return new PlainPage(goals.of(theirs(episode), access.byPatient()).stream()
                .map(PlainView::of)
                .toList());
    }

    @GET
    @Path("step-down-criteria")
    @Transactional
    @Guard(Policy.CLINICAL_READS)
    @Operation(
            summary = "Read what speaks for less treatment than now, criterion by criterion",
            description = "None of them decides anything: the team says whether somebody is ready.")
    public CriteriaView criteria(EpisodeId episode) {
        return new CriteriaView(episode, StepDown.of(facts.of(theirs(episode), access.byPatient())));
    }

    private Stay theirs(EpisodeId episode) {
        var stay = episodes.stay(episode);
        access.to(stay.patient());
        return stay;
    }
}
