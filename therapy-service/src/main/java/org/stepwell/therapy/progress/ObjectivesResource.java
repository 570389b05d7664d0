package org.stepwell.therapy.progress;

import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.contracts.id.NoteId;
import org.stepwell.contracts.id.SessionId;
import org.stepwell.platform.access.Access;
import org.stepwell.platform.access.Guard;
import org.stepwell.platform.access.Policy;
import org.stepwell.therapy.objective.InterimObjective;
import org.stepwell.therapy.objective.ObjectiveId;
import org.stepwell.therapy.objective.ObjectiveRating;
import org.stepwell.therapy.objective.ObjectiveRatings;
import org.stepwell.therapy.objective.ObjectiveRatings.RatedInSession;
import org.stepwell.therapy.objective.ObjectiveStanding;
import org.stepwell.therapy.objective.ObjectiveStatus;
import org.stepwell.therapy.objective.Objectives;
import org.stepwell.therapy.plan.ObjectiveWords;
import org.stepwell.therapy.plan.ObjectivesSaid;
import org.stepwell.therapy.roster.Episodes;

/** What a patient works on, and how far it came from session to session. */
@Path("episodes/{episode}/objectives")
class ObjectivesResource {

    private final Objectives objectives;
    private final ObjectivesSaid said;
    private final ObjectiveRatings ratings;
    private final Episodes episodes;
    private final Access access;

    ObjectivesResource(
            Objectives objectives, ObjectivesSaid said, ObjectiveRatings ratings, Episodes episodes, Access access) {
        this.objectives = objectives;
        this.said = said;
        this.ratings = ratings;
        this.episodes = episodes;
        this.access = access;
    }

    /** How an objective stood after a session. */
    @Schema(name = "ObjectiveRated")
    record Rated(
            NoteId note,
            SessionId session,
            LocalDate day,
            ObjectiveRating rating,

            @Schema(description = "false as long as a supervisor has not co-signed the note; the patient sees it then")
            boolean signed) {

        private static Rated of(RatedInSession one) {
            return new Rated(one.note(), one.session(), one.day(), one.rating(), one.signed());
        }
    }

    /** An objective of a plan that holds or has held, or of the interim plan. */
    @Schema(name = "Objective")
    record View(
            ObjectiveId objective,

            @Schema(description = "which of the interim plan's it is; missing for one of the patient's own plan")
            @Nullable
            InterimObjective interim,

            @Nullable ObjectiveWords words,
            ObjectiveStatus status,

            @Schema(description = "whether it is worked on now")
            boolean open,

            LocalDate from,

            @Schema(description = "the day on which a plan without it came into force") @Nullable
            LocalDate through,

            @Schema(examples = "2", description = "the last version of the plan that says it, 0 for the interim plan")
            int version,

            List<Rated> ratings) {

        private static View of(ObjectiveStanding one, @Nullable ObjectiveWords words, List<RatedInSession> rated) {
            return new View(
                    one.objective(),
                    one.interim(),
                    words,
                    one.status(),
                    one.open(),
                    one.from(),
                    one.through(),
                    one.version(),
                    rated.stream().map(Rated::of).toList());
        }
    }

    @GET
    @Transactional
    @Guard(Policy.CLINICAL_READS)
    @Operation(
            summary = "Read an episode's objectives, each with its ratings over time",
            description = "As the notes of its sessions rate them; patients see what is signed.")
    public List<View> list(EpisodeId episode) {
        access.to(episodes.of(episode).patient());
        var all = objectives.of(episode);
        var words = said.of(episode, all);
        var rated = (access.byPatient() ? ratings.of(episode) : ratings.withThoseThatWait(episode))
                .stream().collect(Collectors.groupingBy(RatedInSession::objective));
        return all.stream()
                .map(one -> View.of(one, words.get(one.objective()), rated.getOrDefault(one.objective(), List.of())))
                .toList();
    }
}
