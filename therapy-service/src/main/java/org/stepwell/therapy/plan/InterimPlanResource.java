package org.stepwell.therapy.plan;

import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.platform.access.Access;
import org.stepwell.platform.access.Guard;
import org.stepwell.platform.access.Policy;
import org.stepwell.therapy.objective.InterimObjective;
import org.stepwell.therapy.objective.ObjectiveId;
import org.stepwell.therapy.objective.ObjectiveStanding;
import org.stepwell.therapy.objective.Objectives;
import org.stepwell.therapy.roster.Episodes;

/** What holds from admission until a patient has a plan of their own. */
@Path("episodes/{episode}/plans/interim")
class InterimPlanResource {

    private final Objectives objectives;
    private final Episodes episodes;
    private final Access access;

    InterimPlanResource(Objectives objectives, Episodes episodes, Access access) {
        this.objectives = objectives;
        this.episodes = episodes;
        this.access = access;
    }

    /** The interim plan of an episode; the same for everybody. */
    @Schema(name = "InterimPlan")
    record View(
            EpisodeId episode,

            @Schema(description = "the first day of the stay")
            LocalDate from,

            @Schema(description = "the day on which a plan of their own came into force; missing until then") @Nullable
            LocalDate through,

            List<Said> objectives) {

        static View of(EpisodeId episode, List<ObjectiveStanding> all) {
            var first = all.getFirst();
            return new View(
                    episode,
                    first.from(),
                    first.through(),
                    all.stream().map(Said::of).toList());
        }
    }

    /** What everybody works on until then. */
    @Schema(name = "InterimObjectiveSaid")
    record Said(
            ObjectiveId objective,
            InterimObjective code,

            @Schema(examples = "Comes to the sessions of each week, and takes part.")
            String sentence) {

        private static Said of(ObjectiveStanding one) {
            var code = Objects.requireNonNull(one.interim());
            return new Said(one.objective(), code, code.sentence());
        }
    }

    @GET
    @Transactional
    @Guard(Policy.CLINICAL_READS)
    @Operation(
            summary = "Read what holds from admission until there is a plan",
            description =
                    "404 as long as the admission is not known here. Notes of the first days link these objectives.")
    public View read(EpisodeId episode) {
        access.to(episodes.of(episode).patient());
        var all = objectives.of(episode).stream()
                .filter(one -> one.interim() != null)
                .toList();
        if (all.isEmpty()) {
            throw new NotFoundException();
        }
        return View.of(episode, all);
    }
}
